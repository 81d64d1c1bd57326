import { Card } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { type Briefing, compared } from '@/domain/briefings/briefing';
import { FIGURES, type Figure, type FigureGroup, GROUP_LABELS, meanScore } from '@/domain/briefings/figures';
import { formatCount, formatDelta, formatShare } from '@/domain/numbers';
import { OpenNumber } from './open-number';

const COLUMNS = [
  { key: 'label', label: 'Chỉ tiêu' },
  { key: 'unit', label: 'Đơn vị tính' },
  { key: 'now', label: 'Trong quý', num: true },
  { key: 'previous', label: 'Quý trước', num: true },
  { key: 'difference', label: 'So quý trước', num: true },
  { key: 'lastYear', label: 'Cùng kỳ', num: true },
  { key: 'same', label: 'So cùng kỳ', num: true },
];

const NOTHING = <span className="text-ink-soft">không so sánh được</span>;

/** Every figure of the quarter with the quarters it is read against. */
export function FigureList({ briefing }: { briefing: Briefing }) {
  const groups = Object.keys(GROUP_LABELS) as FigureGroup[];
  return (
    <Card title="Toàn bộ chỉ tiêu" aside="so với quý trước và cùng kỳ năm trước" className="mt-5">
      <DataTable caption="Toàn bộ chỉ tiêu" columns={COLUMNS} rows={groups.flatMap((group) => rowsOf(briefing, group))} />
    </Card>
  );
}

const rowsOf = (briefing: Briefing, group: FigureGroup) => [
  { key: group, cells: [<strong key={group}>{GROUP_LABELS[group]}</strong>, '', '', '', '', '', ''] },
  ...FIGURES.filter((figure) => figure.group === group && figure.opens).map((figure) => ({
    key: figure.key,
    cells: cells(briefing, figure),
  })),
  ...derived(briefing, group),
];

const Label = ({ children }: { children: string }) => <span className="inline-block min-w-36">{children}</span>;

function cells(briefing: Briefing, { key, label, unit }: Figure) {
  const { total } = briefing;
  return [
    <Label key="label">{label}</Label>,
    unit,
    <OpenNumber key={key} briefing={briefing} figure={key} />,
    ...against(total.now[key], total.previous?.[key]),
    ...against(total.now[key], total.lastYear?.[key]),
  ];
}

function against(now: number, then: number | undefined) {
  const found = compared(now, then);
  return found ? [formatCount(found.before), formatDelta(found.difference)] : [NOTHING, '—'];
}

function derived({ total }: Briefing, group: FigureGroup) {
  const all = [total.now, total.previous, total.lastYear];
  const line = (key: string, label: string, unit: string, [now, previous, same]: (string | null)[]) => ({
    key,
    cells: [<Label key="label">{label}</Label>, unit, now ?? '—', previous ?? NOTHING, '', same ?? NOTHING, ''],
  });
  if (group === 'meetings')
    return [
      line(
        'heldShare',
        'Tỷ lệ đã họp',
        '%',
        all.map((f) => f && formatShare(f.held, f.expected)),
      ),
    ];
  if (group === 'attendance')
    return [
      line(
        'presentShare',
        'Tỷ lệ dự sinh hoạt',
        '%',
        all.map((f) => f && formatShare(f.attendancePresent, f.attendanceDue)),
      ),
    ];
  if (group === 'quality')
    return [
      line(
        'mean',
        'Điểm bình quân',
        'điểm',
        all.map((f) => f && (meanScore(f)?.toFixed(1).replace('.', ',') ?? '—')),
      ),
    ];
  return [];
}
