import { DateField, SelectField, TextField } from '@/components/form/fields';
import { FormSection } from '@/components/form/personnel-decision';
import type { CadreFile } from '@/db/queries/cadres/file';
import { ADMINISTRATION, PROFESSIONAL, RETIREMENT_RULES, THEORY } from '@/domain/cadres/codes';
import { formatDate } from '@/domain/calendar';

type Props = { file: CadreFile };
const PARTIAL = 'dd/mm/yyyy, hoặc tháng/năm, hoặc năm';
const day = (date: string | null) => (date ? formatDate(date) : '');
const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const DEFENCE = [1, 2, 3, 4].map((number) => ({ value: String(number), label: `Đối tượng ${number}` }));

/** The fields of form 2C that the file keeps besides the member's record. */
export const CadreFields = ({ file }: Props) => (
  <>
    <FormSection title="Nhận dạng hồ sơ">
      <TextField name="fileNumber" label="Số hiệu cán bộ" value={file.fileNumber} maxLength={40} />
      <TextField name="otherName" label="Tên gọi khác, bí danh" value={file.otherName} maxLength={80} />
    </FormSection>
    <Learning file={file} />
    <Recruitment file={file} />
    <Work file={file} />
    <Retirement file={file} />
  </>
);

const Learning = ({ file }: Props) => (
  <FormSection title="Trình độ">
    <SelectField
      name="professional"
      label="Chuyên môn cao nhất"
      required
      value={file.professional}
      options={optionsOf(PROFESSIONAL)}
    />
    <TextField name="specialty" label="Ngành" value={file.specialty} maxLength={200} />
    <TextField name="academicTitle" label="Học hàm" value={file.academicTitle} maxLength={80} />
    <SelectField name="theory" label="Lý luận chính trị" required value={file.theory} options={optionsOf(THEORY)} />
    <SelectField
      name="administration"
      label="Quản lý nhà nước"
      required
      value={file.administration}
      options={optionsOf(ADMINISTRATION)}
    />
    <SelectField
      name="defence"
      label="Bồi dưỡng quốc phòng và an ninh"
      empty="Chưa qua"
      value={file.defence ? String(file.defence) : ''}
      options={DEFENCE}
    />
    <TextField name="language" label="Ngoại ngữ, tiếng dân tộc" value={file.language} maxLength={120} />
    <TextField name="informatics" label="Tin học" value={file.informatics} maxLength={120} />
  </FormSection>
);

const Recruitment = ({ file }: Props) => (
  <FormSection title="Tuyển dụng, đoàn thể, quân ngũ">
    <TextField name="formerOccupation" label="Nghề nghiệp trước khi tuyển dụng" value={file.formerOccupation} maxLength={200} />
    <DateField name="recruitedOn" label="Ngày tuyển dụng" hint={PARTIAL} value={day(file.recruitedOn)} />
    <TextField name="recruitedBy" label="Cơ quan tuyển dụng" value={file.recruitedBy} maxLength={200} />
    <DateField name="joinedAgencyOn" label="Ngày vào cơ quan hiện nay" hint={PARTIAL} value={day(file.joinedAgencyOn)} />
    <DateField
      name="unionJoinedOn"
      label="Ngày tham gia tổ chức chính trị – xã hội"
      hint={PARTIAL}
      value={day(file.unionJoinedOn)}
    />
    <DateField name="enlistedOn" label="Ngày nhập ngũ" hint={PARTIAL} value={day(file.enlistedOn)} />
    <DateField name="dischargedOn" label="Ngày xuất ngũ" hint={PARTIAL} value={day(file.dischargedOn)} />
    <TextField name="militaryRank" label="Quân hàm cao nhất" value={file.militaryRank} maxLength={80} />
  </FormSection>
);

const Work = ({ file }: Props) => (
  <FormSection title="Công tác, ngạch bậc">
    <TextField name="mainWork" label="Công việc chính đang làm" value={file.mainWork} maxLength={200} />
    <TextField name="longestWork" label="Công việc làm lâu nhất" value={file.longestWork} maxLength={200} />
    <TextField name="strengths" label="Sở trường công tác" value={file.strengths} maxLength={200} />
    <TextField name="honours" label="Danh hiệu được phong" value={file.honours} maxLength={200} />
    <TextField name="civilRank" label="Ngạch, chức danh nghề nghiệp" value={file.civilRank} maxLength={120} />
    <TextField name="civilStep" label="Bậc" value={file.civilStep} maxLength={20} />
    <TextField name="civilCoefficient" label="Hệ số" value={file.civilCoefficient} maxLength={20} />
    <DateField name="civilSince" label="Hưởng từ" hint={PARTIAL} value={day(file.civilSince)} />
    <DateField name="healthCheckedOn" label="Ngày giấy khám sức khỏe" value={day(file.healthCheckedOn)} />
    <DateField name="resumeCertifiedOn" label="Ngày xác nhận sơ yếu lý lịch" value={day(file.resumeCertifiedOn)} />
  </FormSection>
);

const Retirement = ({ file }: Props) => (
  <FormSection title="Nghỉ hưu">
    <SelectField
      name="retirementRule"
      label="Cách tính"
      required
      value={file.retirementRule}
      options={optionsOf(RETIREMENT_RULES)}
    />
    <DateField
      name="retirementDate"
      label="Ngày nghỉ theo quyết định"
      hint="Khi cách tính ghi “ghi ngày”"
      value={day(file.retirementDate)}
    />
    <TextField
      name="retirementBasis"
      label="Căn cứ"
      hint="Văn bản, quyết định, khi khác lộ trình chung"
      value={file.retirementBasis}
      maxLength={300}
      className="md:col-span-2"
    />
  </FormSection>
);
