import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '../rule-sets';
import { announcedVotes } from './announcement';
import { type Sitting, type StepContext, stepProblems, votesField } from './step-problems';
import { STEPS, type Step, stepOf } from './steps';

const rules = defaultRules();
const step = (number: number): Step => {
  const found = stepOf('local', number);
  assert.ok(found);
  return found;
};
const context = (more: Partial<StepContext> = {}): StepContext => ({
  today: '2026-11-22',
  openedOn: '2026-10-01',
  earlierOn: '2026-11-10',
  names: new Map([
    ['A', 'Lò Văn Hải'],
    ['B', 'Cà Thị Lan'],
  ]),
  nominated: [],
  termEndsOn: null,
  rules,
  ...more,
});
const sitting = (more: Partial<Sitting> = {}): Sitting => ({
  heldOn: '2026-11-12',
  summoned: 12,
  present: 12,
  members: 12,
  issued: 12,
  collected: 12,
  valid: 12,
  votes: [
    { candidateId: 'A', votes: 8 },
    { candidateId: 'B', votes: 4 },
  ],
  headChoice: null,
  explanation: null,
  committeeOpinion: 'Nhất trí',
  ...more,
});
const votes = (a: number, b: number) => [
  { candidateId: 'A', votes: a },
  { candidateId: 'B', votes: b },
];

test('counts that add up are taken without a word', () => {
  for (const number of [1, 2, 3, 5])
    assert.deepEqual(stepProblems(step(number), sitting(), context()), { errors: [], warnings: [] });
});

type Wrong = [name: string, number: number, more: Partial<Sitting>, path: string];
const WRONG: Wrong[] = [
  ['a day that has not come', 2, { heldOn: '2026-11-23' }, 'heldOn'],
  ['before the step before it', 2, { heldOn: '2026-11-09' }, 'heldOn'],
  ['nobody summoned', 2, { summoned: 0, present: 0, issued: 0, collected: 0, valid: 0, votes: votes(0, 0) }, 'summoned'],
  ['more present than summoned', 2, { present: 13 }, 'present'],
  ['the leadership of no members', 3, { members: 0 }, 'members'],
  ['the leadership whose number was not written', 3, { members: null }, 'members'],
  ['more slips given out than people present', 2, { present: 11 }, 'issued'],
  ['more slips given out than members', 3, { summoned: 14, present: 14, issued: 13 }, 'issued'],
  ['more slips back than given out', 2, { issued: 11 }, 'collected'],
  ['more valid slips than came back', 2, { collected: 11 }, 'valid'],
  ['one name with more votes than valid slips', 2, { valid: 7 }, votesField('A')],
  ['votes of both names above the valid slips', 2, { valid: 11 }, votesField('A')],
  ['an opinion on one name above the valid slips', 4, { votes: votes(12, 13) }, votesField('B')],
  ['no names at all', 2, { votes: [] }, ''],
  ['a choice of the head where nobody stands at half', 3, { headChoice: 'B' }, 'headChoice'],
];
for (const [name, number, more, path] of WRONG)
  test(`cannot be: ${name}`, () => {
    const { errors } = stepProblems(step(number), sitting(more), context());
    assert.deepEqual([...new Set(errors.map((error) => error.path))], [path]);
  });

test('each of the counts may be equal to the one above it, and any may be less', () => {
  const even = sitting({ present: 11, issued: 10, collected: 9, valid: 8, votes: votes(8, 0) });
  assert.deepEqual(stepProblems(step(2), even, context()).errors, []);
  assert.deepEqual(stepProblems(step(2), sitting({ heldOn: '2026-11-22' }), context()).errors, []);
  assert.deepEqual(stepProblems(step(2), sitting({ heldOn: '2026-11-10' }), context()).errors, []);
  assert.deepEqual(
    stepProblems(step(1), sitting({ heldOn: '2026-09-30' }), context({ earlierOn: null })).errors[0]?.path,
    'heldOn',
  );
});

test('opinions on two names may together be more than the slips: each slip speaks of both', () =>
  assert.deepEqual(stepProblems(step(4), sitting({ votes: votes(12, 11) }), context()), { errors: [], warnings: [] }));

type Warned = [name: string, number: number, more: Partial<Sitting>, ctx: Partial<StepContext>, says: RegExp | null];
const WARNED: Warned[] = [
  ['one below the quorum', 1, { present: 7 }, {}, /cần ít nhất 8 người.*Nghị định 170/],
  ['exactly the quorum', 1, { present: 8 }, {}, null],
  ['exactly half', 3, { votes: votes(6, 0) }, {}, /người đứng đầu quyết định.*Nghị định 170/],
  ['exactly half, and the head has decided', 3, { votes: votes(6, 0), headChoice: 'A' }, {}, null],
  ['one below half', 3, { votes: votes(5, 0) }, {}, /Không ai được 7\/12 tổng số thành viên/],
  ['one above half', 3, { votes: votes(7, 0) }, {}, null],
  ['opinions at half', 4, { votes: votes(12, 6) }, {}, /Cà Thị Lan được 6 ý kiến đồng ý, dưới mức 7/],
  ['opinions over half', 4, { votes: votes(12, 7) }, {}, null],
  ['another name than the nomination, unexplained', 3, {}, { nominated: ['B'] }, /giải trình/],
  ['another name than the nomination, explained', 3, { explanation: 'Đã phân tích' }, { nominated: ['B'] }, null],
  ['the same name as the nomination', 3, {}, { nominated: ['A'] }, null],
  ['one of two who went on because nobody had over half', 3, {}, { nominated: ['B', 'A'] }, null],
  ['no written opinion of the committee', 5, { committeeOpinion: null }, {}, /cấp ủy/],
  ['equal for the second place', 2, { votes: [...votes(4, 3), { candidateId: 'C', votes: 3 }] }, {}, /vị trí thứ hai/],
];
for (const [name, number, more, ctx, says] of WARNED)
  test(`warned, never blocked: ${name}`, () => {
    const { errors, warnings } = stepProblems(step(number), sitting(more), context(ctx));
    assert.deepEqual(errors, []);
    if (says) assert.match(warnings.map(({ message }) => message).join('\n'), says);
    else assert.deepEqual(warnings, []);
  });

test('paper never shows the votes of steps 2 and 4', () => {
  for (const { number, announced } of STEPS.local) {
    const printed = announcedVotes({ announced }, votes(7, 5));
    assert.equal(printed.shown, number !== 2 && number !== 4);
    assert.equal(JSON.stringify(printed).includes('7'), printed.shown);
  }
});
