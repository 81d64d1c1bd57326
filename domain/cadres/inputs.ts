import { z } from 'zod';
import { type PartialDate, parseTypedDate } from '@/domain/calendar';
import { keysOf, line, neededDay, neededLine } from '@/domain/inputs';
import { wholeDay } from '@/domain/members/member';
import { LEVELS } from '@/domain/posts/kinds';
import { Version } from '@/domain/version';
import { ADMINISTRATION, DISCIPLINES, PROFESSIONAL, RETIREMENT_RULES, THEORY, TRAINING_KINDS } from './codes';

/** As far as the papers say it: a year, a month or a day. */
const partial = (what: string) =>
  line(20).transform((text, context): PartialDate | null => {
    if (!text) return null;
    const read = parseTypedDate(text, what);
    if ('date' in read) return read.date;
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });
/** A month typed mm/yyyy, kept as YYYY-MM. */
const month = (what: string) =>
  partial(what).transform((date, context): string | null => {
    if (date === null || date.length === 7) return date;
    context.addIssue({ code: 'custom', message: `Hãy ghi ${what} theo tháng/năm, ví dụ 08/2019.` });
    return z.NEVER;
  });
const choice = <T extends string>(words: Record<T, string>, message: string) => z.enum(keysOf(words), message);
const optionalChoice = <T extends string>(words: Record<T, string>, message: string) =>
  z
    .union([z.literal('').transform(() => null), z.enum(keysOf(words), message)])
    .optional()
    .transform((key) => key ?? null);

export const OpenCadreInput = z.object({ memberId: z.uuid('Hãy chọn đảng viên.') });
export type OpenCadre = z.output<typeof OpenCadreInput>;

const cadreId = z.uuid('Không rõ cán bộ nào. Hãy mở lại trang.');

/** The fields of form 2C that a file keeps besides the member's record; the names are those of the form. */
export const EditCadreInput = z.object({
  cadreId,
  version: Version,
  fileNumber: line(40),
  otherName: line(80),
  theory: choice(THEORY, 'Hãy chọn trình độ lý luận chính trị.'),
  professional: choice(PROFESSIONAL, 'Hãy chọn trình độ chuyên môn.'),
  specialty: line(200),
  administration: choice(ADMINISTRATION, 'Hãy chọn trình độ quản lý nhà nước.'),
  defence: z
    .union(
      [z.literal('').transform(() => null), z.coerce.number().int().min(1).max(4)],
      'Đối tượng bồi dưỡng quốc phòng từ 1 đến 4.',
    )
    .optional()
    .transform((number) => number ?? null),
  academicTitle: line(80),
  language: line(120),
  informatics: line(120),
  recruitedOn: partial('ngày tuyển dụng'),
  recruitedBy: line(200),
  formerOccupation: line(200),
  joinedAgencyOn: partial('ngày vào cơ quan hiện nay'),
  unionJoinedOn: partial('ngày tham gia tổ chức chính trị – xã hội'),
  enlistedOn: partial('ngày nhập ngũ'),
  dischargedOn: partial('ngày xuất ngũ'),
  militaryRank: line(80),
  mainWork: line(200),
  longestWork: line(200),
  strengths: line(200),
  honours: line(200),
  civilRank: line(120),
  civilStep: line(20),
  civilCoefficient: line(20),
  civilSince: partial('ngày hưởng bậc lương'),
  healthCheckedOn: wholeDay('ngày giấy khám sức khỏe'),
  resumeCertifiedOn: wholeDay('ngày xác nhận sơ yếu lý lịch'),
  retirementRule: choice(RETIREMENT_RULES, 'Hãy chọn cách tính tuổi nghỉ hưu.'),
  retirementDate: wholeDay('ngày nghỉ hưu'),
  retirementBasis: line(300),
});
export type EditCadre = z.output<typeof EditCadreInput>;

const HistoryLine = z.object({
  cadreId,
  line: z.literal('history'),
  fromMonth: month('tháng bắt đầu').pipe(z.string('Hãy ghi tháng bắt đầu, ví dụ 08/2019.')),
  toMonth: month('tháng kết thúc'),
  words: neededLine(500, 'Hãy ghi chức danh, chức vụ, nơi công tác.'),
  level: optionalChoice(LEVELS, 'Hãy chọn cấp công tác.'),
});
const TrainingLine = z.object({
  cadreId,
  line: z.literal('training'),
  kind: choice(TRAINING_KINDS, 'Hãy chọn loại đào tạo, bồi dưỡng.'),
  name: neededLine(200, 'Hãy ghi tên ngành học hoặc tên lớp.'),
  school: line(200),
  fromMonth: month('tháng bắt đầu'),
  toMonth: month('tháng kết thúc'),
  form: line(80),
  certificate: line(200),
  validTo: wholeDay('ngày hết giá trị của chứng chỉ'),
});
const AwardLine = z.object({
  cadreId,
  line: z.literal('award'),
  year: z.coerce.number('Hãy ghi năm khen thưởng.').int().min(1930, 'Hãy kiểm tra lại năm.').max(2100, 'Hãy kiểm tra lại năm.'),
  form: neededLine(200, 'Hãy ghi hình thức khen thưởng.'),
  issuer: line(200),
  decisionNumber: line(60),
});
const DisciplineLine = z.object({
  cadreId,
  line: z.literal('discipline'),
  form: choice(DISCIPLINES, 'Hãy chọn hình thức kỷ luật.'),
  decidedOn: neededDay('ngày quyết định kỷ luật'),
  endsOn: wholeDay('ngày hết thời hạn kỷ luật'),
  issuer: line(200),
  decisionNumber: line(60),
  reason: line(500),
});
export const AddLineInput = z.discriminatedUnion(
  'line',
  [HistoryLine, TrainingLine, AwardLine, DisciplineLine],
  'Không rõ mục nào của hồ sơ. Hãy mở lại trang.',
);
export type AddLine = z.output<typeof AddLineInput>;

/** The parts of a file that are made of lines. */
export const FILE_LINES = {
  history: 'Quá trình công tác',
  training: 'Đào tạo, bồi dưỡng',
  award: 'Khen thưởng',
  discipline: 'Kỷ luật',
} as const;
export type FileLine = keyof typeof FILE_LINES;

export const RemoveLineInput = z.object({
  cadreId,
  lineId: z.uuid('Không rõ dòng nào. Hãy mở lại trang.'),
  line: choice(FILE_LINES, 'Không rõ mục nào của hồ sơ. Hãy mở lại trang.'),
  reason: neededLine(500, 'Hãy ghi lý do bỏ dòng này.'),
});
export type RemoveLine = z.output<typeof RemoveLineInput>;
