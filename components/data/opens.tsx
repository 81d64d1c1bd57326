import Link from 'next/link';
import { formatCount } from '@/domain/numbers';

/** A number that opens its list; 0 opens nothing. what: said to those who do not see the row it stands in. */
export const Opens = ({ count, href, what }: { count: number; href: string; what: string }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <Link
      href={href}
      prefetch={false}
      className="inline-block min-h-6 min-w-6"
      aria-label={`${formatCount(count)} – ${what}: mở danh sách`}
    >
      {formatCount(count)}
    </Link>
  );
