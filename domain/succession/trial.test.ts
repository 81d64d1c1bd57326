import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leaveAlone, trialAddress, trialOf, tryAdding, tryRemoving } from './trial';

const id = fc.uuid();
const placed = fc.tuple(id, id).map(([titleId, personId]) => ({ titleId, personId }));
const names = fc.uniqueArray(placed, { maxLength: 5 });
const change = fc.tuple(names, names).map(([add, remove]) => ({ add, remove }));
const searchOf = (address: string) => {
  const query = new URL(address, 'http://x').searchParams;
  return { add: query.getAll('add'), drop: query.getAll('drop') };
};

test('what stands in an address is what was put on trial', () => {
  fc.assert(fc.property(change, (given) => assert.deepEqual(trialOf(searchOf(trialAddress('/x', given))), given)));
});

test('nonsense in the address puts nobody on trial', () => {
  for (const text of ['', 'a.b', '..', 'x', '019a0000-0000-7000-8000-000000000000', "'; drop table"])
    assert.deepEqual(trialOf({ add: text, drop: [text, text] }), { add: [], remove: [] });
  assert.deepEqual(trialOf({}), { add: [], remove: [] });
});

test('more than twenty names are cut off', () => {
  const name = '019a0000-0000-7000-8000-000000000000.019a0000-0000-7000-8000-000000000001';
  assert.equal(trialOf({ add: Array.from({ length: 25 }, () => name) }).add.length, 20);
});

test('a name is on trial to be added or to be taken off, not both, and may be left alone again', () => {
  fc.assert(
    fc.property(change, placed, (given, name) => {
      const holds = (list: readonly (typeof name)[]) =>
        list.filter(({ titleId, personId }) => titleId === name.titleId && personId === name.personId).length;
      const adding = tryAdding(tryRemoving(given, name), name);
      assert.deepEqual([holds(adding.add), holds(adding.remove)], [1, 0]);
      const removing = tryRemoving(adding, name);
      assert.deepEqual([holds(removing.add), holds(removing.remove)], [0, 1]);
      assert.deepEqual([holds(leaveAlone(removing, name).add), holds(leaveAlone(removing, name).remove)], [0, 0]);
    }),
  );
});

test('without names the address is the plain path; title and search stay beside them', () => {
  assert.equal(trialAddress('/x', { add: [], remove: [] }), '/x');
  assert.equal(trialAddress('/x', { add: [], remove: [] }, { title: 't', q: 'lan' }), '/x?title=t&q=lan');
});
