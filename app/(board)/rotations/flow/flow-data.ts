import { countByLevels, countByUnits } from '@/db/queries/rotations/ledger';
import type { Viewer } from '@/domain/access/viewer';
import { levelFlows, unitFlows } from '@/domain/rotations/flow-places';
import { matrixOf } from '@/domain/rotations/matrix';

type Unit = { id: string; depth: number };
type Params = Record<string, string | string[] | undefined>;

export type FlowChoice = { by: 'level' | 'unit'; year: number | null };

export function readChoice(params: Params): FlowChoice {
  const year = typeof params.year === 'string' && /^(19|20)\d\d$/.test(params.year) ? Number(params.year) : null;
  return { by: params.by === 'unit' ? 'unit' : 'level', year };
}

/** What the chart draws, with the years that the ledger has. */
export async function flowData(viewer: Viewer, unit: Unit, { by, year }: FlowChoice) {
  const [counts, units] = await Promise.all([
    countByLevels(viewer, unit),
    by === 'unit' ? countByUnits(viewer, unit, year === null ? {} : { year }) : [],
  ]);
  return { years: matrixOf(counts).years, ...(by === 'unit' ? unitFlows(units) : levelFlows(counts, year)) };
}

export const flowTitle = ({ by, year }: FlowChoice): string =>
  `Luân chuyển giữa các ${by === 'unit' ? 'đơn vị' : 'cấp'}${year === null ? '' : ` bắt đầu trong năm ${year}`}`;
