import Link from 'next/link';
import { Opens } from '@/components/data/opens';
import { Card, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { GroupLine } from '@/db/queries/ratings/groups';
import { formatDate } from '@/domain/calendar';
import { type Ceiling, type CeilingRules, groupTable } from '@/domain/ratings/ceiling';
import { LEVEL_WORDS, LEVELS, type Subject } from '@/domain/ratings/words';
import { basisOf } from '@/domain/rule-sets';

const TITLES: Record<Subject, string> = { collective: 'Tập thể', person: 'Cá nhân' };

const COLUMNS = [
  { key: 'name', label: 'Nhóm tương đồng' },
  ...LEVELS.map((level) => ({ key: level, label: LEVEL_WORDS[level].letter, num: true })),
  { key: 'undecided', label: 'Chưa xếp', num: true },
  { key: 'allowed', label: 'XS được có', num: true },
  { key: 'over', label: 'Vượt', num: true },
  { key: 'state', label: 'Tình trạng' },
];

/** The groups of one kind with how many of each may stand at the top; ceilings hold in each group, the foot is their sum. */
export function GroupCeilings({
  subject,
  groups,
  rules,
}: {
  subject: Subject;
  groups: readonly GroupLine[];
  rules: CeilingRules;
}) {
  if (!groups.length) return null;
  const { rows, total } = groupTable(
    groups.map(({ id, name, prominent, levels }) => ({
      key: id,
      label: name,
      prominent,
      rows: levels.map((level, at) => ({ id: String(at), level, points: null })),
    })),
    rules,
  );
  return (
    <Card title={TITLES[subject]} aside={`Trần “xuất sắc” ${basisOf(rules['class.cap'])}`} className="mb-5">
      <DataTable
        caption={`${TITLES[subject]}: số xếp theo mức và trần “xuất sắc” của từng nhóm`}
        columns={COLUMNS}
        rows={rows.map((row, at) => ({
          key: row.key,
          cells: [
            <Name key="name" id={row.key} label={row.label} prominent={row.prominent} />,
            ...LEVELS.map((level) => (
              <Opens
                key={level}
                count={row[level]}
                href={`/ratings/${row.key}?level=${level}`}
                what={`${LEVEL_WORDS[level].label}, ${row.label}`}
              />
            )),
            <Opens
              key="none"
              count={row.undecided}
              href={`/ratings/${row.key}?level=none`}
              what={`chưa xếp loại, ${row.label}`}
            />,
            ...ceiling(row),
            <State key="state" group={groups[at]} />,
          ],
        }))}
        foot={['Cộng', ...LEVELS.map((level) => total[level]), total.undecided, ...ceiling(total), '']}
      />
      <p className="px-4 py-3 text-ink-soft text-sm">
        {LEVELS.map((level) => `${LEVEL_WORDS[level].letter}: ${LEVEL_WORDS[level].label.toLocaleLowerCase('vi')}`).join('; ')}.
      </p>
    </Card>
  );
}

const ceiling = (row: Pick<Ceiling, 'allowed' | 'over'>) => [
  row.allowed,
  row.over > 0 ? (
    <b key="over" className="text-red-deep">
      {row.over}
    </b>
  ) : (
    0
  ),
];

const Name = ({ id, label, prominent }: { id: string; label: string; prominent: boolean }) => (
  <>
    <Link href={`/ratings/${id}`} prefetch={false}>
      {label}
    </Link>
    {prominent && <small className="block text-ink-soft">nhóm nổi trội</small>}
  </>
);

const State = ({ group }: { group: GroupLine | undefined }) =>
  group?.decidedOn ? <Tag kind="ok">Đã quyết định {formatDate(group.decidedOn)}</Tag> : <Tag kind="due">Dự thảo</Tag>;
