import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSettings } from '@/db/settings';

const RANDOM = 'q7Zt1vYw8Lr0XkP3mNc5Bd9Hs2Jf6Gae';
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://ung_dung:mk@db.tinh.vn:5432/so_to_chuc',
  NEXTAUTH_URL: 'https://so-to-chuc.tinh.vn',
  NEXTAUTH_SECRET: RANDOM,
  AUDIT_ANCHOR_FILE: join(tmpdir(), 'anchors.jsonl'),
};

const faultsOf = (env: Record<string, string | undefined>): string[] => {
  const result = readSettings(env);
  return result.ok ? [] : result.faults;
};

test('a complete production environment is read, the rest takes its usual value', () => {
  const result = readSettings(PRODUCTION);
  assert.ok(result.ok);
  const { PORT, HOST, SESSION_IDLE_MINUTES, SESSION_HOURS, LOG_LEVEL, DEMO, TRUST_PROXY } = result.settings;
  assert.deepEqual(
    [PORT, HOST, SESSION_IDLE_MINUTES, SESSION_HOURS, LOG_LEVEL, DEMO, TRUST_PROXY],
    [3000, '127.0.0.1', 30, 12, 'info', false, false],
  );
});

test('in development the address follows the port', () => {
  const result = readSettings({ DATABASE_URL: PRODUCTION.DATABASE_URL, NEXTAUTH_SECRET: RANDOM, PORT: '3100' });
  assert.ok(result.ok);
  assert.equal(result.settings.NEXTAUTH_URL, 'http://localhost:3100');
});

test('an empty value counts as not set', () => {
  assert.deepEqual(faultsOf({ ...PRODUCTION, PORT: '', LOG_LEVEL: ' ' }), []);
});

test('several faults are told at once, one line each', () => {
  const faults = faultsOf({ NODE_ENV: 'production', DATABASE_URL: 'mysql://x', PORT: '99999' });
  assert.equal(faults.length, 4);
  for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'PORT'])
    assert.equal(faults.filter((line) => line.startsWith(`${name} `)).length, 1);
});

const REFUSED: [string, Record<string, string | undefined>, string][] = [
  ['a secret of 31 characters', { NEXTAUTH_SECRET: RANDOM.slice(1) }, 'NEXTAUTH_SECRET'],
  ['the secret of the example file', { NEXTAUTH_SECRET: 'thay-chuoi-nay-bang-chuoi-ngau-nhien-cua-ban' }, 'NEXTAUTH_SECRET'],
  ['a secret of one repeated letter', { NEXTAUTH_SECRET: 'a'.repeat(40) }, 'NEXTAUTH_SECRET'],
  ['no address in production', { NEXTAUTH_URL: undefined }, 'NEXTAUTH_URL'],
  ['an address with a path', { NEXTAUTH_URL: 'https://tinh.vn/so-to-chuc' }, 'NEXTAUTH_URL'],
  ['a database address without a role', { DATABASE_URL: 'postgres://db.tinh.vn/so_to_chuc' }, 'DATABASE_URL'],
  ['a database address without a database', { DATABASE_URL: 'postgres://ung_dung:mk@db.tinh.vn' }, 'DATABASE_URL'],
  ['the owner as the role of the app', { DATABASE_OWNER_URL: PRODUCTION.DATABASE_URL }, 'DATABASE_URL'],
  ['port 0', { PORT: '0' }, 'PORT'],
  ['port 65536', { PORT: '65536' }, 'PORT'],
  ['a port in words', { PORT: 'ba nghìn' }, 'PORT'],
  ['an idle time longer than the session', { SESSION_IDLE_MINUTES: '61', SESSION_HOURS: '1' }, 'SESSION_IDLE_MINUTES'],
  ['an unknown log level', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL'],
  ['no file for the anchors in production', { AUDIT_ANCHOR_FILE: undefined }, 'AUDIT_ANCHOR_FILE'],
  ['anchors in a folder that is not there', { AUDIT_ANCHOR_FILE: '/khong-co/anchors.jsonl' }, 'AUDIT_ANCHOR_FILE'],
  ['a folder as the file of the anchors', { AUDIT_ANCHOR_FILE: tmpdir() }, 'AUDIT_ANCHOR_FILE'],
  ['a flag that is no flag', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
];

for (const [situation, change, name] of REFUSED) {
  test(`refused with one line: ${situation}`, () => {
    const faults = faultsOf({ ...PRODUCTION, ...change });
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.ok(faults[0]?.startsWith(name), faults[0]);
  });
}

test('a secret of 32 characters, ports 1 and 65535 and an idle time as long as the session are taken', () => {
  assert.deepEqual(faultsOf({ ...PRODUCTION, PORT: '1' }), []);
  assert.deepEqual(faultsOf({ ...PRODUCTION, PORT: '65535' }), []);
  assert.deepEqual(faultsOf({ ...PRODUCTION, SESSION_IDLE_MINUTES: '60', SESSION_HOURS: '1' }), []);
});

test('the demo of the own cluster needs no public address', () => {
  assert.deepEqual(faultsOf({ ...PRODUCTION, NEXTAUTH_URL: undefined, DEMO: '1' }), []);
});
