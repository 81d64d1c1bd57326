import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { noteReading } from '@/db/commands/readings';
import { rulesOn } from '@/db/queries/rule-sets';
import { listUntrained } from '@/db/queries/succession/people';
import type { PlannedPerson } from '@/db/queries/succession/persons';
import { chooseUnit } from '@/db/queries/units';
import type { Standards } from '@/domain/posts/standards';
import { lackingTraining, readinessFor } from '@/domain/succession/readiness';
import { isUuid } from '@/domain/text';
import { chosenTerm } from '../chosen-term';
import { PlannedTable } from '../planned-table';

export const metadata: Metadata = { title: 'Đã quy hoạch, chưa đào tạo' };

/** Who is planned for a title and lacks a training that its standard asks for. Each view is in the read log. */
export default async function TrainingPage({ searchParams }: PageProps<'/succession/training'>) {
  const viewer = await enter('succession.read');
  const search = await searchParams;
  const [unit, term] = await Promise.all([
    chooseUnit(viewer, 'succession.read', search.unit),
    chosenTerm(viewer, search.campaign),
  ]);
  if (!unit) notFound();
  const rules = await rulesOn(viewer, viewer.today, unit.id);
  await noteReading(viewer, { action: 'succession.board', subjectType: 'unit', subjectId: unit.id, unitId: unit.id });
  const asked = { unitId: unit.id, root: unit.depth === 0, after: isUuid(search.after) ? search.after : undefined };
  const found = term ? await listUntrained(viewer, { ...asked, term }, rules) : { rows: [], hasNext: false, persons: new Map() };
  const last = found.rows.at(-1);
  return (
    <>
      <PageHead
        title="Đã quy hoạch, chưa đào tạo"
        crumbs={[
          { label: 'Quy hoạch cán bộ', href: '/succession' },
          { label: 'Bảng quy hoạch', href: `/succession/board?unit=${unit.id}` },
          { label: unit.shortName },
        ]}
        note="Người trong quy hoạch còn thiếu trình độ mà tiêu chuẩn chức danh yêu cầu; làm căn cứ cử đi học."
      />
      <Card>
        {found.rows.length ? (
          <PlannedTable
            caption="Người trong quy hoạch còn thiếu đào tạo"
            titles="Chức danh quy hoạch, phần còn thiếu"
            page={found}
            said={({ standards }, person) => lacksWords(standards, person)}
          />
        ) : (
          <Empty>Không có ai trong quy hoạch còn thiếu đào tạo theo tiêu chuẩn chức danh.</Empty>
        )}
        {found.hasNext && last && term && (
          <p className="p-4">
            <Link
              className="btn"
              href={`/succession/training?campaign=${term.campaignId}&unit=${unit.id}&after=${last.personId}`}
              prefetch={false}
            >
              Trang sau →
            </Link>
          </p>
        )}
      </Card>
    </>
  );
}

const lacksWords = (standards: Standards, person: PlannedPerson): string =>
  lackingTraining(readinessFor(standards, person))
    .map(({ label, asked, has }) => `${label} ${asked} (nay: ${has.toLowerCase()})`)
    .join('; ');
