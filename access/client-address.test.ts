import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { addressOf, noteClientAddress } from './client-address';
import { onEveryRequest } from './every-request';

const request = (forwarded?: string | string[]) => ({
  headers: { 'x-forwarded-for': forwarded },
  socket: { remoteAddress: '::ffff:10.0.0.9' },
});

test('without a proxy of our own only the socket is believed', () => {
  assert.equal(addressOf(request('1.2.3.4'), false), '10.0.0.9');
});

test('behind our proxy the last address counts: the ones before it are what the client says', () => {
  assert.equal(addressOf(request('6.6.6.6, 1.2.3.4'), true), '1.2.3.4');
  assert.equal(addressOf(request(['6.6.6.6', '1.2.3.4']), true), '1.2.3.4');
  assert.equal(addressOf(request(), true), '10.0.0.9');
});

test('what a client says about its own address does not reach the app', async () => {
  onEveryRequest(noteClientAddress(false));
  const server = createServer((asked, answer) =>
    answer.end(JSON.stringify(['x-client-address', 'x-forwarded-for'].map((name) => asked.headers[name] ?? null))),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { 'x-client-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' },
  });
  assert.deepEqual(await answer.json(), ['127.0.0.1', null]);
  server.close();
});
