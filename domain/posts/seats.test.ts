import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SeatFacts, seatState } from './seats';

const DAY = '2026-11-22';
const held: SeatFacts = {
  appointmentId: 'a',
  heldSince: '2025-07-01',
  termEndsOn: null,
  freeFrom: null,
  freeBefore: '2025-01-01',
};

test('a seat stands empty from its first day, before a later holding and from the end of the last one', () => {
  const never = { ...held, appointmentId: null, heldSince: null, freeFrom: '2026-11-12', freeBefore: '2026-11-12' };
  const cases: [string, SeatFacts, ReturnType<typeof seatState>][] = [
    ['never held', never, { kind: 'vacant', since: '2026-11-12', days: 10 }],
    ['ends tomorrow', { ...held, freeFrom: '2026-11-23' }, { kind: 'held' }],
    ['ends today', { ...held, freeFrom: '2026-11-22' }, { kind: 'vacant', since: '2026-11-22', days: 0 }],
    ['ended yesterday', { ...held, freeFrom: '2026-11-21' }, { kind: 'vacant', since: '2026-11-21', days: 1 }],
    ['begins tomorrow', { ...held, heldSince: '2026-11-23' }, { kind: 'vacant', since: '2025-01-01', days: 690 }],
    ['begins today', { ...held, heldSince: '2026-11-22' }, { kind: 'held' }],
    ['the former holder goes on until then', { ...held, heldSince: '2026-12-01', freeBefore: '2026-12-01' }, { kind: 'held' }],
    [
      'the former holder went today',
      { ...held, heldSince: '2026-12-01', freeBefore: '2026-11-22' },
      { kind: 'vacant', since: '2026-11-22', days: 0 },
    ],
    ['held without a term', held, { kind: 'held' }],
    ['the term is over tomorrow', { ...held, termEndsOn: '2026-11-23' }, { kind: 'held' }],
    ['the term is over today', { ...held, termEndsOn: '2026-11-22' }, { kind: 'held' }],
    ['the term was over yesterday', { ...held, termEndsOn: '2026-11-21' }, { kind: 'expired', since: '2026-11-21', days: 1 }],
    [
      'over, and ended',
      { ...held, termEndsOn: '2026-11-01', freeFrom: '2026-11-02' },
      { kind: 'vacant', since: '2026-11-02', days: 20 },
    ],
  ];
  for (const [name, seat, state] of cases) assert.deepEqual(seatState(seat, DAY), state, name);
});
