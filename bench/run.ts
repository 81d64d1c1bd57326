import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { measureScreen, pagesPerSecond } from './measure';
import { screenTable } from './report';
import { findKnown, screens } from './screens';

const must = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by npm run bench`);
  return value;
};
const [address, owner, port] = [must('NEXTAUTH_URL'), must('DATABASE_OWNER_URL'), must('BENCH_PROBE_PORT')];
const { values: asked } = parseArgs({ options: { only: { type: 'string' }, check: { type: 'boolean', default: false } } });
const only = asked.only;

const db = new pg.Client({ connectionString: owner });
await db.connect();
const known = await findKnown(db);
const measured = [];
for (const screen of screens(known).filter(({ name }) => !only || name.includes(only))) {
  const result = await measureScreen(address, `http://127.0.0.1:${port}`, db, screen);
  console.error(`  ${screen.name}: ${result.p50Ms.toFixed(1)} ms`);
  measured.push(result);
}
const perSecond = only ? 0 : await pagesPerSecond(address, `/members?unit=${known.committee}`, 10);
const { rows } = await db.query(
  "select (select count(*) from members where status <> 'left')::int as members, (select count(*) from units where is_cell)::int as cells",
);
await db.end();
mkdirSync('.data/bench', { recursive: true });
writeFileSync(
  '.data/bench/latest.json',
  `${JSON.stringify({ ...rows[0], screens: measured, pagesPerSecond: perSecond }, null, 2)}\n`,
);
console.log(screenTable(measured));
console.log(`\nlist pages a second, one process: ${perSecond.toFixed(0)} (aim 150)`);
