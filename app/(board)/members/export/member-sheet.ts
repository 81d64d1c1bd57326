import type { FlowingSheet } from '@/components/data/workbook';
import type { MemberRow } from '@/db/queries/members';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { partyAge, standingWord, type WordRules } from '@/domain/members/standing-words';
import { officialWords } from '@/domain/members/table';

type Head = { unitName: string; words: string[]; today: IsoDate; takenBy: string };

const COLUMNS: FlowingSheet['columns'] = [
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

/** The list of members as a sheet, batch by batch. */
export const memberSheet = (batches: AsyncIterable<MemberRow[]>, head: Head, rules: WordRules): FlowingSheet => ({
  name: 'Đảng viên',
  head: [
    'DANH SÁCH ĐẢNG VIÊN',
    head.unitName,
    `${head.words.join('; ')} · ngày ${formatDate(head.today)} · người xuất: ${head.takenBy}`,
  ],
  columns: COLUMNS,
  rows: rowsOf(batches, head.today, rules),
});

async function* rowsOf(batches: AsyncIterable<MemberRow[]>, today: IsoDate, rules: WordRules) {
  let number = 0;
  for await (const batch of batches) yield batch.map((row) => cellsOf(row, ++number, today, rules));
}

const cellsOf = (row: MemberRow, number: number, today: IsoDate, rules: WordRules): (string | number)[] => [
  number,
  row.fullName,
  row.female ? 'Nữ' : 'Nam',
  formatDate(row.born),
  row.cellName,
  formatDate(row.joined),
  officialWords(row, rules),
  partyAge(row.joined, today),
  row.cardNumber ?? '',
  row.phone ?? '',
  standingWord(row, today, rules).text,
];
