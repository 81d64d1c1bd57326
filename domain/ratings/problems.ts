import { formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { basisOf } from '@/domain/rule-sets';
import { type CeilingRules, ceilingOf } from './ceiling';
import type { DecideGroup, ProposeRating } from './inputs';
import { LEVEL_WORDS, type Level } from './words';

/** proposal: what points and conditions give; another level needs its reason, and no more than that. */
export function proposeProblems(input: ProposeRating, proposal: Level | null): Problem[] {
  if (proposal === null)
    return [{ path: 'level', message: 'Chưa có điểm. Hãy ghi điểm và kết quả công việc rồi đề xuất mức xếp loại.' }];
  if (input.level === proposal || input.reason) return [];
  return [
    {
      path: 'reason',
      message: `Theo điểm và điều kiện là “${LEVEL_WORDS[proposal].label}”. Nếu đề xuất mức khác, hãy ghi lý do.`,
    },
  ];
}

/** rows: what the group holds. */
export type GroupFacts = {
  rows: readonly { id: string; proposedLevel: Level | null; proposedBy: string | null }[];
  decided: boolean;
  prominent: boolean;
};

/** Whether the group can be decided: by another than who proposed, every row, on a day that has come; over the ceiling only with a reason. */
export function decideProblems(
  input: DecideGroup,
  { rows, decided, prominent }: GroupFacts,
  { accountId, today, rules }: { accountId: string; today: IsoDate; rules: CeilingRules },
): Problem[] {
  if (decided)
    return [{ path: '', message: 'Nhóm này đã có quyết định. Muốn thay đổi một dòng, hãy ghi quyết định xếp loại lại.' }];
  if (!rows.length)
    return [{ path: '', message: 'Nhóm này không còn dòng nào nên không có gì để quyết định. Hãy mở nhóm khác.' }];
  const problems: Problem[] = [];
  const given = new Map(input.levels.map(({ id, level }) => [id, level]));
  if (given.size !== rows.length || rows.some(({ id }) => !given.has(id)))
    problems.push({ path: '', message: 'Nhóm đã thay đổi từ lúc mở biểu mẫu. Hãy tải lại trang rồi quyết định.' });
  if (rows.some(({ proposedBy }) => proposedBy === accountId))
    problems.push({ path: '', message: 'Người đề xuất không quyết định. Việc này cần một người khác có thẩm quyền ghi.' });
  if (rows.some(({ proposedLevel }) => proposedLevel === null))
    problems.push({ path: '', message: 'Còn dòng chưa được đề xuất. Hãy đề xuất đủ rồi quyết định cả nhóm.' });
  if (input.decisionDate > today)
    problems.push({ path: 'decisionDate', message: `Ngày quyết định sau hôm nay (${formatDate(today)}). Hãy ghi lại ngày.` });
  const { allowed, over } = ceilingOf(
    input.levels.map(({ level }) => ({ level })),
    rules,
    prominent,
  );
  if (over > 0 && !input.overReason)
    problems.push({
      path: 'overReason',
      message: `Vượt trần “xuất sắc” ${over} (được ${allowed}), ${basisOf(rules[prominent ? 'class.cap.outstanding' : 'class.cap'])}. Hãy hạ bớt, hoặc ghi lý do cấp có thẩm quyền cho vượt.`,
    });
  return problems;
}
