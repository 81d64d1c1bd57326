/**
 * Names and attributes of our cookies. Under HTTPS `__Host-`: browsers then take them from this host alone, on an encrypted connection, for the
 * whole site. address: what people type, NEXTAUTH_URL.
 */
export function cookiesOf(address: string | undefined) {
  const secure = (address ?? '').startsWith('https://');
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}next-auth.session-token`,
    step: `${prefix}sign-in-step`,
    callback: `${prefix}next-auth.callback-url`,
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  } as const;
}
