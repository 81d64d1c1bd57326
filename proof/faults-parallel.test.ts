import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { actionOf } from './build';
import { minutesOf } from './faults-minutes';
import { report } from './faults-report';
import { type Answer, type Fields, stateOf, Visitor } from './visitor';

const SENDERS = 50;
const EDITORS = 32;
const ROUNDS = 3;
const start = actionOf('app/(board)/meetings/actions.ts', 'start');
const save = actionOf('app/(board)/meetings/[meetingId]/minutes/actions.ts', 'save');
const submit = actionOf('app/(board)/meetings/[meetingId]/minutes/actions.ts', 'submit');

const db = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
let cellId: string;
let secretary: Visitor;
let deputy: Visitor;

before(async () => {
  await db.connect();
  [secretary, deputy] = await Promise.all([new Visitor().signIn('bithu'), new Visitor().signIn('chiuy')]);
  const { rows } = await db.query(
    "select h.unit_id from offices_held h join accounts a on a.id = h.account_id where a.username = 'bithu'",
  );
  cellId = rows[0].unit_id;
});
after(() => db.end());

const problemOf = (answer: Answer) => {
  const state = stateOf(answer);
  return state?.status === 'problems' ? state.problems[0] : undefined;
};
const isBusy = (answer: Answer) => answer.status === 503 || /Máy chủ đang bận/.test(problemOf(answer)?.message ?? '');

/** As a person does who is told that the server is busy: the same form again. */
async function sent(who: Visitor, id: string, fields: Fields): Promise<Answer> {
  for (;;) {
    const answer = await who.act(id, '/meetings', fields);
    if (!isBusy(answer)) return answer;
  }
}

const newMeeting = async (): Promise<string> => {
  const answer = await sent(secretary, start.id, { cellId, month: '2026-10-01', kind: 'thematic', key: randomUUID() });
  const id = /\/meetings\/([\w-]{36})\/minutes/.exec(answer.headers.get('x-action-redirect') ?? '')?.[1];
  assert.ok(id);
  return id;
};
const count = async (sql: string, values: unknown[]) =>
  Number((await db.query(`select count(*) as n from ${sql}`, values)).rows[0].n);

test('one key sent fifty times at once: one meeting, fifty same answers; with another body it is refused', async () => {
  const before = await count('meetings where cell_id = $1', [cellId]);
  const form = { cellId, month: '2026-10-01', kind: 'thematic', key: randomUUID() };
  const answers = await Promise.all(Array.from({ length: SENDERS }, () => sent(secretary, start.id, form)));
  assert.equal(new Set(answers.map((answer) => answer.headers.get('x-action-redirect'))).size, 1);
  assert.match(answers[0]?.headers.get('x-action-redirect') ?? '', /^\/meetings\/[\w-]{36}\/minutes/);
  assert.equal(await count('meetings where cell_id = $1', [cellId]), before + 1);

  report({ what: `Một khóa gửi ${SENDERS} lần cùng lúc`, measured: '1 cuộc họp, các câu trả lời như nhau', aim: '1 cuộc họp' });
  const other = await sent(secretary, start.id, { ...form, kind: 'extraordinary' });
  assert.match(problemOf(other)?.message ?? '', /đã được gửi một lần với nội dung khác/);
  assert.equal(await count('meetings where cell_id = $1', [cellId]), before + 1);
});

test('minutes submitted fifty times at once with one key are in the books once, and everyone is told so', async () => {
  const meetingId = await newMeeting();
  const body = { meetingId, version: 1, minutes: minutesOf('2026-10-20', 'gửi lại'), accepted: true };
  const form = { json: JSON.stringify(body), key: randomUUID() };
  const answers = await Promise.all(Array.from({ length: SENDERS }, () => sent(secretary, submit.id, form)));
  for (const answer of answers) {
    const state = stateOf(answer);
    assert.deepEqual(state?.status === 'done' && state.result, { meetingId });
  }
  assert.equal(await count("audit_log where subject_id = $1 and action = 'minutes.submitted'", [meetingId]), 1);
  assert.equal(await count('resolutions where meeting_id = $1', [meetingId]), body.minutes.resolutions.length);
});

test('thirty-two editors of one draft: each save that was acknowledged stands in the sequence, everyone else is told', async () => {
  const meetingId = await newMeeting();
  const kept: { version: number; place: string }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const version = 1 + kept.length;
    const answers = await Promise.all(
      Array.from({ length: EDITORS }, async (_, editor) => {
        const place = `Lượt ${round}, người ${editor}`;
        const minutes = { ...minutesOf('2026-10-20', 'bản nháp'), place };
        const fields = { json: JSON.stringify({ meetingId, version, minutes }), key: randomUUID() };
        return { place, answer: await sent(editor % 2 ? secretary : deputy, save.id, fields) };
      }),
    );
    for (const { place, answer } of answers) {
      const state = stateOf(answer);
      if (state?.status === 'done') kept.push({ place, ...(state.result as { version: number }) });
      else assert.equal(problemOf(answer)?.stale, true, answer.text.slice(0, 200));
    }
    assert.equal(kept.length, round + 1);
  }
  assert.deepEqual(
    kept.map(({ version }) => version),
    Array.from({ length: ROUNDS }, (_, round) => round + 2),
  );
  const measured = `${kept.length} lần lưu được nhận, ${ROUNDS * EDITORS - kept.length} lần được báo là bản cũ`;
  report({ what: `${EDITORS} người sửa một bản nháp`, measured, aim: 'không mất lần nào' });
  const { rows } = await db.query("select version, draft->>'place' as place from meetings where id = $1", [meetingId]);
  assert.deepEqual(rows[0], kept.at(-1));
  const noted = await db.query(
    "select (detail->>'version')::int as version from audit_log where subject_id = $1 and action = 'minutes.draft_saved' order by 1",
    [meetingId],
  );
  assert.deepEqual(
    noted.rows.map(({ version }) => version),
    kept.map(({ version }) => version),
  );
});
