import { DateField, TextField } from '@/components/form/fields';
import { ReasonField } from '@/components/form/reason-field';
import { Part } from './form-part';

/** Number and symbol, day, who issued and signed it, and why it is decided where the rules doubt. */
export const DecisionPaper = () => (
  <Part title="Văn bản">
    <TextField name="decisionNumber" label="Số, ký hiệu" required placeholder="125-QĐ/TU" maxLength={60} />
    <DateField name="decisionDate" label="Ngày ký" required />
    <TextField name="issuer" label="Cơ quan ban hành" maxLength={200} />
    <TextField name="signer" label="Người ký" maxLength={80} />
    <TextField name="reason" label="Lý do, ghi chú" maxLength={500} className="sm:col-span-2" />
    <ReasonField className="sm:col-span-2" />
  </Part>
);
