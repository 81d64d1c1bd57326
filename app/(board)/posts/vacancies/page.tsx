import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { countOpenSeats, listOpenSeats, type OpenKind, type OpenSeat } from '@/db/queries/posts/vacancies';
import { chooseUnit } from '@/db/queries/units';
import { formatDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { postFilterValues, postsAddress, readPostFilters } from '@/domain/posts/filters';
import { RANKS, TIER_SHORT } from '@/domain/posts/kinds';
import { PostFilters } from '../post-filters';

export const metadata: Metadata = { title: 'Vị trí còn khuyết' };

const PATH = '/posts/vacancies';
const KINDS = { vacant: 'Khuyết', expired: 'Hết thời hạn, chưa bổ nhiệm lại' } as const;

export default async function VacanciesPage({ searchParams }: PageProps<'/posts/vacancies'>) {
  const viewer = await enter('post.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'post.read', params.unit);
  if (!unit) notFound();
  const kind: OpenKind = params.kind === 'expired' ? 'expired' : 'vacant';
  const { q, vacant, state, ...values } = postFilterValues(params);
  const filters = readPostFilters(values);
  const after = typeof params.after === 'string' ? params.after : undefined;
  const [page, count] = await Promise.all([
    listOpenSeats(viewer, unit, kind, filters, after),
    countOpenSeats(viewer, unit, filters),
  ]);
  const at = (extra: Record<string, string | undefined>) => postsAddress(values, { unit: unit.id, kind, ...extra }, PATH);
  return (
    <>
      <PageHead
        title="Vị trí còn khuyết"
        crumbs={[{ label: 'Danh mục chức danh', href: postsAddress({}, { unit: unit.id }) }, { label: unit.shortName }]}
        note="Tự tính từ danh mục và quyết định: chưa từng có người giữ, người giữ đã thôi hoặc ra khỏi sổ, người mới chưa đến ngày giữ."
      />
      <nav aria-label="Loại" className="mb-4 flex flex-wrap gap-2.5">
        {(Object.keys(KINDS) as OpenKind[]).map((each) => (
          <Link
            key={each}
            href={at({ kind: each })}
            className={`chip ${each === kind ? 'on' : ''}`}
            aria-current={each === kind ? 'page' : undefined}
            prefetch={false}
          >
            {KINDS[each]}: {formatCount(count[each])}
          </Link>
        ))}
      </nav>
      <PostFilters path={PATH} unitId={unit.id} values={values} />
      <Card>
        {page.rows.length === 0 ? (
          <Empty>
            {kind === 'vacant' ? 'Không có vị trí nào khuyết.' : 'Không có ai hết thời hạn mà chưa có quyết định mới.'}
          </Empty>
        ) : (
          <Seats rows={page.rows} kind={kind} />
        )}
        <Pager
          shown={page.rows.length}
          total={count[kind]}
          noun="vị trí · lâu nhất trước"
          first={after ? at({}) : undefined}
          next={page.next ? at({ after: page.next }) : undefined}
        />
      </Card>
    </>
  );
}

function Seats({ rows, kind }: { rows: readonly OpenSeat[]; kind: OpenKind }) {
  const vacant = kind === 'vacant';
  const columns = [
    { key: 'title', label: 'Chức danh' },
    { key: 'unit', label: 'Tổ chức' },
    { key: 'tier', label: 'Diện quản lý' },
    vacant ? { key: 'next', label: 'Đã có người' } : { key: 'holder', label: 'Người giữ' },
    { key: 'since', label: vacant ? 'Khuyết từ' : 'Hết thời hạn' },
    { key: 'days', label: 'Số ngày', num: true },
  ];
  return (
    <DataTable
      caption={KINDS[kind]}
      columns={columns}
      rows={rows.map((row) => ({
        key: `${row.postId}-${row.seat}`,
        cells: [
          <Link key="title" href={`/posts/${row.postId}`} className="inline-block py-1" prefetch={false}>
            {row.title}
            {row.seats > 1 && <span className="text-ink-soft"> (vị trí {row.seat})</span>}
          </Link>,
          row.unitName,
          <span key="tier" className="whitespace-nowrap">
            {TIER_SHORT[row.tier]} · {RANKS[row.rank].toLocaleLowerCase('vi')}
          </span>,
          vacant ? row.nextFrom ? `từ ${formatDate(row.nextFrom)}` : '—' : <Holder key="holder" holder={row.holder} />,
          formatDate(row.since),
          formatCount(row.days),
        ],
      }))}
    />
  );
}

const Holder = ({ holder }: Pick<OpenSeat, 'holder'>) =>
  holder ? (
    <Link href={`/cadres/${holder.id}`} prefetch={false}>
      {holder.fullName}
    </Link>
  ) : (
    <span className="text-ink-soft">thuộc diện cấp trên quản lý</span>
  );
