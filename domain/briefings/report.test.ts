import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Briefing, TotalRow } from './briefing';
import { FIGURES, figuresFrom } from './figures';
import { formatMoment } from './moments';
import { childrenTable, figureTable, memberParagraphs, movementTable, placeAndDate, placeOf, reportTables } from './report';
import { rowWords } from './row-words';

const row = (name: string, summed: Parameters<typeof figuresFrom>[0], over: Partial<TotalRow> = {}): TotalRow => ({
  unitId: name,
  name,
  now: figuresFrom(summed),
  previous: null,
  lastYear: null,
  admittedThisYear: summed.admitted ?? 0,
  plan: null,
  ...over,
});
const rows = [
  row('Xã Một', { stockStart: 10, admitted: 2, stockEnd: 12 }, { plan: 4 }),
  row('Xã Hai', { stockStart: 5, died: 1, stockEnd: 4 }),
];
const briefing: Briefing = {
  unit: { id: 'u', name: 'Đảng bộ tỉnh Bình Sơn (dữ liệu mẫu)', shortName: 'Tỉnh', depth: 0, isCell: false },
  period: '2026-Q4',
  asOf: '2026-11-22',
  total: row(
    'Tỉnh',
    { stockStart: 15, admitted: 2, died: 1, resigned: 0, stockEnd: 16 },
    { lastYear: figuresFrom({ admitted: 3 }) },
  ),
  rows,
  series: [],
  version: 0,
  frozen: null,
  reopened: null,
  live: null,
};

test('day under 10 and month under 3 carry a zero, others do not', () => {
  assert.equal(placeAndDate('Bình Sơn', '2026-02-09'), 'Bình Sơn, ngày 09 tháng 02 năm 2026');
  assert.equal(placeAndDate('Bình Sơn', '2026-04-05'), 'Bình Sơn, ngày 05 tháng 4 năm 2026');
});

test('the place is in the name of a province or commune, and left to the hand elsewhere', () => {
  assert.equal(placeOf('Đảng bộ tỉnh Bình Sơn (dữ liệu mẫu)'), 'Bình Sơn');
  assert.equal(placeOf('Đảng bộ xã Đông Sơn'), 'Đông Sơn');
  assert.match(placeOf('Chi bộ Trường THCS Lê Lợi'), /^…+$/);
});

test('the report names only the kinds that occurred and says what cannot be compared', () => {
  const [first, second] = memberParagraphs(briefing);
  assert.equal(first, 'Đầu quý có 15 đảng viên; trong quý tăng 2 (kết nạp 2), giảm 1 (từ trần 1); cuối quý có 16 đảng viên.');
  assert.match(second ?? '', /chưa được giao chỉ tiêu năm; cùng kỳ năm trước kết nạp 3/);
});

test('every table has as many cells as columns, and its total is the sum of its rows', () => {
  for (const table of reportTables(briefing))
    for (const cells of [...table.rows, ...(table.total ? [table.total] : [])])
      assert.equal(cells.length, table.columns.length, table.title);
  const { rows: lines, total } = movementTable(briefing);
  for (let at = 2; at < (total?.length ?? 0); at += 1)
    assert.equal(
      lines.reduce((sum, cells) => sum + Number(cells[at]), 0),
      total?.[at],
    );
});

test('the list of figures holds each one that opens, and marks a missing quarter', () => {
  const { rows: lines } = figureTable(briefing);
  assert.equal(lines.length, FIGURES.filter(({ opens }) => opens).length);
  assert.ok(lines.every((cells) => cells[4] === 'không so sánh được'));
});

test('a unit without a plan says so in its row, one with a plan has its share', () => {
  const { rows: lines } = childrenTable(briefing);
  assert.deepEqual(
    lines.map((cells) => [cells[8], cells[9]]),
    [
      [4, '50,0%'],
      ['chưa giao', ''],
    ],
  );
});

test('a cell has the list of figures alone', () => {
  assert.equal(reportTables({ ...briefing, rows: [] }).length, 1);
});

test('rows behind a number speak the words of the trade', () => {
  assert.deepEqual(
    rowWords({ rows: 'meetings', only: 'scored' }, { on: '2026-11-03', what: 'regular', note: '85.5|good|late' }),
    { day: '03/11/2026', what: 'Sinh hoạt thường kỳ', note: '85,5 điểm, xếp loại tốt, nộp muộn' },
  );
  assert.equal(
    rowWords({ rows: 'dues', only: 'missing' }, { on: '2026-11-01', what: 'missing', note: null }).what,
    'Chưa có biên bản',
  );
});

test('a moment of the database is read in Vietnamese time', () => {
  assert.equal(formatMoment('2026-11-22 02:53:04.12+00'), '09:53 ngày 22/11/2026');
  assert.equal(formatMoment('2026-11-22T20:00:00Z'), '03:00 ngày 23/11/2026');
});
