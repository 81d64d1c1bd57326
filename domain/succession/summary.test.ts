import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '@/domain/rule-sets';
import { type SummaryPerson, summaryOf } from './summary';

const rules = defaultRules();
const DAY = '2026-11-22';
const LADDERS = { education: { university: 'Đại học', master: 'Thạc sĩ' }, theory: { advanced: 'Cao cấp' } };
const UNITS = [
  { id: 'a', name: 'Đảng bộ xã Đông Sơn', seats: 15 },
  { id: 'b', name: 'Đảng bộ xã Tây Hà', seats: 12 },
];
const someone = (id: string, unitId: string, given: Partial<SummaryPerson> = {}): SummaryPerson => ({
  id,
  unitId,
  female: false,
  minority: false,
  religious: false,
  born: '1984-05-01',
  education: 'university',
  theory: 'advanced',
  standing: 'first',
  body: false,
  ...given,
});
const summary = (persons: SummaryPerson[]) => summaryOf(UNITS, persons, LADDERS, rules, DAY);

test('a person planned in two units counts in each and once in the total', () => {
  const { lines, total } = summary([someone('x', 'a'), someone('x', 'b'), someone('y', 'b', { female: true })]);
  assert.deepEqual([lines[0]?.total, lines[1]?.total, total.total], [1, 2, 2]);
  assert.deepEqual(total.women, { count: 1, percent: 50 });
  assert.equal(total.seats, 27);
});

test('a person planned again for one of two titles is continued', () => {
  const { total } = summary([someone('x', 'a'), someone('x', 'a', { standing: 'continued' }), someone('x', 'a')]);
  assert.deepEqual([total.first, total.continued], [0, 1]);
});

test('what may not be seen is left out, not counted as nobody', () => {
  const { total, lines } = summary([someone('x', 'a', { minority: null, religious: null }), someone('y', 'b')]);
  assert.deepEqual([total.minority, total.religious, lines[1]?.minority], [null, null, { count: 0, percent: 0 }]);
});

test('those on the lists of committees stand against their seats; a unit without anyone has no shares', () => {
  const persons = Array.from({ length: 20 }, (_, index) => someone(`p${index}`, 'a', { body: index < 18 }));
  const { lines } = summary([...persons, someone('p0', 'a')]);
  assert.deepEqual([lines[0]?.coefficient, lines[1]?.coefficient, lines[1]?.women.percent], ['1,20', '0,00', null]);
  assert.equal(summaryOf([{ id: 'a', name: 'A', seats: 0 }], persons, LADDERS, rules, DAY).total.coefficient, '—');
});

test('age brackets and first or continued add up to the total of each line', () => {
  const person = fc.record({
    id: fc.constantFrom('p', 'q', 'r', 's', 't'),
    unitId: fc.constantFrom('a', 'b'),
    year: fc.integer({ min: 1964, max: 2003 }),
    standing: fc.constantFrom('first' as const, 'continued' as const),
    body: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), (people) => {
      const { lines, total } = summary(
        people.map(({ year, ...rest }) => someone(rest.id, rest.unitId, { ...rest, born: String(year) })),
      );
      for (const line of [...lines, total]) {
        assert.equal(line.under.count + line.middle.count + line.over.count, line.total);
        assert.equal(line.first + line.continued, line.total);
        assert.ok(line.bodies <= line.total);
      }
      assert.ok(total.total <= lines.reduce((sum, line) => sum + line.total, 0));
    }),
  );
});
