import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingOf } from './standing';

test('a title comes on its first day and is there through its last one', () => {
  const day = '2026-11-22';
  for (const [validFrom, validTo, standing] of [
    ['2026-11-21', null, 'standing'],
    ['2026-11-22', null, 'standing'],
    ['2026-11-23', null, 'coming'],
    ['2026-11-23', '2026-12-31', 'coming'],
    ['2026-11-01', '2026-11-21', 'ended'],
    ['2026-11-01', '2026-11-22', 'ending'],
    ['2026-11-01', '2026-11-23', 'ending'],
  ] as const)
    assert.equal(standingOf({ validFrom, validTo }, day), standing, `${validFrom} ${validTo}`);
});
