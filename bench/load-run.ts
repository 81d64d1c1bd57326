import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { recordLoad } from './baseline';
import { measureExport } from './load/export';
import { measureImports } from './load/import';
import { measureMeetingNight } from './load/meeting-night';
import { measureSteadiness } from './load/steadiness';
import type { LoadTarget, Measured } from './load/target';
import { table } from './report';

const { NEXTAUTH_URL: address, BENCH_APP_PID: pid, BENCH_SUPER_URL: url } = process.env;
if (!address || !pid || !url) throw new Error('run this by npm run bench');
const db = new pg.Client({ connectionString: url });
await db.connect();
const target: LoadTarget = { address, appPid: Number(pid), db };
const measured: Measured[] = [];
for (const measure of [measureExport, measureMeetingNight, measureImports, measureSteadiness]) {
  const lines = await measure(target);
  for (const { name, value, unit } of lines) console.error(`  ${name}: ${value.toFixed(2)} ${unit}`);
  measured.push(...lines);
  // Kept after each: the last takes ten minutes.
  writeFileSync('.data/bench/load.json', `${JSON.stringify(measured, null, 2)}\n`);
  if (process.argv.includes('--record')) recordLoad(loadTable(measured));
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
