import { ColumnChart } from '@/components/chart/column-chart';
import { Card } from '@/components/data/page';
import type { Briefing } from '@/domain/briefings/briefing';
import { type Chart, chartAddress, chartColumns, chartValues } from '@/domain/briefings/charts';

export function Charts({ briefing }: { briefing: Briefing }) {
  return (
    <Card title="Kết nạp theo quý" aside={`${briefing.series.length} quý, người`}>
      <ColumnChart title="Số đảng viên kết nạp theo quý" unit="người" {...drawn('admitted', briefing)} />
      <header className="border-line border-t">
        <h2>Sinh hoạt thường kỳ đã họp</h2>
        <span className="text-ink-soft">% số kỳ phải họp</span>
      </header>
      <ColumnChart title="Tỷ lệ kỳ sinh hoạt đã họp theo quý" unit="" height={180} {...drawn('held', briefing)} />
    </Card>
  );
}

function drawn(chart: Chart, { series, period }: Briefing) {
  const values = chartValues(chart, series);
  const columns = chartColumns(chart, period, values).map(({ label, text }) => [label, text] as const);
  return { src: chartAddress(chart, period, values), columns };
}
