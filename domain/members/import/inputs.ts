import { z } from 'zod';
import { FIELD_LABELS, type ImportField, type Mapping } from '@/domain/members/import/fields';
import { Version } from '@/domain/version';

const id = z.uuid('Đường dẫn không đúng. Hãy mở lại từ danh sách các lần nhập.');

/** A file as it was sent. */
export type UploadedList = { fileName: string; bytes: Uint8Array };

export const UploadInput = z.object({
  unitId: z.uuid('Hãy chọn tổ chức đảng.'),
  noSecrets: z.literal('yes', 'Hãy xác nhận tệp không có nội dung bí mật nhà nước.'),
  upload: z.custom<UploadedList>((value) => typeof value === 'object' && value !== null),
});
export type UploadInput = z.output<typeof UploadInput>;

const isField = (text: string): text is ImportField => Object.hasOwn(FIELD_LABELS, text);

/** One field a column, named `column-<position from 0>`; '' for one that is not read. */
export const MapColumnsInput = z.looseObject({ importId: id, version: Version }).transform((typed) => {
  const mapping: Mapping = [];
  for (const [name, field] of Object.entries(typed)) {
    const column = /^column-(\d{1,3})$/.exec(name)?.[1];
    if (column) mapping[Number(column)] = typeof field === 'string' && isField(field) ? field : null;
  }
  return { importId: typed.importId, version: typed.version, mapping: Array.from(mapping, (field) => field ?? null) };
});
export type MapColumnsInput = z.output<typeof MapColumnsInput>;

/** What is done with a row that needs a decision: someone new, the one in the book, or nobody. */
export const DECISIONS = { add: 'Thêm người mới', update: 'Cập nhật người đã có', skip: 'Không nhập dòng này' } as const;
export type Decision = keyof typeof DECISIONS;

const isDecision = (text: unknown): text is Decision => typeof text === 'string' && Object.hasOwn(DECISIONS, text);

/** One field a row, named `row-<number in the file>`; empty answers stay open. */
export const DecideRowsInput = z.looseObject({ importId: id, version: Version }).transform((typed) => ({
  importId: typed.importId,
  version: typed.version,
  answers: Object.entries(typed).flatMap(([name, answer]) => {
    const row = /^row-(\d{1,6})$/.exec(name)?.[1];
    return row && isDecision(answer) ? [{ row: Number(row), decision: answer }] : [];
  }),
}));
export type DecideRowsInput = z.output<typeof DecideRowsInput>;

export const ImportVersionInput = z.object({ importId: id, version: Version });
export type ImportVersionInput = z.output<typeof ImportVersionInput>;

export const TakeBackInput = z.object({
  importId: id,
  version: Version,
  reason: z.string().trim().min(1, 'Hãy ghi lý do thu hồi.').max(500, 'Lý do dài quá 500 chữ. Hãy ghi gọn lại.'),
});
export type TakeBackInput = z.output<typeof TakeBackInput>;
