import type { GroupTable } from '@/db/queries/ratings/group';
import { draftMark, type InternalSheet } from '@/domain/internal-sheet';
import { ceilingOf } from '@/domain/ratings/ceiling';
import { proposalOf } from '@/domain/ratings/proposal';
import { stripLetters, stripOf } from '@/domain/ratings/strip';
import { decisionWords, LEVEL_WORDS, type Level, termLabel } from '@/domain/ratings/words';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { factsOf } from '../../facts';

const words = (level: Level | null) => (level ? LEVEL_WORDS[level].label : '');

/** Columns of the list of ratings of a group; what is not decided yet carries its mark in the head. */
export function groupSheet(
  { group, rows, strips }: GroupTable,
  rules: Rules,
  taken: { takenBy: string; at: Date },
): InternalSheet {
  const { allowed, percent, base, over } = ceilingOf(
    rows.map(({ level, proposedLevel }) => ({ level: level ?? proposedLevel })),
    rules,
    group.prominent,
  );
  return {
    name: 'Xếp loại',
    head: [
      `XẾP LOẠI ${termLabel(group).toLocaleUpperCase('vi')}`,
      `${group.name} · ${group.unitName}`,
      `Trần “xuất sắc”: ${allowed} (${percent}% của ${base})${over ? `, đang vượt ${over}` : ''}, ${basisOf(rules['class.cap'])}`,
      ...(group.decidedAt ? [`Theo ${decisionWords(group)}`] : []),
      draftMark(taken, group.decidedAt !== null),
    ],
    columns: [
      ['STT', 6],
      ['Họ và tên, tổ chức', 30],
      ['Chức vụ', 36],
      ['Các năm trước', 14],
      ['Điểm', 8],
      ['Việc được giao', 10],
      ['Đúng hạn', 10],
      ['Tự xếp loại', 26],
      ['Theo điểm, điều kiện', 26],
      ['Đề xuất', 26],
      ['Lý do', 30],
      ['Quyết định', 26],
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.name,
      row.title ?? '',
      stripLetters(stripOf(strips.get(row.cadreId ?? row.ratedUnitId ?? '') ?? [], group.year - 1, rules)),
      row.points ?? '',
      row.assigned ?? '',
      row.onTime ?? '',
      words(row.selfLevel),
      words(proposalOf(factsOf(row, group.subject), rules).level),
      words(row.proposedLevel),
      row.proposedReason ?? '',
      words(row.level),
    ]),
  };
}
