import { randomBytes } from 'node:crypto';
import { hash, hashRaw, verify } from '@node-rs/argon2';

/** argon2id (the package's default kind), 64 MiB, three passes: 73 ms on the reference machine. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** At most two at once: each takes 64 MiB and a core, and a burst of sign-ins must not stop everyone else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** As typed, but in one form: a Mac sends é as two signs, and the same password must fit on every machine. */
const oneForm = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(oneForm(password), COST));

/** The salt that the recovery codes of one account share. */
export const newCodeSalt = (): string => randomBytes(16).toString('base64url');

/** A recovery code as it is kept, 'salt.hash': as dear to guess as a password, and one computation finds it among all that share the salt. */
export async function hashCode(plain: string, salt: string): Promise<string> {
  const raw = await inTurn(() => hashRaw(plain, { ...COST, salt: Buffer.from(salt, 'base64url') }));
  return `${salt}.${raw.toString('base64url')}`;
}

let dummy: Promise<string> | undefined;

/** Compares with the stored hash, or, where there is none, with one that nothing fits: an unknown name takes as long as a wrong password. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await dummy);
  return inTurn(() => verify(against, oneForm(password)).catch(() => false));
}
