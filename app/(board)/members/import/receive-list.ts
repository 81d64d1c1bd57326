import type { UploadedList } from '@/domain/members/import/inputs';
import type { Problem } from '@/domain/problems';
import { oneLine } from '@/domain/text';

const NO_FILE = 'Hãy chọn tệp danh sách đảng viên (.xlsx).';
const NO_MACROS = 'Chỉ nhận tệp .xlsx không có macro. Hãy lưu lại thành kiểu .xlsx rồi chọn lại.';

const problem = (message: string): { problems: Problem[] } => ({ problems: [{ path: 'file', message }] });

/** The form's file, to be read by `uploadList`, or what to do about it. */
export async function receiveList(form: FormData): Promise<{ fields: { upload: UploadedList } } | { problems: Problem[] }> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return problem(NO_FILE);
  const fileName = oneLine(file.name)
    .replace(/^.*[\\/]/, '')
    .slice(-200);
  if (!/\.xlsx$/i.test(fileName)) return problem(NO_MACROS);
  return { fields: { upload: { fileName, bytes: new Uint8Array(await file.arrayBuffer()) } } };
}
