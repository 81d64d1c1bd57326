import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, listMonths } from '@/domain/calendar';
import { EVENT_KINDS, effective, type LedgerEvent, movements, standing } from '@/domain/members/ledger';
import { broken, standingOn } from '@/domain/members/sequence';

const CELLS = ['c1', 'c2', 'c3'] as const;
const START = '2025-01-01';
const MONTHS = listMonths(START, addMonths(START, 24));

const step = fc.record({
  member: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom(...EVENT_KINDS),
  day: fc.integer({ min: 0, max: 700 }),
  cell: fc.constantFrom(...CELLS),
  back: fc.nat(20),
});

/** Plays random steps as the commands would: what does not fit the history is refused. */
function play(
  steps: readonly { member: number; kind: LedgerEvent['kind']; day: number; cell: string; back: number }[],
): LedgerEvent[] {
  const ledger: LedgerEvent[] = [];
  for (const [at, { member, kind, day, cell, back }] of steps.entries()) {
    const history = ledger.filter((event) => event.memberId === `m${member}`);
    const effectiveOn = addDays(START, day);
    const here = standingOn(history, effectiveOn)?.cellId ?? cell;
    const base = { id: String(at).padStart(4, '0'), memberId: `m${member}`, kind, effectiveOn };
    const target = history.filter((event) => event.kind !== 'reversal')[back % Math.max(1, history.length)];
    if (kind === 'reversal' && (!target || history.some((event) => event.reversesId === target.id))) continue;
    const entering = ['registered', 'admission', 'readmission', 'transferred_in', 'restored'].includes(kind);
    const event: LedgerEvent =
      kind === 'reversal'
        ? { ...base, cellId: target?.cellId ?? cell, effectiveOn: target?.effectiveOn ?? effectiveOn, reversesId: target?.id }
        : kind === 'moved'
          ? { ...base, cellId: cell, fromCellId: here }
          : { ...base, cellId: entering ? cell : here };
    if (!broken(history, event)) ledger.push(event);
  }
  return ledger;
}

const membersIn = (ledger: readonly LedgerEvent[], cell: string, day: string) => {
  const valid = new Set(effective(ledger).map((event) => event.id));
  const people = [...new Set(ledger.map((event) => event.memberId))];
  return people.filter((member) => {
    const now = standing(ledger.filter((event) => event.memberId === member && valid.has(event.id) && event.effectiveOn <= day));
    return now && now.status !== 'left' && now.cellId === cell;
  }).length;
};

test('any sequence of events keeps the books balanced: each month start + increases − decreases = members at the end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ledger = play(steps);
      const moves = ledger.flatMap((event) =>
        movements(
          event,
          ledger.find((earlier) => earlier.id === event.reversesId),
        ),
      );
      for (const cell of CELLS) {
        let stock = 0;
        for (const month of MONTHS) {
          const here = moves.filter((move) => move.cellId === cell && move.month === month);
          const sum = (prefix: string) =>
            here.filter((move) => move.column.startsWith(prefix)).reduce((total, move) => total + move.by, 0);
          const end = stock + here.reduce((total, move) => total + move.stock, 0);
          assert.equal(end, stock + sum('inc') - sum('dec'));
          assert.equal(end, membersIn(ledger, cell, addDays(addMonths(month, 1), -1)));
          stock = end;
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('moves between cells cancel out in the sum over all cells', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ledger = play(steps);
      const moves = ledger.flatMap((event) =>
        movements(
          event,
          ledger.find((earlier) => earlier.id === event.reversesId),
        ),
      );
      const sum = (column: string) => moves.filter((move) => move.column === column).reduce((total, move) => total + move.by, 0);
      assert.equal(sum('incMovedIn'), sum('decMovedOut'));
    }),
  );
});
