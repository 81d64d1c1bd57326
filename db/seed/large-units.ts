import { addDays } from '@/domain/calendar';
import type { UnitKind } from '@/domain/units/kinds';
import { unitShortName } from '@/domain/units/names';
import { PROVINCE } from './demo-accounts';
import type { CellStyle, People } from './demo-plan';
import {
  cellsOf,
  committeeNames,
  type LargeCellPlan,
  type LargePlan,
  MEMBERS_PER_CELL,
  peoplesOf,
  shareCells,
} from './large-plan';
import {
  addUnit,
  type LargeUnit,
  type Past,
  type Planting,
  placed,
  REFORM,
  type TreeRows,
  throughReform,
  unitUnder,
} from './large-tree';
import type { Random } from './random';

type Context = Planting & { out: LargeUnits };

export type LargeCommittee = { unit: LargeUnit; no: number; peoples: People[]; officerId: string };
/** size: members in the book when the ledger opens; before: how many stand in the cells with smaller numbers. */
export type LargeCell = {
  unit: LargeUnit;
  no: number;
  committee: LargeCommittee;
  style: CellStyle;
  size: number;
  before: number;
  meetingDay: number;
  place: string;
  secretaryId: string;
};
export type LargeUnits = {
  province: LargeUnit;
  committees: LargeCommittee[];
  cells: LargeCell[];
  rows: TreeRows;
};

const DISTRICTS = ['Mường Sơn', 'Tân Bình', 'Hòa An', 'Nà Lâu', 'Thanh Bình', 'Nậm Cắt', 'Bản Phố', 'Vĩnh Lộc'];
const SECTORS: Record<CellStyle, string> = {
  hamlet: 'commune',
  street: 'ward',
  school: 'education',
  health: 'health',
  office: 'administrative',
  company: 'private_enterprise',
};

/** The tree with its history: districts until 30 June 2025, communes and wards from the day after. */
export function largeUnits(random: Random, plan: LargePlan): LargeUnits {
  const province = unitUnder(random, null, 'P', PROVINCE, '1970-01-02', '10');
  const rows: TreeRows = { units: [], unit_changes: [], unit_placements: [], unit_change_links: [], unit_tree: [] };
  const context: Context = { random, rows, out: { province, committees: [], cells: [], rows } };
  addUnit(context, province, { founded_on: '1962-12-27' });
  placed(context, province, '1962-12-27', null, null, null);
  const pasts = DISTRICTS.map((name, at) => endedDistrict(context, name, at));
  const shares = shareCells(random, plan.cells, plan.committees);
  for (const [at, name] of committeeNames(plan.committees).entries())
    addCommittee(context, name, at, shares[at] ?? 1, pasts[at % pasts.length]);
  return context.out;
}

function endedDistrict(context: Context, name: string, at: number): Past {
  const { random, out } = context;
  const changeId = random.id(REFORM);
  out.rows.unit_changes.push({
    ...{ id: changeId, kind: 'convert', effective_on: REFORM, decision_number: `${812 + at}-QĐ/TU`, decision_date: '2025-06-20' },
    ...{ issuer: 'Ban Thường vụ Tỉnh ủy Bình Sơn', signer: 'Nông Văn Hiệp', entered_at: `${REFORM}T08:00:00+07:00` },
    note: 'Kết thúc hoạt động cấp huyện, chuyển giao các tổ chức đảng về cấp ủy mới trực thuộc Tỉnh ủy.',
  });
  const unit = unitUnder(random, out.province, 'H', `Đảng bộ huyện ${name}`, '1970-01-02', `10.H${at + 1}`);
  addUnit(context, unit, { founded_on: '1954-08-02', closed_on: addDays(REFORM, -1) });
  placed(context, unit, '1954-08-02', addDays(REFORM, -1), out.province, changeId);
  return { unit, changeId };
}

function addCommittee(context: Context, name: string, at: number, count: number, past: Past | undefined): void {
  const { random, out } = context;
  if (!past) throw new RangeError('a committee without a past');
  const unit = unitUnder(random, out.province, 'U', name, REFORM, `10.${String(at + 1).padStart(3, '0')}`);
  const committee = { unit, no: at + 1, peoples: peoplesOf(random), officerId: random.id(REFORM) };
  out.committees.push(committee);
  addUnit(context, unit, { address: `${unitShortName(name)}, tỉnh Bình Sơn` });
  placed(context, unit, REFORM, null, out.province, past.changeId);
  const link = { change_id: past.changeId, predecessor_id: past.unit.id, successor_id: unit.id };
  out.rows.unit_change_links.push({ id: random.id(REFORM), ...link });
  const { direct, bases } = cellsOf(count, name.replace(/^Đảng bộ (xã|phường) /, ''), name.includes(' phường '));
  for (const cell of direct) addCell(context, committee, unit, 'G2', cell, past);
  for (const base of bases) {
    const below = placedBase(context, unit, 'G1', base.name, base.style, past);
    for (const cell of base.cells) addCell(context, committee, below, 'C', cell, past);
    if (!base.section) continue;
    const section = placedBase(context, below, 'S', base.name.replace('Đảng bộ', 'Đảng bộ bộ phận'), base.style, past);
    for (const cell of base.section) addCell(context, committee, section, 'C', cell, past);
  }
}

function placedBase(context: Context, parent: LargeUnit, kind: UnitKind, name: string, style: CellStyle, past: Past): LargeUnit {
  const unit = unitUnder(context.random, parent, kind, name, '1975-03-15');
  addUnit(context, unit, { founded_on: '1975-03-15', sector: SECTORS[style] });
  throughReform(context, unit, '1975-03-15', past);
  return unit;
}

function addCell(
  context: Context,
  committee: LargeCommittee,
  parent: LargeUnit,
  kind: UnitKind,
  plan: LargeCellPlan,
  past: Past,
): void {
  const { random, out } = context;
  const founded = `${random.int(1976, 2009)}-0${random.int(1, 9)}-${random.int(10, 28)}`;
  const unit = unitUnder(random, parent, kind, plan.name, founded);
  const home = plan.style === 'hamlet' || plan.style === 'street';
  const place = home ? plan.name.replace('Chi bộ', 'Nhà văn hóa') : 'Phòng họp cơ quan';
  const meetingDay = random.pick([3, 3, 4, 5, 5, 6, 7, 8, 10]);
  addUnit(context, unit, { founded_on: founded, sector: SECTORS[plan.style], meeting_day: meetingDay, meeting_place: place });
  throughReform(context, unit, founded, past);
  const no = out.cells.length + 1;
  const last = out.cells.at(-1);
  // Cells come in pairs, one as much larger as the other is smaller, so that the province has the size that was asked for.
  const size = last && no % 2 === 0 ? 2 * MEMBERS_PER_CELL - last.size : MEMBERS_PER_CELL + random.int(-10, 10);
  out.cells.push({
    ...{ unit, no, committee, style: plan.style, meetingDay, place, size, secretaryId: random.id(REFORM) },
    before: last ? last.before + last.size : 0,
  });
}
