import { setTimeout as sleep } from 'node:timers/promises';
import type { Visitor } from '@/proof/visitor';
import { percentile } from './target';

const PAUSE_MS = 100;
const WARM_UP = 15;
const IDLE_TURNS = 40;

export type PageTimes = { turns: number; p50Ms: number; p95Ms: number };

async function opened(visitor: Visitor, path: string): Promise<number> {
  const began = performance.now();
  const { status } = await visitor.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status} while others worked`);
  return performance.now() - began;
}

const timesOf = (ms: readonly number[]): PageTimes => ({
  turns: ms.length,
  p50Ms: percentile(ms, 0.5),
  p95Ms: percentile(ms, 0.95),
});

/** How long these pages take when nobody else is there: the pages in turn, forty times each, after a warm-up. */
export async function idleTimes(visitor: Visitor, paths: readonly string[]): Promise<PageTimes> {
  for (let turn = 0; turn < WARM_UP; turn += 1) for (const path of paths) await opened(visitor, path);
  const ms: number[] = [];
  for (let turn = 0; turn < IDLE_TURNS; turn += 1) for (const path of paths) ms.push(await opened(visitor, path));
  return timesOf(ms);
}

/** The same pages while `work` goes on, as a person pages: a short pause after each. */
export async function timesWhile<T>(
  visitor: Visitor,
  paths: readonly string[],
  work: () => Promise<T>,
): Promise<{ result: T; times: PageTimes }> {
  const ms: number[] = [];
  const busy = { now: true };
  const paging = (async () => {
    while (busy.now) {
      for (const path of paths) {
        ms.push(await opened(visitor, path));
        await sleep(PAUSE_MS);
      }
    }
  })();
  const result = await work().finally(() => {
    busy.now = false;
  });
  await paging;
  return { result, times: timesOf(ms) };
}
