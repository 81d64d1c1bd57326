import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import Image from 'next/image';

echarts.use([BarChart, GridComponent, SVGRenderer]);

const INK = '#1d1b18';
const SOFT = '#5c564b';
const EARLIER = '#b9b2a3';
const NOW = '#9f1d20';

/** A column. group: the label under a run of columns (the year). strong: of the year that is read. text: the value in words for the table behind. */
export type Column = { label: string; group: string; value: number; text: string; strong: boolean };

type Props = { title: string; columns: readonly Column[]; width?: number; height?: number; max?: number; unit: string };

/** Columns drawn on the server as SVG: crisp on paper, no script sent, dark against light in black and white; the same numbers as a table for those who do not see it. */
export function ColumnChart({ title, columns, width = 460, height = 220, max, unit }: Props) {
  return (
    <figure className="m-0 p-4">
      <Image
        src={drawn(columns, width, height, max)}
        width={width}
        height={height}
        alt={`${title}: ${columns.map((column) => `${column.label} ${column.text}`).join(', ')}`}
        className="h-auto w-full"
      />
      <figcaption>
        <details className="mt-1 text-sm">
          <summary className="min-h-6 text-ink-soft">Xem số liệu của biểu đồ</summary>
          <table className="mt-2 text-sm">
            <caption className="sr-only">{title}</caption>
            <tbody>
              {columns.map((column) => (
                <tr key={column.label}>
                  <th scope="row" className="pr-6 text-left font-normal">
                    {column.label}
                  </th>
                  <td className="num">
                    {column.text} {unit}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}

const kept = new Map<string, string>();
const MOST_KEPT = 200;

/** The picture as an address. The same numbers give the same picture: drawn once, since drawing costs more than all else on the page. */
function drawn(...given: Parameters<typeof svgOf>): string {
  const key = JSON.stringify(given);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const address = `data:image/svg+xml,${svgOf(...given).replace(/["%#<>]/g, (sign) => ESCAPED[sign] ?? sign)}`;
  kept.set(key, address);
  return address;
}

/** Only what an address cannot hold: half as long as with every sign encoded. */
const ESCAPED: Record<string, string> = { '"': '%22', '%': '%25', '#': '%23', '<': '%3C', '>': '%3E' };

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
        barCategoryGap: '28%',
        data: columns.map((column, at) => ({
          value: column.value,
          itemStyle: { color: column.strong ? NOW : EARLIER },
          label: {
            show: column.strong || lastOfGroup(at),
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
