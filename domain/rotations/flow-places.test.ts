import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { levelFlows, unitFlows } from './flow-places';
import { directionOf, LEVEL_ORDER, type RotationLevel } from './levels';

test('the chart by levels takes one year, or all of them', () => {
  const counts = [
    { from: 'province', to: 'commune', year: 2024, turns: 2, persons: 2 },
    { from: 'province', to: 'commune', year: null, turns: 5, persons: 4 },
    { from: null, to: null, year: 2024, turns: 2, persons: 2 },
    { from: null, to: null, year: null, turns: 5, persons: 4 },
  ] as const;
  assert.deepEqual(levelFlows(counts, null).flows, [{ from: 'province', to: 'commune', turns: 5, direction: 'down' }]);
  assert.deepEqual(levelFlows(counts, 2024).flows[0]?.turns, 2);
  assert.deepEqual(levelFlows(counts, 2020).flows, []);
});

const level = fc.constantFrom<RotationLevel>(...LEVEL_ORDER);
const unit = fc.record({
  fromName: fc.integer({ min: 1, max: 40 }).map((number) => `Đảng bộ xã ${number}`),
  fromLevel: level,
  toName: fc.integer({ min: 1, max: 40 }).map((number) => `Đảng bộ xã ${number}`),
  toLevel: level,
  turns: fc.integer({ min: 1, max: 9 }),
});

test('by units no turn is lost, few places are named, and each flow keeps the direction of its levels', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (counts) => {
      const { flows, places } = unitFlows(counts);
      const sum = (list: readonly { turns: number }[]) => list.reduce((total, { turns }) => total + turns, 0);
      assert.equal(sum(flows), sum(counts));
      assert.ok(new Set(flows.map(({ from }) => from)).size <= 12 + LEVEL_ORDER.length);
      const keys = new Set(places.map(({ key }) => key));
      for (const flow of flows) {
        assert.ok(keys.has(flow.from) && keys.has(flow.to));
        const [from, to] = [flow.from.split(' ')[0] as RotationLevel, flow.to.split(' ')[0] as RotationLevel];
        assert.equal(flow.direction, directionOf(from, to));
      }
    }),
  );
});

test('a unit is called as people call it', () => {
  const { places } = unitFlows([
    { fromName: 'Đảng bộ xã Đông Sơn', fromLevel: 'commune', toName: 'Đảng bộ tỉnh Bình Sơn', toLevel: 'province', turns: 1 },
  ]);
  assert.deepEqual(
    places.map(({ label }) => label),
    ['Tỉnh Bình Sơn', 'Xã Đông Sơn'],
  );
});
