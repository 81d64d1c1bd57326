import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countByKind, countTurns, type Turn } from './counts';
import { CLASS_KINDS, type ClassKind, RESULTS, type Result } from './words';

const turn = (personId: string, classId: string, kind: ClassKind = 'theory', result: Result = 'passed'): Turn => ({
  personId,
  classId,
  kind,
  result,
});

test('a person of two classes is one person and two turns; who dropped out took a turn and finished none', () => {
  assert.deepEqual(countTurns([turn('a', '1'), turn('a', '2'), turn('b', '2', 'theory', 'dropped')]), {
    classes: 2,
    persons: 2,
    turns: 3,
    passed: 2,
  });
  assert.deepEqual(countTurns([]), { classes: 0, persons: 0, turns: 0, passed: 0 });
});

test('a person of two kinds of class stands in both lines and once in the total', () => {
  const { rows, total } = countByKind([turn('a', '1'), turn('a', '2', 'defence'), turn('b', '2', 'defence', 'distinction')]);
  assert.deepEqual(
    rows.map(({ kind, persons, turns, passed }) => [kind, persons, turns, passed]),
    [
      ['theory', 1, 1, 1],
      ['defence', 2, 2, 2],
    ],
  );
  assert.deepEqual([total.persons, total.turns], [2, 3]);
});

const anyTurn = fc.record({
  personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  classId: fc.constantFrom('1', '2', '3', '4'),
  result: fc.constantFrom(...(Object.keys(RESULTS) as Result[])),
});
const kindOf = (classId: string) => (Object.keys(CLASS_KINDS) as ClassKind[])[Number(classId) % 3] ?? 'theory';

test('persons never exceed turns, turns of the kinds add up, and their persons are at least the total', () => {
  fc.assert(
    fc.property(fc.array(anyTurn, { maxLength: 60 }), (drawn) => {
      const turns = drawn.map((each) => ({ ...each, kind: kindOf(each.classId) }));
      const { rows, total } = countByKind(turns);
      for (const counted of [...rows, total]) assert.ok(counted.persons <= counted.turns && counted.passed <= counted.turns);
      const sum = (key: 'turns' | 'classes' | 'passed' | 'persons') => rows.reduce((all, each) => all + each[key], 0);
      assert.deepEqual([sum('turns'), sum('classes'), sum('passed')], [total.turns, total.classes, total.passed]);
      assert.ok(sum('persons') >= total.persons);
    }),
  );
});
