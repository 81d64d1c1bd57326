import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { plainForm } from './forms';
import { provinceDatabase } from './province';
import { ADDRESS, type Answer, DEMO_PASSWORD, Visitor } from './visitor';

const OWN = { origin: ADDRESS, 'sec-fetch-site': 'same-origin' };
/** Names of one length, so that the echo of the typed name weighs the same. */
const CASES = {
  'an unknown name': { username: 'cua.languoi', password: DEMO_PASSWORD },
  'a wrong password': { username: 'cua.saikhau', password: 'sai-hoan-toan' },
  'a disabled account': { username: 'cua.dakhoas', password: DEMO_PASSWORD },
  'an account that must wait': { username: 'cua.phaidoi', password: DEMO_PASSWORD },
};

let db: pg.Client;
let page: Answer;

before(async () => {
  db = await provinceDatabase();
  await db.query(`insert into accounts (id, username, full_name, password_hash, must_change_password, disabled_at)
    select gen_random_uuid(), name, 'Người thử cửa', password_hash, false, case when name = 'cua.dakhoas' then now() end
    from accounts, unnest(array['cua.saikhau', 'cua.dakhoas', 'cua.phaidoi']) as name where username = 'chuyenvien'`);
  page = await new Visitor().get('/sign-in');
});
after(() => db.end());

const post = (username: string, password: string) =>
  new Visitor().send('/sign-in', { method: 'POST', headers: OWN, body: plainForm(page, { username, password }) });

/** What may differ between any two answers: the nonce, the typed name and the hour. */
const plain = ({ text, headers }: Answer, username: string) => {
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
  assert.ok(nonce);
  const bare = (part: string) => part.replaceAll(nonce, 'NONCE').replaceAll(username, 'NAME');
  return {
    text: bare(text),
    headers: [...headers].filter(([name]) => name !== 'date').map(([name, value]) => [name, bare(value)]),
  };
};

test('an unknown name, a wrong password, a disabled account and one that must wait get one and the same answer', async () => {
  const { username } = CASES['an account that must wait'];
  for (let n = 0; n < 5; n += 1) await post(username, 'sai');
  const waiting = await db.query('select 1 from sign_in_attempts where blocked_until > now()');
  assert.equal(waiting.rowCount, 1);
  const answers = [];
  for (const { username, password } of Object.values(CASES)) {
    const answer = await post(username, password);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /chưa đúng, hoặc đã thử quá nhiều lần/);
    answers.push(plain(answer, username));
  }
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
});

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

test('the first three take the same time, within a tenth', async () => {
  const times = Object.entries(CASES)
    .slice(0, 3)
    .map(([name, typed]) => ({ name, typed, all: [] as number[] }));
  const tries = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      await db.query('delete from sign_in_attempts');
      for (const { typed, all } of times) {
        const start = performance.now();
        await post(typed.username, typed.password);
        all.push(performance.now() - start);
      }
    }
    return times.map(({ all }) => median(all));
  };
  const alike = (each: number[]) => Math.max(...each) <= 1.1 * Math.min(...each);
  await tries(1);
  let seen = await tries(10);
  // In turn and by medians, so that what slows this machine slows all three; more tries when it is busy.
  for (let more = 0; more < 4 && !alike(seen); more += 1) seen = await tries(10);
  assert.ok(alike(seen), `medians in ms: ${seen.map(Math.round).join(', ')}`);
});
