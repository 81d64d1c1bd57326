import NextAuth from 'next-auth';
import { fromOwnOrigin } from '@/access/origin';
import { authOptions } from '@/access/session';

const handler = NextAuth(authOptions);
type Context = RouteContext<'/api/auth/[...nextauth]'>;

/** next-auth answers 500 to whoever opens the place where its form is posted. */
async function opened(request: Request, context: Context): Promise<Response> {
  const [step] = (await context.params).nextauth;
  return step === 'callback' ? new Response(null, { status: 405, headers: { allow: 'POST' } }) : handler(request, context);
}

export { opened as GET };

/** next-auth asks for its own token only, and not on every address of its own. */
export function POST(request: Request, context: Context): Promise<Response> | Response {
  if (!fromOwnOrigin(request.headers)) return new Response('Yêu cầu không đến từ trang của hệ thống.', { status: 403 });
  return handler(request, context);
}
