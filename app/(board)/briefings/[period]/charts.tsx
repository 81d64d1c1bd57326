import { ColumnChart } from '@/components/chart/column-chart';
import { Card } from '@/components/data/page';
import type { Briefing, SeriesPoint } from '@/domain/briefings/briefing';
import { formatCount, percentOf } from '@/domain/numbers';

const labelOf = ({ period }: SeriesPoint) => `quý ${period.slice(6)}/${period.slice(0, 4)}`;

export function Charts({ briefing }: { briefing: Briefing }) {
  const year = briefing.period.slice(0, 4);
  const common = (point: SeriesPoint) => ({
    label: labelOf(point),
    group: point.period.slice(0, 4),
    strong: point.period.startsWith(year),
  });
  return (
    <Card title="Kết nạp theo quý" aside={`${briefing.series.length} quý, người`}>
      <ColumnChart
        title="Số đảng viên kết nạp theo quý"
        unit="người"
        columns={briefing.series.map((point) => ({ ...common(point), value: point.admitted, text: formatCount(point.admitted) }))}
      />
      <header className="border-line border-t">
        <h2>Sinh hoạt thường kỳ đã họp</h2>
        <span className="text-ink-soft">% số kỳ phải họp</span>
      </header>
      <ColumnChart
        title="Tỷ lệ kỳ sinh hoạt đã họp theo quý"
        unit=""
        max={100}
        height={180}
        columns={briefing.series.map((point) => ({
          ...common(point),
          value: percentOf(point.held, point.expected) ?? 0,
          text: shareText(point),
        }))}
      />
    </Card>
  );
}

/** On a column there is room for whole per cents only; the exact share stands in the list of figures. */
function shareText({ held, expected }: SeriesPoint): string {
  const percent = percentOf(held, expected);
  return percent === null ? '—' : `${Math.floor(percent)}%`;
}
