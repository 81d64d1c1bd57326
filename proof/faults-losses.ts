import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { chainFaults } from '@/db/audit-chains';
import { checkBooks } from '@/db/check-books';

/** Each of those meetings with what should stand in the books of a meeting that was submitted by proof/faults-minutes.ts, and what does. */
const MEETINGS = `
  select g.id, g.submitted_at is not null as submitted, roll.n as due_turns, turns.n as turns, votes.n as votes, said.n as said, given.n as given, noted.n as noted, keys.n as keys
  from meetings g
  cross join lateral (select count(*)::int as n from members m where m.cell_id = g.cell_id and (m.status <> 'left' or m.left_on > g.held_on)) roll
  cross join lateral (select count(*)::int as n from attendance a where a.meeting_id = g.id and a.month = g.month) turns
  cross join lateral (select count(*)::int as n from resolutions r where r.meeting_id = g.id) votes
  cross join lateral (select count(*)::int as n from opinions o where o.meeting_id = g.id) said
  cross join lateral (select count(*)::int as n from assignments w where w.meeting_id = g.id) given
  cross join lateral (select count(*)::int as n from audit_log l where l.subject_id = g.id::text and l.action = 'minutes.submitted') noted
  cross join lateral (select count(*)::int as n from idempotency_keys k where k.command = 'submitMinutes' and k.result->'value'->>'meetingId' = g.id::text) keys
  where g.id = any($1::uuid[])`;

const MONTHS = `
  select u.name, m.month::text, m.thematic, g.n from unit_months m join units u on u.id = m.cell_id
  join (select cell_id, month, count(*)::int as n from meetings where kind = 'thematic' and submitted_at is not null group by 1, 2) g on g.cell_id = m.cell_id and g.month = m.month
  where m.thematic <> g.n`;

type Row = { id: string; submitted: boolean; due_turns: number } & Record<
  'turns' | 'votes' | 'said' | 'given' | 'noted' | 'keys',
  number
>;

const isWhole = (row: Row) =>
  row.turns > 0 && row.turns === row.due_turns && row.votes === 2 && row.said + row.given + row.noted + row.keys === 4;
const isEmpty = (row: Row) => row.turns + row.votes + row.said + row.given + row.noted + row.keys === 0;

/** lost: acknowledged and not there. half: neither whole nor untouched, or there twice. books: what the project's own checks find. */
export type Losses = { lost: string[]; half: string[]; books: string[] };

/** @param drafts all meetings that were there to be submitted @param acknowledged those that the server said are submitted */
export async function lossesIn(ownerUrl: string, drafts: readonly string[], acknowledged: ReadonlySet<string>): Promise<Losses> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    const { rows } = await db.query<Row>(MEETINGS, [drafts]);
    const submitted = new Set(rows.filter((row) => row.submitted).map(({ id }) => id));
    const half = rows.filter((row) => !(row.submitted ? isWhole(row) : isEmpty(row))).map((row) => JSON.stringify(row));
    const months = (await db.query(MONTHS)).rows.map((row) => JSON.stringify(row));
    const { differences } = await checkBooks(db);
    const chains = await chainFaults(drizzle(db));
    return {
      lost: [...acknowledged].filter((id) => !submitted.has(id)),
      half,
      books: [...months, ...[...differences, ...chains].map((found) => JSON.stringify(found))],
    };
  } finally {
    await db.end();
  }
}
