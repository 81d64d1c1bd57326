import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { todayInVietnam } from '@/domain/calendar';
import { insertRows } from './insert-rows';
import { largeCadres } from './large-cadres';
import { largeAttendance, largeHeld, largeMinutes } from './large-meetings';
import { largeLedger, largeMembers } from './large-members';
import { largeAccounts, largeMonths, largeOfficers, largeTargets } from './large-offices';
import { largePeople } from './large-people';
import { type LargePlan, type LargeSize, largePlan } from './large-plan';
import { largeRecords } from './large-records';
import { largeTables } from './large-tables';
import { largeUnits } from './large-units';
import { randomFrom } from './random';
import { setAside } from './set-aside';

const SEED = 20_261_122;
const BIG = [
  ...['members', 'member_sensitive', 'member_name_parts', 'member_events', 'attendance', 'meetings'],
  ...['opinions', 'resolutions', 'assignments', 'unit_months', 'offices_held'],
];
/** A server of a province has more memory than this; the tables of the load fit in. */
const SETTINGS =
  "set local work_mem = '128MB'; set local maintenance_work_mem = '256MB'; set local jit = off; set local synchronous_commit = off";

type Options = LargeSize & { say?: (line: string) => void; signal?: AbortSignal };

/**
 * Fills an empty migrated database with an invented province of that size in one transaction: the same size and day give the same rows.
 * ownerUrl: the role that owns the tables. `signal` stops it: nothing is left then. Throws a RangeError when units stand in it already.
 */
export async function seedLarge(ownerUrl: string, { say = () => undefined, signal, ...size }: Options): Promise<void> {
  const plan = largePlan(size);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid, exists (select 1 from units) as taken');
  const stop = () => void cancel(ownerUrl, rows[0].pid);
  signal?.addEventListener('abort', stop);
  try {
    signal?.throwIfAborted();
    if (rows[0].taken) throw new RangeError('Cơ sở dữ liệu đã có tổ chức đảng: chỉ nạp vào cơ sở dữ liệu trống.');
    await client.query('begin');
    await client.query(SETTINGS);
    for await (const part of fill(client, plan)) {
      signal?.throwIfAborted();
      say(part);
    }
    await client.query('commit');
    for (const table of await tables(client)) await client.query(`vacuum (analyze) ${table}`);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.end();
  }
}

async function cancel(ownerUrl: string, pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('select pg_cancel_backend($1)', [pid]).finally(() => client.end());
}

const tables = async (client: pg.Client): Promise<string[]> =>
  (
    await client.query(
      "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1",
    )
  ).rows.map(({ name }) => name);

/** Each step says what comes next before it begins. */
async function* fill(client: pg.Client, plan: LargePlan): AsyncGenerator<string> {
  const random = randomFrom(SEED);
  yield `${plan.committees} đảng bộ trực thuộc, ${plan.cells} chi bộ`;
  const units = largeUnits(random, plan);
  for (const [table, rows] of Object.entries(units.rows)) await insertRows(client, table, rows);
  const restore = await setAside(client, BIG);
  yield 'họ tên với khóa xếp và khóa tìm';
  await largeTables(client, units);
  yield `${plan.members} đảng viên`;
  await largePeople(client, plan);
  await largeMembers(client, plan);
  yield 'biến động trong sổ';
  await largeLedger(client, plan);
  yield 'tài khoản, cấp ủy';
  await largeHeld(client, plan);
  await largeAccounts(client, random, units);
  await largeOfficers(client);
  for (let month = 0; month < plan.months; month += 1) {
    yield `lượt dự họp tháng ${month + 1}/${plan.months}`;
    await largeAttendance(client, plan, month);
  }
  yield 'biên bản';
  await largeMinutes(client);
  yield 'ý kiến, nghị quyết, việc giao';
  await largeRecords(client);
  yield 'sổ tháng và chỉ tiêu';
  await largeMonths(client, plan);
  await largeTargets(client, plan, units.province.id);
  yield 'chức danh và cán bộ';
  await largeCadres(client, plan, units);
  for await (const table of restore()) yield `chỉ mục: ${table}`;
  await client.query('select refresh_committee_months()');
  yield 'thống kê cho bộ lập kế hoạch';
}

// Usage: DATABASE_OWNER_URL=… npx tsx db/seed/large.ts [--members 240000] [--months 15] [--committees N] [--today YYYY-MM-DD]
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = (value: string) => ({ type: 'string' as const, default: value });
  const { values } = parseArgs({
    options: {
      members: text('240000'),
      months: text('15'),
      committees: { type: 'string' },
      today: text(todayInVietnam(new Date())),
    },
  });
  const owner = process.env.DATABASE_OWNER_URL;
  if (!owner) throw new Error('Cần DATABASE_OWNER_URL.');
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort(new Error('Đã dừng; cơ sở dữ liệu còn nguyên như trước.')));
  const committees = values.committees ? { committees: Number(values.committees) } : {};
  const size = { members: Number(values.members), months: Number(values.months), today: values.today, ...committees };
  await seedLarge(owner, { ...size, signal: stopping.signal, say: timed() });
}

/** Prints each part with how long it took: "Đang tạo … xong sau …". */
function timed(): (part: string) => void {
  let [began, open] = [Date.now(), false];
  const close = () => {
    if (open) process.stdout.write(` xong sau ${((Date.now() - began) / 1000).toFixed(1).replace('.', ',')} giây\n`);
  };
  process.once('exit', close);
  return (part) => {
    close();
    [began, open] = [Date.now(), true];
    process.stdout.write(`Đang tạo ${part} …`);
  };
}
