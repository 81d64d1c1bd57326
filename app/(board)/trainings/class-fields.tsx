import { DateField, SelectField, TextField } from '@/components/form/fields';
import type { ClassHead } from '@/db/queries/trainings';
import { THEORY } from '@/domain/cadres/codes';
import { formatDate } from '@/domain/calendar';
import { CLASS_KINDS } from '@/domain/trainings/words';

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const THEORIES = options(THEORY).filter(({ value }) => value !== 'none');
const GROUPS = [1, 2, 3, 4].map((group) => ({ value: String(group), label: `Đối tượng ${group}` }));

export const ClassFields = ({ known }: { known?: ClassHead }) => (
  <div className="grid gap-4 sm:grid-cols-2">
    <SelectField
      name="kind"
      label="Nội dung"
      required
      value={known?.kind ?? ''}
      options={options(CLASS_KINDS)}
      empty="Chọn nội dung"
    />
    <TextField
      name="name"
      label="Tên lớp"
      required
      value={known?.name}
      maxLength={200}
      placeholder="Trung cấp lý luận chính trị khóa 12"
    />
    <SelectField
      name="theory"
      label="Trình độ lý luận chính trị"
      hint="Chỉ với lớp lý luận chính trị"
      value={known?.theory ?? ''}
      options={THEORIES}
      empty="Không"
    />
    <SelectField
      name="defence"
      label="Đối tượng quốc phòng, an ninh"
      hint="Chỉ với lớp quốc phòng, an ninh"
      value={known?.defence ? String(known.defence) : ''}
      options={GROUPS}
      empty="Không"
    />
    <DateField name="fromOn" label="Khai giảng" required value={known && formatDate(known.fromOn)} />
    <DateField name="toOn" label="Bế giảng" required value={known && formatDate(known.toOn)} />
    <TextField
      name="planned"
      label="Số người theo kế hoạch"
      required
      value={known && String(known.planned)}
      inputMode="numeric"
      maxLength={5}
    />
    <TextField
      name="others"
      label="Số người ngoài sổ đảng viên"
      hint="Ví dụ đối tượng kết nạp Đảng"
      value={known?.others ? String(known.others) : ''}
      inputMode="numeric"
      maxLength={5}
    />
    <TextField name="school" label="Cơ sở đào tạo" value={known?.school} maxLength={200} />
    <TextField name="place" label="Nơi học" value={known?.place} maxLength={200} />
    <TextField name="decisionNumber" label="Số quyết định mở lớp" value={known?.decisionNumber} maxLength={60} />
  </div>
);
