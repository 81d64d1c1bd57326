import { z } from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { wholeDay } from '@/domain/members/member';
import { oneLine } from '@/domain/text';
import { Version } from '@/domain/version';
import { isSector, isUnitKind, type Sector, type UnitKind } from './kinds';

const line = (max: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`));
const needed = (max: number, message: string) => line(max).pipe(z.string().min(1, message));
const optional = (max: number) => line(max).transform((text) => text || null);

const neededDay = (what: string, message: string) =>
  wholeDay(what).transform((day, context): IsoDate => {
    if (day) return day;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const decision = {
  decisionNumber: needed(60, 'Hãy ghi số quyết định, ví dụ 15-QĐ/ĐU.'),
  decisionDate: neededDay('ngày quyết định', 'Hãy ghi ngày quyết định.'),
  issuer: needed(200, 'Hãy ghi cơ quan ra quyết định.'),
  signer: optional(80),
  effectiveOn: neededDay('ngày có hiệu lực', 'Hãy ghi ngày có hiệu lực.'),
};
const existing = { unitId: z.uuid('Không rõ tổ chức đảng nào. Hãy mở lại trang.'), version: Version };

const kind = line(4).transform((text, context): UnitKind => {
  if (isUnitKind(text)) return text;
  context.addIssue({ code: 'custom', message: 'Hãy chọn loại tổ chức.' });
  return z.NEVER;
});
const sector = line(40).transform((text, context): Sector | null => {
  if (text === '') return null;
  if (isSector(text)) return text;
  context.addIssue({ code: 'custom', message: 'Hãy chọn loại hình có trong danh sách.' });
  return z.NEVER;
});
const meetingDay = line(2).transform((text, context): number | null => {
  if (text === '') return null;
  if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 28) return Number(text);
  context.addIssue({ code: 'custom', message: 'Ngày sinh hoạt thường kỳ là số từ 1 đến 28.' });
  return z.NEVER;
});

const names = { name: needed(200, 'Hãy ghi tên tổ chức đảng.'), shortName: optional(80) };

export const FoundUnitInput = z.object({
  ...names,
  ...decision,
  parentId: z.uuid('Không rõ cấp trên trực tiếp. Hãy mở lại trang.'),
  kind,
  sector,
  address: optional(200),
  meetingDay,
  meetingPlace: optional(200),
});
export type FoundUnit = z.output<typeof FoundUnitInput>;

export const RenameUnitInput = z.object({ ...names, ...decision, ...existing });
export type RenameUnit = z.output<typeof RenameUnitInput>;

/** effectiveOn: the last day on which the unit worked. */
export const CloseUnitInput = z.object({ ...decision, ...existing, note: optional(500) });
export type CloseUnit = z.output<typeof CloseUnitInput>;
