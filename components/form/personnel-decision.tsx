import type { ReactNode } from 'react';
import { DateField, TextField } from './fields';

/** One part of a long form, with its own heading. */
export const FormSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="card p-4">
    <legend className="px-1 font-semibold text-lg">{title}</legend>
    <div className="grid gap-4 md:grid-cols-2">{children}</div>
  </fieldset>
);

/** Number, day, issuer and signer of a decision on personnel, and why. */
export const PersonnelDecision = ({ signer = true }: { signer?: boolean }) => (
  <FormSection title="Quyết định">
    <TextField name="decisionNumber" label="Số, ký hiệu" required placeholder="127-QĐ/TU" maxLength={60} />
    <DateField name="decisionDate" label="Ngày quyết định" required />
    <TextField name="issuer" label="Cơ quan ban hành" required={!signer} maxLength={200} />
    {signer && <TextField name="signer" label="Người ký" maxLength={80} />}
    <TextField name="reason" label="Lý do, ghi chú" maxLength={500} className="md:col-span-2" />
  </FormSection>
);
