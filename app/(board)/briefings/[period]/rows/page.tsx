import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { ensureMonths } from '@/db/months';
import { getBriefing } from '@/db/queries/briefings/briefing';
import { type FigureRow, listFigureRows } from '@/db/queries/briefings/rows';
import { quarterSpan } from '@/db/queries/briefings/sums';
import { chooseUnit } from '@/db/queries/units';
import { briefingAddress, rowsAddress } from '@/domain/briefings/address';
import { figureOf, type Opens } from '@/domain/briefings/figures';
import { formatMoment } from '@/domain/briefings/moments';
import { rowNoun, rowWords } from '@/domain/briefings/row-words';
import { periodLabel } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { askedText } from '@/domain/text';

const ASKED = ['unit', 'figure', 'row', 'live', 'after'] as const;
type Asked = Partial<Record<(typeof ASKED)[number], string>>;
type Props = { params: Promise<{ period: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: 'Danh sách của số liệu quý' };

/** The rows behind one number of a briefing; their count is the number. */
export default async function FigureRowsPage({ params, searchParams }: Props) {
  const viewer = await enter('briefing.read');
  await ensureMonths(viewer.today);
  const [{ period }, typed] = [await params, await searchParams];
  const asked: Asked = Object.fromEntries(ASKED.map((name) => [name, askedText(typed[name])]));
  const figure = figureOf(asked.figure ?? '');
  const unit = await chooseUnit(viewer, 'briefing.read', asked.unit);
  const place = asked.row ? await chooseUnit(viewer, 'briefing.read', asked.row) : unit;
  const briefing = unit && (await getBriefing(viewer, unit, period));
  const row = briefing && place && [briefing.total, ...briefing.rows].find(({ unitId }) => unitId === place.id);
  if (!briefing || !place || !row || !figure?.opens) notFound();
  const frozen = asked.live ? null : briefing.frozen;
  const value = asked.live ? (briefing.live ?? new Map()).get(place.id)?.[figure.key] : row.now[figure.key];
  const window = {
    span: quarterSpan(period, frozen ? briefing.asOf : viewer.today),
    asOf: briefing.asOf,
    knownAt: frozen?.at ?? null,
  };
  const { rows, count, next } = await listFigureRows(viewer, place, figure, window, asked.after);
  const address = (after?: string) =>
    rowsAddress(period, briefing.unit.id, figure.key, { rowId: place.id, live: Boolean(asked.live), after });
  return (
    <>
      <PageHead
        title={figure.label}
        crumbs={[
          { label: `Giao ban ${periodLabel(period)}`, href: briefingAddress(period, briefing.unit.id) },
          { label: place.name },
        ]}
        note={
          frozen ? `Theo sổ lúc chốt, ${formatMoment(frozen.at)}` : asked.live ? 'Theo sổ hiện nay, sau khi đã chốt' : undefined
        }
      />
      {value !== count && <Mismatch value={value ?? 0} count={count} frozen={frozen !== null} />}
      <Card
        title={<span data-count={count}>{`${formatCount(count)} ${rowNoun(figure.opens)}`}</span>}
        aside={periodLabel(period)}
      >
        {rows.length ? <Rows rows={rows} opens={figure.opens} /> : <Empty>Không có dòng nào: số này bằng 0 trong quý.</Empty>}
        <Pager
          shown={rows.length}
          total={count}
          noun={rowNoun(figure.opens)}
          next={next ? address(next) : undefined}
          first={asked.after ? address() : undefined}
        />
      </Card>
    </>
  );
}

function Mismatch({ value, count, frozen }: { value: number; count: number; frozen: boolean }) {
  return (
    <p role="status" className="mb-4 rounded-box bg-amber-tint px-4 py-3 text-amber">
      {frozen
        ? `Số đã chốt là ${formatCount(value)}, nay dựng lại được ${formatCount(count)} dòng: biên bản được trả lại hoặc nộp lại sau khi chốt không còn bản cũ để liệt kê.`
        : `Số tổng hợp là ${formatCount(value)} nhưng có ${formatCount(count)} dòng. Hãy báo quản trị hệ thống chạy đối chiếu sổ.`}
    </p>
  );
}

const PERSON = { key: 'person', label: 'Họ và tên' };
const columnsOf = (opens: Opens) => [
  { key: 'cell', label: opens.rows === 'personnel' ? 'Tổ chức' : 'Chi bộ' },
  { key: 'day', label: 'Ngày' },
  { key: 'what', label: 'Nội dung' },
  { key: 'note', label: 'Ghi chú' },
];

function Rows({ rows, opens }: { rows: readonly FigureRow[]; opens: Opens }) {
  const people = rows.some((row) => row.memberId || row.person);
  return (
    <DataTable
      caption="Các dòng của số liệu"
      columns={people ? [PERSON, ...columnsOf(opens)] : columnsOf(opens)}
      rows={rows.map((row) => ({ key: row.sort + row.id, cells: cells(row, opens, people) }))}
    />
  );
}

function cells(row: FigureRow, opens: Opens, people: boolean) {
  const words = rowWords(opens, row);
  const meeting = row.meetingId ? (
    <Link href={`/meetings/${row.meetingId}`} prefetch={false}>
      {words.what}
    </Link>
  ) : (
    words.what
  );
  const file = row.memberId ? `/members/${row.memberId}` : row.cadreId && `/cadres/${row.cadreId}`;
  const person = file ? (
    <Link href={file} prefetch={false}>
      {row.person}
    </Link>
  ) : (
    row.person
  );
  const rest = [row.cell, words.day, meeting, words.note];
  return people ? [person, ...rest] : rest;
}
