/** The path if it is one of ours, otherwise the desk: nobody is sent to another site after signing in. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 2000) return '/';
  const base = 'http://own.invalid';
  if (!URL.canParse(wanted, base)) return '/';
  const url = new URL(wanted, base);
  const path = url.pathname + url.search;
  return url.origin === base && !path.startsWith('//') && !path.startsWith('/sign-in') && !path.startsWith('/api/') ? path : '/';
}
