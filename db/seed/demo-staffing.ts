import { type ChangeReason, isDecrease, type QuotaKind } from '@/domain/staffing/words';
import type { DemoUnits } from './demo-units';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
type Series = { unitId: string; kind: QuotaKind; from: number; to: number; assigned: number; yearly: number };
type Out = { staffing_quotas: Row[]; staffing_changes: Row[] };

const BASE = 2021;

/** Quotas from the base year of the roadmap on, with the changes that make one year's staff into the next; a few posts short, two units over. */
export function demoStaffing(units: DemoUnits, by: { officer: string; today: string }): Out {
  const random = randomFrom(20_220_718);
  const out: Out = { staffing_quotas: [], staffing_changes: [] };
  for (const series of plannedSeries(random, units, Number(by.today.slice(0, 4)))) addSeries(random, out, series, by);
  return out;
}

function plannedSeries(random: Random, { committees, rows }: DemoUnits, to: number): Series[] {
  const named = (name: string) => committees.find((unit) => unit.name === name)?.id ?? '';
  const [party, state] = [named('Đảng bộ các cơ quan Đảng tỉnh'), named('Đảng bộ Ủy ban nhân dân tỉnh')];
  const districts = rows.units.filter(({ kind, name }) => kind === 'H' && !String(name).includes('Khối'));
  const communes = committees.filter(({ name }) => /^Đảng bộ (xã|phường) /.test(name));
  return [
    { unitId: party, kind: 'officials', from: BASE, to, assigned: 236, yearly: -3 },
    { unitId: state, kind: 'officials', from: BASE, to, assigned: 1184, yearly: -12 },
    { unitId: state, kind: 'employees', from: BASE, to, assigned: 4620, yearly: -88 },
    { unitId: party, kind: 'contracts', from: BASE + 2, to, assigned: 34, yearly: 0 },
    { unitId: state, kind: 'contracts', from: BASE + 2, to, assigned: 210, yearly: -4 },
    ...districts.map(({ id }) => ({
      unitId: String(id),
      kind: 'commune' as const,
      from: BASE,
      to: 2024,
      assigned: 168,
      yearly: -3,
    })),
    ...communes.map(({ id }) => ({
      unitId: id,
      kind: 'commune' as const,
      from: 2025,
      to,
      assigned: random.int(38, 58),
      yearly: -1,
    })),
  ];
}

function addSeries(
  random: Random,
  out: Out,
  { unitId, kind, from, to, assigned, yearly }: Series,
  { officer, today }: { officer: string; today: string },
): void {
  let quota = assigned;
  let staff = assigned - random.int(0, 4);
  for (let year = from; year <= to; year += 1) {
    if (year > from) {
      quota += yearly;
      staff += yearOfChanges(random, out, { unitId, kind, year, staff, quota }, { officer, today });
    }
    const asOf = year === Number(today.slice(0, 4)) ? `${year}-10-31` : `${year}-12-31`;
    out.staffing_quotas.push({
      ...{
        id: random.id(`${year}-01-15`),
        unit_id: unitId,
        year,
        kind,
        assigned: quota,
        in_post: staff,
        as_of: asOf < today ? asOf : today,
      },
      source:
        kind === 'employees' || kind === 'contracts'
          ? `Nghị quyết Hội đồng nhân dân tỉnh năm ${year}`
          : `Quyết định giao biên chế năm ${year} của Ban Thường vụ Tỉnh ủy`,
      ...{ version: 1, updated_by: officer, updated_at: `${year}-01-20T09:00:00+07:00` },
    });
  }
}

/** Leaves by reason and what was taken on again; gives the net change. One time in eight the report misses a person. */
function yearOfChanges(
  random: Random,
  out: Out,
  at: { unitId: string; kind: QuotaKind; year: number; staff: number; quota: number },
  by: { officer: string; today: string },
): number {
  const leaving = Math.max(1, Math.round(at.staff * 0.035));
  const reform = at.year >= 2025;
  const given = new Map<ChangeReason, number>();
  const add = (reason: ChangeReason, persons: number) => persons > 0 && given.set(reason, (given.get(reason) ?? 0) + persons);
  for (let left = leaving; left > 0; left -= 1) {
    const draw = random.next();
    add(
      draw < 0.5
        ? 'retired'
        : draw < 0.75
          ? reform
            ? 'nd178'
            : 'resigned'
          : draw < 0.9
            ? 'moved-out'
            : reform
              ? 'nd154'
              : 'died',
      1,
    );
  }
  add('recruited', Math.max(0, Math.min(leaving, at.quota - (at.staff - leaving) - random.int(-1, 5))));
  let net = 0;
  for (const [reason, persons] of given) {
    net += isDecrease(reason) ? -persons : persons;
    const effective = `${at.year}-${String(random.int(1, 10)).padStart(2, '0')}-01`;
    out.staffing_changes.push({
      ...{ id: random.id(effective), unit_id: at.unitId, kind: at.kind, reason, persons, effective_on: effective },
      ...{
        decision_number: null,
        decision_date: null,
        note: null,
        reverses_id: null,
        entered_by: by.officer,
        entered_at: `${effective}T09:30:00+07:00`,
      },
    });
  }
  return net - (random.chance(0.125) ? 1 : 0);
}
