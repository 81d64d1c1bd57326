import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Losses, lossesIn } from './faults-losses';
import { MortalProvince } from './faults-province';
import { report } from './faults-report';
import { prepareSubmitters, Submitters } from './faults-submitters';

/** How often each of the two is killed. */
const KILLS = Number(process.env.FAULTS_KILLS ?? 1);
/** The long form has the machine for itself; the short one runs wherever the tests run. */
const MOST_MS_BACK = process.env.FAULTS_KILLS ? 5_000 : 30_000;
const DRAFTS_EACH = 150 * (KILLS + 1);
const BETWEEN_KILLS = 24;
/** Acknowledged before it stands on disk, and nothing else that would bring it there soon. */
const CARELESS = {
  synchronous_commit: 'off',
  wal_writer_delay: '10s',
  wal_writer_flush_after: '1GB',
  wal_buffers: '64MB',
  bgwriter_lru_maxpages: '0',
};
const NONE: Losses = { lost: [], half: [], books: [] };

let province: MortalProvince;
let submitters: Submitters;
let drafts: string[];

before(async () => {
  province = await MortalProvince.open();
  const prepared = await province.asking((db) => prepareSubmitters(db, province.address, DRAFTS_EACH));
  drafts = prepared.queues.flat();
  submitters = new Submitters(prepared);
});
after(() => province?.close());

test('database and application killed under eight submitters: what was acknowledged is there once and whole, and the service comes back by itself', async () => {
  const back: { database: number[]; app: number[] } = { database: [], app: [] };
  await submitters.start();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await submitters.untilAcknowledged(BETWEEN_KILLS);
    await province.killDatabase();
    back.database.push(await province.startDatabase());
    await submitters.untilAcknowledged(BETWEEN_KILLS);
    await province.killApp();
    back.app.push(await province.startApp());
  }
  await submitters.untilAcknowledged(BETWEEN_KILLS);
  await submitters.finish();
  assert.deepEqual(submitters.surprises, []);
  assert.ok(submitters.retries > 0);
  const losses = await lossesIn(province.ownerUrl, drafts, submitters.acknowledged);
  const { lost, half, books } = losses;
  const found = `${submitters.acknowledged.size} biên bản đã báo nhận, gửi lại ${submitters.retries} lần: mất ${lost.length}, dở dang ${half.length}, sổ sai ${books.length}`;
  report({
    what: `Tắt đột ngột CSDL ${KILLS} lần, ứng dụng ${KILLS} lần, 8 người nộp`,
    measured: found,
    aim: 'mất 0, dở dang 0, sổ sai 0',
  });
  for (const [what, times] of [['CSDL', back.database] as const, ['Ứng dụng', back.app] as const])
    report({ what: `${what} trở lại sau khi tắt đột ngột`, measured: `${times.join(', ')} ms`, aim: `≤ ${MOST_MS_BACK} ms` });
  assert.deepEqual(losses, NONE);
  for (const ms of [...back.database, ...back.app]) assert.ok(ms <= MOST_MS_BACK, `${ms} ms`);
});

test('the same with a database that acknowledges before it has written: the losses are found', async () => {
  await province.restartDatabase(CARELESS);
  await submitters.start();
  await submitters.untilAcknowledged(BETWEEN_KILLS);
  await province.killDatabase();
  await submitters.abandon();
  await province.startDatabase();
  const { lost } = await lossesIn(province.ownerUrl, drafts, submitters.acknowledged);
  report({ what: 'Như trên với synchronous_commit = off', measured: `thấy mất ${lost.length}`, aim: 'thấy mất > 0' });
  assert.ok(lost.length > 0);
  assert.deepEqual(submitters.surprises, []);
});
