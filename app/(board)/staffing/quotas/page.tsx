import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton, TextField } from '@/components/form/fields';
import { type BoardRow, getStaffing } from '@/db/queries/staffing';
import { chooseUnit } from '@/db/queries/units';
import { QUOTA_KINDS } from '@/domain/staffing/words';
import { assign } from '../actions';
import { askedStaffing, staffingAt } from '../asked';

export const metadata: Metadata = { title: 'Giao biên chế' };

export default async function QuotasPage({ searchParams }: PageProps<'/staffing/quotas'>) {
  const viewer = await enter('staffing.write');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'staffing.write', params.unit);
  if (!unit) notFound();
  const { year, kind } = askedStaffing(params, viewer.today);
  const { rows } = await getStaffing(viewer, { unitId: unit.id, year, kind });
  return (
    <>
      <PageHead
        title={`Giao biên chế năm ${year}`}
        crumbs={[{ label: 'Biên chế', href: staffingAt(unit.id, year, kind) }, { label: unit.shortName }]}
        note={`${QUOTA_KINDS[kind]}. Ghi ở đúng nơi quản lý người; cấp trên tự cộng từ cấp dưới, không ghi lại lần nữa.`}
      />
      <Card>
        <ActionForm
          key={`${unit.id}-${year}-${kind}`}
          action={assign}
          formKey={randomUUID()}
          label="Giao biên chế"
          className="p-4"
        >
          <input type="hidden" name="parentId" value={unit.id} />
          <input type="hidden" name="year" value={year} />
          <input type="hidden" name="kind" value={kind} />
          <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
            {rows.map((row) => (
              <Line key={row.unitId} row={row} />
            ))}
          </div>
          <div className="mt-4 grid gap-4 sm:grid-cols-2">
            <TextField name="source" label="Văn bản giao biên chế" hint="Ghi cho những dòng vừa sửa" maxLength={300} />
            <DateField name="asOf" label="Số có mặt tính đến ngày" />
          </div>
          <div className="mt-4">
            <SubmitButton>Lưu biên chế</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}

const shown = (value: number | null) => (value === null ? '' : String(value));

/** The line of the unit itself: what lies below it is entered there. */
function Line({ row }: { row: BoardRow }) {
  const below = row.assigned !== null && row.assigned !== row.ownAssigned;
  return (
    <fieldset className="grid grid-cols-2 gap-3">
      <legend className="mb-1 font-semibold">
        {row.own ? `${row.name} (cơ quan)` : row.name}
        {below && (
          <small className="font-normal text-ink-soft"> · cấp dưới đã ghi {(row.assigned ?? 0) - (row.ownAssigned ?? 0)}</small>
        )}
      </legend>
      <input type="hidden" name={`was-assigned-${row.unitId}`} value={shown(row.ownAssigned)} />
      <input type="hidden" name={`was-inPost-${row.unitId}`} value={shown(row.ownInPost)} />
      <TextField
        name={`assigned-${row.unitId}`}
        label="Được giao"
        value={shown(row.ownAssigned)}
        inputMode="numeric"
        maxLength={7}
        required
      />
      <TextField
        name={`inPost-${row.unitId}`}
        label="Có mặt"
        value={shown(row.ownInPost)}
        inputMode="numeric"
        maxLength={7}
        required
      />
    </fieldset>
  );
}
