import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Column } from '@/domain/briefings/charts';

echarts.use([BarChart, GridComponent, SVGRenderer]);

const INK = '#1d1b18';
const SOFT = '#5c564b';
const EARLIER = '#b9b2a3';
const NOW = '#9f1d20';

const kept = new Map<string, string>();
const MOST_KEPT = 200;

/**
 * Columns drawn on the server as SVG: crisp on paper, no script in it, dark against light in black and white. The same numbers give the same
 * picture: drawn once, since drawing costs more than all else. Widths in pixels; max: the value that fills the height.
 */
export function columnsSvg(...given: Parameters<typeof svgOf>): string {
  const key = JSON.stringify(given);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const svg = svgOf(...given);
  kept.set(key, svg);
  return svg;
}

function svgOf(columns: readonly Column[], width: number, height: number, max?: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  const lastOfGroup = (at: number) => columns[at]?.group !== columns[at + 1]?.group;
  const middle = (at: number) =>
    Math.floor(
      (columns.findIndex((c) => c.group === columns[at]?.group) + columns.findLastIndex((c) => c.group === columns[at]?.group)) /
        2,
    ) === at;
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    grid: { left: 4, right: 4, top: 24, bottom: 28 },
    xAxis: {
      type: 'category',
      data: columns.map((column) => column.group),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: EARLIER } },
      axisLabel: { color: SOFT, fontSize: 13, interval: (at: number) => middle(at) },
    },
    yAxis: { type: 'value', show: false, max },
    series: [
      {
        type: 'bar',
        silent: true,
        emphasis: { disabled: true },
        barCategoryGap: '28%',
        data: columns.map((column, at) => ({
          value: column.value,
          itemStyle: { color: column.strong ? NOW : EARLIER },
          label: {
            show: column.said || column.strong || lastOfGroup(at),
            position: 'top',
            formatter: column.text,
            color: column.strong ? INK : SOFT,
            fontSize: 12,
          },
        })),
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
