import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { openCandidates } from '@/db/commands/training-reads';
import { type ClassHead, getClass } from '@/db/queries/trainings';
import { THEORY } from '@/domain/cadres/codes';
import { formatDate } from '@/domain/calendar';
import { foldName } from '@/domain/names';
import { formatCount } from '@/domain/numbers';
import { askedText, isUuid } from '@/domain/text';
import { CLASS_KINDS, classState } from '@/domain/trainings/words';
import { EnrolForm } from './enrol-form';
import { ResultsForm, TurnList } from './turns';

export const metadata: Metadata = { title: 'Lớp đào tạo, bồi dưỡng' };

export default async function ClassPage({ params, searchParams }: PageProps<'/trainings/[classId]'>) {
  const viewer = await enter('training.read');
  const [{ classId }, asked] = [await params, await searchParams];
  const after = isUuid(asked.after) ? asked.after : undefined;
  const found = isUuid(classId) ? await getClass(viewer, classId, { after }) : null;
  if (!found) notFound();
  const { head, turns, counts, next } = found;
  const q = askedText(asked.q) ?? '';
  const candidates = head.own ? await openCandidates(viewer, head, foldName(q)) : [];
  return (
    <>
      <PageHead
        title={head.name}
        crumbs={[
          { label: 'Đào tạo, bồi dưỡng', href: `/trainings?unit=${head.unitId}&year=${head.fromOn.slice(0, 4)}` },
          { label: CLASS_KINDS[head.kind] },
        ]}
        note={`${classState(head, viewer.today)} · ${noteOf(head, counts)}`}
      >
        {counts.turns > 0 && (
          <a className="btn" href={`/print/trainings/${head.id}`}>
            In danh sách lớp
          </a>
        )}
        {head.own && (
          <Link className="btn" href={`/trainings/${head.id}/edit`} prefetch={false}>
            Sửa lớp
          </Link>
        )}
      </PageHead>
      <Card className="mb-5">
        <Facts
          rows={[
            ['Cấp mở lớp', head.unitName],
            ['Trình độ', head.theory && `${THEORY[head.theory]} lý luận chính trị`],
            ['Đối tượng', head.defence && `Đối tượng ${head.defence}`],
            ['Thời gian', `${formatDate(head.fromOn)} – ${formatDate(head.toOn)}`],
            ['Cơ sở đào tạo', head.school],
            ['Nơi học', head.place],
            ['Quyết định', head.decisionNumber],
          ]}
        />
      </Card>
      <Card title="Người học" id="turns" aside={`${formatCount(counts.turns)} lượt`} className="mb-5">
        {head.own && turns.length > 0 ? <ResultsForm head={head} turns={turns} /> : <TurnList turns={turns} />}
        <Pager
          shown={turns.length}
          total={counts.turns}
          noun="lượt"
          first={after && `/trainings/${head.id}#turns`}
          next={next && `/trainings/${head.id}?after=${next}#turns`}
        />
      </Card>
      {head.own && <EnrolForm classId={head.id} q={q} candidates={candidates} />}
    </>
  );
}

function noteOf({ planned, others }: ClassHead, { turns, passed }: { turns: number; passed: number }): string {
  const parts = [`kế hoạch ${formatCount(planned)} người`, `đã cử ${formatCount(turns)}`, `hoàn thành ${formatCount(passed)}`];
  return [...parts, ...(others ? [`ngoài sổ ${formatCount(others)}`] : [])].join(', ');
}
