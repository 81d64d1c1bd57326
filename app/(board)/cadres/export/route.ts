import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { flowingAnswer } from '@/components/data/workbook';
import { noteCadreList } from '@/db/commands/cadre-reads';
import { countCadres, listCadres } from '@/db/queries/cadres/list';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { chosenColumns } from '@/domain/cadres/columns';
import { cadreFilterValues, cadreFilterWords, cadresAddress, readCadreFilters } from '@/domain/cadres/filters';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import { cadreSheet } from './cadre-sheet';

/** Small enough that others get their turn between two. */
const BATCH = 250;

/** The list with the chosen columns, all pages of it, as a workbook. Who took it and what for is in the read log before the first row leaves. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await enter('cadre.export');
  const asked = await exportAsked(request, (fields) =>
    cadresAddress(cadreFilterValues(fields), { unit: fields.unit ?? '', export: 'purpose' }),
  );
  if ('answer' in asked) return asked.answer;
  const unit = await chooseUnit(viewer, 'cadre.export', asked.fields.unit);
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const values = cadreFilterValues(asked.fields);
  const columns = chosenColumns(asked.all('columns'));
  const filters = readCadreFilters(values, viewer.today);
  const [count, rules] = await Promise.all([countCadres(viewer, unit, filters), rulesOn(viewer, viewer.today)]);
  await noteCadreList(viewer, { unitId: unit.id, values, columns, count, purpose: asked.purpose });
  const batches = async function* () {
    for (let after: string | undefined; ; ) {
      const page = await listCadres(viewer, unit, filters, { after }, BATCH);
      yield page.rows.map((row) => ({ ...row, strip: stripOf(row.ratings, lastRatedYear(viewer.today), rules) }));
      after = page.rows.at(-1)?.id;
      if (!page.hasNext || request.signal.aborted) return;
    }
  };
  const head = { unitName: unit.name, words: cadreFilterWords(values, viewer.today), today: viewer.today, takenBy: viewer.name };
  return flowingAnswer(cadreSheet(batches(), head, columns), `trich-ngang-can-bo-${viewer.today}`);
}
