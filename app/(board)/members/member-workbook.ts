import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { MemberRow } from '@/db/queries/members';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { safeCell } from '@/domain/members/spreadsheet';
import { partyAge, standingWord, type WordRules } from '@/domain/members/standing-words';
import { officialWords } from '@/domain/members/table';

export type WorkbookHead = { unitName: string; words: string[]; today: IsoDate; takenBy: string };

const COLUMNS: readonly [title: string, width: number][] = [
  ['STT', 6],
  ['Họ và tên', 28],
  ['Giới tính', 9],
  ['Ngày sinh', 12],
  ['Chi bộ', 28],
  ['Ngày vào Đảng', 14],
  ['Ngày chính thức', 22],
  ['Tuổi Đảng', 10],
  ['Số thẻ', 14],
  ['Điện thoại', 14],
  ['Trạng thái', 28],
];

/** The list as a stream of an XLSX file: rows are written as they come and never held together in memory. Every text is a text. */
export function memberWorkbook(
  batches: AsyncIterable<MemberRow[]>,
  head: WorkbookHead,
  rules: WordRules,
): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  writeAll(out, batches, head, rules).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function writeAll(
  out: PassThrough,
  batches: AsyncIterable<MemberRow[]>,
  head: WorkbookHead,
  rules: WordRules,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
  const sheet = book.addWorksheet('Đảng viên', { views: [{ state: 'frozen', ySplit: 4 }] });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  for (const line of [
    'DANH SÁCH ĐẢNG VIÊN',
    head.unitName,
    `${head.words.join('; ')} · ngày ${formatDate(head.today)} · người xuất: ${head.takenBy}`,
  ])
    sheet.addRow([safeCell(line)]).commit();
  const titles = sheet.addRow(COLUMNS.map(([title]) => title));
  titles.font = { bold: true };
  titles.commit();
  let number = 0;
  for await (const rows of batches) {
    for (const row of rows) sheet.addRow(cellsOf(row, ++number, head.today, rules)).commit();
    // A slow reader is waited for, so that the file does not pile up in memory.
    if (out.writableNeedDrain) await new Promise((resume) => out.once('drain', resume).once('close', resume));
    if (out.destroyed) return;
  }
  sheet.commit();
  await book.commit();
}

function cellsOf(row: MemberRow, number: number, today: IsoDate, rules: WordRules): (string | number)[] {
  const text = (value: string | null) => safeCell(value ?? '');
  const dates = [formatDate(row.born), row.cellName, formatDate(row.joined), officialWords(row, rules)].map(text);
  return [
    number,
    text(row.fullName),
    row.female ? 'Nữ' : 'Nam',
    ...dates,
    partyAge(row.joined, today),
    text(row.cardNumber),
    text(row.phone),
    standingWord(row, today, rules).text,
  ];
}
