import type { Step } from './every-request';

const HEADER = 'x-client-address';

type Request = { headers: Record<string, string | string[] | undefined>; socket?: { remoteAddress?: string } };

/** The caller's address: the socket's, or, behind a proxy of our own, the last one in X-Forwarded-For, which that proxy wrote. */
export function addressOf(request: Request, trustProxy: boolean): string {
  const forwarded = request.headers['x-forwarded-for'];
  const list = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').map((part) => part.trim());
  const last = list.at(-1);
  return (trustProxy && last ? last : (request.socket?.remoteAddress ?? 'unknown')).replace(/^::ffff:/, '').slice(0, 64);
}

/**
 * Next shows no socket to routes and believes a client's X-Forwarded-For. So the address is written over here, before Next sees the request,
 * and everything else that a client says about it is dropped. (Not X-Forwarded-Host: Next sends it to itself.)
 */
export const noteClientAddress =
  (trustProxy: boolean): Step =>
  (request) => {
    const address = addressOf(request, trustProxy);
    if (!trustProxy) delete request.headers['x-forwarded-for'];
    request.headers[HEADER] = address;
    return false;
  };

/** The address that was noted for this request; null where the server did not note one. */
export const clientAddress = (headers: Headers): string | null => headers.get(HEADER);
