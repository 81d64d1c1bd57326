import { RANKS, TIERS } from '@/domain/posts/kinds';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from './codes';
import { LIST_COLUMNS } from './columns';
import { CADRE_STATES } from './filters';
import { FILE_LINES } from './inputs';
import { CADRE_PAPERS } from './papers';

/** What the fields of a file are called, for the log. */
export const CADRE_FIELD_WORDS: Record<string, string> = {
  ...Object.fromEntries(Object.entries(LIST_COLUMNS).map(([key, { label }]) => [key, label])),
  fileNumber: 'Số hiệu cán bộ',
  otherName: 'Tên gọi khác',
  specialty: 'Ngành',
  defence: 'Quốc phòng và an ninh',
  academicTitle: 'Học hàm',
  informatics: 'Tin học',
  recruitedOn: 'Ngày tuyển dụng',
  recruitedBy: 'Cơ quan tuyển dụng',
  formerOccupation: 'Nghề nghiệp trước khi tuyển dụng',
  joinedAgencyOn: 'Ngày vào cơ quan hiện nay',
  unionJoinedOn: 'Ngày tham gia tổ chức chính trị – xã hội',
  enlistedOn: 'Ngày nhập ngũ',
  dischargedOn: 'Ngày xuất ngũ',
  militaryRank: 'Quân hàm',
  mainWork: 'Công việc chính',
  longestWork: 'Công việc làm lâu nhất',
  strengths: 'Sở trường',
  honours: 'Danh hiệu',
  civilStep: 'Bậc',
  civilCoefficient: 'Hệ số',
  civilSince: 'Ngày hưởng bậc lương',
  healthCheckedOn: 'Giấy khám sức khỏe',
  resumeCertifiedOn: 'Xác nhận sơ yếu lý lịch',
  retirementRule: 'Cách tính nghỉ hưu',
  retirementDate: 'Ngày nghỉ hưu',
  retirementBasis: 'Căn cứ nghỉ hưu',
  state: 'Tình trạng',
  tier: 'Diện quản lý',
  rank: 'Cấp trưởng, cấp phó',
};

const VALUES: Record<string, Record<string, string>> = {
  kind: { ...CADRE_PAPERS, ...FILE_LINES },
  state: CADRE_STATES,
  tier: TIERS,
  rank: RANKS,
  theory: THEORY,
  professional: PROFESSIONAL,
  administration: ADMINISTRATION,
};

/** What stands beside a field, in words; undefined where it is no code of a file. */
export const cadreValueWords = (key: string, value: string): string | undefined => {
  const words = VALUES[key];
  return words && Object.hasOwn(words, value) ? words[value] : undefined;
};
