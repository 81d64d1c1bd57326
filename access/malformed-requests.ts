import { AsyncLocalStorage } from 'node:async_hooks';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';

type Reached = { reached: boolean };

/** Next bundles the start-up code apart from the pages: both must find the same one. */
const kept = globalThis as { soToChucRequest?: AsyncLocalStorage<Reached> };
kept.soToChucRequest ??= new AsyncLocalStorage<Reached>();
const request = kept.soToChucRequest;

/** Said by everything of ours that a form can be posted to, before anything else: from here on a fault is our own. */
export function reached(): void {
  const here = request.getStore();
  if (here) here.reached = true;
}

/** What an action was posted. Whoever writes the request decides what React makes of it: what is no form counts as an empty one. */
export function reachedBy(sent: unknown): FormData {
  reached();
  return sent instanceof FormData ? sent : new FormData();
}

/** A path that decodes to text: '/members/%zz' does not. */
export function isReadablePath(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** What Next shows when all else fails stands under an address too; nobody has business there. */
const FAULT_PAGE = '/_global-error';

const UNREADABLE = { 'content-type': 'text/plain; charset=utf-8' };

/**
 * Next answers 500 to a path that is no text and to a form that it cannot take apart (cut short, no boundary, not React's format), before
 * any code of ours runs. Those are faults of the request: 400.
 */
export function refuseMalformedRequests(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const go = () => emit.apply(this, [event, ...args] as unknown as Parameters<typeof emit>);
    if (event !== 'request') return go();
    const [asked, answer] = args as [IncomingMessage, ServerResponse];
    if (!isReadablePath(asked.url ?? '')) {
      answer.writeHead(400, UNREADABLE).end('Địa chỉ không đọc được. Hãy mở lại từ trang chủ.');
      return true;
    }
    if (asked.url?.startsWith(FAULT_PAGE)) {
      answer.writeHead(404, UNREADABLE).end('Không có trang này.');
      return true;
    }
    if (!isForm(asked)) return go();
    const here = { reached: false };
    blameTheRequest(answer, here);
    return request.run(here, go);
  } as typeof emit;
}

const isForm = ({ method, headers, url }: IncomingMessage): boolean =>
  method === 'POST' &&
  !url?.startsWith('/api/') &&
  ('next-action' in headers || /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(headers['content-type'] ?? ''));

function blameTheRequest(answer: ServerResponse, here: Reached): void {
  const writeHead = answer.writeHead;
  answer.writeHead = ((status: number, ...rest: unknown[]) =>
    Reflect.apply(writeHead, answer, [status === 500 && !here.reached ? 400 : status, ...rest])) as typeof writeHead;
}
