import { z } from 'zod';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { keysOf, line, neededDay, neededLine } from '@/domain/inputs';
import { wholeDay } from '@/domain/members/member';
import { Version } from '@/domain/version';
import { LEVELS, RANKS, SYSTEMS, TIERS } from './kinds';

const choice = <T extends string>(words: Record<T, string>, message: string) => z.enum(keysOf(words), message);
const least = <T extends string>(words: Record<T, string>) =>
  z
    .union([z.literal('').transform(() => null), z.enum(keysOf(words), 'Hãy chọn lại tiêu chuẩn này.')])
    .optional()
    .transform((key) => key ?? null);
/** A whole number typed in a field that may stay empty. */
const number = (from: number, to: number, message: string) =>
  z
    .union(
      [z.literal('').transform(() => null), z.coerce.number(message).int(message).min(from, message).max(to, message)],
      message,
    )
    .optional()
    .transform((value) => value ?? null);
const yes = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** '0,65' or '0.65' → '0.65'. */
const allowance = line(10).transform((text, context): string | null => {
  if (!text) return null;
  if (/^\d{1,2}([.,]\d{1,2})?$/.test(text)) return text.replace(',', '.');
  context.addIssue({ code: 'custom', message: 'Hệ số phụ cấp là số như 0,65. Hãy kiểm tra lại.' });
  return z.NEVER;
});

/** What the catalogue says of a title; the standards stand flat, as in the form. */
const catalogue = {
  code: neededLine(30, 'Hãy ghi mã chức danh.').transform((code) => code.toUpperCase()),
  title: neededLine(200, 'Hãy ghi tên chức danh.'),
  system: choice(SYSTEMS, 'Hãy chọn hệ thống.'),
  level: choice(LEVELS, 'Hãy chọn cấp.'),
  tier: choice(TIERS, 'Hãy chọn diện quản lý.'),
  rank: choice(RANKS, 'Hãy chọn cấp trưởng, cấp phó hoặc thành viên.'),
  elected: z.enum(['yes', 'no'], 'Hãy chọn bầu cử hoặc bổ nhiệm.').transform((value) => value === 'yes'),
  body: yes,
  outsider: yes,
  seats: z.coerce
    .number('Hãy ghi số lượng, từ 1 đến 200.')
    .int('Số lượng là số nguyên.')
    .min(1, 'Hãy ghi số lượng, từ 1 đến 200.')
    .max(200, 'Số lượng nhiều nhất là 200.'),
  grade: z.coerce
    .number('Hãy ghi bậc chức danh, từ 1 đến 100.')
    .int('Bậc chức danh là số nguyên.')
    .min(1, 'Hãy ghi bậc chức danh, từ 1 đến 100.')
    .max(100, 'Bậc chức danh cao nhất là 100.'),
  allowance,
  theory: least(THEORY),
  professional: least(PROFESSIONAL),
  administration: least(ADMINISTRATION),
  defence: number(1, 4, 'Đối tượng bồi dưỡng quốc phòng từ 1 đến 4.'),
  presentPostMonths: number(0, 600, 'Số tháng giữ chức vụ từ 0 đến 600.'),
  grassrootsMonths: number(0, 600, 'Số tháng công tác ở cơ sở từ 0 đến 600.'),
  text: z.string().default('').pipe(z.string().max(4000, 'Tiêu chuẩn dài quá 4.000 ký tự. Hãy viết gọn lại.')),
};
const document = {
  decisionNumber: neededLine(60, 'Hãy ghi số, ký hiệu văn bản.'),
  decisionDate: neededDay('ngày văn bản'),
  issuer: neededLine(200, 'Hãy ghi cơ quan ban hành.'),
  reason: line(500),
};
const existing = { postId: z.uuid('Không rõ chức danh nào. Hãy mở lại trang.'), version: Version };

export const AddPostInput = z.object({
  unitId: z.uuid('Hãy chọn tổ chức có chức danh này.'),
  ...catalogue,
  validFrom: neededDay('ngày có hiệu lực'),
  ...document,
});
export type AddPost = z.output<typeof AddPostInput>;

export const ChangePostInput = z.object({
  ...existing,
  ...catalogue,
  validFrom: neededDay('ngày thay đổi có hiệu lực'),
  ...document,
});
export type ChangePost = z.output<typeof ChangePostInput>;

/** endsOn: the last day on which the catalogue has the title. */
export const EndPostInput = z.object({ ...existing, endsOn: neededDay('ngày cuối cùng có chức danh'), ...document });
export type EndPost = z.output<typeof EndPostInput>;

export const AddPauseInput = z.object({
  unitId: z.uuid('Hãy chọn tổ chức.'),
  fromOn: neededDay('ngày bắt đầu tạm dừng'),
  toOn: wholeDay('ngày kết thúc tạm dừng'),
  reason: neededLine(500, 'Hãy ghi lý do tạm dừng.'),
  exceptions: line(500),
  decisionNumber: line(60),
});
export type AddPause = z.output<typeof AddPauseInput>;

export const EndPauseInput = z.object({
  pauseId: z.uuid('Không rõ lần tạm dừng nào. Hãy mở lại trang.'),
  version: Version,
  toOn: neededDay('ngày kết thúc tạm dừng'),
});
export type EndPause = z.output<typeof EndPauseInput>;
