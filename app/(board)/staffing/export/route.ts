import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { workbookAnswer } from '@/components/data/workbook';
import { noteStaffingExport } from '@/db/commands/staffing-reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { getStaffing } from '@/db/queries/staffing';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { reductionFor, roadmapOf } from '@/domain/staffing/roadmap';
import { askedStaffing, staffingAt } from '../asked';
import { staffingSheets } from '../staffing-sheet';

/** The board as it is shown, as a workbook; who took it and what for is in the read log before it leaves. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await enter('cadre.export');
  if (!may(viewer, 'staffing.read')) return new Response('Chức trách của bạn không xem biên chế.', { status: 403 });
  const form = await exportAsked(request, (fields) => {
    const { year, kind } = askedStaffing(fields, viewer.today);
    return `${staffingAt(fields.unit ?? '', year, kind)}&export=purpose`;
  });
  if ('answer' in form) return form.answer;
  const unit = await chooseUnit(viewer, 'staffing.read', form.fields.unit);
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const asked = { unitId: unit.id, ...askedStaffing(form.fields, viewer.today) };
  const [{ rows, quotas }, rules] = await Promise.all([getStaffing(viewer, asked), rulesOn(viewer, viewer.today, unit.id)]);
  const reduction = reductionFor(asked.kind, rules);
  await noteStaffingExport(viewer, unit.id, asked.year, form.purpose, rows.length);
  const head = { unitName: unit.name, ...asked, takenBy: viewer.name, at: new Date() };
  return workbookAnswer(staffingSheets(rows, reduction && roadmapOf(quotas, reduction), head), `bien-che-${asked.year}`);
}
