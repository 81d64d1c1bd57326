import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { chooseUnit } from '@/db/queries/units';
import { listTree, searchUnits } from '@/db/queries/units/tree';
import { formatCount } from '@/domain/numbers';
import { inTreeOrder } from '@/domain/units/tree';
import { FoundTable, TreeTable } from './unit-tables';
import { addressOf, type UnitsView, viewOf } from './units-address';

export const metadata = { title: 'Tổ chức đảng' };

export default async function UnitsPage({ searchParams }: PageProps<'/units'>) {
  const viewer = await enter('unit.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'unit.read', params.unit);
  if (!unit) notFound();
  const view = viewOf(params, unit.id);
  const crumbs = [
    ...unit.ancestors.map(({ id, shortName, inReach }) => ({
      label: shortName,
      href: inReach ? `/units?unit=${id}` : undefined,
    })),
    { label: unit.shortName },
  ];
  const rootId = unit.id;
  const found = view.q ? await searchUnits(viewer, { rootId, closed: view.closed, q: view.q }) : null;
  const tree = found ? [] : await listTree(viewer, { rootId, open: view.open, closed: view.closed });
  const root = tree.find(({ id }) => id === rootId);
  return (
    <>
      <PageHead
        title="Tổ chức đảng"
        crumbs={crumbs}
        note={root && `${formatCount(root.cells)} chi bộ · ${formatCount(root.members)} đảng viên`}
      />
      <SearchBar view={view} />
      <Card
        title={found ? `Kết quả tìm “${view.q}”` : unit.name}
        aside={found ? `${formatCount(found.total)} tổ chức` : undefined}
      >
        {found ? (
          <FoundTable {...found} />
        ) : (
          <TreeTable rows={inTreeOrder(tree, rootId, new Set(view.open))} rootId={rootId} view={view} />
        )}
        {found?.total === 0 && (
          <Empty>
            Không có tổ chức nào tên như vậy trong phạm vi đang xem. Hãy thử ít chữ hơn, hoặc{' '}
            <Link href={addressOf({ ...view, q: '' })}>xem cả cây tổ chức</Link>.
          </Empty>
        )}
      </Card>
    </>
  );
}

function SearchBar({ view }: { view: UnitsView }) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2.5">
      <search className="w-full sm:w-auto">
        <form action="/units" className="flex gap-2">
          <input type="hidden" name="unit" value={view.unit} />
          {view.closed && <input type="hidden" name="closed" value="1" />}
          <input
            type="search"
            name="q"
            key={view.q}
            defaultValue={view.q}
            className="input sm:w-72"
            placeholder="Tìm theo tên, có dấu hay không"
            aria-label="Tìm tổ chức đảng theo tên"
            maxLength={100}
          />
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      <Link
        href={addressOf({ ...view, closed: !view.closed })}
        className={view.closed ? 'chip on' : 'chip'}
        prefetch={false}
        scroll={false}
      >
        {view.closed ? 'Ẩn tổ chức đã kết thúc' : 'Hiện tổ chức đã kết thúc'}
      </Link>
      {(view.q || view.open.length > 0) && (
        <Link href={addressOf({ ...view, q: '', open: [] })} prefetch={false}>
          {view.q ? 'Bỏ tìm' : 'Thu gọn tất cả'}
        </Link>
      )}
    </div>
  );
}
