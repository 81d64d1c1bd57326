import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type Anchor, type Anchored, anchorIn, follow, type LineFault, nothingAnchored } from '@/domain/audit/anchors';

/** offset: bytes read, up to the end of the last whole line. torn: bytes of a write that was cut off stand behind it. */
export type Reading = { anchored: Anchored; offset: number; torn: boolean };
export type ReadAnchor = { anchor: Anchor; line: number; fault: LineFault | null; after: Anchored };

export const unread = (): Reading => ({ anchored: nothingAnchored(), offset: 0, torn: false });

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** Whole lines from a byte on, each with the byte behind its end. */
async function* linesFrom(file: string, from: number): AsyncGenerator<{ text: string; end: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let end = from;
  for await (const part of createReadStream(file, { start: from, highWaterMark: 1 << 18 })) {
    rest = rest.length ? Buffer.concat([rest, part as Buffer]) : (part as Buffer);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      end += at + 1;
      yield { text: rest.toString('utf8', 0, at), end };
      rest = rest.subarray(at + 1);
    }
  }
}

/**
 * Reads on from where the last reading ended, anew when the file is shorter than that, and hands each anchor over in order.
 * What is no anchor is passed over: a line that was taken away with it is missed by the next one. Throws what the file system throws, but a missing file is an empty one.
 */
export async function readOn(before: Reading, file: string, each?: (read: ReadAnchor) => Promise<void> | void): Promise<Reading> {
  const size = await sizeOf(file);
  let { anchored, offset } = size < before.offset ? unread() : before;
  let line = anchored.lines;
  if (size > offset)
    for await (const { text, end } of linesFrom(file, offset)) {
      offset = end;
      const anchor = anchorIn(text);
      if (!anchor) continue;
      line += 1;
      const { after, fault } = follow(anchored, text, anchor);
      anchored = after;
      await each?.({ anchor, line, fault, after });
    }
  return { anchored, offset, torn: size > offset };
}

/** Writes whole lines behind what is there and has them on the disk before it returns. */
export async function appendLines(file: string, lines: readonly string[], torn: boolean): Promise<void> {
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.appendFile(`${torn ? '\n' : ''}${lines.join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A line is at most half of this (db/audit-anchors.ts). */
const TAIL = 1 << 21;

/** When the last anchor of the file was made, ISO; null when there is none. */
export async function lastAnchorAt(file: string): Promise<string | null> {
  const from = Math.max(0, (await sizeOf(file)) - TAIL);
  let at: string | null = null;
  if (await sizeOf(file)) for await (const { text } of linesFrom(file, from)) at = anchorIn(text)?.at ?? at;
  return at;
}
