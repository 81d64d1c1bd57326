'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { SignOutForm } from './sign-out-form';

/** Address, words, and whether a new group begins. */
export type NavItem = readonly [href: string, label: string, rule?: boolean];
export type Here = { name: string; office: string; signOut: () => Promise<void> };

/** large: the pages of cell secretaries, often over sixty, are set at 18 px. */
type Props = { items: readonly NavItem[]; here?: Here; search?: boolean; large?: boolean; children: ReactNode };

/**
 * Brand, where one may go, who is here. On a phone all of it folds under one button, without script. One client part: its words travel once
 * with a page, not a second time as elements.
 */
export function Frame({ items, here, search, large, children }: Props) {
  const path = usePathname();
  const unit = useSearchParams().get('unit');
  return (
    <div className="frame">
      <a href="#main" className="skip">
        Tới nội dung chính
      </a>
      <input key={path} id="menu" type="checkbox" className="menu-open" aria-label="Danh mục" />
      <aside>
        <Link href="/" className="brand" prefetch={false}>
          Sổ Tổ Chức
        </Link>
        <label htmlFor="menu">
          <span className="closed">Danh mục ☰</span>
          <span className="opened">Đóng ✕</span>
        </label>
        <div className="inside">
          {here && <Who {...here} />}
          {search && <Search />}
          <nav aria-label="Chính">
            {items.map(([href, label, rule]) => (
              <Link
                key={href}
                href={unit ? `${href}?unit=${encodeURIComponent(unit)}` : href}
                prefetch={false}
                aria-current={isHere(href, path) ? 'page' : undefined}
                className={rule ? 'rule' : ''}
              >
                {label}
              </Link>
            ))}
          </nav>
        </div>
      </aside>
      <main id="main" className={large ? 'large' : undefined}>
        {children}
      </main>
    </div>
  );
}

const isHere = (href: string, path: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));

const Who = ({ name, office, signOut }: Here) => (
  <div className="who">
    <Link href="/account" prefetch={false}>
      {name}
    </Link>
    <span>{office}</span>
    <SignOutForm signOut={signOut}>
      <button type="submit">Đăng xuất</button>
    </SignOutForm>
  </div>
);

const Search = () => (
  <search>
    <form action="/members">
      <input
        type="search"
        name="q"
        className="input"
        placeholder="Tìm đảng viên…"
        aria-label="Tìm đảng viên theo tên hoặc số thẻ"
        maxLength={100}
      />
    </form>
  </search>
);
