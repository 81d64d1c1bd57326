import http from 'node:http';
import { gzipSync } from 'node:zlib';

export type Visit = { status: number; body: Buffer };

/** A browser's connection: one socket, kept open, with the cookies of someone signed in. */
export class Connection {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly address: string,
    private readonly cookie: string,
  ) {}

  get(path: string): Promise<Visit> {
    return new Promise((resolve, reject) => {
      const request = http.get(new URL(path, this.address), {
        agent: this.agent,
        headers: { cookie: this.cookie, accept: 'text/html', 'accept-encoding': 'identity' },
      });
      request.on('error', reject).on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }));
      });
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds of each of `times` runs, one after the other. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const spent: number[] = [];
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    await work();
    spent.push(performance.now() - start);
  }
  return spent;
}

/** Bytes of script, gzipped, that a browser fetches with this page the first time. */
export async function scriptBytes(connection: Connection, html: string): Promise<number> {
  const sources = [...html.matchAll(/<script src="([^"]+)"(?![^>]*noModule)/gi)].map(([, source = '']) => source);
  const parts = await Promise.all([...new Set(sources)].map((source) => connection.get(source)));
  return parts.reduce((sum, { body }) => sum + gzipSync(body).length, 0);
}
