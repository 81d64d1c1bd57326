import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 4;

/**
 * For long work in the process that serves everybody: awaited between small pieces, it lets waiting requests go first whenever the work
 * has held the process for some milliseconds.
 */
export function takingTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await nextTurn();
    since = performance.now();
  };
}

/**
 * Writes each part while the next is being made: one write at a time, in order. Ends early, with false, when a write says false. Returns and throws
 * only when the last write has ended, so that nothing is sent behind the end of a transaction.
 */
export async function writtenBehind<P>(parts: AsyncIterable<P>, write: (part: P) => Promise<boolean>): Promise<boolean> {
  let writing = Promise.resolve(true);
  try {
    for await (const part of parts) {
      if (!(await writing)) return false;
      writing = write(part);
      writing.catch(() => undefined); // awaited with the next part, or below
    }
  } finally {
    await writing;
  }
  return writing;
}
