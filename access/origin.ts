import type { Step } from './every-request';

/**
 * Is this changing request from our own pages? Next believes a client's X-Forwarded-Host and accepts a missing Origin: so the
 * configured address decides. Sec-Fetch-Site, where the browser sends it, must agree.
 */
export function fromOwnOrigin(headers: Headers, address = process.env.NEXTAUTH_URL): boolean {
  if (!address) return false;
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  return headers.get('origin') === new URL(address).origin;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Sends back a changing request that no page of this server can have sent, before anything reads it. Who came by another name of this
 * server than the configured one is let through to the door, which says so and keeps what was typed.
 */
export const refuseForeignChange =
  (address = ''): Step =>
  (request, answer) => {
    if (READS.has(request.method ?? '')) return false;
    const { origin = '', host } = request.headers;
    const own = [`http://${host}`, `https://${host}`, ...(address ? [new URL(address).origin] : [])];
    if (own.includes(origin)) return false;
    request.resume();
    answer.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
    answer.end('Yêu cầu không đến từ trang của hệ thống.');
    return true;
  };
