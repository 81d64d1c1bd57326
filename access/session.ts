import 'server-only';
import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { cookies } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { endSession, findAccount, findSession, openSession, type SessionRow } from '@/db/sign-in';

const hours = Number(process.env.SESSION_HOURS ?? 12);
const idleMinutes = Number(process.env.SESSION_IDLE_MINUTES ?? 60);
const secure = (process.env.NEXTAUTH_URL ?? '').startsWith('https://');
const COOKIE = `${secure ? '__Secure-' : ''}next-auth.session-token`;

/** The token carries the account and a session id only; the session row is read on every request. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: hours * 3600 },
  pages: { signIn: '/sign-in' },
  providers: [
    Credentials({
      credentials: { username: {}, password: {}, code: {} },
      async authorize(given, request) {
        const account = await findAccount(
          String(given?.username ?? '')
            .trim()
            .toLowerCase(),
        );
        if (!account || account.disabled) return null;
        if (!(await verify(account.passwordHash, String(given?.password ?? '')))) return null;
        const id = randomUUID();
        const agent = String(request.headers?.['user-agent'] ?? '').slice(0, 200);
        await openSession({ id, accountId: account.id, hours, address: null, agent });
        return { id: account.id, sessionId: id };
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

/** The session behind this request's cookie, or null. */
export async function currentSession(): Promise<SessionRow | null> {
  const cookie = (await cookies()).get(COOKIE)?.value;
  if (!cookie || !process.env.NEXTAUTH_SECRET) return null;
  const token = await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET }).catch(() => null);
  if (!token?.sub || typeof token.sessionId !== 'string') return null;
  return findSession(token.sessionId, token.sub, idleMinutes);
}
