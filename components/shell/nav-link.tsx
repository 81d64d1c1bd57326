'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';

/** Carries the unit that is being looked at from room to room. */
export function NavLink({ href, rule, children }: { href: string; rule?: boolean; children: ReactNode }) {
  const path = usePathname();
  const unit = useSearchParams().get('unit');
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={unit ? `${href}?unit=${encodeURIComponent(unit)}` : href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className={`flex min-h-11 items-center px-[18px] no-underline ${rule ? 'mt-2 border-line border-t' : ''} ${here ? 'bg-red-tint font-semibold text-red-deep shadow-[inset_3px_0_var(--color-red)]' : 'text-ink hover:bg-ground'}`}
    >
      {children}
    </Link>
  );
}
