import { Card } from '@/components/data/page';
import { rowsBase } from '@/domain/briefings/address';
import { type Briefing, compared } from '@/domain/briefings/briefing';
import { FIGURES, type Figure, type FigureGroup, GROUP_LABELS, meanScore } from '@/domain/briefings/figures';
import { formatCount, formatDelta, formatShare } from '@/domain/numbers';
import { type OpenColumn, type OpenRow, OpenTable } from './open-table';

const COLUMNS: OpenColumn[] = [
  ['Chỉ tiêu', 'words'],
  ['Đơn vị tính', 'words'],
  ['Trong quý'],
  ['Quý trước'],
  ['So quý trước'],
  ['Cùng kỳ'],
  ['So cùng kỳ'],
];

const NOTHING = 'không so sánh được';

/** Every figure of the quarter with the quarters it is read against. */
export function FigureList({ briefing }: { briefing: Briefing }) {
  const groups = Object.keys(GROUP_LABELS) as FigureGroup[];
  return (
    <Card title="Toàn bộ chỉ tiêu" aside="so với quý trước và cùng kỳ năm trước" className="mt-5">
      <OpenTable
        caption="Toàn bộ chỉ tiêu"
        columns={COLUMNS}
        rows={groups.flatMap((group) => rowsOf(briefing, group))}
        base={rowsBase(briefing.period, briefing.unit.id)}
      />
    </Card>
  );
}

const rowsOf = (briefing: Briefing, group: FigureGroup): OpenRow[] => [
  ['', GROUP_LABELS[group], []],
  ...FIGURES.filter((figure) => figure.group === group && figure.opens).map((figure) => lineOf(briefing, figure)),
  ...derived(briefing, group),
];

const lineOf = ({ total }: Briefing, { key, label, unit }: Figure): OpenRow => [
  '',
  label,
  [
    unit,
    [formatCount(total.now[key]), key],
    ...against(total.now[key], total.previous?.[key]),
    ...against(total.now[key], total.lastYear?.[key]),
  ],
];

function against(now: number, then: number | undefined): [string, string] {
  const found = compared(now, then);
  return found ? [formatCount(found.before), formatDelta(found.difference)] : [NOTHING, '—'];
}

function derived({ total }: Briefing, group: FigureGroup): OpenRow[] {
  const all = [total.now, total.previous, total.lastYear];
  const line = (name: string, unit: string, [now, previous, same]: (string | null)[]): OpenRow => [
    '',
    name,
    [unit, now ?? '—', previous ?? NOTHING, '', same ?? NOTHING, ''],
  ];
  if (group === 'meetings')
    return [
      line(
        'Tỷ lệ đã họp',
        '%',
        all.map((f) => f && formatShare(f.held, f.expected)),
      ),
    ];
  if (group === 'attendance')
    return [
      line(
        'Tỷ lệ dự sinh hoạt',
        '%',
        all.map((f) => f && formatShare(f.attendancePresent, f.attendanceDue)),
      ),
    ];
  if (group === 'quality')
    return [
      line(
        'Điểm bình quân',
        'điểm',
        all.map((f) => f && (meanScore(f)?.toFixed(1).replace('.', ',') ?? '—')),
      ),
    ];
  return [];
}
