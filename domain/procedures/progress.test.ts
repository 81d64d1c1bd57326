import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RecordPapersInput, RecordStepInput } from './inputs';
import { type Held, isProcedureView, progressOf, sittingProblem, stateOf } from './progress';

const held = (number: number, onward: string, sitting = 1, outcome: Held['outcome'] = onward ? 'passed' : 'no_quorum'): Held => ({
  number,
  sitting,
  outcome,
  onward: [...onward],
  heldOn: '2026-11-05',
});
const everyone = ['A', 'B', 'C'];
const short = (steps: Held[], source: 'local' | 'outside' = 'local') => {
  const { next, again, candidates, counting } = progressOf(source, everyone, steps);
  return [next?.number ?? null, again, candidates.join(''), counting.length];
};

test('each step hands those who go on to the next; the last sitting of a step counts', () => {
  assert.deepEqual(short([]), [1, null, 'ABC', 0]);
  assert.deepEqual(short([held(1, 'ABC', 1, 'held')]), [2, null, 'ABC', 1]);
  assert.deepEqual(short([held(1, 'ABC'), held(2, 'AB', 1, 'top_two')]), [3, null, 'AB', 2]);
  assert.deepEqual(short([held(1, 'ABC'), held(2, 'AB'), held(2, 'C', 2)]), [3, null, 'C', 2]);
  const whole = [held(1, 'ABC'), held(2, 'A'), held(3, 'A'), held(4, 'A', 1, 'heard'), held(5, 'A')];
  assert.deepEqual(short(whole), [null, null, 'A', 5]);
  assert.deepEqual(short([held(1, 'A'), held(2, 'A'), held(3, 'A')], 'outside'), [null, null, 'A', 3]);
});

test('a sitting from which nobody goes on keeps the procedure at its step', () => {
  assert.deepEqual(short([held(1, '')]), [1, 'no_quorum', 'ABC', 1]);
  assert.deepEqual(short([held(1, 'ABC'), held(2, '', 1, 'refused')]), [2, 'refused', 'ABC', 2]);
  assert.deepEqual(short([held(1, 'ABC'), held(2, 'A'), held(3, '', 1, 'tie')]), [3, 'tie', 'A', 3]);
  assert.deepEqual(short([held(1, 'ABC'), held(2, 'A'), held(2, '', 2, 'no_quorum')]), [2, 'no_quorum', 'ABC', 2]);
});

test('the step to come may be written, the last one again with a reason, no other', () => {
  const at = (steps: Held[], number: number, reason: string | null) =>
    sittingProblem(progressOf('local', everyone, steps), number, reason);
  assert.equal(at([], 1, null), null);
  assert.match(at([], 2, null) ?? '', /Chưa đến bước này/);
  assert.match(at([held(1, 'A')], 1, null) ?? '', /lý do/);
  assert.equal(at([held(1, 'A')], 1, 'Ghi nhầm'), null);
  assert.match(at([held(1, '')], 1, null) ?? '', /lý do/);
  assert.equal(at([held(1, '')], 1, 'Họp lại'), null);
  assert.match(at([held(1, 'A'), held(2, 'A')], 1, 'Ghi nhầm') ?? '', /đã có bước sau/);
  const whole = [1, 2, 3, 4, 5].map((number) => held(number, 'A'));
  assert.equal(at(whole, 5, 'Ghi nhầm'), null);
  assert.match(at(whole, 4, 'Ghi nhầm') ?? '', /đã có bước sau/);
});

test('property: steps are never skipped, and whoever is proposed was there from the beginning', () => {
  const sitting = fc.record({
    number: fc.integer({ min: 1, max: 5 }),
    sitting: fc.integer({ min: 1, max: 3 }),
    onward: fc.subarray(everyone),
  });
  fc.assert(
    fc.property(fc.array(sitting, { maxLength: 12 }), (list) => {
      const { counting, candidates, next } = progressOf(
        'local',
        everyone,
        list.map((one) => held(one.number, one.onward.join(''), one.sitting)),
      );
      assert.deepEqual(
        counting.map(({ number }) => number),
        counting.map((_, at) => at + 1),
      );
      assert.ok(candidates.length > 0 && candidates.every((id) => everyone.includes(id)));
      assert.equal(next === null, counting.length === 5 && counting.every(({ onward }) => onward.length > 0));
    }),
  );
});

test('a procedure waits, runs, is ready, and ends one way only', () => {
  const facts = { source: 'local' as const, appointmentId: null, stopReason: null, policyApproved: true };
  const running = progressOf('local', everyone, []);
  const done = { next: null };
  assert.equal(stateOf({ ...facts, policyApproved: null }, running), 'asking');
  assert.equal(stateOf({ ...facts, policyApproved: false }, running), 'refused');
  assert.equal(stateOf(facts, running), 'running');
  assert.equal(stateOf(facts, done), 'ready');
  assert.equal(stateOf({ ...facts, stopReason: 'x' }, done), 'stopped');
  assert.equal(stateOf({ ...facts, appointmentId: 'x' }, done), 'appointed');
  assert.deepEqual([isProcedureView('open'), isProcedureView('toString'), isProcedureView(['open'])], [true, false, false]);
});

const id = '00000000-0000-4000-8000-000000000001';
const base = { procedureId: id, version: '1', number: '2', heldOn: '12/11/2026' };

test('counts are typed with or without dots, empty is none; what is no count is told at its field', () => {
  const read = RecordStepInput.parse({ ...base, summoned: '1.204', present: ' 12 ', [`votes-${id}`]: '7', 'votes-x': '9' });
  assert.deepEqual([read.summoned, read.present, read.members, read.valid, read.headChoice], [1204, 12, null, 0, null]);
  assert.deepEqual(read.votes, [{ candidateId: id, votes: 7 }]);
  for (const wrong of ['-1', '1,5', 'mười', '10001', '1e3']) {
    const { error } = RecordStepInput.safeParse({ ...base, [`votes-${id}`]: wrong });
    assert.deepEqual(
      error?.issues.map(({ path }) => path.join('.')),
      [`votes-${id}`],
      wrong,
    );
  }
  assert.deepEqual(
    RecordStepInput.safeParse({ ...base, heldOn: '31/02/2026', issued: 'x' }).error?.issues.map(({ path }) => path.join('.')),
    ['heldOn', 'issued'],
  );
});

test('papers are read by their day; a paper that the list does not have is left out', () => {
  const dossier = {
    procedureId: id,
    version: '1',
    candidateId: id,
    'paper-health': '02/10/2026',
    'paper-assets': '',
    'paper-x': '1',
  };
  assert.deepEqual(RecordPapersInput.parse(dossier).papers, [
    { key: 'health', issuedOn: '2026-10-02' },
    { key: 'assets', issuedOn: null },
  ]);
  const { error } = RecordPapersInput.safeParse({ ...dossier, 'paper-health': '10/2026' });
  assert.deepEqual(
    error?.issues.map(({ path }) => path.join('.')),
    ['paper-health'],
  );
  const twice = RecordPapersInput.safeParse({ ...dossier, 'paper-health': ['22/11/2026', '22/11/2026'] });
  assert.deepEqual(
    twice.error?.issues.map(({ path, message }) => [path, message]),
    [[['paper-health'], 'Hãy ghi lại ngày lập giấy tờ.']],
  );
});
