import { DateField, TextField } from '@/components/form/fields';

/** Number, day, who issued and signed: what every decision on personnel has. */
export const DecisionFields = ({ issuer = 'Ban Thường vụ Tỉnh ủy' }: { issuer?: string }) => (
  <>
    <div className="field-row">
      <TextField name="decisionNumber" label="Số, ký hiệu quyết định" hint="Ví dụ: 215-QĐ/TU" required maxLength={60} />
      <DateField name="decisionDate" label="Ngày quyết định" required />
    </div>
    <div className="field-row">
      <TextField name="issuer" label="Cơ quan quyết định" value={issuer} />
      <TextField name="signer" label="Người ký" maxLength={80} />
    </div>
  </>
);
