import { createHash } from 'node:crypto';
import { readList, SpreadsheetFault } from '@/db/spreadsheets';
import type { UploadedList } from '@/domain/members/import/inputs';
import type { Problem } from '@/domain/problems';
import { oneLine } from '@/domain/text';

const NO_FILE = 'Hãy chọn tệp danh sách đảng viên (.xlsx).';
const NO_TABLE =
  'Không tìm thấy danh sách đảng viên trong tệp. Bảng cần có dòng tiêu đề với cột họ và tên và ít nhất hai cột quen dùng khác (ngày sinh, ngày vào Đảng, số thẻ…).';
const NO_ROWS = 'Danh sách trong tệp chưa có dòng nào dưới tiêu đề. Hãy kiểm tra lại tệp.';
const NO_MACROS = 'Chỉ nhận tệp .xlsx không có macro. Hãy lưu lại thành kiểu .xlsx rồi chọn lại.';

const problem = (message: string): { problems: Problem[] } => ({ problems: [{ path: 'file', message }] });

/** The list in the form's file, or what to do about it. */
export async function receiveList(form: FormData): Promise<{ fields: { upload: UploadedList } } | { problems: Problem[] }> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return problem(NO_FILE);
  const fileName = oneLine(file.name)
    .replace(/^.*[\\/]/, '')
    .slice(-200);
  if (!/\.xlsx$/i.test(fileName)) return problem(NO_MACROS);
  try {
    const bytes = Buffer.from(await file.arrayBuffer());
    const table = await readList(bytes);
    if (!table) return problem(NO_TABLE);
    const fingerprint = createHash('sha256').update(bytes).digest('hex');
    return table.rows.length ? { fields: { upload: { fileName, table, toJSON: () => fingerprint } } } : problem(NO_ROWS);
  } catch (error) {
    if (error instanceof SpreadsheetFault) return problem(error.message);
    throw error;
  }
}
