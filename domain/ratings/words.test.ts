import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionWords } from './words';

const paper = {
  ...{ decisionNumber: '12-QĐ/TU', decisionDate: '2026-01-20' },
  ...{ issuer: 'Ban Thường vụ Tỉnh ủy', signer: 'Nông Văn Hiệp' },
};

for (const [situation, given, expected] of [
  ['whole', {}, 'Quyết định số 12-QĐ/TU ngày 20/01/2026 của Ban Thường vụ Tỉnh ủy, người ký: Nông Văn Hiệp'],
  [
    'from a time when signers were not asked',
    { signer: null },
    'Quyết định số 12-QĐ/TU ngày 20/01/2026 của Ban Thường vụ Tỉnh ủy',
  ],
  ['with its number alone', { decisionDate: null, issuer: null, signer: null }, 'Quyết định số 12-QĐ/TU'],
] as const)
  test(`a decision ${situation} is named by what it says`, () => assert.equal(decisionWords({ ...paper, ...given }), expected));
