import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Checkbox, SubmitButton, TextField } from '@/components/form/fields';
import { listRateable } from '@/db/queries/ratings/groups';
import { chooseUnit } from '@/db/queries/units';
import { type Subject, termLabel } from '@/domain/ratings/words';
import { askedText } from '@/domain/text';
import { open } from '../actions';
import { FindRateable, Picks } from '../rateable';
import { ratingsAt, termOf } from '../term';

export const metadata: Metadata = { title: 'Lập nhóm xếp loại' };

export default async function NewGroupPage({ searchParams }: PageProps<'/ratings/new'>) {
  const viewer = await enter('rating.write');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rating.write', params.unit);
  if (!unit) notFound();
  const term = termOf(params, viewer.today);
  const subject: Subject = params.subject === 'person' ? 'person' : 'collective';
  const q = askedText(params.q) ?? '';
  const choices = await listRateable(viewer, unit.id, { subject, ...term, q });
  return (
    <>
      <PageHead
        title={`Lập nhóm xếp loại ${termLabel(term)}`}
        crumbs={[{ label: 'Xếp loại', href: ratingsAt(unit.id, term.year, term.quarter) }, { label: unit.shortName }]}
        note="Nhóm gồm các chức danh hoặc tổ chức có nhiệm vụ tương đương; trần “xuất sắc” tính trong từng nhóm."
      />
      <FindRateable q={q} subject={subject} hidden={{ unit: unit.id, year: String(term.year), quarter: String(term.quarter) }} />
      <Card title="Nhóm mới" aside={`${choices.length} ${subject === 'person' ? 'người' : 'tổ chức'} chưa ở nhóm nào của kỳ này`}>
        {choices.length ? (
          <ActionForm
            key={`${subject}${q}`}
            action={open}
            formKey={randomUUID()}
            label="Lập nhóm xếp loại"
            className="grid gap-4 p-4"
          >
            <input type="hidden" name="unitId" value={unit.id} />
            <input type="hidden" name="subject" value={subject} />
            <input type="hidden" name="year" value={term.year} />
            <input type="hidden" name="quarter" value={term.quarter} />
            <TextField
              name="name"
              label="Tên nhóm"
              required
              maxLength={120}
              placeholder="Bí thư Đảng ủy các xã"
              className="max-w-xl"
            />
            <Checkbox name="prominent" label="Nhóm nổi trội, được áp dụng trần cao hơn" />
            <Picks choices={choices} asked={q !== ''} />
            <div>
              <SubmitButton>Lập nhóm</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <Empty>
            Không còn ai phù hợp.{' '}
            <Link href={ratingsAt(unit.id, term.year, term.quarter)} prefetch={false}>
              Xem các nhóm đã lập
            </Link>
            .
          </Empty>
        )}
      </Card>
    </>
  );
}
