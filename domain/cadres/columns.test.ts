import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenColumns, columnCells, columnHeads, type ListedCadre, USUAL_COLUMNS } from './columns';

const row: ListedCadre = {
  ...{ fullName: 'Lò Văn An', female: false, born: '1980-05', homePlace: null, titles: ['Bí thư Đảng ủy', 'Ủy viên'] },
  ...{
    heldSince: '2025-07-01',
    termEndsOn: null,
    joined: '2005-02-03',
    official: null,
    theory: 'advanced',
    professional: 'master',
  },
  ...{ specialty: 'Luật', administration: 'principal', language: null, civilRank: null },
  strip: [{ year: 2024, level: null }],
};

test('chosen columns stand in the order of the paper; what is no column is left out, and nothing chosen gives the usual ones', () => {
  const cases: [string | string[] | undefined, readonly string[]][] = [
    [undefined, USUAL_COLUMNS],
    ['', USUAL_COLUMNS],
    ['salary', USUAL_COLUMNS],
    ['theory,sex,sex', ['sex', 'theory']],
    [
      ['theory', 'toString', 'born'],
      ['born', 'theory'],
    ],
  ];
  for (const [asked, columns] of cases) assert.deepEqual(chosenColumns(asked), columns);
});

test('a line has a cell for each head, with partial dates and empty fields as they are', () => {
  const columns = chosenColumns('born,titles,heldSince,termEndsOn,professional,administration,ratings');
  assert.deepEqual(columnCells(row, 3, columns), [
    ...['3', 'Lò Văn An', '05/1980', 'Bí thư Đảng ủy; Ủy viên', '01/07/2025', '', 'Thạc sĩ, Luật', 'Chuyên viên chính', '–'],
  ]);
  assert.equal(columnHeads(columns).length, columnCells(row, 1, columns).length);
});
