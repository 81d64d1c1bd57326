import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { workbookAnswer } from '@/components/data/workbook';
import { noteGroupExport } from '@/db/commands/rating-reads';
import { getGroup } from '@/db/queries/ratings/group';
import { rulesOn } from '@/db/queries/rule-sets';
import { rulesDayOf } from '@/domain/ratings/words';
import { isUuid } from '@/domain/text';
import { groupSheet } from './group-sheet';

/** The group's table as a workbook; who took it and what for is in the read log before it leaves. */
export async function POST(request: Request, { params }: RouteContext<'/ratings/[groupId]/export'>): Promise<Response> {
  const viewer = await enter('cadre.export');
  const { groupId } = await params;
  const asked = await exportAsked(request, `/ratings/${groupId}?export=purpose`);
  if ('answer' in asked) return asked.answer;
  const table = isUuid(groupId) ? await getGroup(viewer, groupId) : null;
  if (!table) return new Response('Không tìm thấy nhóm này.', { status: 404 });
  const rules = await rulesOn(viewer, rulesDayOf(table.group, viewer.today), table.group.unitId);
  await noteGroupExport(viewer, table.group, asked.purpose, table.rows.length);
  return workbookAnswer([groupSheet(table, rules, { takenBy: viewer.name, at: new Date() })], `xep-loai-${table.group.year}`);
}
