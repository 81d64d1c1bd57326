import type { ReactNode } from 'react';
import { Choice, DateField, SelectField, TextArea, TextField } from '@/components/form/fields';
import type { MemberDetail } from '@/db/queries/members';
import { formatDate } from '@/domain/calendar';
import { formatCard } from '@/domain/members/table';
import { ExceptionReason } from './exception-reason';

const PARTIAL = 'dd/mm/yyyy; nếu giấy tờ chỉ có tháng/năm hoặc năm thì ghi như vậy';
const day = (date?: string | null) => (date ? formatDate(date) : '');

/** One part of a long form, with its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="card p-4">
      <legend className="px-1 font-semibold text-lg">{title}</legend>
      <div className="grid gap-4 md:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** The fields of the general record, for adding and for editing. */
export function MemberFields({ member }: { member?: MemberDetail }) {
  return (
    <>
      <Section title="Nhận thân">
        <TextField name="fullName" label="Họ và tên" required value={member?.fullName} maxLength={80} />
        <TextField
          name="birthName"
          label="Họ và tên khai sinh"
          hint="Khi khác tên đang dùng"
          value={member?.birthName}
          maxLength={80}
        />
        <Choice
          name="sex"
          label="Giới tính"
          required
          value={member && (member.female ? 'female' : 'male')}
          options={[
            { value: 'male', label: 'Nam' },
            { value: 'female', label: 'Nữ' },
          ]}
        />
        <DateField name="born" label="Ngày sinh" required hint={PARTIAL} value={day(member?.born)} />
        <TextField name="homePlace" label="Quê quán" hint="Ghi theo hồ sơ, giữ tên địa danh cũ" value={member?.homePlace} />
        <TextField name="birthPlace" label="Nơi sinh" value={member?.birthPlace} />
        <TextField name="address" label="Nơi ở hiện nay" value={member?.address} />
        <TextField name="phone" label="Điện thoại" type="tel" inputMode="tel" value={member?.phone} maxLength={20} />
        <TextField name="email" label="Thư điện tử" type="email" value={member?.email} maxLength={100} />
      </Section>
      <Section title="Đảng tịch">
        <DateField name="joined" label="Ngày vào Đảng" required hint={PARTIAL} value={day(member?.joined)} />
        <DateField name="official" label="Ngày chính thức" hint="Để trống khi còn dự bị" value={day(member?.official)} />
        <TextField
          name="cardNumber"
          label="Số thẻ đảng viên"
          hint="8 chữ số, hoặc số trên thẻ mới"
          value={member?.cardNumber ? formatCard(member.cardNumber) : ''}
          maxLength={24}
        />
        <TextField
          name="biographyNumber"
          label="Số lý lịch"
          hint="6 chữ số và 1–3 chữ cái; giữ ký hiệu của tỉnh cũ"
          value={member?.biographyNumber}
          maxLength={12}
        />
        <ExceptionReason />
      </Section>
      <Section title="Công tác">
        <TextField name="occupation" label="Nghề nghiệp" value={member?.occupation} />
        <TextField name="workplace" label="Nơi làm việc" value={member?.workplace} />
        <TextField name="position" label="Chức vụ" value={member?.position} />
      </Section>
      <Section title="Trình độ">
        <TextField
          name="generalEducation"
          label="Giáo dục phổ thông"
          hint="Ví dụ 12/12, 10/10"
          value={member?.generalEducation}
          maxLength={40}
        />
        <TextField name="professionalLevel" label="Chuyên môn" value={member?.professionalLevel} />
        <SelectField
          name="politicalTheory"
          label="Lý luận chính trị"
          empty="Chưa ghi"
          value={member?.politicalTheory}
          options={theory(member?.politicalTheory)}
        />
        <TextField name="stateManagement" label="Quản lý nhà nước" value={member?.stateManagement} maxLength={80} />
        <TextField name="foreignLanguage" label="Ngoại ngữ, tiếng dân tộc" value={member?.foreignLanguage} maxLength={80} />
        <TextArea
          name="note"
          label="Ghi chú"
          hint="Không ghi nội dung thuộc bí mật nhà nước"
          value={member?.note}
          rows={2}
          maxLength={1000}
          className="md:col-span-2"
        />
      </Section>
    </>
  );
}

/** The levels of political theory, and whatever an older list brought along. */
function theory(known?: string | null) {
  const levels = ['Sơ cấp', 'Trung cấp', 'Cao cấp', 'Cử nhân'];
  return [...levels, ...(known && !levels.includes(known) ? [known] : [])].map((level) => ({ value: level, label: level }));
}

export function SensitiveFields({
  values,
}: {
  values?: { ethnicity: string | null; religion: string | null; citizenId: string | null; health: string | null };
}) {
  return (
    <Section title="Thông tin nhạy cảm">
      <TextField name="ethnicity" label="Dân tộc" value={values?.ethnicity} maxLength={60} />
      <TextField name="religion" label="Tôn giáo" value={values?.religion} maxLength={60} />
      <TextField
        name="citizenId"
        label="Số căn cước công dân"
        hint="12 chữ số"
        inputMode="numeric"
        value={values?.citizenId}
        maxLength={20}
      />
      <TextField name="health" label="Tình trạng sức khỏe" value={values?.health} maxLength={200} />
    </Section>
  );
}

/** Number, day, issuer and signer of the decision behind an event. */
export function DecisionFields({ required = false }: { required?: boolean }) {
  return (
    <>
      <TextField name="decisionNumber" label="Số quyết định" required={required} maxLength={60} />
      <DateField name="decisionDate" label="Ngày quyết định" required={required} />
      <TextField name="issuer" label="Cơ quan ra quyết định" required={required} maxLength={200} />
      <TextField name="signer" label="Người ký" maxLength={80} />
    </>
  );
}
