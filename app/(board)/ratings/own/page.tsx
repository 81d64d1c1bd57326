import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import { openOwnRatings } from '@/db/commands/rating-reads';
import type { OwnRating } from '@/db/queries/ratings/own';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { LEVEL_WORDS, LEVELS, termLabel } from '@/domain/ratings/words';
import { enterOwn } from '../actions';

export const metadata: Metadata = { title: 'Tự nhận xếp loại của đơn vị' };

/** What a unit says of itself while its term is open, and what was decided on it before. */
export default async function OwnRatingsPage() {
  const viewer = await enter('rating.self');
  const rows = await openOwnRatings(viewer);
  const decided = rows.filter(({ level }) => level !== null);
  const open = rows.filter(({ level }) => level === null);
  return (
    <>
      <PageHead
        title="Tự nhận xếp loại của đơn vị"
        crumbs={[{ label: 'Xếp loại', href: '/ratings' }]}
        note="Ghi được đến khi cấp trên quyết định. Đề xuất của cấp trên và dòng của đơn vị khác không hiện ở đây."
      />
      {open.map((row) => (
        <OwnForm key={row.id} row={row} />
      ))}
      {!open.length && (
        <Card className="mb-5">
          <Empty>Chưa có kỳ xếp loại nào đang mở cho đơn vị. Khi cấp trên lập nhóm xếp loại, kỳ đó hiện ở đây.</Empty>
        </Card>
      )}
      {decided.length > 0 && <Decided rows={decided} />}
    </>
  );
}

const OPTIONS = LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level].label }));
const points = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

const OwnForm = ({ row }: { row: OwnRating }) => (
  <Card title={`${row.unitName}, ${termLabel(row)}`} aside={<State row={row} />} className="mb-5">
    <ActionForm
      action={enterOwn}
      formKey={randomUUID()}
      label={`Tự nhận xếp loại ${termLabel(row)}`}
      ids={`${row.id}-`}
      className="grid gap-4 p-4 sm:grid-cols-2"
    >
      <input type="hidden" name="ratingId" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      <TextField name="selfPoints" label="Điểm tự chấm (0–100)" required value={points(row.selfPoints)} maxLength={6} />
      <DateField name="selfOn" label="Ngày họp tự xếp loại" required value={row.selfOn ? formatDate(row.selfOn) : ''} />
      <SelectField
        name="selfLevel"
        label="Mức tự nhận"
        required
        value={row.selfLevel ?? ''}
        options={OPTIONS}
        empty="Chọn mức"
        className="sm:col-span-2"
      />
      <TextArea
        name="selfReason"
        label="Lý do"
        required
        rows={4}
        value={row.selfReason}
        maxLength={2000}
        hint="Việc được giao đã xong đến đâu, việc vượt yêu cầu, việc còn chậm và vì sao"
        className="sm:col-span-2"
      />
      <div className="sm:col-span-2">
        <SubmitButton>Ghi tự nhận xếp loại</SubmitButton>
      </div>
    </ActionForm>
  </Card>
);

const State = ({ row }: { row: OwnRating }) =>
  row.selfAt ? (
    <Tag kind="ok">{`Đã ghi ${formatMoment(row.selfAt)}${row.selfByName ? `, ${row.selfByName}` : ''}`}</Tag>
  ) : (
    <Tag kind="due">Đơn vị chưa ghi</Tag>
  );

const Decided = ({ rows }: { rows: readonly OwnRating[] }) => (
  <Card title="Các kỳ đã quyết định">
    <DataTable
      caption="Các kỳ đã quyết định"
      columns={[
        { key: 'term', label: 'Kỳ', wide: true },
        { key: 'points', label: 'Điểm tự chấm', num: true },
        { key: 'self', label: 'Mức tự nhận', wide: true },
        { key: 'level', label: 'Quyết định', wide: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <div key="term">
            Xếp loại {termLabel(row)}
            <small className="block text-ink-soft">{row.unitName}</small>
          </div>,
          points(row.selfPoints) || '—',
          row.selfLevel ? LEVEL_WORDS[row.selfLevel].label : '—',
          <b key="level">{row.level && LEVEL_WORDS[row.level].label}</b>,
        ],
      }))}
    />
  </Card>
);
