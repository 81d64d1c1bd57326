import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Version } from './version';

test('a version is a whole number that the column can hold', () => {
  for (const typed of ['0', '1', '2147483647']) assert.equal(Version.parse(typed), Number(typed));
  for (const typed of ['-1', '2147483648', '112147483648', '1.5', 'x', undefined, {}])
    assert.equal(Version.safeParse(typed).success, false, String(typed));
});
