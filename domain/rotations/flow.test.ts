import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Flow, layoutFlow } from './flow';

const PLACES = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, label: `Nơi ${key}` }));
const flow = (from: string, to: string, turns: number): Flow => ({ from, to, turns, direction: 'down' });
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const flows = fc.uniqueArray(
  fc.record({ from: key, to: key, turns: fc.nat(60), direction: fc.constantFrom('down', 'up', 'across') }),
  { selector: ({ from, to }) => from + to, maxLength: 20 },
) as fc.Arbitrary<Flow[]>;

test('boxes stand in the order of the places, senders left and receivers right', () => {
  const layout = layoutFlow([flow('c', 'a', 2), flow('a', 'b', 3), flow('a', 'c', 1)], PLACES);
  assert.deepEqual(
    layout.left.map((box) => [box.key, box.turns]),
    [
      ['a', 4],
      ['c', 2],
    ],
  );
  assert.deepEqual(
    layout.right.map((box) => [box.key, box.turns]),
    [
      ['a', 2],
      ['b', 3],
      ['c', 1],
    ],
  );
  assert.equal(layout.total, 6);
});

test('nothing to draw gives an empty picture, and a flow of no turns is not drawn', () => {
  const { bands, left, right, total } = layoutFlow([flow('a', 'b', 0)], PLACES);
  assert.deepEqual({ bands, left, right, total }, { bands: [], left: [], right: [], total: 0 });
});

test('every turn is in one band, bands of a box fill it in their order, and all stays inside the picture', () => {
  fc.assert(
    fc.property(flows, (given) => {
      const layout = layoutFlow(given, PLACES);
      const turns = given.reduce((sum, one) => sum + one.turns, 0);
      assert.equal(layout.total, turns);
      assert.equal(
        layout.bands.reduce((sum, band) => sum + band.turns, 0),
        turns,
      );
      for (const [side, boxes] of [
        ['from', layout.left],
        ['to', layout.right],
      ] as const) {
        assert.equal(
          boxes.reduce((sum, box) => sum + box.turns, 0),
          turns,
        );
        for (const [at, box] of boxes.entries()) {
          const above = boxes[at - 1];
          assert.ok(box.y >= 0 && box.y + box.height <= layout.height);
          assert.ok(!above || above.y + above.height <= box.y);
          const mine = layout.bands.filter((band) => band[side] === box.key);
          const middles = mine.map((band) => (side === 'from' ? band.startY : band.endY));
          for (const [index, band] of mine.entries()) {
            const middle = middles[index] ?? 0;
            assert.ok(middle - band.thickness / 2 >= box.y - 0.02 && middle + band.thickness / 2 <= box.y + box.height + 0.02);
            const before = mine[index - 1];
            if (before) assert.ok((middles[index - 1] ?? 0) + before.thickness / 2 <= middle - band.thickness / 2 + 0.04);
          }
        }
      }
    }),
  );
});

test('many turns make thinner bands, not a taller page', () => {
  const layout = layoutFlow([flow('a', 'b', 4000), flow('b', 'a', 2000)], PLACES);
  assert.ok(layout.height < 640, String(layout.height));
  assert.ok((layout.bands[0]?.thickness ?? 0) > (layout.bands[1]?.thickness ?? 0));
});
