import Link from 'next/link';
import { RatingStrip } from '@/components/data/rating-strip';
import { DataTable } from '@/components/data/table';
import type { GroupTable, RatingRow } from '@/db/queries/ratings/group';
import { proposalOf } from '@/domain/ratings/proposal';
import { stripOf } from '@/domain/ratings/strip';
import { LEVEL_WORDS, type Level, type Subject } from '@/domain/ratings/words';
import type { Rules } from '@/domain/rule-sets';
import { factsOf } from '../facts';
import { LevelSelect } from './level-select';

const COLUMNS = [
  { key: 'name', label: 'Người, tổ chức' },
  { key: 'strip', label: 'Các năm trước' },
  { key: 'points', label: 'Điểm', num: true },
  { key: 'tasks', label: 'Việc đúng hạn', num: true },
  { key: 'self', label: 'Tự xếp' },
  { key: 'computed', label: 'Theo điểm, điều kiện' },
  { key: 'proposed', label: 'Đề xuất' },
  { key: 'level', label: 'Quyết định' },
];

const short = (level: Level | null) => (level ? LEVEL_WORDS[level].label.replace(' nhiệm vụ', '') : '—');

export function RatingTable({ table, rules, deciding = false }: { table: GroupTable; rules: Rules; deciding?: boolean }) {
  const { group, rows, strips } = table;
  return (
    <DataTable
      caption={`Xếp loại: ${group.name}`}
      columns={COLUMNS}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Who key="name" row={row} groupId={group.id} />,
          <RatingStrip
            key="strip"
            strip={stripOf(strips.get(row.cadreId ?? row.ratedUnitId ?? '') ?? [], group.year - 1, rules)}
          />,
          row.points === null ? '—' : String(row.points).replace('.', ','),
          row.assigned === null ? '—' : `${row.onTime ?? '—'}/${row.assigned}`,
          short(row.selfLevel),
          <Computed key="computed" row={row} subject={group.subject} rules={rules} />,
          short(row.proposedLevel),
          deciding ? (
            <LevelSelect key="level" id={row.id} of={row.name} value={row.proposedLevel} />
          ) : (
            <b key="level">{short(row.level)}</b>
          ),
        ],
      }))}
    />
  );
}

const Who = ({ row, groupId }: { row: RatingRow; groupId: string }) => (
  <>
    <Link href={`/ratings/${groupId}/${row.id}`} prefetch={false} className="inline-block min-w-36">
      {row.name}
    </Link>
    {row.title && <small className="block text-ink-soft">{row.title}</small>}
  </>
);

/** Marked where the proposal goes another way. */
function Computed({ row, subject, rules }: { row: RatingRow; subject: Subject; rules: Rules }) {
  const { level } = proposalOf(factsOf(row, subject), rules);
  const other = row.proposedLevel !== null && level !== null && row.proposedLevel !== level;
  return (
    <>
      {short(level)}
      {other && <small className="block font-semibold text-amber">đề xuất khác, có lý do</small>}
    </>
  );
}
