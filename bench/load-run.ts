import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { recordLoad } from './baseline';
import { measureExport } from './load/export';
import { measureImports } from './load/import';
import { measureMeetingNight } from './load/meeting-night';
import { measureSteadiness } from './load/steadiness';
import type { LoadTarget, Measured } from './load/target';
import { table } from './report';

const KEPT = '.data/bench/load.json';
const { NEXTAUTH_URL: address, BENCH_APP_PID: pid, BENCH_SUPER_URL: url } = process.env;
if (!address || !pid || !url) throw new Error('run this by npm run bench');
const db = new pg.Client({ connectionString: url });
await db.connect();
const target: LoadTarget = { address, appPid: Number(pid), db };
const { values: asked } = parseArgs({ options: { record: { type: 'boolean', default: false }, only: { type: 'string' } } });
/** Memory first, in a server that has done nothing else: what a large list took is told with the list. */
const MEASURES = { memory: measureSteadiness, export: measureExport, night: measureMeetingNight, import: measureImports };
const chosen = asked.only?.split(',') ?? Object.keys(MEASURES);
/** Of a run of some parts only, the others stay as they were measured last. */
const measured: Measured[] = asked.only && existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : [];
for (const [name, measure] of Object.entries(MEASURES)) {
  if (!chosen.includes(name)) continue;
  const lines = await measure(target);
  measured.splice(0, measured.length, ...measured.filter((old) => !lines.some((line) => line.name === old.name)));
  for (const { name, value, unit } of lines) console.error(`  ${name}: ${value.toFixed(2)} ${unit}`);
  measured.push(...lines);
  // Kept after each: the first takes ten minutes.
  writeFileSync(KEPT, `${JSON.stringify(measured, null, 2)}\n`);
  if (asked.record) recordLoad(loadTable(measured));
}
await db.end();
console.log(`\n${loadTable(measured)}`);
process.exitCode = measured.every(({ ok }) => ok) ? 0 : 1;

function loadTable(lines: readonly Measured[]): string {
  const shown = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  return table([
    ['load', 'measured', 'aim', ''],
    ...lines.map(({ name, value, unit, aim, ok }) => [name, `${shown(value)} ${unit}`, aim, ok ? '' : '!']),
  ]);
}
