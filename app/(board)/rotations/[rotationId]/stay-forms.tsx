import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import type { RotationDetail } from '@/db/queries/rotations/rotation';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { LEVEL_WORDS, LEVELS } from '@/domain/ratings/words';
import { ratedYears } from '@/domain/rotations/stay';
import { extend, rate } from '../actions';
import { DecisionFields } from '../decision-fields';
import { Existing } from './proposal-forms';

const yearsOf = (row: RotationDetail, today: IsoDate) =>
  row.startedOn ? ratedYears({ startedOn: row.startedOn, until: row.until, endedOn: row.endedOn }, today) : [];

/** Every year of the stay with its word, or none yet. */
export function Ratings({ row, today }: { row: RotationDetail; today: IsoDate }) {
  const said = new Map(row.ratings.map((rating) => [rating.year, rating]));
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 px-4 py-2">
      {yearsOf(row, today).map((year) => {
        const rating = said.get(year);
        return (
          <div key={year} className="contents">
            <dt className="py-1.5 font-semibold">Năm {year}</dt>
            <dd className="py-1.5">
              {rating ? LEVEL_WORDS[rating.level].label : <span className="text-ink-soft">chưa đánh giá</span>}
              {rating?.note && <small className="block text-ink-soft">{rating.note}</small>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function RateForm({ row, today }: { row: RotationDetail; today: IsoDate }) {
  const years = yearsOf(row, today);
  const open = years.find((year) => !row.ratings.some((rating) => rating.year === year)) ?? years.at(-1);
  if (!years.length) return null;
  return (
    <ActionForm
      key={row.version}
      action={rate}
      ids="rate-"
      formKey={randomUUID()}
      label="Ghi đánh giá năm"
      className="grid max-w-3xl gap-4 border-line border-t p-4"
    >
      <Existing row={row} />
      <div className="field-row">
        <SelectField
          name="year"
          label="Năm đánh giá"
          options={years.map((year) => ({ value: String(year), label: `Năm ${year}` }))}
          value={String(open)}
          required
        />
        <SelectField
          name="level"
          label="Mức xếp loại"
          options={LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value].label }))}
          empty="Chọn mức"
          required
        />
      </div>
      <TextField name="note" label="Nhận xét của nơi tiếp nhận" maxLength={1000} />
      <div>
        <SubmitButton>Ghi đánh giá</SubmitButton>
      </div>
    </ActionForm>
  );
}

export const ExtendForm = ({ row }: { row: RotationDetail }) => (
  <details className="p-4">
    <summary className="min-h-6 cursor-pointer">Ghi quyết định gia hạn thời gian luân chuyển</summary>
    <ActionForm
      key={row.version}
      action={extend}
      ids="extend-"
      formKey={randomUUID()}
      label="Gia hạn luân chuyển"
      className="mt-4 grid max-w-3xl gap-4"
    >
      <Existing row={row} />
      <DecisionFields />
      <div className="field-row">
        <DateField name="until" label="Đến ngày" hint={row.dueOn ? `Sau ${formatDate(row.dueOn)}` : undefined} required />
        <TextField name="reason" label="Lý do gia hạn" maxLength={500} />
      </div>
      <div>
        <SubmitButton primary={false}>Ghi gia hạn</SubmitButton>
      </div>
    </ActionForm>
  </details>
);
