import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Measured } from './measure';
import { screenTable } from './report';

const BASELINE = 'bench/baseline.json';
const PAGE = 'docs/performance.md';
const GROWTH = 1.15;

/** What a screen costs through HTTP for each millisecond that PostgreSQL needs at the least: comparable between machines. */
const ratioOf = ({ p50Ms, floorMs }: Pick<Measured, 'p50Ms' | 'floorMs'>): number => p50Ms / floorMs;

/** Screens whose ratio grew by more than 15 % against the committed baseline, in words; new screens have no baseline and are told too. */
export function grown(measured: readonly Measured[]): string[] {
  const baseline: Record<string, number> = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
  return measured.flatMap((screen) => {
    const [before, now] = [baseline[screen.name], ratioOf(screen)];
    if (before === undefined) return [`${screen.name}: not in ${BASELINE}; run npm run bench -- --record`];
    return now > before * GROWTH ? [`${screen.name}: ${now.toFixed(1)} times its floor, was ${before.toFixed(1)}`] : [];
  });
}

/** Writes the ratios into the baseline, and, of a whole run, the table with machine and commit into docs/performance.md. */
export function record(
  result: { members: number; cells: number; screens: Measured[]; pagesPerSecond: number },
  whole: boolean,
): void {
  const known: Record<string, number> = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {};
  const ratios = Object.fromEntries(result.screens.map((screen) => [screen.name, Number(ratioOf(screen).toFixed(2))]));
  writeFileSync(BASELINE, `${JSON.stringify(whole ? ratios : { ...known, ...ratios }, null, 2)}\n`);
  if (!whole) return;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL on the same machine`;
  const head = `${result.members} members in ${result.cells} cells. ${machine}. Commit ${commit}.`;
  const rate = `List pages a second, one process: ${result.pagesPerSecond.toFixed(0)} (aim 150).`;
  intoPage('screens', [head, '', '```', screenTable(result.screens), '```', '', rate]);
}

/** Writes the table of the load into docs/performance.md. */
export const recordLoad = (text: string): void => intoPage('load', ['```', text, '```']);

function intoPage(part: 'screens' | 'load', lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const page = readFileSync(PAGE, 'utf8');
  const block = [begin, ...lines, end].join('\n');
  writeFileSync(PAGE, page.slice(0, page.indexOf(begin)) + block + page.slice(page.indexOf(end) + end.length));
}
