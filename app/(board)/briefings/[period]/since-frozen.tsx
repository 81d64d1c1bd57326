import { Card } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { Briefing, BriefingRow } from '@/domain/briefings/briefing';
import { changedFigures } from '@/domain/briefings/figures';
import { formatMoment } from '@/domain/briefings/moments';
import { formatCount, formatDelta } from '@/domain/numbers';
import { OpenNumber } from './open-number';

const COLUMNS = [
  { key: 'unit', label: 'Đơn vị' },
  { key: 'figure', label: 'Chỉ tiêu' },
  { key: 'frozen', label: 'Đã chốt', num: true },
  { key: 'live', label: 'Hiện nay', num: true },
  { key: 'difference', label: 'Chênh', num: true },
];

/** A frozen quarter: since when, by whom, and what the records say otherwise by now. */
export function SinceFrozen({ briefing }: { briefing: Briefing }) {
  if (!briefing.frozen) return null;
  const changes = [briefing.total, ...briefing.rows].flatMap((row) => changesOf(briefing, row));
  return (
    <Card
      title="Số liệu đã chốt"
      aside={`${briefing.frozen.by ?? ''} chốt lúc ${formatMoment(briefing.frozen.at)}`}
      className="mb-5"
      id="since-frozen"
    >
      {changes.length === 0 ? (
        <p className="px-4 py-3">Từ khi chốt đến nay sổ không thay đổi.</p>
      ) : (
        <details className="px-4 py-3">
          <summary className="min-h-6 font-semibold text-amber">
            Đã thay đổi sau khi chốt: {changes.filter(({ own }) => own).length} chỉ tiêu
          </summary>
          <div className="mt-3">
            <DataTable caption="Thay đổi sau khi chốt" columns={COLUMNS} rows={changes} />
          </div>
        </details>
      )}
    </Card>
  );
}

function changesOf(briefing: Briefing, row: BriefingRow) {
  const live = briefing.live?.get(row.unitId);
  if (!live) return [];
  return changedFigures(row.now, live)
    .filter((figure) => figure.opens)
    .map(({ key, label }) => ({
      key: `${row.unitId}${key}`,
      own: row.unitId === briefing.unit.id,
      cells: [
        row.name,
        label,
        <OpenNumber key="frozen" briefing={briefing} row={row} figure={key} />,
        <OpenNumber key="live" briefing={briefing} row={row} figure={key} live>
          {formatCount(live[key])}
        </OpenNumber>,
        formatDelta(live[key] - row.now[key]),
      ],
    }));
}
