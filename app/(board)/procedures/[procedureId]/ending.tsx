import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card, Facts } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextArea } from '@/components/form/fields';
import type { Concluded, ProcedureFile } from '@/db/queries/procedures/procedure';
import { APPOINTMENT_EVENTS } from '@/domain/appointments/kinds';
import { formatDate } from '@/domain/calendar';
import type { ProcedureState } from '@/domain/procedures/progress';
import { stop } from '../actions';

/** How the procedure ended, or how it may be stopped. */
export function Ending({ file, state }: { file: ProcedureFile; state: ProcedureState }) {
  if (state === 'appointed') return <Decided file={file} />;
  if (state === 'stopped')
    return (
      <Card title="Đã dừng">
        <Facts
          rows={[
            ['Ngày', file.concludedOn && formatDate(file.concludedOn)],
            ['Lý do', file.stopReason],
          ]}
        />
      </Card>
    );
  return file.mayWrite ? <Stop file={file} /> : null;
}

const Decided = ({ file }: { file: ProcedureFile }) => (
  <Card title="Quyết định">
    {file.appointment ? (
      <Facts
        rows={[
          [
            'Người được quyết định',
            <Link key="who" href={`/cadres/${file.appointment.cadreId}`} prefetch={false}>
              {file.appointment.name}
            </Link>,
          ],
          ['Hình thức', APPOINTMENT_EVENTS[file.appointment.event]],
          ['Số quyết định', file.appointment.decisionNumber],
          ['Có hiệu lực từ', formatDate(file.appointment.effectiveOn)],
          ['Hết thời hạn', file.appointment.termEndsOn && formatDate(file.appointment.termEndsOn)],
          ['Kết thúc quy trình', file.concludedOn && formatDate(file.concludedOn)],
        ]}
      />
    ) : (
      <p className="px-4 py-3 text-ink-soft">Đã có quyết định; hồ sơ của người được quyết định do cấp khác quản lý.</p>
    )}
    {file.appointment && <Doubts of={file.appointment} />}
  </Card>
);

/** What the rules doubted when it was decided, and the reason given. */
const Doubts = ({ of: { warnings, exceptionReason } }: { of: Concluded }) =>
  warnings.length || exceptionReason ? (
    <div className="border-line border-t px-4 py-3">
      {warnings.length > 0 && <p className="text-ink-soft">Cảnh báo khi quyết định</p>}
      <ul className="grid gap-1">
        {warnings.map((words) => (
          <li key={words} className="text-amber">
            {words}
          </li>
        ))}
      </ul>
      {exceptionReason && (
        <p className="mt-2">
          <span className="text-ink-soft">Lý do vẫn quyết định: </span>
          {exceptionReason}
        </p>
      )}
    </div>
  ) : null;

const Stop = ({ file }: { file: ProcedureFile }) => (
  <details className="card p-4">
    <summary className="min-h-11 py-2 font-semibold">Dừng quy trình</summary>
    <ActionForm action={stop} formKey={randomUUID()} label="Dừng quy trình" className="mt-3 grid gap-4">
      <input type="hidden" name="procedureId" value={file.id} />
      <input type="hidden" name="version" value={file.version} />
      <TextArea name="stopReason" label="Lý do" required maxLength={500} />
      <div>
        <SubmitButton primary={false}>Dừng, không quyết định</SubmitButton>
      </div>
    </ActionForm>
  </details>
);
