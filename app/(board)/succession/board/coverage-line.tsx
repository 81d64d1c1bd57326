import Link from 'next/link';
import { Card } from '@/components/data/page';
import type { CoverageKey } from '@/db/queries/succession/board';
import { formatCount, formatShare } from '@/domain/numbers';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { coverageOf, type TitleCount } from '@/domain/succession/coverage';

const WORDS: Record<CoverageKey, (most: number) => string> = {
  without: () => 'chưa có ai',
  one: () => 'mới có một người',
  enough: (most) => `có 2–${most} người`,
  over: (most) => `quá ${most} người`,
};
const KEYS = Object.keys(WORDS) as CoverageKey[];

export const isCoverage = (text: unknown): text is CoverageKey => typeof text === 'string' && Object.hasOwn(WORDS, text);

type Props = { counts: readonly TitleCount[]; rules: Rules; chosen?: CoverageKey; at: (key?: CoverageKey) => string };

/** How many titles have nobody, one, enough, too many; each number opens its titles, and they add up. */
export function CoverageLine({ counts, rules, chosen, at }: Props) {
  const coverage = coverageOf(counts, rules);
  const most = rules['plan.persons'].value;
  return (
    <Card title={`${formatCount(coverage.titles)} chức danh`} aside={basisOf(rules['plan.persons'])}>
      <nav aria-label="Lọc theo mức có người" className="flex flex-wrap gap-2 p-4">
        <Link className={chosen ? 'chip' : 'chip on'} href={at()} prefetch={false} aria-current={chosen ? undefined : 'page'}>
          tất cả {formatCount(coverage.titles)}
        </Link>
        {KEYS.map((key) => (
          <Link
            key={key}
            className={key === chosen ? 'chip on' : 'chip'}
            href={at(key)}
            prefetch={false}
            aria-current={key === chosen ? 'page' : undefined}
          >
            {WORDS[key](most)}: {formatCount(coverage[key])} ({formatShare(coverage[key], coverage.titles)})
          </Link>
        ))}
      </nav>
    </Card>
  );
}
