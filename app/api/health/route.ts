import { databaseAnswers } from '@/db/health';

/** For the operator's monitor: 200 when the database answers, 503 otherwise. Tells nothing else. */
export async function GET(): Promise<Response> {
  const up = await databaseAnswers();
  return Response.json(
    { status: up ? 'ok' : 'database-unreachable' },
    { status: up ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
