import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { actionOf } from './build';
import { minutesOf } from './faults-minutes';
import { type Answer, stateOf, Visitor } from './visitor';

const SUBMITTERS = 8;
const RETRY_MS = 250;

type Prepared = { address: string; names: string[]; queues: string[][]; heldOn: string };

/** Eight secretaries, each of other cells, each with drafts that wait to be submitted. Thematic meetings of this month: a cell may hold any number. */
export async function prepareSubmitters(db: pg.Client, address: string, draftsEach: number): Promise<Prepared> {
  const names = Array.from({ length: SUBMITTERS }, (_, n) => `bithu.thu${n}`);
  await db.query(
    `insert into accounts (id, username, full_name, password_hash, must_change_password, demo)
     select gen_random_uuid(), n, n, a.password_hash, false, true from unnest($1::text[]) n, accounts a where a.username = 'bithu'`,
    [names],
  );
  await db.query(
    `with cells as (select id, row_number() over (order by id) % $2 as n from units where is_cell and closed_on is null
       and exists (select from members m where m.cell_id = units.id and m.status = 'official' and not m.suspended and not m.exempt and not m.away))
     insert into offices_held (id, account_id, office, unit_id, held_from)
     select gen_random_uuid(), a.id, 'cell_secretary', c.id, '2026-01-01' from cells c join accounts a on a.username = ($1::text[])[c.n + 1]`,
    [names, SUBMITTERS],
  );
  const { rows } = await db.query<{ name: string; drafts: string[]; month: string }>(
    `with made as (
       insert into meetings (id, cell_id, committee_id, kind, month, created_by)
       select gen_random_uuid(), c.unit_id, u.committee_id, 'thematic', date_trunc('month', today_vn())::date, a.id
       from accounts a cross join generate_series(0, $2 - 1) d
       join lateral (select unit_id from offices_held h where h.account_id = a.id order by unit_id
         offset d % (select count(*) from offices_held h where h.account_id = a.id) limit 1) c on true
       join units u on u.id = c.unit_id where a.username = any($1)
       returning id, created_by, month)
     select a.username as name, array_agg(m.id) as drafts, min(m.month)::text as month from made m join accounts a on a.id = m.created_by group by 1 order by 1`,
    [names, draftsEach],
  );
  return { address, names, queues: rows.map(({ drafts }) => drafts), heldOn: rows[0]?.month ?? '' };
}

/** Submits all the time until stopped; whoever gets no answer, or hears that the server is busy, sends the same form with the same key again. */
export class Submitters {
  /** Meetings that the server said are submitted. */
  readonly acknowledged = new Set<string>();
  /** Answers that are neither "done" nor "busy". */
  readonly surprises: string[] = [];
  retries = 0;
  private stopped = false;
  private running: Promise<void>[] = [];
  private visitors: Visitor[] = [];

  constructor(private readonly prepared: Prepared) {}

  async start(): Promise<void> {
    const { names, address, queues } = this.prepared;
    this.stopped = false;
    if (!this.visitors.length) this.visitors = await Promise.all(names.map((name) => new Visitor(address).signIn(name)));
    this.running = this.visitors.map((visitor, n) => this.submitAll(visitor, queues[n] ?? []));
  }

  /** Waits for `more` acknowledgements on top of those there are. */
  async untilAcknowledged(more: number): Promise<void> {
    const enough = this.acknowledged.size + more;
    while (this.acknowledged.size < enough) {
      if (this.surprises.length) throw new Error(this.surprises[0]);
      if (this.prepared.queues.every((queue) => !queue.length)) throw new Error('no drafts are left to submit');
      await sleep(10);
    }
  }

  /** Everyone ends the form at hand: it is acknowledged in the end. */
  async finish(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  /** Everyone goes home, whether the form at hand was acknowledged or not. */
  async abandon(): Promise<void> {
    for (const queue of this.prepared.queues) queue.length = 0;
    this.abandoned = true;
    await this.finish();
  }
  private abandoned = false;

  private async submitAll(visitor: Visitor, queue: string[]): Promise<void> {
    while (!this.stopped) {
      const meetingId = queue.pop();
      if (!meetingId) return;
      const minutes = minutesOf(this.prepared.heldOn, meetingId);
      const form = { json: JSON.stringify({ meetingId, version: 1, minutes, accepted: true }), key: randomUUID() };
      while (!this.abandoned && !(await this.isAcknowledged(visitor, meetingId, form))) {
        this.retries += 1;
        await sleep(RETRY_MS);
      }
    }
  }

  private async isAcknowledged(visitor: Visitor, meetingId: string, form: { json: string; key: string }): Promise<boolean> {
    const { id } = actionOf('app/(board)/meetings/[meetingId]/minutes/actions.ts', 'submit');
    const answer = await visitor.act(id, '/meetings', form).catch(() => undefined);
    if (!answer || isBusy(answer)) return false;
    const state = stateOf(answer);
    if (state?.status === 'done') this.acknowledged.add(meetingId);
    else this.surprises.push(`${answer.status} ${state ? JSON.stringify(state).slice(0, 500) : answer.text.slice(0, 500)}`);
    return true;
  }
}

function isBusy(answer: Answer): boolean {
  const state = stateOf(answer);
  return answer.status === 503 || (state?.status === 'problems' && /Máy chủ đang bận/.test(state.problems[0]?.message ?? ''));
}
