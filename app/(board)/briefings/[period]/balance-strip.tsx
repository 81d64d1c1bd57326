import { Card, Tag } from '@/components/data/page';
import { rowsBase } from '@/domain/briefings/address';
import { type Briefing, unbalanced } from '@/domain/briefings/briefing';
import { DECREASES, type FigureKey, figureOf, INCREASES } from '@/domain/briefings/figures';
import { formatCount } from '@/domain/numbers';
import { type OpenFigure, OpenSum, type SumPart } from './open-sum';

/** Start + increases − decreases = end, each part open to its rows. */
export function BalanceStrip({ briefing }: { briefing: Briefing }) {
  const wrong = unbalanced([briefing.total, ...briefing.rows]);
  const places = briefing.rows.length;
  const tag = wrong.length ? (
    <Tag kind="late">không khớp sổ: {wrong.map(({ row }) => row.name).join(', ')}</Tag>
  ) : (
    <Tag kind="ok">{places ? `khớp sổ ở cả ${places} đơn vị` : 'khớp sổ'}</Tag>
  );
  return (
    <Card title="Số đảng viên trong quý" aside={tag} className="mb-5">
      <OpenSum parts={partsOf(briefing)} base={rowsBase(briefing.period, briefing.unit.id)} of={briefing.total.name} />
    </Card>
  );
}

const partsOf = (briefing: Briefing): SumPart[] => [
  ['', opened(briefing, 'stockStart'), 'đầu quý'],
  ['+', opened(briefing, 'increases'), ...kindsOf(briefing, INCREASES, 'tăng')],
  ['−', opened(briefing, 'decreases'), ...kindsOf(briefing, DECREASES, 'giảm')],
  ['=', opened(briefing, 'stockEnd'), briefing.frozen ? 'cuối quý, theo số đã chốt' : 'cuối quý'],
];

const opened = ({ total }: Briefing, key: FigureKey): OpenFigure => [
  key,
  formatCount(total.now[key]),
  figureOf(key)?.label ?? key,
];

/** Only the kinds that occurred; each opens too. */
function kindsOf(briefing: Briefing, keys: readonly FigureKey[], name: string): [words: string, kinds?: OpenFigure[]] {
  const present = keys.filter((key) => briefing.total.now[key] > 0);
  return present.length ? [name, present.map((key) => opened(briefing, key))] : [`${name} trong quý`];
}
