import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { factsOf } from '@/app/(board)/ratings/facts';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintMark, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { openGroupTable } from '@/db/commands/rating-reads';
import type { GroupTable } from '@/db/queries/ratings/group';
import { rulesOn } from '@/db/queries/rule-sets';
import { draftMark } from '@/domain/internal-sheet';
import { ceilingOf } from '@/domain/ratings/ceiling';
import { proposalOf } from '@/domain/ratings/proposal';
import { stripLetters, stripOf } from '@/domain/ratings/strip';
import { decisionWords, LEVEL_WORDS, LEVELS, type Level, rulesDayOf, termLabel } from '@/domain/ratings/words';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { isUuid } from '@/domain/text';

export const metadata: Metadata = { title: 'Danh sách xếp loại' };

/** The list of a group on A4 across; a draft carries its mark, who printed it and when. */
export default async function PrintedGroup({ params }: PageProps<'/print/ratings/[groupId]'>) {
  const viewer = await enter('rating.read');
  const { groupId } = await params;
  const table = isUuid(groupId) ? await openGroupTable(viewer, groupId) : null;
  if (!table) notFound();
  const { group, rows } = table;
  const rules = await rulesOn(viewer, rulesDayOf(group, viewer.today), group.unitId);
  return (
    <main lang="vi">
      <PrintBar back={`/ratings/${group.id}`} />
      <PrintPage appendix>
        <OfficeHeader name={group.unitName} depth={group.depth} today={viewer.today} />
        <PrintTitle kind="Danh sách" about={`xếp loại chất lượng ${termLabel(group)}: ${group.name}`} />
        <PrintMark>{draftMark({ takenBy: viewer.name, at: new Date() }, group.decidedAt !== null)}</PrintMark>
        <Rows table={table} rules={rules} />
        <Summary rows={rows} group={group} rules={rules} />
        <OfficeSignatures depth={group.depth} recipients={['Lưu Ban Tổ chức']} />
      </PrintPage>
    </main>
  );
}

const words = (level: Level | null) => (level ? LEVEL_WORDS[level].label.replace(' nhiệm vụ', '') : '');
const OF_PERSONS = 'Chức vụ, đơn vị';
const HEADS = [
  'TT',
  'Họ và tên, tổ chức',
  OF_PERSONS,
  'Ba năm trước',
  'Điểm',
  'Đúng hạn / được giao',
  'Tự xếp loại',
  'Theo điểm, điều kiện',
  'Đề xuất',
  'Quyết định',
];

const Rows = ({ table: { group, rows, strips }, rules }: { table: GroupTable; rules: Rules }) => (
  <table className="grid-lines">
    <thead>
      <tr>
        {HEADS.filter((head) => head !== OF_PERSONS || group.subject === 'person').map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, at) => (
        <tr key={row.id}>
          <td>{at + 1}</td>
          <td>{row.name}</td>
          {group.subject === 'person' && <td>{row.title}</td>}
          <td>{stripLetters(stripOf(strips.get(row.cadreId ?? row.ratedUnitId ?? '') ?? [], group.year - 1, rules))}</td>
          <td className="text-right">{row.points === null ? '' : String(row.points).replace('.', ',')}</td>
          <td className="text-right">{row.assigned === null ? '' : `${row.onTime ?? '…'}/${row.assigned}`}</td>
          <td>{words(row.selfLevel)}</td>
          <td>{words(proposalOf(factsOf(row, group.subject), rules).level)}</td>
          <td>{words(row.proposedLevel)}</td>
          <td>{words(row.level)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function Summary({ rows, group, rules }: Pick<GroupTable, 'rows' | 'group'> & { rules: Rules }) {
  const ceiling = ceilingOf(
    rows.map(({ level, proposedLevel }) => ({ level: level ?? proposedLevel })),
    rules,
    group.prominent,
  );
  const counts = LEVELS.map((level) => `${LEVEL_WORDS[level].label.toLocaleLowerCase('vi')}: ${ceiling[level]}`).join('; ');
  return (
    <p>
      Tổng số {rows.length}; {counts}. Trần “xuất sắc”: {ceiling.allowed} ({ceiling.percent}% của {ceiling.base}),{' '}
      {basisOf(rules['class.cap'])}
      {ceiling.over > 0 && `; vượt ${ceiling.over}`}.{group.decidedAt && ` Theo ${decisionWords(group)}.`}
    </p>
  );
}
