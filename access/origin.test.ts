import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { fromOwnOrigin, refuseForeignChange } from './origin';

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

/** The status given before anything is read; 0 when the request goes on. */
function early(method: string, headers: Record<string, string>): number {
  let status = 0;
  const answer = { writeHead: (given: number) => (status = given), end: () => undefined } as unknown as ServerResponse;
  const request = {
    method,
    headers: { host: '10.0.0.5:3000', ...headers },
    resume: () => undefined,
  } as unknown as IncomingMessage;
  assert.equal(refuseForeignChange(HOME)(request, answer), status !== 0);
  return status;
}

test('a change that no page of this server sent goes no further; another name of the server is for the door to explain', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const origin of [HOME, 'http://10.0.0.5:3000', 'https://10.0.0.5:3000']) assert.equal(early(method, { origin }), 0);
    for (const headers of [{}, { origin: 'null' }, { origin: 'https://evil.vn', 'x-forwarded-host': 'evil.vn' }])
      assert.equal(early(method, headers as Record<string, string>), 403);
  }
  for (const method of ['GET', 'HEAD', 'OPTIONS']) assert.equal(early(method, { origin: 'https://evil.vn' }), 0);
});
