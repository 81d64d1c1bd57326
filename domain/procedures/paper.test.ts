import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '../rule-sets';
import { namesForPaper } from './announcement';
import { type PaperSitting, summaryTable, tallyPaper } from './paper';
import type { Held } from './progress';
import { STEPS } from './steps';

const rules = defaultRules();
const names = [
  { id: 'A', fullName: 'Lò Văn Hải' },
  { id: 'B', fullName: 'Cà Thị Lan' },
];
const votes = [
  { candidateId: 'A', votes: 8 },
  { candidateId: 'B', votes: 5 },
];
const sitting: PaperSitting = {
  heldOn: '2026-11-12',
  place: 'Hội trường tầng 2',
  chairName: 'Hoàng Văn Dũng',
  secretaryName: 'Vì Thị Mai',
  summoned: 17,
  present: 16,
  members: 14,
  issued: 14,
  collected: 14,
  valid: 13,
  headChoice: null,
  explanation: null,
  committeeOpinion: null,
  note: null,
};

test('the minutes of a count show votes on the right base where they were announced, and nothing of them elsewhere', () => {
  for (const step of STEPS.local) {
    const paper = JSON.stringify(tallyPaper(step, sitting, votes, names, rules));
    const shown = paper.includes('Lò Văn Hải') && paper.includes('"8"');
    assert.equal(shown, step.ballot === 'vote', step.name);
    if (!step.announced) {
      assert.ok(!paper.includes('Cà Thị Lan') && !/"5"|"8"|38,|61,/.test(paper), step.name);
      assert.match(paper, /không công bố tại hội nghị/);
    }
    if (step.ballot === 'vote') assert.match(paper, /Tỷ lệ trên 14.*57,1%/s);
  }
});

test('slips that do not count are what came back less what is valid; the quorum is named with its rule', () => {
  const [vote] = STEPS.local.filter(({ key }) => key === 'select');
  assert.ok(vote);
  const paper = JSON.stringify(tallyPaper(vote, sitting, votes, names, rules));
  assert.match(paper, /phát ra: 14; thu về: 14; hợp lệ: 13; không hợp lệ: 1/);
  assert.match(paper, /Hội nghị đủ số người dự theo quy định \(theo Nghị định 170/);
  assert.match(JSON.stringify(tallyPaper(vote, { ...sitting, present: 11 }, votes, names, rules)), /không đủ số người dự/);
});

test('sections are numbered without a gap, also where nothing was voted on', () => {
  const heads = STEPS.local
    .slice(0, 2)
    .map((step) => tallyPaper(step, sitting, votes, names, rules).map(({ heading }) => heading));
  assert.deepEqual(heads, [
    ['I. Thành phần', 'II. Nội dung'],
    ['I. Thành phần', 'II. Kiểm phiếu', 'III. Kết quả', 'IV. Nội dung'],
  ]);
});

test('the summary of a procedure never shows what a meeting was not told', () => {
  const table = summaryTable(
    STEPS.local.map((step) => ({ step, sitting: step.number < 5 ? sitting : undefined, votes })),
    names,
  );
  assert.ok(table.kind === 'table');
  assert.deepEqual(
    table.rows.map((row) => row[4]),
    ['Đã thống nhất', 'Đã lấy phiếu; không công bố', 'Lò Văn Hải: 8/14; Cà Thị Lan: 5/14', 'Đã lấy phiếu; không công bố', ''],
  );
  assert.deepEqual(table.rows[4]?.slice(2), ['chưa họp', '', '']);
});

test('paper names everyone until a vote was announced, so that no list tells a hidden count', () => {
  const held = (number: number, onward: string): Held => ({
    number,
    sitting: 1,
    outcome: 'passed',
    onward: [...onward],
    heldOn: '2026-11-05',
  });
  const named = (...steps: Held[]) => namesForPaper('local', ['A', 'B', 'C'], steps).join('');
  assert.equal(named(), 'ABC');
  assert.equal(named(held(1, 'ABC'), held(2, 'A')), 'ABC');
  assert.equal(named(held(1, 'ABC'), held(2, 'AB'), held(3, 'B')), 'B');
  assert.equal(named(held(1, 'ABC'), held(2, 'AB'), held(3, '')), 'ABC');
  assert.equal(named(held(1, 'ABC'), held(2, 'AB'), held(3, 'B'), held(4, 'B')), 'B');
  assert.equal(namesForPaper('outside', ['A', 'B'], [held(1, 'AB'), held(2, 'B')]).join(''), 'B');
});
