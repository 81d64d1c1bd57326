import Link from 'next/link';
import { filterWords, ledgerAddress, type RotationFilters } from '@/domain/rotations/filters';
import { STAY_STATES } from '@/domain/rotations/stay';

const STATES = [
  ['open', 'Chưa kết thúc'],
  ['prepare', STAY_STATES.prepare],
  ['due', STAY_STATES.due],
  ['ended', STAY_STATES.ended],
] as const;

/** How far the stays are; the other filters stand beside with a way out of them. */
export function StateFilter({ filters, unit }: { filters: RotationFilters; unit?: string }) {
  const { state, ...others } = filters;
  const words = filterWords(others);
  const at = (next: RotationFilters) => `${ledgerAddress(next, { unit })}#list`;
  return (
    <nav aria-label="Lọc danh sách" className="flex flex-wrap items-center gap-2 px-4 pt-4">
      <Link className={`chip ${state ? '' : 'on'}`} href={at(others)} prefetch={false} aria-current={state ? undefined : 'true'}>
        Tất cả
      </Link>
      {STATES.map(([key, label]) => (
        <Link
          key={key}
          className={`chip ${state === key ? 'on' : ''}`}
          href={at({ ...others, state: key })}
          prefetch={false}
          aria-current={state === key ? 'true' : undefined}
        >
          {label}
        </Link>
      ))}
      {words.length > 0 && (
        <span className="text-ink-soft">
          {words.join(', ')} ·{' '}
          <Link href={at(state ? { state } : {})} prefetch={false} className="underline">
            Bỏ lọc
          </Link>
        </span>
      )}
    </nav>
  );
}
