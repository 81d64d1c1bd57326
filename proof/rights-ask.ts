import type pg from 'pg';
import { fromBufferPromise } from 'yauzl';
import { actionOf } from './build';
import type { ActionCase, RouteCase, Target } from './expectations/cases';
import { type Person, visitorOf, type World } from './rights-world';
import { type Answer, stateOf, Visitor } from './visitor';

/** Four at a time, in any order. */
export async function fourAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].reverse();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
    }),
  );
}

/** Everyone's cookies, made once. */
export async function guests(world: World, address: string): Promise<(who: Person) => Visitor> {
  const made = new Map<Person, Visitor>();
  for (const who of world.people) made.set(who, await visitorOf(who, address));
  return (who) => made.get(who) ?? new Visitor(address);
}

export function open(visitor: Visitor, route: RouteCase, target: Target): Promise<Answer> {
  if (!route.post) return visitor.get(route.path(target));
  return visitor.send(route.path(target), {
    method: 'POST',
    headers: { origin: visitor.address, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(route.post(target)),
  });
}

const ids = new Map<ActionCase, string>();

export function post(visitor: Visitor, action: ActionCase, target: Target, world: World, spoilt = false): Promise<Answer> {
  const id = ids.get(action) ?? actionOf(action.file, action.name).id;
  ids.set(action, id);
  const fields = { ...action.fields(target, world.around), ...(spoilt ? action.spoilt?.(target, world.around) : {}) };
  return visitor.act(id, '/help', fields);
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const CHUNK = /"\]\)<\/script><script nonce="N">self\.__next_f\.push\(\[1,"/g;

/** What an answer tells, without what differs between any two: nonce, ids, where the stream was cut and the order of its rows. */
export function told({ status, text, headers }: Answer): string {
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
  const plain = nonce ? text.replaceAll(nonce, 'N') : text;
  const rows = plain.replace(ID, 'ID').replace(CHUNK, '').split('\\n');
  return `${status} ${headers.get('location')?.replace(ID, 'ID')} ${rows.sort().join('\n')}`;
}

/** The first message of a refusal; nothing when the action was carried out or led elsewhere. */
export function refusal(answer: Answer): string | undefined {
  const state = stateOf(answer);
  return state?.status === 'problems' ? state.problems[0]?.message : undefined;
}

/** How many rows every table has and what they hold, but for the sessions' own clock and the sums that are kept up in the background. */
export async function fingerprint(db: pg.Client): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname not in ('sessions', 'committee_months', 'committee_months_stale') order by 1",
  );
  const sums = rows.map(
    ({ name }) => `select '${name}' as name, count(*) as n, coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
  );
  const { rows: tables } = await db.query<{ name: string; n: string; sum: string }>(sums.join(' union all '));
  return Object.fromEntries(tables.map(({ name, n, sum }) => [name, `${n} rows, ${sum}`]));
}

/** Everything that can be read in an answer: of a workbook or a document, the texts inside. */
export async function contents({ body, text }: Answer): Promise<string> {
  if (body.subarray(0, 2).toString('latin1') !== 'PK') return text;
  const zip = await fromBufferPromise(body, { lazyEntries: true });
  const parts: Buffer[] = [];
  for await (const entry of zip.eachEntry()) for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
