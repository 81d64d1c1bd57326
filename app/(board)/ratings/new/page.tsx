import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Checkbox, SubmitButton, TextField } from '@/components/form/fields';
import { listRateable, type Rateable } from '@/db/queries/ratings/groups';
import { chooseUnit } from '@/db/queries/units';
import { SUBJECT_WORDS, SUBJECTS, type Subject, termLabel } from '@/domain/ratings/words';
import { askedText } from '@/domain/text';
import { open } from '../actions';
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
      <Card title="Tìm người, tổ chức" className="mb-5">
        <form className="flex flex-wrap items-end gap-4 p-4" aria-label="Tìm người, tổ chức">
          <input type="hidden" name="unit" value={unit.id} />
          <input type="hidden" name="year" value={term.year} />
          <input type="hidden" name="quarter" value={term.quarter} />
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-1 font-semibold">Xếp loại</legend>
            {SUBJECTS.toReversed().map((each) => (
              <label key={each} className="chip cursor-pointer gap-2">
                <input type="radio" name="subject" value={each} defaultChecked={each === subject} className="size-5 accent-red" />
                {SUBJECT_WORDS[each]}
              </label>
            ))}
          </fieldset>
          <label className="block min-w-64">
            <span className="mb-1 block font-semibold">Chức danh, tổ chức hoặc tên</span>
            <input className="input" name="q" defaultValue={q} maxLength={100} autoComplete="off" />
          </label>
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </Card>
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

const Picks = ({ choices, asked }: { choices: readonly Rateable[]; asked: boolean }) => (
  <fieldset>
    <legend className="mb-1 font-semibold">Đưa vào nhóm</legend>
    <div className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
      {choices.map(({ id, name, title, unitName }) => (
        <Checkbox
          key={id}
          name={`pick-${id}`}
          checked={asked}
          label={
            <>
              {name}
              {title && (
                <small className="block text-ink-soft">
                  {title}
                  {unitName && `, ${unitName}`}
                </small>
              )}
            </>
          }
        />
      ))}
    </div>
  </fieldset>
);
