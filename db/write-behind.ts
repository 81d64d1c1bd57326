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
