import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Step } from './every-request';

const FIXED = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Under no-referrer browsers send `Origin: null` with plain forms, and Next refuses those: nobody without script could save.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
});

const policy = (nonce: string, dev: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Puts the security headers on whatever this process answers, Next's own redirects and faults included. address: NEXTAUTH_URL. */
export const sealAnswer = (address = ''): Step => {
  const [dev, https] = [process.env.NODE_ENV === 'development', address.startsWith('https://')];
  return (request, answer) => {
    const nonce = randomBytes(16).toString('base64url');
    const csp = policy(nonce, dev);
    tellThePage(request, nonce, csp);
    answer.setHeader('Content-Security-Policy', csp);
    for (const [name, value] of FIXED) answer.setHeader(name, value);
    if (https) answer.setHeader('Strict-Transport-Security', 'max-age=31536000');
    keepNothingUnasked(answer);
    return false;
  };
};

/** What a page needs of it: Next takes the nonce from the policy, print layouts theirs, and the door where someone wanted to go. */
function tellThePage({ headers, url = '/' }: IncomingMessage, nonce: string, csp: string): void {
  headers['content-security-policy'] = csp;
  headers['x-nonce'] = nonce;
  headers['x-path'] = url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/** Faults, and answers that say nothing about it themselves, are kept by no one. */
function keepNothingUnasked(answer: ServerResponse): void {
  const writeHead = answer.writeHead;
  answer.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (Number(args[0]) >= 400 || !this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'no-store');
    return writeHead.apply(this, args as Parameters<typeof writeHead>);
  } as typeof writeHead;
}
