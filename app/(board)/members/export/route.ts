import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { flowingAnswer } from '@/components/data/workbook';
import { noteExport } from '@/db/commands/member-reads';
import { countMembers, getCellName, listMembers } from '@/db/queries/members';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { filterValues, filterWords, listAddress, readFilters } from '@/domain/members/filters';
import { memberSheet } from './member-sheet';

/** Small enough that others get their turn between two. */
const BATCH = 250;

/** The list as it is shown, all pages of it, as a workbook. Who took it and what for is in the read log before the first row leaves. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await enter('member.export');
  const asked = await exportAsked(request, (fields) =>
    listAddress(filterValues(fields), { unit: fields.unit ?? '', export: 'purpose' }),
  );
  if ('answer' in asked) return asked.answer;
  const unit = await chooseUnit(viewer, 'member.export', asked.fields.unit);
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const values = filterValues(asked.fields);
  const { filters } = readFilters(values, viewer.today);
  const [{ count }, rules, cell] = await Promise.all([
    countMembers(viewer, unit, filters, true),
    rulesOn(viewer, viewer.today),
    getCellName(viewer, filters.cellId),
  ]);
  await noteExport(viewer, { unitId: unit.id, purpose: asked.purpose, values, count });
  const batches = async function* () {
    for (let after: string | undefined; ; ) {
      const page = await listMembers(viewer, unit, filters, { after }, BATCH);
      yield page.rows;
      after = page.rows.at(-1)?.id;
      if (!page.hasNext || request.signal.aborted) return;
    }
  };
  const head = { unitName: unit.name, words: filterWords(values, cell), today: viewer.today, takenBy: viewer.name };
  return flowingAnswer(memberSheet(batches(), head, rules), `danh-sach-dang-vien-${viewer.today}`);
}
