import { addDays, monthOf } from '@/domain/calendar';
import { foldName } from '@/domain/names';
import { isCellKind, type UnitKind } from '@/domain/units/kinds';
import { unitShortName, unitSortKey } from '@/domain/units/names';
import { PROVINCE } from './demo-accounts';
import { type BasePlan, type CellStyle, COMMITTEES, type CommitteePlan, DISTRICTS, type People } from './demo-plan';
import type { Random } from './random';

export type SeedUnit = {
  id: string;
  code: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  depth: number;
  committeeId: string | null;
  foundedOn: string;
  closedOn: string | null;
};
export type SeedCell = SeedUnit & {
  committeeId: string;
  style: CellStyle;
  peoples: People[];
  empty: boolean;
  meetingDay: number;
  place: string;
  committeeName: string;
  formerCommittee: string;
  reformedOn: string;
  into: string | null;
};
type Row = Record<string, unknown>;
export type DemoUnits = {
  province: SeedUnit;
  committees: SeedUnit[];
  cells: SeedCell[];
  rows: { units: Row[]; unit_changes: Row[]; unit_placements: Row[]; unit_change_links: Row[]; unit_tree: Row[] };
};

const ENDED_CELL = '2025-12-31';
const SECTOR: Record<CellStyle, string> = {
  hamlet: 'commune',
  street: 'ward',
  school: 'education',
  health: 'health',
  office: 'administrative',
  company: 'private_enterprise',
};
const LEADERS = ['Nông Văn Hiệp', 'Trịnh Quang Vinh', 'Bế Thị Lan'];

type Context = { random: Random; today: string; out: DemoUnits; parents: Map<string, SeedUnit> };
type Place = { committee: SeedUnit; plan: CommitteePlan; district: SeedUnit; changeId: string; since: string };

/** The tree with its history: districts until 30 June 2025, communes from the day after, every placement dated. */
export function demoUnits(random: Random, today: string): DemoUnits {
  const province = plainUnit(random, 'P', PROVINCE, '1962-12-27', '10');
  const out: DemoUnits = {
    province,
    committees: [],
    cells: [],
    rows: { units: [], unit_changes: [], unit_placements: [], unit_change_links: [], unit_tree: [] },
  };
  const context: Context = { random, today, out, parents: new Map([[province.id, province]]) };
  addUnit(context, province, {});
  placed(context, province, null, province.foundedOn, null, null);
  const districts = DISTRICTS.map((plan, index) => endedDistrict(context, plan, index));
  for (const [index, plan] of COMMITTEES.entries()) {
    const past = districts[plan.district];
    if (!past) throw new RangeError('a committee without a past');
    addCommittee(context, plan, index, past);
  }
  return out;
}

function plainUnit(random: Random, kind: UnitKind, name: string, foundedOn: string, code: string): SeedUnit {
  return {
    id: random.id(foundedOn < '1970-01-02' ? '1970-01-02' : foundedOn),
    code,
    kind,
    name,
    parentId: null,
    depth: 0,
    committeeId: null,
    foundedOn,
    closedOn: null,
  };
}

function addUnit({ out, parents }: Context, unit: SeedUnit, more: Row): void {
  parents.set(unit.id, unit);
  out.rows.units.push({
    id: unit.id,
    code: unit.code,
    kind: unit.kind,
    name: unit.name,
    short_name: unitShortName(unit.name),
    folded_name: foldName(unit.name),
    sort_key: unitSortKey(unit.name),
    founded_on: unit.foundedOn,
    closed_on: unit.closedOn,
    parent_id: unit.parentId,
    depth: unit.depth,
    committee_id: unit.committeeId,
    is_cell: isCellKind(unit.kind),
    sector: null,
    address: null,
    meeting_day: null,
    meeting_place: null,
    ...more,
  });
  let above: SeedUnit | undefined = unit;
  for (let depth = 0; above; depth += 1) {
    out.rows.unit_tree.push({ ancestor_id: above.id, unit_id: unit.id, depth });
    above = above.parentId ? parents.get(above.parentId) : undefined;
  }
}

function placed(
  { random, out }: Context,
  unit: SeedUnit,
  parentId: string | null,
  from: string,
  to: string | null,
  changeId: string | null,
): void {
  out.rows.unit_placements.push({
    id: random.id('2026-01-01'),
    unit_id: unit.id,
    parent_id: parentId,
    kind: unit.kind,
    name: unit.name,
    valid_from: from,
    valid_to: to,
    change_id: changeId,
  });
}

function decided(
  { random, out }: Context,
  kind: string,
  effectiveOn: string,
  number: string,
  date: string,
  note: string,
  issuer = 'Ban Thường vụ Tỉnh ủy Bình Sơn',
): string {
  const id = random.id(date);
  out.rows.unit_changes.push({
    id,
    kind,
    effective_on: effectiveOn,
    decision_number: number,
    decision_date: date,
    issuer,
    signer: random.pick(LEADERS),
    note,
  });
  return id;
}

type Past = { unit: SeedUnit; changeId: string; since: string };

function endedDistrict(context: Context, plan: (typeof DISTRICTS)[number], index: number): Past {
  const { province } = context.out;
  const since = addDays(plan.closed, 1);
  const changeId = decided(
    context,
    'convert',
    since,
    plan.number,
    plan.signed,
    'Kết thúc hoạt động cấp huyện, chuyển giao các tổ chức đảng về cấp ủy mới trực thuộc Tỉnh ủy.',
  );
  const unit = {
    ...plainUnit(context.random, 'H', plan.name, plan.founded, `10.H${index + 1}`),
    parentId: province.id,
    depth: 1,
    closedOn: plan.closed,
  };
  unit.committeeId = unit.id;
  addUnit(context, unit, {});
  placed(context, unit, province.id, plan.founded, plan.closed, changeId);
  return { unit, changeId, since };
}

function addCommittee(context: Context, plan: CommitteePlan, index: number, past: Past): void {
  const { province, committees, rows } = context.out;
  const unit = {
    ...plainUnit(context.random, 'U', plan.name, past.since, `10.${String(index + 1).padStart(2, '0')}`),
    parentId: province.id,
    depth: 1,
  };
  unit.committeeId = unit.id;
  committees.push(unit);
  const seat = unitShortName(plan.name);
  addUnit(context, unit, {
    address: plan.district === 3 ? 'Khu trung tâm hành chính, phường Trần Phú, tỉnh Bình Sơn' : `${seat}, tỉnh Bình Sơn`,
  });
  placed(context, unit, province.id, past.since, null, past.changeId);
  rows.unit_change_links.push({
    id: context.random.id(past.since),
    change_id: past.changeId,
    predecessor_id: past.unit.id,
    successor_id: unit.id,
  });
  const place: Place = { committee: unit, plan, district: past.unit, changeId: past.changeId, since: past.since };
  for (const cell of plan.cells)
    addCell(context, place, { kind: 'G2', name: cell.name, style: cell.style, parent: unit, into: null });
  if (plan.ends)
    addCell(context, place, {
      kind: 'G2',
      name: plan.ends.cell.name,
      style: plan.ends.cell.style,
      parent: unit,
      into: plan.ends.into,
    });
  for (const base of plan.bases) addBase(context, place, base);
}

function addBase(context: Context, place: Place, base: BasePlan): void {
  const unit = below(context, place.committee, 'G1', base.name, founding(context.random));
  addUnit(context, unit, { sector: SECTOR[base.style] });
  placedThroughReform(context, place, unit);
  for (const name of base.cells) addCell(context, place, { kind: 'C', name, style: base.style, parent: unit, into: null });
  if (!base.section) return;
  const section = below(context, unit, 'S', base.section.name, '2012-05-14');
  addUnit(context, section, { sector: SECTOR.school });
  placed(context, section, unit.id, section.foundedOn, null, null);
  for (const name of base.section.cells)
    addCell(context, place, { kind: 'C', name, style: 'school', parent: section, into: null });
}

const founding = (random: Random) => `${random.int(1976, 2009)}-0${random.int(1, 9)}-${random.int(10, 28)}`;

function below({ random, out }: Context, parent: SeedUnit, kind: UnitKind, name: string, foundedOn: string): SeedUnit {
  const code = `${parent.code}.${String(out.rows.units.filter((row) => row.parent_id === parent.id).length + 1).padStart(2, '0')}`;
  return {
    ...plainUnit(random, kind, name, foundedOn, code),
    parentId: parent.id,
    depth: parent.depth + 1,
    committeeId: parent.committeeId,
  };
}

function placedThroughReform(context: Context, place: Place, unit: SeedUnit): void {
  const older = unit.foundedOn < place.since;
  if (older) placed(context, unit, place.district.id, unit.foundedOn, addDays(place.since, -1), null);
  placed(context, unit, place.committee.id, older ? place.since : unit.foundedOn, unit.closedOn, older ? place.changeId : null);
}

const committeeBody = (committee: SeedUnit) => committee.name.replace('Đảng bộ', 'Ban Thường vụ Đảng ủy');

type CellOrder = { kind: 'G2' | 'C'; name: string; style: CellStyle; parent: SeedUnit; into: string | null };

function addCell(context: Context, place: Place, order: CellOrder): void {
  const { random, out, today } = context;
  const unit = below(context, order.parent, order.kind, order.name, place.plan.empty ? monthOf(today) : founding(random));
  unit.closedOn = order.into ? ENDED_CELL : null;
  const meetingDay = random.pick([3, 3, 4, 5, 5, 6, 7, 8, 10]);
  const seat =
    order.style === 'hamlet' || order.style === 'street' ? order.name.replace('Chi bộ', 'Nhà văn hóa') : 'Phòng họp cơ quan';
  addUnit(context, unit, { sector: SECTOR[order.style], meeting_day: meetingDay, meeting_place: seat });
  if (order.kind === 'C') placed(context, unit, order.parent.id, unit.foundedOn, null, null);
  else placedThroughReform(context, place, unit);
  out.cells.push({
    ...unit,
    committeeId: place.committee.id,
    style: order.style,
    peoples: place.plan.peoples,
    empty: place.plan.empty === true,
    meetingDay,
    place: seat,
    into: order.into,
    committeeName: committeeBody(place.committee),
    formerCommittee: `Ban Thường vụ ${place.district.name.replace('Đảng bộ huyện', 'Huyện ủy').replace('Đảng bộ thành phố', 'Thành ủy').replace('Đảng bộ Khối', 'Đảng ủy Khối')}`,
    reformedOn: place.since,
  });
  if (place.plan.empty) foundedByDecision(context, unit, place);
  if (order.into) mergedInto(context, unit, order.into);
}

function foundedByDecision(context: Context, unit: SeedUnit, place: Place): void {
  const signed = addDays(unit.foundedOn, -6);
  const id = decided(
    context,
    'found',
    unit.foundedOn,
    `${context.random.int(20, 60)}-QĐ/ĐU`,
    signed,
    'Thành lập chi bộ sau khi sắp xếp lại thôn.',
    committeeBody(place.committee),
  );
  context.out.rows.unit_change_links.push({
    id: context.random.id(signed),
    change_id: id,
    predecessor_id: null,
    successor_id: unit.id,
  });
}

function mergedInto(context: Context, unit: SeedUnit, into: string): void {
  const successor = context.out.cells.find((cell) => cell.name === into && cell.committeeId === unit.committeeId);
  const id = decided(
    context,
    'merge',
    addDays(ENDED_CELL, 1),
    '41-QĐ/ĐU',
    '2025-12-18',
    'Sáp nhập chi bộ do không đủ số đảng viên chính thức.',
    'Ban Thường vụ Đảng ủy xã Tân Lập',
  );
  context.out.rows.unit_change_links.push({
    id: context.random.id(ENDED_CELL),
    change_id: id,
    predecessor_id: unit.id,
    successor_id: successor?.id ?? null,
  });
}
