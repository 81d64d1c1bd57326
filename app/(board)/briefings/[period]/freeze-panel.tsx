import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import type { Briefing } from '@/domain/briefings/briefing';
import { freeze, reopen } from './actions';

const Which = ({ briefing }: { briefing: Briefing }) => (
  <>
    <input type="hidden" name="unitId" value={briefing.unit.id} />
    <input type="hidden" name="period" value={briefing.period} />
    <input type="hidden" name="version" value={briefing.version} />
  </>
);

export function FreezeForm({ briefing }: { briefing: Briefing }) {
  return (
    <ActionForm key={briefing.version} action={freeze} formKey={randomUUID()} label="Chốt số liệu">
      <Which briefing={briefing} />
      <SubmitButton>Chốt số liệu</SubmitButton>
    </ActionForm>
  );
}

export function ReopenForm({ briefing }: { briefing: Briefing }) {
  return (
    <details className="relative">
      <summary className="btn list-none">Mở lại</summary>
      <div className="card absolute right-0 z-10 mt-2 w-[min(360px,calc(100vw-32px))] p-4 max-md:left-0 max-md:right-auto">
        <ActionForm key={briefing.version} action={reopen} formKey={randomUUID()} label="Mở lại số liệu">
          <Which briefing={briefing} />
          <TextField
            name="reason"
            label="Lý do mở lại"
            hint="Được ghi vào nhật ký cùng tên người mở."
            required
            className="mb-3"
          />
          <SubmitButton>Mở lại số liệu</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
