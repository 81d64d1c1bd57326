import type { Measured } from './measure';

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const kb = (bytes: number) => (bytes / 1000).toFixed(1);

/** What is measured against what is aimed at; `!` where it is missed. */
export function screenTable(screens: readonly Measured[]): string {
  const head = ['screen', 'p50 ms', 'p95 ms', 'reads', 'SQL ms', 'floor ms', 'SQL/floor', 'HTML kB', 'script kB'];
  const rows = screens.map((screen) => [
    screen.name,
    marked(ms(screen.p50Ms), screen.p50Ms <= screen.aim.p50),
    marked(ms(screen.p95Ms), screen.p95Ms <= screen.aim.p95),
    marked(String(screen.queries), screen.queries <= 4),
    ms(screen.sqlMs),
    ms(screen.floorMs),
    marked(ms(screen.sqlMs / screen.floorMs), screen.sqlMs <= 3 * screen.floorMs),
    marked(kb(screen.htmlBytes), screen.htmlBytes <= 40_000),
    marked(kb(screen.scriptBytes), screen.scriptBytes <= 160_000),
  ]);
  return table([head, ...rows]);
}

const marked = (text: string, reached: boolean) => (reached ? text : `${text} !`);

export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ');
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
