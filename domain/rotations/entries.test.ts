import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastDecision, type RotationEntry, standingEntries, stayOf, wronglyRecorded } from './entries';
import type { RotationEventKind } from './words';

const entry = (id: string, kind: RotationEventKind, effectiveOn: string, reversesId: string | null = null): RotationEntry => ({
  ...{ id, kind, effectiveOn, reversesId },
});
const PROPOSED = [entry('p', 'proposed', '2026-08-01'), entry('c', 'consulted', '2026-08-09')];
const BEGUN = [...PROPOSED, entry('b', 'begun', '2026-09-01'), entry('a', 'announced', '2026-09-02')];
const ENDED = [...BEGUN, entry('x', 'extended', '2029-09-01'), entry('e', 'ended', '2030-09-01')];
const back = (entries: readonly RotationEntry[], id: string) => [...entries, entry(`-${id}`, 'reversal', '2030-10-01', id)];

const CASES: readonly [string, readonly RotationEntry[], string | undefined, object][] = [
  ['only proposed', PROPOSED, undefined, { startedOn: null, endedOn: null, withdrawn: false }],
  [
    'withdrawn',
    [...PROPOSED, entry('w', 'withdrawn', '2026-08-20')],
    undefined,
    { startedOn: null, endedOn: null, withdrawn: true },
  ],
  ['begun', BEGUN, 'b', { startedOn: '2026-09-01', endedOn: null, withdrawn: false }],
  ['begun, taken back', back(BEGUN, 'b'), undefined, { startedOn: null, endedOn: null, withdrawn: false }],
  [
    'begun again after that',
    [...back(BEGUN, 'b'), entry('b2', 'begun', '2026-10-01')],
    'b2',
    { startedOn: '2026-10-01', endedOn: null, withdrawn: false },
  ],
  ['ended', ENDED, 'e', { startedOn: '2026-09-01', endedOn: '2030-09-01', withdrawn: false }],
  ['the end taken back', back(ENDED, 'e'), 'x', { startedOn: '2026-09-01', endedOn: null, withdrawn: false }],
  ['the extension too', back(back(ENDED, 'e'), 'x'), 'b', { startedOn: '2026-09-01', endedOn: null, withdrawn: false }],
];

for (const [situation, entries, last, stay] of CASES)
  test(`what stands of a rotation: ${situation}`, () => {
    assert.equal(lastDecision(entries)?.id, last);
    assert.deepEqual(stayOf(entries), stay);
  });

test('a past rotation stands from its record, and once taken back it never was', () => {
  const recorded = [entry('r', 'recorded', '2014-03-01'), entry('e', 'ended', '2017-05-01')];
  assert.deepEqual(stayOf(recorded), { startedOn: '2014-03-01', endedOn: '2017-05-01', withdrawn: false });
  assert.equal(wronglyRecorded(recorded), false);
  const gone = back(back(recorded, 'r'), 'e');
  assert.deepEqual(stayOf(gone), { startedOn: null, endedOn: null, withdrawn: true });
  assert.equal(wronglyRecorded(gone), true);
  assert.deepEqual(standingEntries(gone), []);
});
