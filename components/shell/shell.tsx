import Link from 'next/link';
import type { ReactNode } from 'react';
import { NavLink } from './nav-link';

export type NavItem = { href: string; label: string; rule?: boolean };

/** Brand, where one may go, who is here. On a phone the navigation folds under a button without script. */
export function Shell({
  items,
  name,
  office,
  children,
}: {
  items: readonly NavItem[];
  name?: string;
  office?: string;
  children: ReactNode;
}) {
  const links = (
    <nav aria-label="Chính" className="py-2">
      {items.map((item) => (
        <NavLink key={item.href} href={item.href} rule={item.rule}>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
  return (
    <div className="min-h-screen md:grid md:grid-cols-[232px_1fr]">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:p-3">
        Tới nội dung chính
      </a>
      <aside className="border-line bg-paper md:sticky md:top-0 md:h-screen md:overflow-y-auto md:border-r print:hidden">
        <div className="flex items-center justify-between bg-red px-[18px] py-3.5 text-white">
          <Link href="/" className="font-semibold text-white no-underline">
            Sổ Tổ Chức
          </Link>
        </div>
        {name && (
          <div className="m-3.5 rounded-md border border-line-strong px-3 py-2 text-sm">
            <Link href="/account" className="block font-semibold text-ink">
              {name}
            </Link>
            <span className="text-ink-soft">{office ?? 'Chưa có chức trách'}</span>
          </div>
        )}
        <div className="hidden md:block">{links}</div>
        <details className="border-line border-b md:hidden">
          <summary className="px-[18px] py-3 font-semibold">Danh mục</summary>
          {links}
        </details>
      </aside>
      <main id="main" className="min-w-0 px-4 pt-5 pb-12 md:px-7">
        {children}
      </main>
    </div>
  );
}
