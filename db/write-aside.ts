import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Viewer } from '@/domain/access/viewer';
import type { Command, Written } from './write';

/** A change to be made by the command of that name, and the same number with what came of it. */
export type Asked = { number: number; name: string; viewer: Viewer; input: unknown; key?: string };
export type Answered = { number: number } & ({ written: Written<unknown> } | { fault: Fault });
export type Fault = { name: string; message: string; stack?: string; cause?: unknown };

type Waiting = { resolve: (written: Written<never>) => void; reject: (error: unknown) => void };

/** MB. Beyond it the thread ends and what it did fails; the pages go on. A list of 100,000 rows needs about half. */
const HEAP_MB = 192;
/** How long the thread stays after its last change, for the next step of the same person. */
const IDLE_MS = 60_000;

const OUT_OF_MEMORY =
  'Máy chủ phải dừng việc đọc danh sách vì hết bộ nhớ dành cho nó, chưa có gì được ghi. Hãy gửi lại; nếu vẫn vậy, hãy chia danh sách thành nhiều tệp.';

/** Next bundles pages and routes apart; they share the thread. */
const shared = globalThis as { soToChucAside?: Aside };

/**
 * The same as `write`, in a thread of its own with a heap and connections of its own, so that long lists hold up no page and cannot end the
 * server. Only for the commands that db/write-aside-thread.ts knows.
 */
export function writeAside<I, R>(viewer: Viewer, { name }: Command<I, R>, input: I, key?: string): Promise<Written<R>> {
  shared.soToChucAside ??= startAside();
  return shared.soToChucAside({ name, viewer, input, key }) as Promise<Written<R>>;
}

type Aside = (change: Omit<Asked, 'number'>) => Promise<Written<never>>;

function startAside(): Aside {
  // The heap that the server was started with is its own already; the flag would override the limit below (nodejs/node#43991).
  setFlagsFromString('--max-old-space-size=0');
  const thread = new Worker(new URL('./write-aside-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let idle: NodeJS.Timeout | undefined;
  const aside: Aside = (change) =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      thread.ref();
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ number: last, ...change } satisfies Asked);
    });
  /** The next change begins another thread. */
  const leave = () => {
    if (shared.soToChucAside === aside) shared.soToChucAside = undefined;
  };
  const rest = () => {
    thread.unref();
    idle = setTimeout(() => {
      leave();
      thread.terminate();
    }, IDLE_MS).unref();
  };
  const end = (why: Error & { code?: string }) => {
    leave();
    const full = why.code === 'ERR_WORKER_OUT_OF_MEMORY';
    for (const { resolve, reject } of waiting.values())
      full ? resolve({ ok: false, problems: [{ path: '', message: OUT_OF_MEMORY }] }) : reject(why);
    waiting.clear();
  };
  thread
    .on('message', (answer: Answered) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (!waiting.size) rest();
      if ('fault' in answer) asked?.reject(Object.assign(new Error(answer.fault.message), answer.fault));
      else asked?.resolve(answer.written as Written<never>);
    })
    .on('error', end)
    .on('exit', (code) => end(new Error(`the thread beside the pages ended with ${code}`)));
  return aside;
}
