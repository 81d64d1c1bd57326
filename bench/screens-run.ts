import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { grown, record } from './baseline';
import { type Measured, measureScreen, pagesPerSecond } from './measure';
import { screenTable } from './report';
import { findKnown, screens } from './screens';

const must = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by npm run bench`);
  return value;
};
const [address, owner, port] = [must('NEXTAUTH_URL'), must('DATABASE_OWNER_URL'), must('BENCH_PROBE_PORT')];
const { values: asked } = parseArgs({
  options: {
    screen: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

const db = new pg.Client({ connectionString: owner });
await db.connect();
const [app, planned] = [1, 2].map(() => new pg.Client({ connectionString: must('DATABASE_URL') })) as [pg.Client, pg.Client];
await Promise.all([app.connect(), planned.connect()]);
const known = await findKnown(db);
const measured: Measured[] = [];
for (const screen of screens(known).filter(({ name }) => name.includes(asked.screen))) {
  const measuring = { address, probe: `http://127.0.0.1:${port}`, db, app, planned, account: known[screen.user] };
  const result = await measureScreen(measuring, screen);
  console.error(`  ${screen.name}: ${result.p50Ms.toFixed(1)} ms`);
  measured.push(result);
}
const perSecond = asked.screen ? 0 : await pagesPerSecond(address, `/members?unit=${known.committee}`, 10);
const { rows } = await db.query(
  "select (select count(*) from members where status <> 'left')::int as members, (select count(*) from units where is_cell)::int as cells",
);
await db.end();
await Promise.all([app.end(), planned.end()]);
mkdirSync('.data/bench', { recursive: true });
const result = { ...rows[0], screens: measured, pagesPerSecond: perSecond };
writeFileSync('.data/bench/latest.json', `${JSON.stringify(result, null, 2)}\n`);
console.log(`\n${screenTable(measured)}`);
if (!asked.screen) console.log(`\nlist pages a second, one process: ${perSecond.toFixed(0)} (aim 150)`);
if (asked.record) record(result, !asked.screen);
if (asked.check) {
  const worse = grown(measured);
  for (const line of worse) console.log(line);
  console.log(worse.length ? `\n${worse.length} screens grew` : '\nno screen grew against its floor');
  process.exitCode = worse.length ? 1 : 0;
}
