import { Choice, DateField, SelectField, TextArea, TextField } from '@/components/form/fields';
import { FormSection } from '@/components/form/personnel-decision';
import { DISCIPLINES, TRAINING_KINDS } from '@/domain/cadres/codes';
import type { FileLine } from '@/domain/cadres/inputs';
import { LEVELS } from '@/domain/posts/kinds';

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const Month = ({ name, label, required }: { name: string; label: string; required?: boolean }) => (
  <TextField name={name} label={label} required={required} inputMode="numeric" placeholder="mm/yyyy" maxLength={10} />
);

const History = () => (
  <FormSection title="Quá trình công tác">
    <Month name="fromMonth" label="Từ tháng" required />
    <Month name="toMonth" label="Đến tháng" />
    <TextArea name="words" label="Chức danh, chức vụ, nơi công tác" required rows={2} maxLength={500} className="md:col-span-2" />
    <SelectField
      name="level"
      label="Cấp công tác"
      hint="Để tính thời gian ở cơ sở"
      empty="Không ghi"
      options={optionsOf(LEVELS)}
    />
  </FormSection>
);

const Training = () => (
  <FormSection title="Đào tạo, bồi dưỡng">
    <SelectField name="kind" label="Loại" required empty="Chọn loại" options={optionsOf(TRAINING_KINDS)} />
    <TextField name="name" label="Ngành học hoặc tên lớp" required maxLength={200} />
    <TextField name="school" label="Tên trường" maxLength={200} />
    <TextField name="form" label="Hình thức" placeholder="Chính quy, tại chức, tập trung…" maxLength={80} />
    <Month name="fromMonth" label="Từ tháng" />
    <Month name="toMonth" label="Đến tháng" />
    <TextField name="certificate" label="Văn bằng, chứng chỉ" maxLength={200} />
    <DateField name="validTo" label="Có giá trị đến" hint="Khi chứng chỉ có thời hạn" />
  </FormSection>
);

const Award = () => (
  <FormSection title="Khen thưởng">
    <TextField name="year" label="Năm" required inputMode="numeric" maxLength={4} />
    <TextField name="form" label="Hình thức" required placeholder="Bằng khen, Giấy khen, Huân chương…" maxLength={200} />
    <TextField name="issuer" label="Cấp khen thưởng" maxLength={200} />
    <TextField name="decisionNumber" label="Số quyết định" maxLength={60} />
  </FormSection>
);

const Discipline = () => (
  <FormSection title="Kỷ luật">
    <Choice name="form" label="Hình thức" required options={optionsOf(DISCIPLINES)} className="md:col-span-2" />
    <DateField name="decidedOn" label="Ngày quyết định" required />
    <DateField name="endsOn" label="Ngày hết thời hạn kỷ luật" />
    <TextField name="issuer" label="Cơ quan ra quyết định" maxLength={200} />
    <TextField name="decisionNumber" label="Số quyết định" maxLength={60} />
    <TextField
      name="reason"
      label="Lý do"
      hint="Không ghi nội dung thuộc bí mật nhà nước"
      maxLength={500}
      className="md:col-span-2"
    />
  </FormSection>
);

const FIELDS = { history: History, training: Training, award: Award, discipline: Discipline };

/** The fields of one part of the file. */
export function LineFields({ line }: { line: FileLine }) {
  const Fields = FIELDS[line];
  return <Fields />;
}
