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
