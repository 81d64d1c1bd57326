import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionOf } from '@/proof/build';
import { type Answer, stateOf, type Visitor } from '@/proof/visitor';
import { watched } from './memory';
import { type Holder, makeAccounts, signedIn } from './people';
import { atMost, type LoadTarget, type Measured, percentile, timed } from './target';

const MEETINGS = 300;
const WITHIN_SECONDS = 60;
const P95_SECONDS = 1;
const SIGN_IN_AT_ONCE = 10;
const FORM = 'app/(board)/meetings/[meetingId]/minutes/actions.ts';

/** open: assignments of earlier months that the form asks after. */
type Cell = { id: string; name: string; roll: string[]; open: string[] };
type Secretary = { visitor: Visitor; cell: Cell; meetingId: string };

/**
 * The evening of the monthly meetings: the secretaries of 300 cells each open their form, keep a draft and submit this month's minutes,
 * spread over a minute, one of three tapping twice. Seconds of one submission, and what stands in the books afterwards.
 */
export async function measureMeetingNight(target: LoadTarget): Promise<Measured[]> {
  const cells = await quietCells(target);
  const secretaries = await opened(target, cells);
  const { result, use } = await watched(target.appPid, () => timed(() => evening(secretaries)));
  const waits = result.result;
  const books = await inTheBooks(target, secretaries);
  const name = (what: string) => `meeting night, ${secretaries.length} minutes: ${what}`;
  const none = (what: string, value: number) => ({ name: name(what), value, unit: '', aim: '0', ok: value === 0 });
  return [
    atMost(name('one submission, p95'), percentile(waits, 0.95), 's', P95_SECONDS),
    { name: name('one submission, median'), value: percentile(waits, 0.5), unit: 's', aim: '', ok: true },
    atMost(name('from the first to the last'), result.seconds, 's', WITHIN_SECONDS + 5),
    none('lost', secretaries.length - books.meetings),
    none('doubled', books.doubled),
    none('turns of attendance missing or doubled', Math.abs(books.turnsDue - books.turns)),
    none('cells whose month does not count the meeting', secretaries.length - books.months),
    none('submissions without an audit row, or with two', Math.abs(secretaries.length - books.audited)),
    { name: name('processor time of the app'), value: use.processorSeconds, unit: 's', aim: '', ok: true },
    { name: name('memory peak'), value: use.peakMb, unit: 'MB', aim: '', ok: true },
  ];
}

/** Living cells without this month's meeting, nearest to 25 members first. */
async function quietCells({ db }: LoadTarget): Promise<Cell[]> {
  const { rows } = await db.query<Cell>(
    `select u.id, u.short_name as name, r.roll,
       array(select w.id::text from assignments w join meetings g on g.id = w.meeting_id and g.submitted_at is not null
         where w.cell_id = u.id and w.closed_on is null and g.month < date_trunc('month', today_vn())) as open
     from units u
       cross join lateral (select array_agg(m.id::text) as roll from members m where m.cell_id = u.id and m.status <> 'left') r
     where u.is_cell and u.closed_on is null and cardinality(r.roll) > 2
       and not exists (select 1 from meetings g where g.cell_id = u.id and g.month = date_trunc('month', today_vn()) and g.kind = 'regular')
     order by abs(cardinality(r.roll) - 25), u.id limit $1`,
    [MEETINGS],
  );
  return rows;
}

/** Everyone signed in with their month's form open: the part of the evening that lies before the rush. */
async function opened(target: LoadTarget, cells: readonly Cell[]): Promise<Secretary[]> {
  const run = randomUUID().slice(0, 8);
  const holders = cells.map(
    (cell, at): Holder => ({ username: `bt.${run}.${at}`, fullName: `Bí thư ${at}`, office: 'cell_secretary', unitId: cell.id }),
  );
  await makeAccounts(target, holders);
  const start = actionOf('app/(board)/meetings/actions.ts', 'start').id;
  const { rows } = await target.db.query("select to_char(date_trunc('month', today_vn()), 'YYYY-MM-DD') as month");
  const waiting = [...cells.keys()];
  const secretaries: Secretary[] = [];
  const one = async () => {
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const cell = cells[at];
      const holder = holders[at];
      if (!cell || !holder) continue;
      const visitor = await signedIn(target, holder.username);
      const answer = await visitor.act(start, '/meetings', { cellId: cell.id, month: rows[0].month, kind: 'regular' });
      const meetingId = /\/meetings\/([0-9a-f-]{36})/.exec(answer.headers.get('x-action-redirect') ?? '')?.[1];
      if (!meetingId) throw new Error(`no minutes were opened for ${cell.name}: ${answer.status}`);
      secretaries.push({ visitor, cell, meetingId });
    }
  };
  await Promise.all(Array.from({ length: SIGN_IN_AT_ONCE }, one));
  return secretaries;
}

/** Each begins at their own moment of the minute; gives the seconds that every submission took. */
async function evening(secretaries: readonly Secretary[]): Promise<number[]> {
  const step = ((WITHIN_SECONDS - 2) * 1000) / secretaries.length;
  return Promise.all(
    secretaries.map(async (secretary, at) => {
      await sleep(at * step);
      return submitted(secretary, at % 3 === 0);
    }),
  );
}

/** A draft kept and the minutes submitted; `twice`: the same form a second time before the first is answered. */
async function submitted({ visitor, cell, meetingId }: Secretary, twice: boolean): Promise<number> {
  const page = `/meetings/${meetingId}/minutes`;
  const form = (version: number) => ({
    key: randomUUID(),
    json: JSON.stringify({ meetingId, version, minutes: minutesOf(cell), accepted: true }),
  });
  await visitor.get(page);
  const draft = await visitor.act(actionOf(FORM, 'save').id, page, form(1));
  const submit = actionOf(FORM, 'submit').id;
  const body = form((resultOf(draft, cell) as { version: number }).version);
  const began = performance.now();
  const first = visitor.act(submit, page, body);
  const second = twice ? visitor.act(submit, page, body) : undefined;
  resultOf(await first, cell);
  const seconds = (performance.now() - began) / 1000;
  if (second) resultOf(await second, cell);
  return seconds;
}

/** What the action gave; throws with what the form would say. */
function resultOf(answer: Answer, cell: Cell): unknown {
  const state = stateOf(answer);
  if (state?.status === 'done') return state.result;
  throw new Error(`${cell.name} was turned away: ${answer.status} ${JSON.stringify(state) ?? answer.text.slice(0, 200)}`);
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

function minutesOf(cell: Cell) {
  return {
    heldOn: today(),
    startsAt: '19:30',
    endsAt: '21:00',
    place: `Nhà văn hóa ${cell.name}`,
    chairName: 'Nguyễn Văn Chủ',
    chairTitle: 'Bí thư chi bộ',
    secretaryName: 'Trần Thị Thư',
    attendance: cell.roll.map((memberId, at) => ({
      memberId,
      code: at % 9 === 8 ? 'excused' : 'present',
      reason: at % 9 === 8 ? 'Ốm đau, đi viện' : '',
    })),
    closing: cell.open.map((assignmentId) => ({ assignmentId, outcome: 'done', note: '' })),
    agenda: [{ title: 'Kiểm điểm nhiệm vụ tháng trước, bàn nhiệm vụ tháng này', presenter: 'Bí thư', document: '' }],
    opinions: [{ speakerId: '', speakerName: 'Lê Văn Nói', text: 'Nhất trí với dự thảo; đề nghị làm đường trước mùa mưa.' }],
    conclusion: 'Chi bộ thống nhất các nhiệm vụ của tháng và giao việc như đã ghi.',
    resolutions: [],
    assignments: [{ text: 'Vận động các hộ hiến đất làm đường', memberId: '', memberName: 'Lê Văn Nói', dueOn: '' }],
  };
}

type Books = { meetings: number; doubled: number; turns: number; turnsDue: number; months: number; audited: number };

async function inTheBooks({ db }: LoadTarget, secretaries: readonly Secretary[]): Promise<Books> {
  const { rows } = await db.query<Books>(
    `with mine as (select id, cell_id, month from meetings where id = any($1) and submitted_at is not null)
     select (select count(*)::int from mine) as meetings,
       (select count(*)::int from meetings g where g.cell_id in (select cell_id from mine) and g.month = (select max(month) from mine) and g.kind = 'regular')
         - (select count(*)::int from mine) as doubled,
       (select count(*)::int from attendance a where a.meeting_id in (select id from mine)) as turns,
       (select count(*)::int from members m where m.cell_id in (select cell_id from mine) and m.status <> 'left') as "turnsDue",
       (select count(*)::int from unit_months u join mine on mine.cell_id = u.cell_id and mine.month = u.month where u.held = 1) as months,
       (select count(*)::int from audit_log where action = 'minutes.submitted' and subject_id = any($2)) as audited`,
    [secretaries.map(({ meetingId }) => meetingId), secretaries.map(({ meetingId }) => meetingId)],
  );
  const [books] = rows;
  if (!books) throw new Error('the books did not answer');
  return books;
}
