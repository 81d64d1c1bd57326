import type pg from 'pg';
import { Visitor } from '../proof/visitor';
import type { Screen } from './screens';
import { Connection, quantile, scriptBytes, timed } from './visit';

/**
 * p50Ms, p95Ms: through HTTP, one person after the other, warm. queries: statements that read data. sqlMs: the same statements asked again by the
 * application's role under both locks, without the application; floorMs: the least that answers.
 */
export type Measured = {
  name: string;
  path: string;
  p50Ms: number;
  p95Ms: number;
  queries: number;
  sqlMs: number;
  floorMs: number;
  htmlBytes: number;
  scriptBytes: number;
  aim: { p50: number; p95: number };
};

/** asPlanned: asked in a transaction that keeps its plans. */
type Statement = { name?: string; text: string; values?: unknown[]; asPlanned: boolean };

const WARM = 40;
const RUNS = 100;
/** The quietest of these rounds counts: what else the machine did must not stand in a baseline. */
const ROUNDS = 3;

/** db: the owner's connection; app, planned: two of the application's role, one that keeps its plans; account: who the screen is shown to. */
export type Measuring = { address: string; probe: string; db: pg.Client; app: pg.Client; planned: pg.Client; account: string };

/** Times one screen, and in the same minute the raw statements that it needs at the least. */
export async function measureScreen(measuring: Measuring, screen: Screen): Promise<Measured> {
  const { address, db } = measuring;
  const person = await new Visitor(address).signIn(screen.user);
  const connection = new Connection(address, [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  const open = async () => {
    const visit = await connection.get(screen.path);
    if (visit.status !== 200) throw new Error(`${screen.name}: ${screen.path} answered ${visit.status}`);
    return visit;
  };
  try {
    await timed(WARM, open);
    const rounds: { p50Ms: number; p95Ms: number; floorMs: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const times = await timed(RUNS, open);
      rounds.push({ p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95), floorMs: await floorOf(db, screen) });
    }
    const least = (pick: 'p50Ms' | 'p95Ms' | 'floorMs') => Math.min(...rounds.map((round) => round[pick]));
    const statements = await askedFor(measuring, open);
    const { body } = await open();
    return {
      name: screen.name,
      path: screen.path,
      p50Ms: least('p50Ms'),
      p95Ms: least('p95Ms'),
      ...statements,
      floorMs: least('floorMs'),
      htmlBytes: body.length,
      scriptBytes: await scriptBytes(connection, body.toString('utf8')),
      aim: screen.aim,
    };
  } finally {
    connection.close();
  }
}

/** The statements of one visit, and the median time of asking them all again, one after the other, as this account. */
async function askedFor(
  { probe, app, planned, account }: Measuring,
  open: () => Promise<unknown>,
): Promise<{ queries: number; sqlMs: number }> {
  await fetch(probe);
  await open();
  const { statements } = (await (await fetch(probe)).json()) as { statements: Statement[] };
  for (const role of [app, planned])
    await role.query(`begin; select set_config('app.account', '${account}', true), set_config('app.door', 'on', true)`);
  await planned.query('set local plan_cache_mode = force_generic_plan');
  const run = async () => {
    for (const { name, text, values, asPlanned } of statements) await (asPlanned ? planned : app).query({ name, text, values });
  };
  await timed(WARM, run);
  const sqlMs = quantile(await timed(61, run), 0.5);
  for (const role of [app, planned]) await role.query('rollback');
  return { queries: statements.length, sqlMs };
}

async function floorOf(db: pg.Client, { name, floor }: Screen): Promise<number> {
  const run = async () => {
    for (const [at, [text, values]] of floor.entries()) await db.query({ name: `${name} ${at}`, text, values });
  };
  await timed(WARM, run);
  return quantile(await timed(61, run), 0.5);
}

/** Pages a second of one process, asked by several people at once. */
export async function pagesPerSecond(address: string, path: string, seconds: number): Promise<number> {
  const { cookies } = await new Visitor(address).signIn('chuyenvien');
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const connections = Array.from({ length: 8 }, () => new Connection(address, cookie));
  const end = performance.now() + seconds * 1000;
  let pages = 0;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < end) {
        const { status } = await connection.get(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        pages += 1;
      }
    }),
  );
  for (const connection of connections) connection.close();
  return pages / seconds;
}
