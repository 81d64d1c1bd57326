import Link from 'next/link';
import { Pager } from '@/components/data/pager';
import type { ShownImport } from '@/db/queries/imports';
import { ROW_STATES, type RowState } from '@/domain/members/import/judge';
import { formatCount } from '@/domain/numbers';

const STATES = Object.keys(ROW_STATES) as RowState[];

const href = (list: ShownImport, state: RowState | null, after?: number) => {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(after ? { after: String(after) } : {}) });
  return `/members/import/${list.id}${query.size ? `?${query}` : ''}`;
};

/** All rows, or those of one state, with their counts. */
export function StateTabs({ list, state }: { list: ShownImport; state: RowState | null }) {
  const tabs = [
    { key: null, label: 'Tất cả', count: list.rowCount },
    ...STATES.map((key) => ({ key, label: ROW_STATES[key], count: list.counts[key] ?? 0 })),
  ];
  return (
    <nav aria-label="Lọc theo kết quả" className="flex flex-wrap gap-2 px-4 py-3">
      {tabs.map((tab) => (
        <Link
          key={tab.key ?? 'all'}
          href={href(list, tab.key)}
          prefetch={false}
          aria-current={tab.key === state ? 'page' : undefined}
          className={`chip ${tab.key === state ? 'on' : ''}`}
        >
          {tab.label} ({formatCount(tab.count)})
        </Link>
      ))}
    </nav>
  );
}

type PagerProps = { list: ShownImport; state: RowState | null; shown: number; after: number; next: number | null };

export function RowPager({ list, state, shown, after, next }: PagerProps) {
  const total = state ? (list.counts[state] ?? 0) : list.rowCount;
  return (
    <Pager
      shown={shown}
      total={total}
      noun="dòng"
      next={next ? href(list, state, next) : undefined}
      first={after ? href(list, state) : undefined}
    />
  );
}
