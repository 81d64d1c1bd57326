import { readFileSync } from 'node:fs';
import type { Answer } from '../visitor';

const TOGETHER = 6;

/** Something sent: its number in the run, what it was in words, and how to send it once more. */
export type Sent = { at: number; words: string; answer: Answer; again: () => Promise<Answer> };

/** Sends `count` requests, six at a time; `make` tells the request of each number. */
export async function sendAll(count: number, make: (at: number) => Promise<Omit<Sent, 'answer'>>): Promise<Sent[]> {
  const sent: Sent[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const made = await make(next++);
      sent.push({ ...made, answer: await made.again().catch(cutOff) });
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return sent;
}

/** A connection may end between two requests: no answer at all counts as a fault that is asked once more. */
const cutOff = (): Answer => ({ status: 599, headers: new Headers(), body: Buffer.alloc(0), text: '' });

/** Those answered 5xx, and again 5xx when sent once more alone: a machine with too much to do may answer 503 or let a wait run out. */
export async function broken(sent: readonly Sent[]): Promise<string[]> {
  const found: string[] = [];
  for (const { at, words, answer, again } of sent)
    if (answer.status >= 500 && (await again().catch(cutOff)).status >= 500) found.push(`#${at} ${answer.status} ${words}`);
  return found;
}

/** Megabytes of memory that the process holds now. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Seconds of computing that the process has used so far (ticks of a hundredth of a second). */
export const computedBy = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[11] ?? 0) / 100;
