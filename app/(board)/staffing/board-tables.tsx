import Link from 'next/link';
import { Opens } from '@/components/data/opens';
import { Card, Empty, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { BoardRow } from '@/db/queries/staffing';
import { formatCount, formatDelta } from '@/domain/numbers';
import { decreasesByReason, differenceOf, standingOf, sumOf, unexplainedOf } from '@/domain/staffing/board';
import type { Roadmap } from '@/domain/staffing/roadmap';
import { DECREASES, type QuotaKind, STANDING_WORDS } from '@/domain/staffing/words';
import { staffingAt } from './asked';
import { enteredRows } from './staffing-sheet';

const count = (value: number | null) => (value === null ? '—' : formatCount(value));
const delta = (value: number | null) => (value === null ? '—' : formatDelta(value));

const BOARD = [
  { key: 'name', label: 'Tổ chức' },
  { key: 'assigned', label: 'Được giao', num: true },
  { key: 'inPost', label: 'Có mặt', num: true },
  { key: 'difference', label: 'Chênh lệch', num: true },
  { key: 'standing', label: 'Thừa, thiếu' },
  { key: 'decreased', label: 'Giảm trong năm', num: true },
  { key: 'unexplained', label: 'Chưa rõ lý do', num: true },
];

/** Who has more, who has fewer than assigned. A gap between last year, the entered changes and this year is shown, never evened out. */
export function BoardTable({ rows, year, kind, at }: { rows: readonly BoardRow[]; year: number; kind: QuotaKind; at: string }) {
  const entered = enteredRows(rows);
  const sum = sumOf(entered.map((row) => ({ kind, ...row })));
  if (!entered.length) return <Empty>Chưa có số biên chế nào của năm {year} ở đây.</Empty>;
  const empty = rows.filter(({ own }) => !own).length - entered.filter(({ own }) => !own).length;
  return (
    <>
      <DataTable
        caption={`Biên chế năm ${year}: giao, có mặt, chênh lệch`}
        columns={BOARD}
        rows={entered.map((row) => ({ key: row.unitId, cells: cellsOf(row, year, kind) }))}
        foot={[
          'Cộng',
          formatCount(sum.assigned),
          formatCount(sum.inPost),
          formatDelta(sum.excess - sum.short),
          `thừa ${sum.excess}, thiếu ${sum.short}`,
          <Opens key="decreased" count={totalDecrease(entered)} href={`${at}&reason=decrease#changes`} what="giảm trong năm" />,
          '',
        ]}
      />
      {empty > 0 && <p className="px-4 py-3 text-ink-soft">{empty} tổ chức chưa có số nào của loại biên chế này.</p>}
    </>
  );
}

const totalDecrease = (rows: readonly BoardRow[]) => decreasesByReason(rows.flatMap(({ changes }) => changes)).total;

const cellsOf = (row: BoardRow, year: number, kind: QuotaKind) => [
  row.own ? (
    `${row.name} (cơ quan)`
  ) : (
    <Link key="name" href={staffingAt(row.unitId, year, kind)} prefetch={false} className="inline-block min-w-36">
      {row.name}
    </Link>
  ),
  count(row.assigned),
  count(row.inPost),
  delta(differenceOf(row)),
  <StandingTag key="standing" row={row} />,
  <Opens
    key="decreased"
    count={decreasesByReason(row.changes).total}
    href={`${staffingAt(row.unitId, year, kind)}&reason=decrease#changes`}
    what={`giảm ở ${row.name}`}
  />,
  delta(unexplainedOf(row.before, row.changes, row.inPost)),
];

const KINDS = { excess: 'late', short: 'due', full: 'ok', unknown: 'plain' } as const;
function StandingTag({ row }: { row: BoardRow }) {
  const standing = standingOf(row);
  return <Tag kind={KINDS[standing]}>{STANDING_WORDS[standing]}</Tag>;
}

/** at: the page whose ledger below a reason narrows. */
export function Decreases({ rows, year, at }: { rows: readonly BoardRow[]; year: number; at: string }) {
  const { rows: reasons, total } = decreasesByReason(rows.flatMap(({ changes }) => changes));
  const given = reasons.filter(({ persons }) => persons > 0);
  return (
    <Card title={`Giảm năm ${year} theo lý do`}>
      {given.length ? (
        <DataTable
          caption={`Số người giảm năm ${year} theo lý do`}
          columns={[
            { key: 'reason', label: 'Lý do' },
            { key: 'persons', label: 'Số người', num: true },
          ]}
          rows={given.map(({ reason, persons }) => ({
            key: reason,
            cells: [
              DECREASES[reason],
              <Opens key="persons" count={persons} href={`${at}&reason=${reason}#changes`} what={DECREASES[reason]} />,
            ],
          }))}
          foot={['Cộng', <Opens key="total" count={total} href={`${at}&reason=decrease#changes`} what="giảm trong năm" />]}
        />
      ) : (
        <Empty>Năm {year} chưa ghi ai giảm.</Empty>
      )}
    </Card>
  );
}

const ROADMAP = [
  { key: 'year', label: 'Năm', num: true },
  { key: 'assigned', label: 'Được giao', num: true },
  { key: 'cut', label: 'Lũy kế giảm', num: true },
  { key: 'percent', label: '% so năm gốc', num: true },
  { key: 'due', label: 'Lộ trình', num: true },
  { key: 'missing', label: 'Còn thiếu', num: true },
];

export const RoadmapTable = ({ roadmap, baseYear }: { roadmap: Roadmap | null; baseYear: number }) => (
  <Card title="Lộ trình giảm biên chế" aside={roadmap?.basis}>
    {roadmap ? (
      <>
        <p className="px-4 pt-3">
          Năm gốc {roadmap.baseYear}: {formatCount(roadmap.base)} người; phải giảm {formatCount(roadmap.target)} người đến hết lộ
          trình.
        </p>
        <DataTable
          caption="Lộ trình giảm biên chế qua các năm"
          columns={ROADMAP}
          rows={roadmap.years.map((line) => ({
            key: String(line.year),
            cells: [
              line.year,
              count(line.assigned),
              count(line.cut),
              line.percent === null ? '—' : `${line.percent.toFixed(1).replace('.', ',')}%`,
              formatCount(line.due),
              line.missing ? <b key="missing">{formatCount(line.missing)}</b> : count(line.missing),
            ],
          }))}
        />
      </>
    ) : (
      <Empty>Chưa có số được giao của năm gốc {baseYear} nên chưa tính được lộ trình.</Empty>
    )}
  </Card>
);
