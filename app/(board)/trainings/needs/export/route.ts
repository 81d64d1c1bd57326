import { enter } from '@/access/door';
import { exportAsked } from '@/access/exports';
import { workbookAnswer } from '@/components/data/workbook';
import { noteNeedsExport } from '@/db/commands/training-reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { listPlannedLearners } from '@/db/queries/trainings';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { THEORY } from '@/domain/cadres/codes';
import { draftMark, type InternalSheet } from '@/domain/internal-sheet';
import { formatCount } from '@/domain/numbers';
import { isUuid } from '@/domain/text';
import { type Lacking, lackingOf, titlesOf } from '../lacking';

/** Who of the planned lacks what, as a workbook; who took it and what for is in the read log before it leaves. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await enter('cadre.export');
  if (!may(viewer, 'training.read')) return new Response('Chức trách của bạn không xem đào tạo, bồi dưỡng.', { status: 403 });
  const form = await exportAsked(
    request,
    ({ unit = '', from }) => `/trainings/needs?unit=${unit}${from ? `&from=${from}` : ''}&export=purpose`,
  );
  if ('answer' in form) return form.answer;
  const unit = await chooseUnit(viewer, 'training.read', form.fields.unit);
  if (!unit) return new Response('Không tìm thấy tổ chức này.', { status: 404 });
  const from = isUuid(form.fields.from) ? form.fields.from : undefined;
  const [{ learners, next }, rules] = await Promise.all([
    listPlannedLearners(viewer, unit.id, from),
    rulesOn(viewer, viewer.today, unit.id),
  ]);
  const lacking = lackingOf(learners, rules);
  await noteNeedsExport(viewer, unit.id, form.purpose, lacking.length);
  const head = [
    'NHU CẦU ĐÀO TẠO, BỒI DƯỠNG CỦA CÁN BỘ QUY HOẠCH',
    unit.name,
    ...(from || next ? [`${formatCount(learners.length)} người ${from ? 'tiếp theo' : 'đầu'} theo tên`] : []),
    draftMark({ takenBy: viewer.name, at: new Date() }),
  ];
  return workbookAnswer([sheetOf(lacking, head)], `nhu-cau-dao-tao-${viewer.today}`);
}

const sheetOf = (lacking: readonly Lacking[], head: readonly string[]): InternalSheet => ({
  name: 'Nhu cầu',
  head,
  columns: [
    ['STT', 6],
    ['Họ và tên', 26],
    ['Chức vụ hiện nay', 34],
    ['Lý luận chính trị', 16],
    ['Đối tượng QP, AN', 16],
    ['Còn thiếu', 44],
    ['Chức danh quy hoạch', 48],
  ],
  rows: lacking.map(({ learner, needs }, at) => [
    at + 1,
    learner.name,
    learner.title ?? '',
    THEORY[learner.theory],
    learner.defence ?? '',
    needs.map(({ text, title }) => `${text} (cho ${title})`).join('; '),
    titlesOf(learner),
  ]),
});
