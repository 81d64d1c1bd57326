import { enter } from '@/access/door';
import { columnsSvg } from '@/components/chart/columns-svg';
import { CHARTS, chartColumns, valuesIn } from '@/domain/briefings/charts';
import { parsePeriod } from '@/domain/calendar';

type Context = { params: Promise<{ period: string }> };

/** As wide as the card it stands in; shares fill the height at 100 per cent. */
const SHAPES = { admitted: { width: 460, height: 220, max: undefined }, held: { width: 460, height: 180, max: 100 } };

/** A chart of a briefing as a picture. It shows nothing that is not in its address, so browsers may keep it for good. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  await enter('briefing.read');
  const { period } = await params;
  const asked = new URL(request.url).searchParams;
  const chart = CHARTS.find((one) => one === asked.get('of'));
  const values = valuesIn(asked.get('values') ?? '');
  if (!chart || !values || !parsePeriod(period)) return new Response('Không có biểu đồ này.', { status: 404 });
  const { width, height, max } = SHAPES[chart];
  return new Response(columnsSvg(chartColumns(chart, period, values), width, height, max), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, max-age=31536000, immutable' },
  });
}
