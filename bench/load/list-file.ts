import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { personName } from '@/db/seed/demo-names';
import { type Random, randomFrom } from '@/db/seed/random';

const HEADERS = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Dân tộc',
  'Tôn giáo',
  'Quê quán',
  'Nơi ở hiện nay',
  'Trình độ chuyên môn',
  'Nghề nghiệp',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Số thẻ đảng viên',
  'Số CCCD',
  'Chi bộ',
];
const TRADES = ['Nông dân', 'Giáo viên', 'Hưu trí', 'Công chức', 'Công nhân', 'Cán bộ không chuyên trách'];
const LEVELS = ['Đại học', 'Cao đẳng', 'Trung cấp', 'Thạc sĩ', null, null];
const PLACES = ['Đông Sơn', 'Tây Hà', 'Trần Phú', 'Phiêng Luông', 'Mường Lống', 'Bản Khoang'];
const DAY_MS = 86_400_000;
const FIRST_BORN = Date.UTC(1940, 0, 1);
const BIRTHDAYS = 21_911;

const two = (n: number) => String(n).padStart(2, '0');
const typed = (day: Date) => `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;

/**
 * An .xlsx of that many members of the named cells, the same for the same numbers: texts in the shared table as Excel keeps them,
 * half of the dates typed as text and half real ones. `first` is the first card number; no two rows share a card or a citizen number.
 */
export async function listFile(rows: number, cells: readonly string[], first = 90_000_000): Promise<File> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['DANH SÁCH ĐẢNG VIÊN']).commit();
  sheet.addRow(HEADERS).commit();
  for (const column of [11, 12]) sheet.getColumn(column).numFmt = 'dd/mm/yyyy';
  const random = randomFrom(rows);
  for (let n = 0; n < rows; n += 1) sheet.addRow(member(random, n, cells, first)).commit();
  sheet.commit();
  await book.commit();
  return new File([new Uint8Array(Buffer.concat(chunks))], `danh-sach-${rows}.xlsx`);
}

function member(random: Random, n: number, cells: readonly string[], first: number): (string | number | Date | null)[] {
  const female = random.chance(0.4);
  const { fullName, ethnicity } = personName(random, random.pick(['kinh', 'kinh', 'thai', 'mong'] as const), female);
  const cell = cells[n % cells.length] ?? '';
  // No birthday twice in a cell: who has the name and the birthday of another would wait for a decision.
  const born = new Date(FIRST_BORN + ((Math.floor(n / cells.length) * 7919) % BIRTHDAYS) * DAY_MS);
  const joined = new Date(born.getTime() + random.int(19, 25) * 365 * DAY_MS);
  const official = new Date(joined.getTime() + 366 * DAY_MS);
  const dates = n % 2 ? [joined, official] : [typed(joined), typed(official)];
  const place = `${random.pick(PLACES)}, Bình Sơn`;
  const home = [place, `Thôn ${random.int(1, 30)}, ${place}`, random.pick(LEVELS), random.pick(TRADES)];
  const numbers = [String(first + n), String(99_000_000_000 + first + n).padStart(12, '0')];
  return [n + 1, fullName, female ? 'Nữ' : 'Nam', typed(born), ethnicity, 'Không', ...home, ...dates, ...numbers, cell];
}
