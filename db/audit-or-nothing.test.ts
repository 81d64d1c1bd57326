import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { CreateAccountInput } from '@/domain/accounts/inputs';
import { StartMeeting } from '@/domain/meetings/inputs';
import { RenameUnitInput } from '@/domain/units/inputs';
import { createAccount } from './commands/accounts';
import { freezeBriefing } from './commands/briefings';
import { startMeeting } from './commands/meetings';
import { noteExport, openSensitive } from './commands/member-reads';
import { endOtherSessions } from './commands/own-account';
import { setTargets } from './commands/targets';
import { renameUnit } from './commands/units';
import { openSession } from './sign-in';
import { type TestDatabase, testDatabase, viewerWith } from './testing';
import { busyProvince } from './testing-province';
import { write } from './write';

let db: TestDatabase;
let province: Awaited<ReturnType<typeof busyProvince>>;
let viewers: Record<'officer' | 'secretary' | 'administrator' | 'head', Viewer>;

before(async () => {
  db = await testDatabase();
  province = await busyProvince(db, (unit) => viewerWith(db, 'board_officer', unit));
  viewers = {
    officer: province.officer,
    secretary: await viewerWith(db, 'cell_secretary', province.cellA),
    administrator: await viewerWith(db, 'system_administrator', province.province),
    head: await viewerWith(db, 'board_head', province.province),
  };
  for (const log of ['audit_log', 'read_log'])
    await db.owner.query(`
      create function fail_${log}() returns trigger language plpgsql as $$ begin raise exception 'no room for the log' using errcode = '53100'; end $$;
      create trigger zz_fail before insert on ${log} for each row execute function fail_${log}()`);
});
after(() => db.drop());

/** Every row of every table, by its transaction and place: anything written, changed or taken away shows. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const sums = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await db.owner.query(
        `select md5(coalesce(string_agg(x.xmin::text || x.ctid::text, ',' order by x.ctid), '')) as sum from ${name} x`,
      );
      return [name, rows[0].sum] as const;
    }),
  );
  return Object.fromEntries(sums);
}

/** One change of every book, and the readings that must stand in the log before they are shown. */
const CHANGES: Record<string, () => Promise<unknown>> = {
  'an account': () =>
    write(viewers.administrator, createAccount, CreateAccountInput.parse({ username: 'nguoi.moi', fullName: 'Người Mới' })),
  'a unit': () =>
    write(
      viewers.officer,
      renameUnit,
      RenameUnitInput.parse({
        unitId: province.cellA,
        version: 1,
        name: 'Chi bộ thôn Đông Hà Mới',
        shortName: '',
        decisionNumber: '12-QĐ/ĐU',
        decisionDate: '20/11/2026',
        issuer: 'Đảng ủy xã',
        signer: 'Nguyễn Văn A',
        effectiveOn: '20/11/2026',
      }),
    ),
  'a meeting': () =>
    write(
      viewers.secretary,
      startMeeting,
      StartMeeting.parse({ cellId: province.cellA, month: '2026-11-01', kind: 'thematic' }),
      randomUUID(),
    ),
  targets: () =>
    write(viewers.officer, setTargets, {
      parentId: province.province,
      year: 2026,
      source: 'Kế hoạch 12-KH/TU',
      lines: [{ unitId: province.province, before: null, value: 30 }],
    }),
  'a frozen quarter': () => write(viewers.head, freezeBriefing, { unitId: province.tayHa, period: '2026-Q4', version: 0 }),
  'sessions ended elsewhere': () => write(viewers.officer, endOtherSessions, {}),
  'a sign-in': () =>
    openSession({ id: randomUUID(), accountId: viewers.officer.accountId, hours: 1, address: null, agent: null }),
  'a look at the sensitive record': async () => {
    const { rows } = await db.owner.query("select id from members where status <> 'left' limit 1");
    return openSensitive(viewers.officer, rows[0].id);
  },
  'an export': () =>
    noteExport(viewers.officer, { unitId: province.province, purpose: 'Báo cáo', values: { status: 'current' }, count: 3 }),
};

const succeeded = (outcome: unknown) =>
  outcome !== undefined && !(typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false);

const logsFail = async (fail: boolean) => {
  for (const log of ['audit_log', 'read_log'])
    await db.owner.query(`alter table ${log} ${fail ? 'enable' : 'disable'} trigger zz_fail`);
};

for (const [what, attempt] of Object.entries(CHANGES))
  test(`where the log cannot be written there is no change either: ${what}`, async () => {
    await logsFail(true);
    const before = await everything();
    const outcome = await attempt().catch((error: unknown) => error);
    assert.ok(outcome instanceof Error || !succeeded(outcome), JSON.stringify(outcome));
    assert.deepEqual(await everything(), before);
    await logsFail(false);
    const { rows: counted } = await db.owner.query(
      'select (select count(*) from audit_log) + (select count(*) from read_log) as n',
    );
    const now = await attempt();
    assert.ok(
      now === undefined || succeeded(now),
      `refused with the log at hand too, so this proves nothing: ${JSON.stringify(now)}`,
    );
    const { rows: after } = await db.owner.query(
      'select (select count(*) from audit_log) + (select count(*) from read_log) as n',
    );
    assert.ok(after[0].n > counted[0].n);
  });
