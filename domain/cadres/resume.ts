import type { AppointmentKind } from '@/domain/appointments/kinds';
import { isHeldOn } from '@/domain/appointments/ledger';
import { formatDate, type IsoDate, type PartialDate } from '@/domain/calendar';
import { formatCard } from '@/domain/members/table';
import {
  ADMINISTRATION,
  type Administration,
  DISCIPLINES,
  type Discipline,
  PROFESSIONAL,
  type Professional,
  THEORY,
  type Theory,
} from './codes';

type Title = {
  title: string;
  kind: AppointmentKind;
  body: boolean;
  grade: number;
  fromOn: IsoDate;
  endedOn: IsoDate | null;
  reversed: boolean;
};
/** What the papers say of a person, from the file. */
export type PaperFile = {
  fullName: string;
  female: boolean;
  born: PartialDate;
  theory: Theory;
  professional: Professional;
  administration: Administration;
  defence: number | null;
  titles: readonly Title[];
  awards: readonly { year: number; form: string; issuer: string | null }[];
  disciplines: readonly { form: Discipline; decidedOn: string; issuer: string | null; reason: string | null }[];
} & Record<TextField, string | null>;
type TextField =
  | 'birthName'
  | 'otherName'
  | 'birthPlace'
  | 'homePlace'
  | 'address'
  | 'phone'
  | 'formerOccupation'
  | 'recruitedOn'
  | 'recruitedBy'
  | 'joinedAgencyOn'
  | 'joined'
  | 'official'
  | 'cardNumber'
  | 'unionJoinedOn'
  | 'enlistedOn'
  | 'dischargedOn'
  | 'militaryRank'
  | 'generalEducation'
  | 'specialty'
  | 'academicTitle'
  | 'language'
  | 'informatics'
  | 'mainWork'
  | 'civilRank'
  | 'civilStep'
  | 'civilCoefficient'
  | 'civilSince'
  | 'honours'
  | 'strengths'
  | 'longestWork';
export type Sensitive = { ethnicity: string | null; religion: string | null; citizenId: string | null; health: string | null };

/** One numbered item of form 2C: its number, and pairs of label and value; null stands open for the hand. */
export type ResumeItem = { number: number; parts: (readonly [label: string, value: string | null])[] };

const day = (date: PartialDate | null) => date && formatDate(date);
const joined = (parts: readonly (string | null | false | undefined)[], between = ', ') =>
  parts.filter(Boolean).join(between) || null;

/** Titles held on that day: seats in committees apart, the highest first. */
export function heldTitles({ titles }: Pick<PaperFile, 'titles'>, today: IsoDate): { bodies: string[]; posts: string[] } {
  const held = titles.filter((title) => isHeldOn(title, today)).toSorted((a, b) => b.grade - a.grade);
  const names = (body: boolean) => held.filter((title) => title.body === body).map(({ title }) => title);
  return { bodies: names(true), posts: names(false) };
}

export const awardWords = ({ awards }: Pick<PaperFile, 'awards'>): string =>
  joined(
    awards.map(({ year, form, issuer }) => `${form}${issuer ? ` của ${issuer}` : ''} (${year})`),
    '; ',
  ) ?? 'Không';
export const disciplineWords = ({ disciplines }: Pick<PaperFile, 'disciplines'>): string =>
  joined(
    disciplines.map(({ form, decidedOn, issuer }) => joined([DISCIPLINES[form], formatDate(decidedOn), issuer])),
    '; ',
  ) ?? 'Không';

/** Items 1–25 of mẫu 2C/TCTW-98. Items 10 and 28–31 (origin of the family, history of the person, family, economy) are not kept. */
export const resumeItems = (file: PaperFile, sensitive: Sensitive | null, today: IsoDate): ResumeItem[] => [
  ...identityItems(file, sensitive, today),
  ...serviceItems(file),
  ...learningItems(file),
  ...closingItems(file, sensitive),
];

function identityItems(file: PaperFile, sensitive: Sensitive | null, today: IsoDate): ResumeItem[] {
  const { bodies, posts } = heldTitles(file, today);
  return [
    {
      number: 1,
      parts: [
        ['Họ và tên khai sinh', (file.birthName ?? file.fullName).toLocaleUpperCase('vi')],
        ['Nam, nữ', file.female ? 'Nữ' : 'Nam'],
      ],
    },
    { number: 2, parts: [['Các tên gọi khác', file.otherName ?? (file.birthName ? file.fullName : null)]] },
    {
      number: 3,
      parts: [
        ['Cấp ủy hiện tại', joined(bodies, '; ')],
        ['Chức vụ (Đảng, chính quyền, đoàn thể, kể cả kiêm nhiệm)', joined(posts, '; ')],
      ],
    },
    { number: 4, parts: [['Sinh ngày', formatDate(file.born)]] },
    { number: 5, parts: [['Nơi sinh', file.birthPlace]] },
    { number: 6, parts: [['Quê quán', file.homePlace]] },
    {
      number: 7,
      parts: [
        ['Nơi ở hiện nay', file.address],
        ['Điện thoại', file.phone],
      ],
    },
    { number: 8, parts: [['Dân tộc', sensitive?.ethnicity ?? null]] },
    { number: 9, parts: [['Tôn giáo', sensitive?.religion ?? null]] },
  ];
}

const serviceItems = (file: PaperFile): ResumeItem[] => [
  { number: 11, parts: [['Nghề nghiệp bản thân trước khi được tuyển dụng', file.formerOccupation]] },
  {
    number: 12,
    parts: [
      ['Ngày được tuyển dụng', day(file.recruitedOn)],
      ['Cơ quan tuyển dụng', file.recruitedBy],
    ],
  },
  { number: 13, parts: [['Ngày vào cơ quan hiện đang công tác', day(file.joinedAgencyOn)]] },
  {
    number: 14,
    parts: [
      ['Ngày vào Đảng Cộng sản Việt Nam', day(file.joined)],
      ['Ngày chính thức', day(file.official)],
      ['Số thẻ', file.cardNumber && formatCard(file.cardNumber)],
    ],
  },
  { number: 15, parts: [['Ngày tham gia tổ chức chính trị – xã hội', day(file.unionJoinedOn)]] },
  {
    number: 16,
    parts: [
      ['Ngày nhập ngũ', day(file.enlistedOn)],
      ['Ngày xuất ngũ', day(file.dischargedOn)],
      ['Quân hàm, chức vụ cao nhất', file.militaryRank],
    ],
  },
];

const learningItems = (file: PaperFile): ResumeItem[] => [
  {
    number: 17,
    parts: [
      ['Giáo dục phổ thông', file.generalEducation],
      ['Chuyên môn cao nhất', joined([PROFESSIONAL[file.professional], file.specialty])],
      ['Học hàm', file.academicTitle],
      ['Lý luận chính trị', THEORY[file.theory]],
      ['Quản lý nhà nước', ADMINISTRATION[file.administration]],
      ['Ngoại ngữ', file.language],
      ['Tin học', file.informatics],
    ],
  },
  { number: 18, parts: [['Công tác chính đang làm', file.mainWork]] },
  {
    number: 19,
    parts: [
      ['Ngạch, chức danh nghề nghiệp', file.civilRank],
      ['Bậc', file.civilStep],
      ['Hệ số', file.civilCoefficient],
      ['Từ', day(file.civilSince)],
    ],
  },
];

const closingItems = (file: PaperFile, sensitive: Sensitive | null): ResumeItem[] => [
  { number: 20, parts: [['Danh hiệu được phong', file.honours]] },
  {
    number: 21,
    parts: [
      ['Sở trường công tác', file.strengths],
      ['Công việc đã làm lâu nhất', file.longestWork],
    ],
  },
  { number: 22, parts: [['Khen thưởng', awardWords(file)]] },
  { number: 23, parts: [['Kỷ luật', disciplineWords(file)]] },
  { number: 24, parts: [['Tình trạng sức khỏe', sensitive?.health ?? null]] },
  { number: 25, parts: [['Số căn cước công dân', sensitive?.citizenId ?? null]] },
];

/** The lines of a short biography (tiểu sử tóm tắt), before the table of work. Only what is known. */
export function biographyRows(file: PaperFile, sensitive: Sensitive | null, today: IsoDate): (readonly [string, string])[] {
  const { bodies, posts } = heldTitles(file, today);
  const rows: (readonly [string, string | null])[] = [
    ['Họ và tên', file.fullName],
    ['Tên gọi khác', file.otherName],
    ['Ngày sinh', formatDate(file.born)],
    ['Giới tính', file.female ? 'Nữ' : 'Nam'],
    ['Quê quán', file.homePlace],
    ['Nơi ở hiện nay', file.address],
    ['Dân tộc', sensitive?.ethnicity ?? null],
    ['Tôn giáo', sensitive?.religion ?? null],
    ['Ngày vào Đảng', joined([day(file.joined), file.official && `chính thức ${formatDate(file.official)}`])],
    ['Giáo dục phổ thông', file.generalEducation],
    ['Chuyên môn, nghiệp vụ', joined([PROFESSIONAL[file.professional], file.specialty])],
    ['Lý luận chính trị', THEORY[file.theory]],
    ['Quản lý nhà nước', ADMINISTRATION[file.administration]],
    ['Ngoại ngữ', file.language],
    ['Chức vụ hiện nay', joined([...posts, ...bodies], '; ')],
    ['Khen thưởng', awardWords(file)],
    ['Kỷ luật', disciplineWords(file)],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
