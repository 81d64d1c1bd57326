import Link from 'next/link';
import { Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { FoundRow, TreeRow } from '@/db/queries/units/tree';
import { formatDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { kindLabel } from '@/domain/units/kinds';
import { TreeRows, type TreeTuple } from './tree-rows';
import { addressOf, type UnitsView } from './units-address';

const COLUMNS = [
  { key: 'name', label: 'Tổ chức' },
  { key: 'members', label: 'Đảng viên', num: true },
  { key: 'cells', label: 'Chi bộ', num: true },
  { key: 'kind', label: 'Loại' },
];

const Kind = ({ kind }: { kind: string }) => <span className="whitespace-nowrap">{kindLabel(kind)}</span>;

const Name = ({ id, name, closedOn }: { id: string; name: string; closedOn: string | null }) => (
  <span>
    <Link href={`/units/${id}`} prefetch={false}>
      {name}
    </Link>
    {closedOn && (
      <>
        {' '}
        <Tag>kết thúc {formatDate(closedOn)}</Tag>
      </>
    )}
  </span>
);

/** More than these directly below the top are shown only when asked for; a few more are not worth the asking. */
const SHOWN = 40;
const SPARED = 10;

type TreeProps = { rows: readonly TreeRow[]; rootId: string; view: UnitsView; flat?: boolean };

/** The chosen unit and what is opened below it, indented by level. */
export function TreeTable({ rows, rootId, view, flat = false }: TreeProps) {
  const top = rows[0]?.depth ?? 0;
  const below = rows.filter((row) => row.depth === (flat ? top : top + 1));
  const rest = view.all || below.length <= SHOWN + SPARED ? 0 : below.length - SHOWN;
  const shown = rest
    ? rows.slice(
        0,
        rows.findIndex((row) => row.id === below[SHOWN]?.id),
      )
    : rows;
  const tuples = shown.map(
    (row): TreeTuple => [
      row.id,
      row.name,
      row.depth - top - 1,
      kindLabel(row.kind),
      row.members,
      row.cells,
      row.id !== rootId && row.opens && !flat,
      row.closedOn ? formatDate(row.closedOn) : '',
    ],
  );
  return (
    <>
      <TreeRows rows={tuples} view={view} flat={flat} />
      {rest > 0 && (
        <p className="px-4 py-3">
          Còn {formatCount(rest)} tổ chức.{' '}
          <Link href={addressOf({ ...view, all: true })} prefetch={false}>
            Xem cả {formatCount(below.length)}
          </Link>
        </p>
      )}
    </>
  );
}

/** What a search found, with where each stands. */
export function FoundTable({ rows, total }: { rows: readonly FoundRow[]; total: number }) {
  if (!rows.length) return null;
  return (
    <>
      <DataTable
        caption="Tổ chức tìm thấy"
        columns={[COLUMNS[0], { key: 'path', label: 'Thuộc' }, ...COLUMNS.slice(1)].flatMap((column) => column ?? [])}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <span key="name" className="inline-block min-w-44">
              <Name {...row} />
            </span>,
            row.path,
            formatCount(row.members),
            formatCount(row.cells),
            <Kind key="kind" kind={row.kind} />,
          ],
        }))}
      />
      {total > rows.length && (
        <p className="px-4 py-3 text-ink-soft">Hiện {rows.length} tổ chức đầu. Hãy gõ thêm chữ để tìm hẹp hơn.</p>
      )}
    </>
  );
}
