import { enter } from '@/access/door';
import { noteBriefingExport } from '@/db/commands/briefings';
import { ensureMonths } from '@/db/months';
import { getBriefing } from '@/db/queries/briefings/briefing';
import { chooseUnit } from '@/db/queries/units';
import { briefingWorkbook } from './workbook';

type Context = { params: Promise<{ period: string }> };

/** The tables of the briefing as a workbook; holds no personal data, and who took it is in the read log before it leaves. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await enter('briefing.read');
  await ensureMonths(viewer.today);
  const { period } = await params;
  const unit = await chooseUnit(viewer, 'briefing.read', new URL(request.url).searchParams.get('unit') ?? undefined);
  const briefing = unit && (await getBriefing(viewer, unit, period));
  if (!unit || !briefing) return new Response('Không tìm thấy giao ban của quý này.', { status: 404 });
  await noteBriefingExport(viewer, { unitId: unit.id, period });
  return new Response(await briefingWorkbook(briefing, viewer.name), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="giao-ban-${period}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
