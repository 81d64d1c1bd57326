import { enter } from '@/access/door';
import { reached } from '@/access/malformed-requests';
import { fromOwnOrigin } from '@/access/origin';
import { noteCadreList } from '@/db/commands/cadre-reads';
import { countCadres, listCadres } from '@/db/queries/cadres/list';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { chosenColumns } from '@/domain/cadres/columns';
import { cadreFilterValues, cadreFilterWords, cadresAddress, readCadreFilters } from '@/domain/cadres/filters';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import { oneLine } from '@/domain/text';
import { cadreWorkbook } from '../cadre-workbook';

const SHORTEST_PURPOSE = 5;
/** Small enough that others get their turn between two. */
const BATCH = 250;

/** The list with the chosen columns, all pages of it, as a workbook. Who took it and what for is in the read log before the first row leaves. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnOrigin(request.headers)) return new Response('Yêu cầu không đến từ trang của hệ thống.', { status: 403 });
  const viewer = await enter('cadre.export');
  reached();
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('Biểu mẫu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.', { status: 400 });
  const texts = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const params = Object.fromEntries(texts);
  const unit = await chooseUnit(viewer, 'cadre.export', params.unit);
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const values = cadreFilterValues(params);
  const purpose = oneLine(params.purpose ?? '').slice(0, 200);
  if (purpose.length < SHORTEST_PURPOSE)
    return new Response(null, {
      status: 303,
      headers: { location: cadresAddress(values, { unit: unit.id, export: 'purpose' }) },
    });
  const columns = chosenColumns(texts.flatMap(([name, value]) => (name === 'columns' ? [value] : [])));
  const filters = readCadreFilters(values, viewer.today);
  const [count, rules] = await Promise.all([countCadres(viewer, unit, filters), rulesOn(viewer, viewer.today)]);
  await noteCadreList(viewer, { unitId: unit.id, values, columns, count, purpose });
  const batches = async function* () {
    for (let after: string | undefined; ; ) {
      const page = await listCadres(viewer, unit, filters, { after }, BATCH);
      yield page.rows.map((row) => ({ ...row, strip: stripOf(row.ratings, lastRatedYear(viewer.today), rules) }));
      after = page.rows.at(-1)?.id;
      if (!page.hasNext || request.signal.aborted) return;
    }
  };
  const head = { unitName: unit.name, words: cadreFilterWords(values, viewer.today), today: viewer.today, takenBy: viewer.name };
  return new Response(cadreWorkbook(batches(), head, columns), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="trich-ngang-can-bo-${viewer.today}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
