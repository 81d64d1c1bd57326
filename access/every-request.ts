import { type IncomingMessage, Server, type ServerResponse } from 'node:http';

/** Something done with each request before Next sees it; true when it has answered the request itself. */
export type Step = (request: IncomingMessage, answer: ServerResponse) => boolean | undefined;

/** Takes these steps, in their order, with each request of this process. For instrumentation.ts. */
export function onEveryRequest(...steps: Step[]): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const [request, answer] = args as Parameters<Step>;
    if (event === 'request' && steps.some((step) => step(request, answer))) return true;
    return emit.apply(this, [event, ...args] as unknown as Parameters<typeof emit>);
  } as typeof emit;
}
