import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '../rule-sets';
import { noticeParagraphs, type RenewalOnPaper, renewalReport, renewalRequest, renewalWords } from './renewal-paper';

const rules = defaultRules();
/** A man born in that month; the term ends with the year 2026. */
const paper = (born: string): RenewalOnPaper => ({
  name: 'Vì Văn Tú',
  title: 'Chánh Văn phòng',
  unitName: 'Đảng bộ xã Đông Sơn',
  termEndsOn: '2026-12-31',
  holding: { fromOn: '2022-01-01', front: false, female: false, born, retirementRule: 'normal', retirementDate: null },
});

for (const [born, words] of [
  ['1966-11-15', 'kéo dài thời gian giữ chức vụ đến tuổi nghỉ hưu'],
  ['1966-12-15', 'bổ nhiệm lại'],
  ['1980-05-12', 'bổ nhiệm lại'],
  ['1964-01-15', 'bổ nhiệm lại hoặc kéo dài thời gian giữ chức vụ'],
] as const)
  test(`of somebody born ${born} the papers speak of: ${words}`, () => {
    assert.equal(renewalWords(paper(born), rules), words);
    assert.ok(renewalReport(paper(born), rules).includes(words));
    assert.ok(renewalRequest(paper(born), 'Ban Thường vụ Tỉnh ủy', rules).includes(`quyết định ${words} đối với đồng chí`));
  });

test('the notice names the holding and its term, and asks for the person’s own account', () => {
  const [first, second] = noticeParagraphs(paper('1980-05-12'), rules);
  assert.match(
    first ?? '',
    /Vì Văn Tú giữ chức vụ Chánh Văn phòng.*từ ngày 01\/01\/2022; hết thời hạn giữ chức vụ ngày 31\/12\/2026/,
  );
  assert.match(second ?? '', /tự nhận xét, đánh giá/);
});

test('of a file out of reach nothing that follows from the age is written', () => {
  const hidden = { ...paper('1980-05-12'), holding: null };
  assert.equal(renewalWords(hidden, rules), 'bổ nhiệm lại hoặc kéo dài thời gian giữ chức vụ');
  assert.doesNotMatch(noticeParagraphs(hidden, rules).join(), /từ ngày/);
});
