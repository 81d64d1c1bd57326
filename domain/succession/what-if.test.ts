import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '@/domain/rule-sets';
import { missingByAdding } from './shares';
import { aPerson, aTitle } from './testing';
import { type Change, changed, compare, pictureOf } from './what-if';

const rules = defaultRules();
const DAY = '2026-11-22';
const men = Array.from({ length: 6 }, (_, index) => aPerson({ id: `man${index}`, female: false }));
const women = Array.from({ length: 4 }, (_, index) => aPerson({ id: `woman${index}` }));
const persons = new Map([...men, ...women].map((person) => [person.id, person]));
const deputy = aTitle();
const committee = aTitle({ id: 'committee', name: 'Ban Chấp hành', body: true, seats: 4 });
const on = (titleId: string, ...ids: string[]) => ids.map((personId) => ({ personId, titleId }));
const start = [...on('committee', 'man0', 'man1', 'man2'), ...on('deputy', 'man0', 'man1', 'man2')];

const tried = (change: Partial<Change>) => {
  const picture = (placed: typeof start) => pictureOf(placed, [deputy, committee], persons, rules, DAY);
  return compare(picture(start), picture(changed(start, { add: [], remove: [], ...change })));
};
const women25 = (result: ReturnType<typeof tried>) => result.shares.find(({ before }) => before.key === 'women');

test('a woman added moves the share and the persons missing', () => {
  const result = tried({ add: on('committee', 'woman0') });
  const share = women25(result);
  assert.deepEqual([result.persons.before, result.persons.after], [3, 4]);
  assert.deepEqual([share?.before.adding, share?.after.adding], [1, 0]);
  assert.deepEqual(
    result.coefficients.map(({ titleId, before, after }) => [titleId, before.missing, after.missing]),
    [['committee', 1, 0]],
  );
});

test('a fourth name on a title arises as a finding, and taking one off again settles it', () => {
  const added = tried({ add: on('deputy', 'woman0') });
  assert.deepEqual([added.arising.map(({ key }) => key), added.settled], [['persons'], []]);
  const swapped = tried({ add: on('deputy', 'woman0'), remove: on('deputy', 'man0') });
  assert.deepEqual([swapped.arising, swapped.settled], [[], []]);
  assert.equal(swapped.persons.after, 4, 'man0 still stands on the committee');
});

test('a person who leaves one title of two is still planned', () => {
  assert.equal(tried({ remove: on('deputy', 'man0') }).persons.after, 3);
  assert.equal(tried({ remove: [...on('deputy', 'man0'), ...on('committee', 'man0')] }).persons.after, 2);
});

test('nothing added and nothing removed moves nothing; a name already there is not doubled', () => {
  for (const change of [{}, { add: on('deputy', 'man0') }]) {
    const result = tried(change);
    assert.deepEqual(
      result.shares.map(({ before }) => before),
      result.shares.map(({ after }) => after),
    );
    assert.deepEqual([result.arising, result.settled], [[], []]);
  }
});

const placed = fc.array(
  fc.record({ personId: fc.constantFrom(...persons.keys()), titleId: fc.constantFrom('deputy', 'committee') }),
  { maxLength: 15 },
);

test('whatever is added and taken off again leaves the list as it was', () => {
  fc.assert(
    fc.property(placed, placed, (list, others) => {
      const base = changed(list, { add: [], remove: [] });
      const fresh = others.filter(
        (each) => !base.some(({ personId, titleId }) => personId === each.personId && titleId === each.titleId),
      );
      const back = changed(changed(base, { add: fresh, remove: [] }), { add: [], remove: fresh });
      assert.deepEqual(back, base);
    }),
  );
});

test('as many women added as are said to be missing do reach the share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 10 }), (count, already) => {
      const crowd = Array.from({ length: count + already }, (_, index) => aPerson({ id: `c${index}`, female: index < already }));
      const spare = Array.from({ length: 20 }, (_, index) => aPerson({ id: `w${index}` }));
      const all = new Map([...crowd, ...spare].map((person) => [person.id, person]));
      const missing = missingByAdding(already, crowd.length, rules['plan.women'].value) ?? Number.NaN;
      const list = on('committee', ...crowd.map(({ id }) => id));
      const after = changed(list, { add: on('committee', ...spare.slice(0, missing).map(({ id }) => id)), remove: [] });
      const share = pictureOf(after, [committee], all, rules, DAY).shares.find(({ key }) => key === 'women');
      assert.equal(share?.adding, 0);
    }),
  );
});
