import Link from 'next/link';
import { Pager } from '@/components/data/pager';
import { alarmAddress, type Narrowed } from '@/domain/cadres/alarm-address';
import { TIERS, type Tier } from '@/domain/posts/kinds';

type Unit = { id: string; shortName: string; ancestors: readonly { id: string; shortName: string; inReach: boolean }[] };

/** Units above, this one, and where the list stands. */
export const crumbsOf = (unit: Unit, tier: Tier | null, last?: string) => [
  ...unit.ancestors.map((up) => ({ label: up.shortName, href: up.inReach ? alarmAddress({ unitId: up.id, tier }) : undefined })),
  ...(last
    ? [{ label: unit.shortName, href: alarmAddress({ unitId: unit.id, tier }) }, { label: last }]
    : [{ label: unit.shortName }]),
];

/** Chips that narrow the page: one of them is on. */
export function Chips({
  label,
  items,
}: {
  label: string;
  items: readonly { key: string; label: string; href: string; on: boolean }[];
}) {
  return (
    <nav aria-label={label} className="mb-4 flex flex-wrap gap-2">
      {items.map(({ key, label: words, href, on }) => (
        <Link key={key} href={href} className={`chip ${on ? 'on' : ''}`} aria-current={on ? 'page' : undefined} prefetch={false}>
          {words}
        </Link>
      ))}
    </nav>
  );
}

/** All tiers, or one of them. */
export const TierChips = ({ tier, at }: { tier: Tier | null; at: (tier: Tier | null) => string }) => (
  <Chips
    label="Diện quản lý"
    items={[
      { key: 'all', label: 'Mọi diện quản lý', href: at(null), on: tier === null },
      ...(Object.keys(TIERS) as Tier[]).map((key) => ({ key, label: TIERS[key], href: at(key), on: tier === key })),
    ]}
  />
);

type Paged = { rows: readonly unknown[]; hasPrevious: boolean; hasNext: boolean };

/** Pages of a list whose rows are named by ids. */
export function AlarmPager({
  page,
  ids,
  total,
  noun,
  at,
}: {
  page: Paged;
  ids: readonly string[];
  total: number;
  noun: string;
  at: (place: Record<string, string | undefined>) => string;
}) {
  return (
    <Pager
      shown={page.rows.length}
      total={total}
      noun={noun}
      first={page.hasPrevious ? at({}) : undefined}
      previous={page.hasPrevious ? at({ before: ids[0] }) : undefined}
      next={page.hasNext ? at({ after: ids.at(-1) }) : undefined}
    />
  );
}

export const narrowedBy = (narrowed: Narrowed, tier: Tier | null): Narrowed => ({ ...narrowed, tier });
