import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineWords } from './line-words';

type Line = Parameters<typeof lineWords>[0];
const training: Extract<Line, { line: 'training' }> = {
  ...{
    line: 'training',
    kind: 'theory',
    name: 'Cao cấp lý luận chính trị',
    school: 'Học viện Chính trị khu vực I',
    form: 'Tập trung',
  },
  ...{ fromMonth: '2019-09', toMonth: '2020-05', certificate: 'Bằng số 1207', validTo: '2030-02-01' },
};
const discipline: Line = {
  ...{ line: 'discipline', form: 'reprimand', decidedOn: '2024-03-02', endsOn: '2025-03-02' },
  ...{ issuer: 'Ủy ban Kiểm tra Tỉnh ủy', decisionNumber: '15-QĐ/UBKTTU', reason: 'Thiếu trách nhiệm' },
};

const CASES: [situation: string, line: Line, words: string][] = [
  [
    'of work that goes on',
    { line: 'history', fromMonth: '2015-08', toMonth: null, words: 'Chuyên viên, Sở Nội vụ', level: 'province' },
    '08/2015 – nay · Chuyên viên, Sở Nội vụ · Cấp tỉnh',
  ],
  [
    'of work that is over, its level not known',
    { line: 'history', fromMonth: '2011-09', toMonth: '2015-07', words: 'Công chức xã', level: null },
    '09/2011 – 07/2015 · Công chức xã',
  ],
  [
    'of a training with all its facts',
    training,
    'Lý luận chính trị · Cao cấp lý luận chính trị · Tập trung · Học viện Chính trị khu vực I · 09/2019 – 05/2020 · Bằng số 1207 · giá trị đến 01/02/2030',
  ],
  [
    'of a training with its name alone',
    { ...training, school: null, form: null, fromMonth: null, toMonth: null, certificate: null, validTo: null },
    'Lý luận chính trị · Cao cấp lý luận chính trị',
  ],
  [
    'of an award',
    { line: 'award', year: 2024, form: 'Bằng khen', issuer: 'Ủy ban nhân dân tỉnh', decisionNumber: '112/QĐ-UBND' },
    'năm 2024 · Bằng khen · Ủy ban nhân dân tỉnh · 112/QĐ-UBND',
  ],
  [
    'of a discipline',
    discipline,
    'Khiển trách · ngày 02/03/2024 · hết thời hạn 02/03/2025 · Ủy ban Kiểm tra Tỉnh ủy · 15-QĐ/UBKTTU · lý do: Thiếu trách nhiệm',
  ],
];

for (const [situation, line, words] of CASES)
  test(`a line ${situation} keeps all that it said`, () => assert.equal(lineWords(line), words));
