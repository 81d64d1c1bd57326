import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import { ReasonField } from '@/components/form/reason-field';
import type { RotationDetail } from '@/db/queries/rotations/rotation';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { standingEntries } from '@/domain/rotations/entries';
import { ROTATION_EVENTS, STEPS } from '@/domain/rotations/words';
import { start, step, withdraw } from '../actions';
import { DecisionFields } from '../decision-fields';

export const Existing = ({ row }: { row: Pick<RotationDetail, 'id' | 'version'> }) => (
  <>
    <input type="hidden" name="rotationId" value={row.id} />
    <input type="hidden" name="version" value={row.version} />
  </>
);

/** The steps between the names and the decision; announcing: the one after it. */
export function StepForm({ row, today, announcing = false }: { row: RotationDetail; today: IsoDate; announcing?: boolean }) {
  const done = new Set(standingEntries(row.events).map(({ kind }) => kind));
  const open = STEPS.filter((one) => !done.has(one));
  if (!announcing && open.length === 0)
    return <p className="px-4 py-3">Đã ghi đủ các bước; chờ quyết định của cấp có thẩm quyền.</p>;
  return (
    <ActionForm
      key={row.version}
      action={step}
      formKey={randomUUID()}
      label={announcing ? 'Ghi công bố quyết định' : 'Ghi bước quy trình'}
      className="grid max-w-3xl gap-4 p-4"
    >
      <Existing row={row} />
      {announcing ? (
        <input type="hidden" name="step" value="announced" />
      ) : (
        <SelectField
          name="step"
          label="Bước"
          options={open.map((value) => ({ value, label: ROTATION_EVENTS[value] }))}
          value={open[0]}
          required
        />
      )}
      <DateField name="heldOn" label="Ngày thực hiện" value={formatDate(today)} required className="max-w-56" />
      <TextArea name="note" label="Nội dung, ý kiến" rows={2} maxLength={1000} />
      <div>
        <SubmitButton primary={!announcing}>{announcing ? 'Ghi công bố' : 'Ghi bước'}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export const StartForm = ({ row }: { row: RotationDetail }) => (
  <ActionForm action={start} formKey={randomUUID()} label="Ghi quyết định luân chuyển" className="grid max-w-3xl gap-4 p-4">
    <Existing row={row} />
    <p>
      Quyết định này ghi chức vụ mới vào sổ và kết thúc chức vụ <b>{row.fromTitle}</b>; vị trí cũ sẽ trống từ ngày bắt đầu.
    </p>
    <DecisionFields />
    <div className="field-row">
      <DateField
        name="startedOn"
        label="Bắt đầu từ ngày"
        value={row.proposedStart ? formatDate(row.proposedStart) : ''}
        required
      />
      <DateField
        name="until"
        label="Đến ngày"
        hint="Bỏ trống nếu theo thời gian tối thiểu"
        value={row.until ? formatDate(row.until) : ''}
      />
    </div>
    <ReasonField />
    <div>
      <SubmitButton>Ghi quyết định</SubmitButton>
    </div>
  </ActionForm>
);

export const WithdrawForm = ({ row }: { row: RotationDetail }) => (
  <ActionForm action={withdraw} formKey={randomUUID()} label="Rút đề xuất" className="grid gap-4 p-4">
    <Existing row={row} />
    <TextField name="reason" label="Lý do" required maxLength={500} />
    <div>
      <SubmitButton primary={false}>Rút đề xuất</SubmitButton>
    </div>
  </ActionForm>
);
