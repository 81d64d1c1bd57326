import 'server-only';
import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import { decode, encode, type JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { endSession, findSession, noteReuse, openSession, renewSession, type SessionRow } from '@/db/sign-in';
import { clientAddress } from './client-address';
import { cookiesOf } from './cookies';
import { log } from './log';
import { checkPassword } from './sign-in';

const hours = Number(process.env.SESSION_HOURS ?? 12);
/** After how many minutes without a request a session is over. */
export const idleMinutes = Number(process.env.SESSION_IDLE_MINUTES ?? 30);
const {
  session: COOKIE,
  step: STEP_COOKIE,
  callback: CALLBACK_COOKIE,
  options: cookieOptions,
} = cookiesOf(process.env.NEXTAUTH_URL);
const STEP_SECONDS = 300;

/** The token carries the account and a session id only; the session row is read on every request. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: hours * 3600 },
  cookies: {
    sessionToken: { name: COOKIE, options: cookieOptions },
    callbackUrl: { name: CALLBACK_COOKIE, options: cookieOptions },
  },
  pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in', verifyRequest: '/sign-in' },
  providers: [
    Credentials({
      credentials: { username: {}, password: {} },
      // Accounts with a one-time code go through the page, which asks for it.
      async authorize(given) {
        const asked = await headers();
        const outcome = await checkPassword({
          username: String(given?.username ?? ''),
          password: String(given?.password ?? ''),
          address: clientAddress(asked),
        });
        return outcome.kind === 'in' ? { id: outcome.accountId, sessionId: await newSession(outcome.accountId, asked) } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: (user as unknown as { sessionId: string }).sessionId } : token),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sessionId === 'string') await endSession(token.sessionId, 'sign-out');
    },
  },
};

/** Signing in where someone is signed in already ends that session: no id lives through a sign-in. */
async function newSession(accountId: string, asked: Headers): Promise<string> {
  const id = randomUUID();
  const before = await currentSession();
  if (before) await endSession(before.sessionId, 'signed-in-again');
  await openSession({
    id,
    accountId,
    hours,
    address: clientAddress(asked),
    agent: (asked.get('user-agent') ?? '').slice(0, 200),
  });
  return id;
}

const secret = (): string => {
  const set = process.env.NEXTAUTH_SECRET;
  if (!set) throw new Error('NEXTAUTH_SECRET is not set');
  return set;
};

/** Browsers take a `__Host-` cookie back only with the attributes it was given. */
const gone = (name: string) => ({ name, ...cookieOptions });

/** Opens a session for an account that has proved itself and hands its cookie out, as next-auth writes it. For actions. */
export async function signInAs(accountId: string): Promise<void> {
  await handOut(accountId, await newSession(accountId, await headers()));
  (await cookies()).delete(gone(STEP_COOKIE));
}

async function handOut(accountId: string, sessionId: string): Promise<void> {
  const token = await encode({ token: { sub: accountId, sessionId }, secret: secret(), maxAge: hours * 3600 });
  (await cookies()).set(COOKIE, token, { ...cookieOptions, maxAge: hours * 3600 });
}

/** After a change of what proves the person: the session goes on under another id. For actions. */
export async function renewHere(session: { accountId: string; sessionId: string }): Promise<void> {
  const sessionId = randomUUID();
  if (await renewSession(session.sessionId, sessionId)) await handOut(session.accountId, sessionId);
}

/** Ends the session behind this request and takes its cookie back. For actions. */
export async function signOutHere(): Promise<void> {
  const session = await currentSession();
  if (session) await endSession(session.sessionId, 'sign-out');
  (await cookies()).delete(gone(COOKIE));
}

/** Remembers for five minutes that the password was right, in a sealed cookie that opens nothing else. For actions. */
export async function rememberPasswordStep(accountId: string): Promise<void> {
  const token = await encode({ token: { sub: accountId }, secret: secret(), salt: 'one-time-code', maxAge: STEP_SECONDS });
  (await cookies()).set(STEP_COOKIE, token, { ...cookieOptions, maxAge: STEP_SECONDS });
}

/** The account whose password was right a moment ago and whose code is still to come. */
export async function passwordStep(): Promise<string | null> {
  const token = (await cookies()).get(STEP_COOKIE)?.value;
  if (!token) return null;
  const step = await decode({ token, secret: secret(), salt: 'one-time-code' }).catch(() => null);
  return step?.sub ?? null;
}

/** Back to user name and password. For actions. */
export async function forgetPasswordStep(): Promise<void> {
  (await cookies()).delete(gone(STEP_COOKIE));
}

/** A cookie opens to the same token until that ends, and opening it costs more than asking for its session, which is done each time. */
const opened = new Map<string, JWT>();
const MOST_OPENED = 2_000;

async function openedToken(cookie: string, key: string): Promise<JWT | null> {
  const known = opened.get(cookie);
  if (known && Number(known.exp) * 1000 > Date.now()) return known;
  const token = await decode({ token: cookie, secret: key }).catch(() => null);
  if (opened.size >= MOST_OPENED) opened.clear();
  if (token) opened.set(cookie, token);
  return token;
}

/** The session behind this request's cookie, or null; an ended one that comes back is noted. */
export async function currentSession(): Promise<SessionRow | null> {
  const cookie = (await cookies()).get(COOKIE)?.value;
  if (!cookie || !process.env.NEXTAUTH_SECRET) return null;
  const token = await openedToken(cookie, process.env.NEXTAUTH_SECRET);
  if (!token?.sub || typeof token.sessionId !== 'string') return null;
  const session = await findSession(token.sessionId, token.sub, idleMinutes);
  if (!session && (await noteReuse(token.sessionId, token.sub)))
    log.warn({ event: 'session-reused', accountId: token.sub, sessionId: token.sessionId }, 'ended session presented again');
  return session;
}
