import { randomUUID } from 'node:crypto';
import { Card, Facts } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SubmitButton, TextField } from '@/components/form/fields';
import type { ProcedureFile } from '@/db/queries/procedures/procedure';
import { formatDate, type Holiday } from '@/domain/calendar';
import { type Clock, clocksOf, clockWords } from '@/domain/procedures/clocks';
import type { ProcedureState } from '@/domain/procedures/progress';
import type { Rules } from '@/domain/rule-sets';
import { answer } from '../actions';

type Props = { file: ProcedureFile; state: ProcedureState; today: string; rules: Rules; holidays: readonly Holiday[] };

/** The policy asked for, its answer, and both clocks with the rule beside them. */
export function Policy({ file, state, today, rules, holidays }: Props) {
  const clocks = clocksOf(
    { requestedOn: file.policyAskedOn, answeredOn: file.policyAnsweredOn, concludedOn: file.concludedOn },
    today,
    rules,
    holidays,
  );
  return (
    <Card title="Chủ trương và thời hạn">
      <Facts
        rows={[
          ['Mở ngày', [formatDate(file.openedOn), file.openedByName].filter(Boolean).join(', ')],
          ['Lý do', file.reason],
          ['Xin chủ trương', file.policyAskedOn && dated(file.policyAskedOn, file.policyAskedNumber)],
          ['Trả lời', clocks.answer && <Running clock={clocks.answer} done={file.policyAnsweredOn} />],
          ['Văn bản trả lời', file.policyAnsweredOn && `${dated(file.policyAnsweredOn, file.policyNumber)}: ${agreed(file)}`],
          ['Hoàn thành', file.policyApproved && clocks.finish && <Running clock={clocks.finish} done={file.concludedOn} />],
          ['Cấp quyết định', file.managingUnitName],
        ]}
      />
      {state === 'asking' && file.mayWrite && (
        <ActionForm
          action={answer}
          formKey={randomUUID()}
          label="Trả lời chủ trương"
          className="grid gap-4 border-line border-t p-4"
        >
          <input type="hidden" name="procedureId" value={file.id} />
          <input type="hidden" name="version" value={file.version} />
          <DateField name="policyAnsweredOn" label="Ngày trả lời" required value={formatDate(today)} />
          <TextField name="policyNumber" label="Số, ký hiệu văn bản trả lời" required maxLength={60} />
          <Choice
            name="policyApproved"
            label="Ý kiến của cấp có thẩm quyền"
            required
            options={[
              { value: 'yes', label: 'Đồng ý' },
              { value: 'no', label: 'Không đồng ý' },
            ]}
          />
          <div>
            <SubmitButton>Ghi trả lời</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Card>
  );
}

const dated = (day: string, number: string | null) => (number ? `${number}, ${formatDate(day)}` : formatDate(day));
const agreed = ({ policyApproved }: ProcedureFile) => (policyApproved ? 'đồng ý' : 'không đồng ý');

const Running = ({ clock, done }: { clock: Clock; done: string | null }) => (
  <>
    <span className={clock.overdue ? 'font-semibold text-red-deep' : undefined}>
      {done ? `${clock.overdue ? 'quá hạn' : 'trong hạn'} (hạn ${formatDate(clock.dueOn)})` : clockWords(clock)}
    </span>
    <span className="block text-ink-soft text-sm">{clock.basis}</span>
  </>
);
