import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { type EventKind, type LedgerEvent, type Movement, movements, standing, totals } from '@/domain/members/ledger';
import type { Tx } from '../client';
import { memberEvents } from '../schema/members';
import { uuids } from '../scope';

export type NewEvent = {
  id?: string;
  memberId: string;
  kind: EventKind;
  effectiveOn: string;
  cellId: string;
  committeeId: string;
  fromCellId?: string | null;
  decisionNumber?: string | null;
  decisionDate?: string | null;
  issuer?: string | null;
  signer?: string | null;
  place?: string | null;
  reason?: string | null;
  detail?: Record<string, unknown>;
  reversesId?: string | null;
  importId?: string | null;
};

const BATCH = 1_000;

/**
 * The only writer of the ledger: inserts the events, derives where their members stand now, and moves the cells' months, in the
 * caller's transaction. The members' rows exist already and are locked by the caller. A few set-based statements however many events.
 */
export const recordEvents = (tx: Tx, viewer: Viewer, events: Iterable<NewEvent>): Promise<void> =>
  inLedger(tx, viewer, events, async (batch) => {
    const history = await historyOf(tx, [...new Set(batch.map((event) => event.memberId))]);
    await writeStandings(tx, history);
    return movementsOf(batch, history);
  });

/** The first event of each of members whose rows the caller has just written as these events have them stand: nothing is left to derive. */
export const recordFirstEvents = (tx: Tx, viewer: Viewer, events: Iterable<NewEvent>): Promise<void> =>
  inLedger(tx, viewer, events, async (batch) => batch.flatMap((event) => movements(event)));

type Effect = (batch: LedgerEvent[]) => Promise<Movement[]>;

/** The months last and once: they are locked for the shortest time, and each is written once however many batches move it. */
async function inLedger(tx: Tx, viewer: Viewer, events: Iterable<NewEvent>, effect: Effect): Promise<void> {
  const moves: Movement[] = [];
  for (const batch of batchesOf(events, BATCH)) {
    const rows = batch.map((event) => ({ id: uuidv7(), detail: {}, ...event, enteredBy: viewer.accountId }));
    await insertEvents(tx, rows);
    moves.push(...(await effect(rows as LedgerEvent[])));
  }
  await moveMonths(tx, moves, viewer.today);
}

function* batchesOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

/** One parameter however many rows: placeholders for each value of each row take longer to write than the rows. */
const insertEvents = (tx: Tx, rows: readonly NewEvent[]) =>
  tx.execute(sql`
    insert into member_events (id, member_id, kind, effective_on, cell_id, committee_id, from_cell_id, decision_number, decision_date, issuer, signer, place, reason,
      detail, reverses_id, import_id, entered_by)
    select n.id, n."memberId", n.kind, n."effectiveOn", n."cellId", n."committeeId", n."fromCellId", n."decisionNumber", n."decisionDate", n.issuer, n.signer, n.place, n.reason,
      n.detail, n."reversesId", n."importId", n."enteredBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "memberId" uuid, kind text, "effectiveOn" date, "cellId" uuid, "committeeId" uuid,
      "fromCellId" uuid, "decisionNumber" text, "decisionDate" date, issuer text, signer text, place text, reason text, detail jsonb, "reversesId" uuid,
      "importId" uuid, "enteredBy" uuid)`);

async function historyOf(tx: Tx, memberIds: string[]): Promise<Map<string, LedgerEvent[]>> {
  const events = await tx
    .select({
      id: memberEvents.id,
      memberId: memberEvents.memberId,
      kind: memberEvents.kind,
      effectiveOn: memberEvents.effectiveOn,
      cellId: memberEvents.cellId,
      fromCellId: memberEvents.fromCellId,
      reversesId: memberEvents.reversesId,
      place: memberEvents.place,
      detail: memberEvents.detail,
    })
    .from(memberEvents)
    .where(sql`${memberEvents.memberId} = any(${uuids(memberIds)})`);
  const byMember = new Map<string, LedgerEvent[]>();
  for (const event of events as LedgerEvent[]) byMember.set(event.memberId, [...(byMember.get(event.memberId) ?? []), event]);
  return byMember;
}

function movementsOf(batch: readonly LedgerEvent[], history: Map<string, LedgerEvent[]>): Movement[] {
  return batch.flatMap((event) =>
    movements(
      event,
      event.reversesId ? history.get(event.memberId)?.find((earlier) => earlier.id === event.reversesId) : undefined,
    ),
  );
}

async function writeStandings(tx: Tx, history: Map<string, LedgerEvent[]>): Promise<void> {
  const now = [...history].map(([id, events]) => ({
    id,
    ...(standing(events) ?? { status: 'left', exempt: false, away: false, suspended: false }),
    lastCell: events[0]?.cellId,
  }));
  await tx.execute(sql`
    with now as (
      select * from jsonb_to_recordset(${JSON.stringify(now)}::jsonb) as n (id uuid, status text, "cellId" uuid, "lastCell" uuid, exempt boolean, away boolean,
        suspended boolean, "leavingFor" text, "leavingOn" date, "leftOn" date, "leftKind" text)
    ), placed as (
      update members m set status = n.status, cell_id = coalesce(n."cellId", m.cell_id), committee_id = u.committee_id, exempt = n.exempt, away = n.away,
        suspended = n.suspended, leaving_for = n."leavingFor", leaving_on = n."leavingOn", left_on = n."leftOn", left_kind = n."leftKind"
      from now n, units u where m.id = n.id and u.id = coalesce(n."cellId", n."lastCell")
        and (m.status, m.cell_id, m.committee_id, m.exempt, m.away, m.suspended, m.leaving_for, m.leaving_on, m.left_on, m.left_kind) is distinct from
          (n.status, coalesce(n."cellId", m.cell_id), u.committee_id, n.exempt, n.away, n.suspended, n."leavingFor", n."leavingOn", n."leftOn", n."leftKind")
      returning m.id, m.cell_id, m.committee_id
    ), sensitive as (
      update member_sensitive s set cell_id = p.cell_id, committee_id = p.committee_id from placed p where s.member_id = p.id and s.cell_id <> p.cell_id
    )
    update member_name_parts s set cell_id = p.cell_id, committee_id = p.committee_id from placed p where s.member_id = p.id and s.cell_id <> p.cell_id`);
}

const COLUMNS: Record<Movement['column'], string> = {
  incRegistered: 'inc_registered',
  incAdmitted: 'inc_admitted',
  incReadmitted: 'inc_readmitted',
  incTransferredIn: 'inc_transferred_in',
  incRestored: 'inc_restored',
  incMovedIn: 'inc_moved_in',
  decMovedOut: 'dec_moved_out',
  decTransferredOut: 'dec_transferred_out',
  decDied: 'dec_died',
  decStruckOff: 'dec_struck_off',
  decResigned: 'dec_resigned',
  decExpelled: 'dec_expelled',
  recognized: 'recognized',
};

/** Adds the steps to their months and carries the stock on through every later month that is open. */
async function moveMonths(tx: Tx, moves: Movement[], today: string): Promise<void> {
  const sums = totals(moves);
  if (!sums.length) return;
  const [first] = [today, ...sums.map((sum) => sum.month)].sort();
  await tx.execute(
    sql`select open_cell_months(${uuids([...new Set(sums.map((sum) => sum.cellId))])}, ${first}::date, ${today}::date)`,
  );
  const body = JSON.stringify(
    sums.map(({ cellId, month, columns }) => ({
      cell_id: cellId,
      month,
      ...Object.fromEntries(Object.entries(columns).map(([column, n]) => [COLUMNS[column as Movement['column']], n])),
    })),
  );
  const names = Object.values(COLUMNS);
  const sets = sql.join(
    names.map((name) => sql`${sql.identifier(name)} = m.${sql.identifier(name)} + coalesce(d.${sql.identifier(name)}, 0)`),
    sql`, `,
  );
  const shape = sql.join(
    names.map((name) => sql`${sql.identifier(name)} int`),
    sql`, `,
  );
  await tx.execute(
    sql`update unit_months m set ${sets} from jsonb_to_recordset(${body}::jsonb) as d (cell_id uuid, month date, ${shape}) where m.cell_id = d.cell_id and m.month = d.month`,
  );
  const steps = JSON.stringify(
    sums.filter((sum) => sum.stock !== 0).map(({ cellId, month, stock }) => ({ cell_id: cellId, month, stock })),
  );
  await tx.execute(sql`
    update unit_months m set stock = m.stock + s.step
    from (select x.cell_id, x.month, sum(d.stock)::int as step from jsonb_to_recordset(${steps}::jsonb) as d (cell_id uuid, month date, stock int)
      join unit_months x on x.cell_id = d.cell_id and x.month >= d.month group by x.cell_id, x.month) s
    where m.cell_id = s.cell_id and m.month = s.month and s.step <> 0`);
}
