import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card, Empty } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import type { BoardRow, ChangeRow } from '@/db/queries/staffing';
import { formatDate } from '@/domain/calendar';
import { formatDelta } from '@/domain/numbers';
import { CHANGE_WORDS, isDecrease, type LedgerReason, ledgerWords, type QuotaKind } from '@/domain/staffing/words';
import { record, reverse } from './actions';

const REASONS = Object.entries(CHANGE_WORDS).map(([value, label]) => ({ value, label }));

export const ChangeForm = ({ rows, kind }: { rows: readonly BoardRow[]; kind: QuotaKind }) => (
  <Card title="Ghi tăng, giảm" className="mb-5">
    <ActionForm
      action={record}
      formKey={randomUUID()}
      label="Ghi tăng, giảm"
      className="grid gap-4 p-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      <input type="hidden" name="kind" value={kind} />
      <SelectField
        name="unitId"
        label="Tổ chức"
        required
        value=""
        empty="Chọn tổ chức"
        options={rows.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
      <SelectField name="reason" label="Lý do" required value="" empty="Chọn lý do" options={REASONS} />
      <TextField name="persons" label="Số người" required inputMode="numeric" maxLength={5} />
      <DateField name="effectiveOn" label="Có hiệu lực từ ngày" required />
      <TextField name="decisionNumber" label="Số quyết định" maxLength={60} />
      <TextField name="note" label="Ghi chú" maxLength={300} hint="Không ghi tên người" />
      <div className="sm:col-span-2 lg:col-span-3">
        <SubmitButton primary={false}>Ghi tăng, giảm</SubmitButton>
      </div>
    </ActionForm>
  </Card>
);

const COLUMNS = [
  { key: 'on', label: 'Ngày' },
  { key: 'unit', label: 'Tổ chức' },
  { key: 'reason', label: 'Lý do' },
  { key: 'persons', label: 'Số người', num: true },
  { key: 'papers', label: 'Căn cứ, người ghi' },
];

type ListProps = {
  changes: { rows: readonly ChangeRow[]; hasNext: boolean };
  writing: boolean;
  year: number;
  reason?: LedgerReason;
  later: boolean;
  at: string;
};

/** reason: what the ledger is narrowed to; later: a page after the first; at: the page it stands on. */
export const ChangeList = ({ changes: { rows, hasNext }, writing, year, reason, later, at }: ListProps) => {
  const narrowed = reason ? `${at}&reason=${reason}` : at;
  return (
    <Card
      id="changes"
      title={`Sổ tăng, giảm năm ${year}${reason ? `: ${ledgerWords(reason)}` : ''}`}
      aside={
        reason && (
          <Link href={`${at}#changes`} prefetch={false}>
            Xem cả sổ
          </Link>
        )
      }
    >
      {rows.length ? (
        <DataTable
          caption={`Sổ tăng, giảm biên chế năm ${year}`}
          columns={COLUMNS}
          rows={rows.map((change) => ({
            key: change.id,
            cells: [
              formatDate(change.effectiveOn),
              change.unitName,
              change.takenBack ? <s key="reason">{CHANGE_WORDS[change.reason]}</s> : CHANGE_WORDS[change.reason],
              formatDelta(isDecrease(change.reason) ? -change.persons : change.persons),
              <Papers key="papers" change={change} writing={writing} />,
            ],
          }))}
        />
      ) : (
        <Empty>Năm {year} chưa ghi tăng, giảm nào.</Empty>
      )}
      {(later || hasNext) && (
        <p className="flex gap-2 p-4">
          {later && (
            <Link className="btn" href={`${narrowed}#changes`} prefetch={false}>
              Về đầu
            </Link>
          )}
          {hasNext && (
            <Link className="btn" href={`${narrowed}&after=${rows.at(-1)?.id}#changes`} prefetch={false}>
              Trang sau →
            </Link>
          )}
        </p>
      )}
    </Card>
  );
};

const Papers = ({ change, writing }: { change: ChangeRow; writing: boolean }) => (
  <>
    {[change.decisionNumber, change.note, change.who].filter(Boolean).join(' · ')}
    {change.takenBack && <small className="block text-ink-soft">đã hủy</small>}
    {writing && !change.takenBack && (
      <details className="text-sm">
        <summary className="py-3">Hủy bút toán ghi nhầm</summary>
        <ActionForm action={reverse} formKey={randomUUID()} label="Hủy bút toán" className="mt-2 flex flex-wrap items-end gap-2">
          <input type="hidden" name="changeId" value={change.id} />
          <label className="block">
            <span className="block font-semibold">Lý do hủy</span>
            <input name="note" className="input" maxLength={300} autoComplete="off" />
          </label>
          <SubmitButton primary={false}>Hủy bút toán</SubmitButton>
        </ActionForm>
      </details>
    )}
  </>
);
