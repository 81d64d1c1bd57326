import { DateField, TextField } from '@/components/form/fields';

/** The decision behind a change of units: number, date, issuer, signer, and the day from which it holds. */
export function DecisionFields({ effective = 'Có hiệu lực từ ngày', hint }: { effective?: string; hint?: string }) {
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 font-semibold">Quyết định</legend>
      <TextField name="decisionNumber" label="Số quyết định" required placeholder="15-QĐ/ĐU" maxLength={60} />
      <DateField name="decisionDate" label="Ngày quyết định" required />
      <TextField name="issuer" label="Cơ quan ra quyết định" required placeholder="Ban Thường vụ Đảng ủy …" maxLength={200} />
      <TextField name="signer" label="Người ký" maxLength={80} />
      <DateField name="effectiveOn" label={effective} required hint={hint} />
    </fieldset>
  );
}
