import { addDays } from '@/domain/calendar';
import { foldName } from '@/domain/names';
import { isCellKind, type UnitKind } from '@/domain/units/kinds';
import { unitShortName, unitSortKey } from '@/domain/units/names';
import type { Random } from './random';

type Row = Record<string, unknown>;
export type LargeUnit = {
  id: string;
  code: string;
  kind: UnitKind;
  name: string;
  depth: number;
  parents: LargeUnit[];
  children: number;
};
export type TreeRows = { units: Row[]; unit_changes: Row[]; unit_placements: Row[]; unit_change_links: Row[]; unit_tree: Row[] };
/** Where the rows go, and what chance there is. */
export type Planting = { random: Random; rows: TreeRows };
/** The district that a committee followed, and the decision that ended it. */
export type Past = { unit: LargeUnit; changeId: string };

/** The day on which the district level ended. */
export const REFORM = '2025-07-01';

/** A unit below the parent, with the next code there. */
export function unitUnder(
  random: Random,
  parent: LargeUnit | null,
  kind: UnitKind,
  name: string,
  since: string,
  code?: string,
): LargeUnit {
  if (parent) parent.children += 1;
  return {
    id: random.id(since),
    code: code ?? `${parent?.code}.${String(parent?.children).padStart(2, '0')}`,
    kind,
    name: name.normalize('NFC'),
    depth: parent ? parent.depth + 1 : 0,
    parents: parent ? [parent, ...parent.parents] : [],
    children: 0,
  };
}

/** Its row, and its place in the tree. */
export function addUnit({ rows }: Planting, unit: LargeUnit, more: Row): void {
  const committee = [unit, ...unit.parents].find(({ depth }) => depth === 1);
  rows.units.push({
    id: unit.id,
    ...{ code: unit.code, kind: unit.kind, name: unit.name, depth: unit.depth },
    short_name: unitShortName(unit.name),
    folded_name: foldName(unit.name),
    sort_key: unitSortKey(unit.name),
    parent_id: unit.parents[0]?.id ?? null,
    committee_id: committee?.id ?? null,
    is_cell: isCellKind(unit.kind),
    ...{ founded_on: REFORM, closed_on: null, sector: null, address: null, meeting_day: null, meeting_place: null, version: 1 },
    ...more,
  });
  for (const [depth, above] of [unit, ...unit.parents].entries())
    rows.unit_tree.push({ ancestor_id: above.id, unit_id: unit.id, depth });
}

/** Where it stood from when until when. */
export function placed(
  { random, rows }: Planting,
  unit: LargeUnit,
  from: string,
  to: string | null,
  parent: LargeUnit | null,
  changeId: string | null,
): void {
  const { id, kind, name } = unit;
  const place = { parent_id: parent?.id ?? null, valid_from: from, valid_to: to, change_id: changeId };
  rows.unit_placements.push({ id: random.id('2026-01-01'), unit_id: id, kind, name, ...place });
}

/** What stands directly under a committee stood under a district before. */
export function throughReform(context: Planting, unit: LargeUnit, foundedOn: string, { unit: district, changeId }: Past): void {
  const [parent] = unit.parents;
  if (!parent) return;
  const direct = parent.kind === 'U';
  if (direct) placed(context, unit, foundedOn, addDays(REFORM, -1), district, null);
  placed(context, unit, direct ? REFORM : foundedOn, null, parent, direct ? changeId : null);
}
