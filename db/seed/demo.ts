import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { isIsoDate, todayInVietnam } from '@/domain/calendar';
import { demoCadres } from './demo-cadres';
import { demoBooks } from './demo-ledger';
import { demoMeetings } from './demo-meetings';
import { demoOffices, officerRows, unitOf } from './demo-offices';
import { nameOfficeHolders, resetCards } from './demo-people';
import { demoProcedures } from './demo-procedures';
import { demoRatings } from './demo-ratings';
import { demoRotations } from './demo-rotations';
import { memberRows, monthRows } from './demo-rows';
import { demoStaffing } from './demo-staffing';
import { demoSuccession } from './demo-succession';
import { targetRows } from './demo-targets';
import { demoTrainings } from './demo-trainings';
import { demoUnits } from './demo-units';
import { insertRows } from './insert-rows';
import { randomFrom } from './random';

const SEED = 20_251_101;
type Say = (line: string) => void;

/**
 * Loads the invented province into an empty database in one transaction; says false and does nothing when there are units.
 * today: YYYY-MM-DD, the day up to which its life is told. Progress goes to `say`, one line a step.
 */
export async function seedDemo(ownerUrl: string, today: string, say: Say = () => undefined): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select exists (select 1 from units) as taken');
    if (rows[0].taken) {
      say('Cơ sở dữ liệu đã có tổ chức đảng: không nạp dữ liệu mẫu.');
      return false;
    }
    await client.query('begin');
    await fill(client, today, say);
    await client.query('commit');
    await client.query('analyze');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, today: string, say: Say): Promise<void> {
  const random = randomFrom(SEED);
  resetCards();
  const put = async (tables: Record<string, Record<string, unknown>[]>) => {
    for (const [table, rows] of Object.entries(tables)) await insertRows(client, table, rows);
  };
  const units = demoUnits(random, today);
  await put(units.rows);
  say(
    `Tổ chức đảng: ${units.committees.length} đảng bộ trực thuộc, ${units.cells.filter((cell) => !cell.closedOn).length} chi bộ`,
  );
  const { idOf, ...offices } = await demoOffices(random, units);
  await put(offices);
  say(`Tài khoản: ${offices.accounts.length}`);
  const officer = idOf.get('chuyenvien') ?? '';
  const { people, events } = demoBooks(random, units.cells, today);
  nameOfficeHolders(people, units.cells);
  const members = memberRows(people, events, officer);
  await put({ ...members, member_events: events.map((event) => eventRow(event, officer)) });
  say(`Đảng viên: ${people.length} người, ${events.length} biến động trong sổ`);
  const owing = new Set([unitOf(units, { unitName: 'Chi bộ tổ dân phố 1', committeeName: 'Đảng bộ phường Trần Phú' }).id]);
  const meetings = demoMeetings({ random, today, officer, secretary: idOf.get('bithu') ?? '', owing }, units.cells, people);
  await put(meetings.rows);
  say(`Sinh hoạt chi bộ: ${meetings.rows.meetings.length} biên bản, ${meetings.rows.attendance.length} lượt dự`);
  const months = monthRows(units.cells, events, meetings.months, today);
  await put({
    unit_months: months,
    unit_officers: officerRows(random, units, people, today),
    targets: targetRows(units, months),
  });
  say(`Sổ tháng: ${months.length} dòng; cấp ủy và chỉ tiêu`);
  const { cadres, posts, rows } = demoCadres(units, people, today, officer);
  const procedures = demoProcedures({
    ...{ cadres, posts, today, officer },
    events: rows.appointment_events as Record<string, unknown>[],
    head: idOf.get('truongban') ?? officer,
  });
  const managers = new Map(
    (rows.cadres as Record<string, unknown>[]).map((cadre) => [String(cadre.id), String(cadre.managing_unit_id)]),
  );
  const rotations = demoRotations({
    ...{ units, cadres, posts, managers, today },
    events: rows.appointment_events as Record<string, unknown>[],
    people: { officer, head: idOf.get('truongban') ?? officer },
  });
  await put(rows);
  await put(procedures);
  say(`Quy trình nhân sự: ${procedures.procedures.length}`);
  say(`Chức danh: ${posts.length}; cán bộ: ${cadres.length}`);
  const [ward] = units.committees.filter(({ name }) => name === 'Đảng bộ phường Trần Phú');
  const by = (username: string) => idOf.get(username) ?? officer;
  const succession = demoSuccession({
    ...{ cadres, posts, today, provinceId: units.province.id, wardId: ward?.id ?? '' },
    people: { officer, head: by('truongban'), communeOfficer: by('canbo'), communeLeader: by('lanhdao') },
  });
  await put(succession.rows);
  say(`Quy hoạch: ${succession.names} lượt người vào chức danh`);
  await put(rotations);
  say(`Luân chuyển: ${rotations.rotations.length} lượt, ${rotations.rotation_plans.length} kế hoạch`);
  const ratings = demoRatings(units, cadres, managers, {
    ...{ officer, head: idOf.get('truongban') ?? '', today },
    own: new Map([['Đảng bộ phường Trần Phú', idOf.get('canbo') ?? '']]),
  });
  await put(ratings);
  const trainings = demoTrainings(units, members.members, rows.cadres as Record<string, unknown>[], { officer, today });
  const staffing = demoStaffing(units, { officer, today });
  await put({ ...trainings, ...staffing });
  say(
    `Xếp loại: ${ratings.ratings.length} dòng; lớp: ${trainings.training_classes.length}; biên chế: ${staffing.staffing_quotas.length} dòng`,
  );
}

function eventRow(event: ReturnType<typeof demoBooks>['events'][number], enteredBy: string): Record<string, unknown> {
  return {
    id: event.id,
    member_id: event.memberId,
    cell_id: event.cellId,
    committee_id: event.committeeId,
    from_cell_id: event.fromCellId,
    kind: event.kind,
    effective_on: event.effectiveOn,
    decision_number: event.decisionNumber,
    decision_date: event.decisionDate,
    issuer: event.issuer,
    signer: event.signer,
    place: event.place,
    reason: event.reason,
    detail: event.detail,
    reverses_id: event.reversesId,
    entered_by: enteredBy,
    entered_at: `${event.effectiveOn}T15:00:00+07:00`,
  };
}

// Usage: DATABASE_OWNER_URL=… npx tsx db/seed/demo.ts [YYYY-MM-DD]
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const owner = process.env.DATABASE_OWNER_URL;
  const today = process.argv[2] ?? todayInVietnam(new Date());
  if (!owner || !isIsoDate(today)) throw new Error('Cần DATABASE_OWNER_URL; ngày (nếu ghi) theo dạng 2026-11-22.');
  const began = Date.now();
  const done = await seedDemo(owner, today, (line) =>
    process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).replace('.', ',').padStart(6)} giây  ${line}\n`),
  );
  if (done)
    process.stdout.write(
      `${((Date.now() - began) / 1000).toFixed(1).replace('.', ',').padStart(6)} giây  Đã nạp tỉnh Bình Sơn (dữ liệu mẫu).\n`,
    );
}
