import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HeldSeat, heldFrom, type SeatFacts, seatExchanges, seatState } from './seats';

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

test('a held seat above the new number changes places with the lowest free one below it', () => {
  const at = (...seats: number[]): HeldSeat[] => seats.map((seat) => ({ seat, until: null }));
  const cases: [string, HeldSeat[], number, [number, number][]][] = [
    ['the highest is held, the middle one free', at(1, 3), 2, [[3, 2]]],
    ['all below are held', at(1, 2), 2, []],
    [
      'two above, two free',
      at(2, 5, 6),
      3,
      [
        [5, 1],
        [6, 3],
      ],
    ],
    ['nobody holds any', [], 1, []],
    ['one above ends on that day', [{ seat: 3, until: DAY }], 1, []],
    ['one above ends the day after', [{ seat: 3, until: '2026-11-23' }], 1, [[3, 1]]],
  ];
  for (const [name, held, seats, pairs] of cases)
    assert.deepEqual(
      seatExchanges(held, seats, DAY).map(({ above, below }) => [above, below]),
      pairs,
      name,
    );
});

test('after the exchange every holder has a seat of their own among those that stay, as long as there are enough', () => {
  const until = fc.constantFrom(null, '2026-11-21', DAY, '2026-11-23');
  const seats = fc.uniqueArray(fc.record({ seat: fc.integer({ min: 1, max: 12 }), until }), { selector: ({ seat }) => seat });
  fc.assert(
    fc.property(seats, fc.integer({ min: 1, max: 12 }), (held, left) => {
      const still = heldFrom(held, DAY).map(({ seat }) => seat);
      fc.pre(still.length <= left);
      const onto = new Map(seatExchanges(held, left, DAY).map(({ above, below }) => [above, below]));
      const now = still.map((seat) => onto.get(seat) ?? seat);
      assert.equal(new Set(now).size, now.length);
      assert.ok(now.every((seat) => seat >= 1 && seat <= left));
    }),
  );
});
