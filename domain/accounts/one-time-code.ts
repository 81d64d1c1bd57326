import { generateSecret, generateURI, verifySync } from 'otplib';

const SECRET = /^[A-Z2-7]{32}$/;

export const newSecret = (): string => generateSecret();
export const isSecret = (text: string): boolean => SECRET.test(text);

/** The address behind the QR code that authenticator apps read. */
export const enrolmentAddress = (username: string, secret: string): string =>
  generateURI({ issuer: 'So To Chuc', label: username, secret });

/**
 * The time step of a right code, or null. One step (30 s) of clock drift either way is allowed; a step that was used, or an older one, is not: a code works once.
 * now: seconds since 1970.
 */
export function stepOfCode(secret: string, typed: string, now: number, lastStep: number | null): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const found = verifySync({
    secret,
    token,
    epoch: now,
    epochTolerance: 30,
    ...(lastStep !== null && { afterTimeStep: lastStep }),
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code for the day the telephone is lost: ten signs without look-alikes, 49 bits. */
export function recoveryCode(random: (below: number) => number): string {
  const signs = Array.from({ length: 10 }, () => SIGNS[random(SIGNS.length)]).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** As it is kept for comparing: without spaces and hyphens, in small letters; null when it cannot be one. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^[a-z2-9]{10}$/.test(plain) ? plain : null;
}
