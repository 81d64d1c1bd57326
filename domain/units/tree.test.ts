import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTreeOrder, leadership, type Officer } from './tree';

const rows = [
  { id: 'p', parentId: null, depth: 0 },
  { id: 'a', parentId: 'p', depth: 1 },
  { id: 'b', parentId: 'p', depth: 1 },
  { id: 'b1', parentId: 'b', depth: 2 },
  { id: 'a1', parentId: 'a', depth: 2 },
  { id: 'a2', parentId: 'a', depth: 2 },
];
const order = (root: string, ...open: string[]) => inTreeOrder(rows, root, new Set(open)).map(({ id }) => id);

test('only opened units show their children, each after its parent', () => {
  assert.deepEqual(order('p'), ['p', 'a', 'b']);
  assert.deepEqual(order('p', 'a'), ['p', 'a', 'a1', 'a2', 'b']);
  assert.deepEqual(order('p', 'a', 'b'), ['p', 'a', 'a1', 'a2', 'b', 'b1']);
  assert.deepEqual(order('a'), ['a', 'a1', 'a2']);
});

test('an opened unit below a shut one stays hidden', () => assert.deepEqual(order('p', 'b1'), ['p', 'a', 'b']));

const officer = (role: string, heldFrom: string, heldTo: string | null): Officer => ({
  role,
  fullName: role,
  memberId: null,
  heldFrom,
  heldTo,
  elected: true,
});

test('a secretary whose term ended leaves a vacancy from the day after', () => {
  const officers = [officer('deputy', '2025-01-01', null), officer('secretary', '2025-01-01', '2026-11-21')];
  const seats = (today: string) =>
    leadership(officers, today).map(({ role, officer: held }) => `${role}:${held ? 'held' : 'vacant'}`);
  assert.deepEqual(seats('2026-11-21'), ['secretary:held', 'deputy:held']);
  assert.deepEqual(seats('2026-11-22'), ['secretary:vacant', 'deputy:held']);
  assert.deepEqual(seats('2024-12-31'), ['secretary:vacant']);
});
