import { hash } from '@node-rs/argon2';
import { addDays, addMonths } from '@/domain/calendar';
import { DEMO_ACCOUNTS } from './demo-accounts';
import type { Person } from './demo-people';
import type { DemoUnits, SeedCell, SeedUnit } from './demo-units';
import { groupBy } from './group-by';
import type { Random } from './random';

type Row = Record<string, unknown>;
const OPENED = '2025-07-01';
/** 64 MiB, three passes, one lane: what sign-in makes too. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export type DemoOffices = { accounts: Row[]; offices_held: Row[]; idOf: Map<string, string> };

/** One account for each office; the password is known to everyone and marked as such. */
export async function demoOffices(random: Random, units: DemoUnits): Promise<DemoOffices> {
  const out: DemoOffices = { accounts: [], offices_held: [], idOf: new Map() };
  const passwordHash = await hash(DEMO_ACCOUNTS[0]?.password ?? '', ARGON2);
  for (const account of DEMO_ACCOUNTS) {
    const id = random.id(OPENED);
    out.idOf.set(account.username, id);
    out.accounts.push({
      id,
      username: account.username,
      full_name: account.fullName,
      password_hash: passwordHash,
      password_changed_at: `${OPENED}T08:00:00+07:00`,
      must_change_password: false,
      demo: true,
    });
    out.offices_held.push({
      id: random.id(OPENED),
      account_id: id,
      office: account.office,
      unit_id: unitOf(units, account).id,
      held_from: OPENED,
      held_to: null,
    });
  }
  return out;
}

export function unitOf(
  { province, committees, cells }: DemoUnits,
  wanted: { unitName: string; committeeName?: string },
): SeedUnit {
  const committee = committees.find(({ name }) => name === wanted.committeeName);
  const found = [province, ...committees, ...cells].find(
    (unit) => unit.name === wanted.unitName && (!committee || unit.committeeId === committee.id),
  );
  if (!found) throw new RangeError(`no unit ${wanted.unitName}`);
  return found;
}

/** Who leads: secretary, deputy, committee members where there are nine official members; some seats stand empty. */
export function officerRows(random: Random, units: DemoUnits, people: readonly Person[], today: string): Row[] {
  const living = groupBy(
    people.filter((person) => !person.left && person.official),
    (person) => person.cell.id,
  );
  const cells = units.cells.flatMap((cell) => cellOfficers(random, cell, living.get(cell.id) ?? [], today));
  const above = units.committees.flatMap((committee, index) =>
    committeeOfficers(
      random,
      committee,
      index,
      [...living.values()].flat().filter((person) => person.cell.committeeId === committee.id),
    ),
  );
  return [...above, ...cells];
}

const SEATS = ['secretary', 'deputy', 'committee_member', 'committee_member'];

function cellOfficers(random: Random, cell: SeedCell, officials: Person[], today: string): Row[] {
  if (cell.closedOn) return [];
  if (cell.empty)
    return cell.name === 'Chi bộ thôn Đông Hà'
      ? [seat(random, cell, 'secretary', null, 'Đặng Đức Đông', cell.foundedOn, null, false)]
      : [];
  const ranked = [...officials.filter((person) => person.row.named), ...officials.filter((person) => !person.row.named)];
  const taken = officials.length >= 9 ? ranked.slice(0, 4) : ranked.slice(0, 2);
  return taken.flatMap((person, index) => {
    const role = SEATS[index] ?? 'committee_member';
    const named = person.row.named === true || cell.name === 'Chi bộ tổ dân phố 1';
    if (!named && random.chance(role === 'secretary' ? 0.035 : 0.09))
      return role === 'secretary' ? [seat(random, cell, role, person, person.fullName, OPENED, addMonths(today, -2), true)] : [];
    return [
      seat(
        random,
        cell,
        role,
        person,
        person.fullName,
        [OPENED, addDays(person.stays.at(-1)?.from ?? OPENED, 30)].sort().at(-1) ?? OPENED,
        null,
        random.chance(0.9),
      ),
    ];
  });
}

function committeeOfficers(random: Random, committee: SeedUnit, index: number, people: Person[]): Row[] {
  const leader = DEMO_ACCOUNTS.find(
    (account) => account.office === 'committee_leader' && account.unitName === committee.name,
  )?.fullName;
  const roles = index === 6 ? ['deputy'] : ['secretary', 'deputy', 'deputy'];
  return roles.map((role, at) => {
    const person = role === 'secretary' && leader ? null : (people[at * 7 + 5] ?? null);
    return seat(
      random,
      committee,
      role,
      person,
      person?.fullName ?? (role === 'secretary' ? (leader ?? 'Quàng Thị Sen') : 'Lê Văn Thông'),
      committee.foundedOn,
      null,
      false,
    );
  });
}

function seat(
  random: Random,
  unit: SeedUnit,
  role: string,
  person: Person | null,
  fullName: string,
  from: string,
  to: string | null,
  elected: boolean,
): Row {
  return {
    id: random.id(from),
    unit_id: unit.id,
    member_id: person?.id ?? null,
    full_name: fullName,
    role,
    held_from: from,
    held_to: to,
    elected,
    decision_number: `${random.int(12, 480)}-QĐ/${unit.kind === 'U' ? 'TU' : 'ĐU'}`,
  };
}
