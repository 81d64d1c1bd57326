// Lines about what is going on, with the seconds since the start.

const began = performance.now();

/** @param {number} since  milliseconds from performance.now() */
export function seconds(since = began) {
  return `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} s`;
}

export function say(text) {
  console.log(`[${seconds().padStart(7)}] ${text}`);
}

/** Says that a step begins and how long it took. @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
export async function step(name, work) {
  const start = performance.now();
  say(`${name} …`);
  const result = await work();
  say(`${name}: xong sau ${seconds(start)}`);
  return result;
}

/** A fault that the reader can mend: shown as its lines alone, without a stack. */
export class Fault extends Error {
  /** @param {...string} lines */
  constructor(...lines) {
    super(lines.join('\n'));
  }
}

/** Shows why the program cannot go on. Faults are for the reader; anything else is a bug and keeps its stack. */
export function explain(error) {
  console.error(error instanceof Fault ? error.message.replace(/^/gm, 'Không chạy được: ') : error);
}

/** Rows under heads, each column as wide as its widest cell. @param {string[]} heads @param {string[][]} rows */
export function table(heads, rows) {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd();
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
