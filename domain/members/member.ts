import { z } from 'zod';
import { type IsoDate, isBeforePartial, latest, type PartialDate, parseTypedDate, yearsBetween } from '@/domain/calendar';
import { normalizeName } from '@/domain/names';
import type { Problem } from '@/domain/problems';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { oneLine } from '@/domain/text';
import { Version } from '@/domain/version';

const typed = (max: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`));
const optional = (max = 200) => typed(max).transform((text) => text || null);

const partialDate = (what: string) =>
  typed(20).transform((text, context): PartialDate | null => {
    if (!text) return null;
    const read = parseTypedDate(text, what);
    if ('date' in read) return read.date;
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });

const neededDate = (what: string, missing: string) =>
  partialDate(what).transform((date, context): PartialDate => {
    if (date) return date;
    context.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });

/** A whole day typed dd/mm/yyyy; null when empty. */
export const wholeDay = (what: string) =>
  partialDate(what).transform((date, context): IsoDate | null => {
    if (date === null || date.length === 10) return date;
    context.addIssue({ code: 'custom', message: `Hãy ghi đủ ngày, tháng, năm của ${what}, ví dụ 03/02/2026.` });
    return z.NEVER;
  });

const compact = (text: string) => text.replace(/[\s.]/g, '').toUpperCase();
const digits = (text: string) => text.replace(/[\s.\-()]/g, '');
const numberLike = (clean: (text: string) => string) => typed(100).transform((text) => clean(text) || null);

type Numbers = {
  cardNumber: string | null;
  biographyNumber: string | null;
  phone: string | null;
  email: string | null;
  citizenId: string | null;
};

const NUMBERS: Record<keyof Numbers, { format: RegExp; message: string }> = {
  // Cards since the 2003 exchange (29-CT/TW) have 8 digits; those issued from 2025 are held as text: 12 digits, or with letters.
  cardNumber: {
    format: /^(\d{8}|\d{12}|(?=.*[A-Z])[A-Z0-9/-]{5,20})$/,
    message: 'Số thẻ đảng viên có 8 chữ số (thẻ mới có thể có 12 số hoặc cả chữ). Hãy đối chiếu với thẻ.',
  },
  // Phiếu đảng viên: 6 digits and the 1–3 letters of the committee that issued it.
  biographyNumber: {
    format: /^\d{6}[A-ZĐ]{1,3}$/,
    message: 'Số lý lịch gồm 6 chữ số và 1–3 chữ cái, ví dụ 012345BS. Hãy đối chiếu với phiếu đảng viên.',
  },
  phone: { format: /^(0|\+84)\d{9,10}$/, message: 'Số điện thoại bắt đầu bằng 0 và có 10 hoặc 11 chữ số. Hãy kiểm tra lại.' },
  email: { format: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, message: 'Thư điện tử phải có dạng ten@coquan.vn. Hãy kiểm tra lại.' },
  citizenId: { format: /^\d{12}$/, message: 'Số căn cước công dân có 12 chữ số. Hãy kiểm tra lại.' },
};

/** Numbers that are not what such a number looks like. What stood in the book before (old papers, imports) may stay as it is. */
export function numberProblems(after: Partial<Numbers>, before: Partial<Numbers> = {}): Problem[] {
  return (Object.keys(NUMBERS) as (keyof Numbers)[]).flatMap((path) => {
    const number = after[path];
    return !number || number === before[path] || NUMBERS[path].format.test(number)
      ? []
      : [{ path, message: NUMBERS[path].message }];
  });
}

const fullName = typed(80)
  .transform(normalizeName)
  .refine(
    (name) => /^\p{L}[\p{L}\p{M}'’ .-]*$/u.test(name) && name.includes(' '),
    'Hãy ghi đủ họ và tên, chỉ gồm chữ, ví dụ Nguyễn Văn An.',
  );

/** What the general record of a person holds; the names of the fields are the names in the forms. */
export const memberFields = {
  fullName,
  birthName: optional(80).transform((name) => name && normalizeName(name)),
  sex: z.enum(['male', 'female'], 'Hãy chọn nam hoặc nữ.'),
  born: neededDate('ngày sinh', 'Hãy ghi ngày sinh; nếu giấy tờ chỉ có năm thì ghi năm.'),
  joined: neededDate('ngày vào Đảng', 'Hãy ghi ngày vào Đảng; nếu giấy tờ chỉ có tháng, năm thì ghi tháng, năm.'),
  official: partialDate('ngày chính thức'),
  cardNumber: numberLike(compact),
  biographyNumber: numberLike(compact),
  homePlace: optional(),
  birthPlace: optional(),
  address: optional(),
  phone: numberLike(digits),
  email: optional(100),
  occupation: optional(),
  workplace: optional(),
  position: optional(),
  generalEducation: optional(40),
  professionalLevel: optional(),
  politicalTheory: optional(80),
  stateManagement: optional(80),
  foreignLanguage: optional(80),
  note: optional(1000),
};

export const sensitiveFields = {
  ethnicity: optional(60),
  religion: optional(60),
  citizenId: numberLike(digits),
  health: optional(200),
};

const exceptionReason = optional(300);
const id = (message: string) => z.uuid(message);

/** How a person comes into the book by hand; official or probationary follows from the official date. */
export const ENTRIES = [
  { value: 'registered', label: 'Đã là đảng viên, nay ghi vào sổ' },
  { value: 'admission', label: 'Mới kết nạp' },
  { value: 'transferred_in', label: 'Chuyển đến từ ngoài tỉnh' },
] as const;

export const decisionFields = {
  decisionNumber: optional(60),
  decisionDate: wholeDay('ngày quyết định'),
  issuer: optional(),
  signer: optional(80),
};

export const AddMemberInput = z.object({
  ...memberFields,
  ...sensitiveFields,
  ...decisionFields,
  cellId: id('Hãy chọn chi bộ.'),
  entry: z.enum(['registered', 'admission', 'transferred_in'], 'Hãy chọn cách ghi vào sổ.'),
  entryOn: wholeDay('ngày ghi vào sổ'),
  place: optional(),
  exceptionReason,
});
export type AddMember = z.output<typeof AddMemberInput>;

const existing = { memberId: id('Không rõ đảng viên nào. Hãy mở lại trang.'), version: Version };

export const EditMemberInput = z.object({ ...memberFields, ...existing, exceptionReason });
export type EditMember = z.output<typeof EditMemberInput>;

export const EditSensitiveInput = z.object({ ...sensitiveFields, ...existing });
export type EditSensitive = z.output<typeof EditSensitiveInput>;

type Dates = { born: PartialDate; joined: PartialDate; official: PartialDate | null; exceptionReason: string | null };

/**
 * What is wrong with a person's dates. Joining under the age of the rule in force is let through with a reason (the Statute knows
 * exceptions); what can never be right is not.
 */
export function memberProblems(member: Dates, today: IsoDate, rules: Pick<Rules, 'admission.age'>): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  const { born, joined, official } = member;
  for (const [path, date, what] of [
    ['born', born, 'Ngày sinh'],
    ['joined', joined, 'Ngày vào Đảng'],
    ['official', official, 'Ngày chính thức'],
  ] as const)
    if (date && isBeforePartial(today, date)) fault(path, `${what} ở sau hôm nay. Hãy sửa lại.`);
  if (isBeforePartial(joined, born)) fault('joined', 'Ngày vào Đảng ở trước ngày sinh. Hãy kiểm tra lại cả hai ngày.');
  else if (!problems.length) problems.push(...youthProblems(member, rules['admission.age']));
  if (official && isBeforePartial(official, joined))
    fault('official', 'Ngày chính thức ở trước ngày vào Đảng. Hãy kiểm tra lại cả hai ngày.');
  return problems;
}

function youthProblems({ born, joined, exceptionReason }: Dates, rule: Rules['admission.age']): Problem[] {
  const age = yearsBetween(born, latest(joined));
  if (age >= rule.value.from || exceptionReason) return [];
  return [
    {
      path: 'exceptionReason',
      message: `Khi vào Đảng người này mới ${age} tuổi, quy định từ ${rule.value.from} tuổi (${basisOf(rule)}). Nếu đúng như vậy, hãy ghi lý do rồi lưu lại.`,
    },
  ];
}

/** What is missing for the way a person comes into the book. */
export function entryProblems(member: AddMember, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const needs = (path: string, given: unknown, message: string) => given || problems.push({ path, message });
  if (member.entry === 'admission') {
    if (member.joined.length < 10)
      problems.push({ path: 'joined', message: 'Đảng viên mới kết nạp cần đủ ngày, tháng, năm của lễ kết nạp.' });
    if (member.official)
      problems.push({ path: 'official', message: 'Đảng viên mới kết nạp còn dự bị: hãy để trống ngày chính thức.' });
    needs('decisionNumber', member.decisionNumber, 'Hãy ghi số quyết định kết nạp.');
    needs('decisionDate', member.decisionDate, 'Hãy ghi ngày quyết định kết nạp.');
    needs('issuer', member.issuer, 'Hãy ghi cơ quan ra quyết định kết nạp.');
    if (member.decisionDate && member.decisionDate > member.joined)
      problems.push({
        path: 'decisionDate',
        message: 'Quyết định kết nạp phải có trước lễ kết nạp (ngày vào Đảng). Hãy kiểm tra lại hai ngày.',
      });
  }
  if (member.entry === 'transferred_in') needs('place', member.place, 'Hãy ghi nơi chuyển đến từ đâu, theo giấy giới thiệu.');
  if (member.entry !== 'admission') problems.push(...entryDayProblems(member, today));
  return problems;
}

function entryDayProblems({ entryOn, joined }: AddMember, today: IsoDate): Problem[] {
  if (!entryOn) return [];
  if (entryOn > today) return [{ path: 'entryOn', message: 'Ngày ghi vào sổ ở sau hôm nay. Hãy sửa lại.' }];
  return isBeforePartial(entryOn, joined)
    ? [{ path: 'entryOn', message: 'Ngày ghi vào sổ ở trước ngày vào Đảng. Hãy sửa lại.' }]
    : [];
}
