import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromOwnOrigin } from './origin';

const HOME = 'https://so-to-chuc.tinh.vn';
const from = (headers: Record<string, string>) => fromOwnOrigin(new Headers(headers), HOME);

test('our own pages pass, with or without the browser’s word on the site', () => {
  assert.equal(from({ origin: HOME, 'sec-fetch-site': 'same-origin' }), true);
  assert.equal(from({ origin: HOME }), true);
});

test('another site, a sibling site, a request without origin and a missing address are refused', () => {
  assert.equal(from({ origin: 'https://evil.vn' }), false);
  assert.equal(from({ origin: HOME, 'sec-fetch-site': 'same-site' }), false);
  assert.equal(from({}), false);
  assert.equal(from({ origin: 'null', 'sec-fetch-site': 'same-origin' }), false);
  assert.equal(from({ origin: 'https://evil.vn', 'x-forwarded-host': 'evil.vn' }), false);
  assert.equal(fromOwnOrigin(new Headers({ origin: HOME }), ''), false);
});
