import { enter } from '@/access/door';
import { columnsSvg } from '@/components/chart/columns-svg';
import { retirementChartIn, retirementColumns } from '@/domain/cadres/retirement-chart';

/** As wide as the card it stands in. */
const [WIDTH, HEIGHT] = [960, 200];

/** Retirements by month as a picture. It shows nothing that is not in its address, so browsers may keep it for good. */
export async function GET(request: Request): Promise<Response> {
  await enter('cadre.read');
  const asked = new URL(request.url).searchParams;
  const drawn = retirementChartIn(asked.get('from'), asked.get('values'));
  if (!drawn) return new Response('Không có biểu đồ này.', { status: 404 });
  return new Response(columnsSvg(retirementColumns(drawn.first, drawn.counts), WIDTH, HEIGHT), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, max-age=31536000, immutable' },
  });
}
