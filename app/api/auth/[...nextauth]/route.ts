import NextAuth from 'next-auth';
import { authOptions } from '@/access/session';

const handler = NextAuth(authOptions);
type Context = RouteContext<'/api/auth/[...nextauth]'>;

/** next-auth answers 500 to whoever opens the place where its form is posted. */
async function opened(request: Request, context: Context): Promise<Response> {
  const [step] = (await context.params).nextauth;
  return step === 'callback' ? new Response(null, { status: 405, headers: { allow: 'POST' } }) : handler(request, context);
}

export { handler as POST, opened as GET };
