import type { ServerResponse } from 'node:http';
import type { Step } from './every-request';

const FIXED = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Under no-referrer browsers send `Origin: null` with plain forms, and Next refuses those: nobody without script could save.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // proxy.ts puts the policy with the nonce over it; some redirects and refusals of Next never come to the proxy.
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Puts the security headers on whatever this process answers, Next's own redirects and faults included. address: NEXTAUTH_URL. */
export const sealAnswer =
  (address = ''): Step =>
  (_request, answer) => {
    for (const [name, value] of Object.entries(FIXED)) answer.setHeader(name, value);
    if (address.startsWith('https://')) answer.setHeader('Strict-Transport-Security', 'max-age=31536000');
    keepNothingUnasked(answer);
    return false;
  };

/** Faults, and answers that say nothing about it themselves, are kept by no one. */
function keepNothingUnasked(answer: ServerResponse): void {
  const writeHead = answer.writeHead;
  answer.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (Number(args[0]) >= 400 || !this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'no-store');
    return writeHead.apply(this, args as Parameters<typeof writeHead>);
  } as typeof writeHead;
}
