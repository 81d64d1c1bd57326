import Link from 'next/link';
import type { ReactNode } from 'react';
import { NavLink } from './nav-link';

export type NavItem = { href: string; label: string; rule?: boolean };
export type Here = { name: string; office: string; signOut: () => Promise<void> };

/** large: the pages of cell secretaries, often over sixty, are set at 18 px. */
type Props = { items: readonly NavItem[]; here?: Here; search?: boolean; large?: boolean; children: ReactNode };

/** Brand, where one may go, who is here. On a phone all of it folds under one button, without script. */
export function Shell({ items, here, search, large, children }: Props) {
  const inside = (
    <>
      {here && <Who {...here} />}
      {search && <Search />}
      <nav aria-label="Chính" className="pb-2">
        {items.map((item) => (
          <NavLink key={item.href} href={item.href} rule={item.rule}>
            {item.label}
          </NavLink>
        ))}
      </nav>
    </>
  );
  return (
    <div className="min-h-screen md:grid md:grid-cols-[232px_1fr]">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-paper focus:p-3">
        Tới nội dung chính
      </a>
      <aside className="border-line bg-paper max-md:hidden md:sticky md:top-0 md:h-screen md:overflow-y-auto md:border-r print:hidden">
        <Brand className="block bg-red px-[18px] py-3.5" />
        {inside}
      </aside>
      <details className="group bg-paper md:hidden print:hidden">
        <summary className="flex min-h-12 list-none items-center justify-between bg-red px-4 font-semibold text-white">
          <span>Sổ Tổ Chức</span>
          <span>
            <span className="group-open:hidden">Danh mục ☰</span>
            <span className="hidden group-open:inline">Đóng ✕</span>
          </span>
        </summary>
        {inside}
      </details>
      <main id="main" className={`min-w-0 px-4 pt-5 pb-12 md:px-7 ${large ? 'text-[18px]' : ''}`}>
        {children}
      </main>
    </div>
  );
}

const Brand = ({ className }: { className: string }) => (
  <Link href="/" className={`font-semibold text-white no-underline ${className}`}>
    Sổ Tổ Chức
  </Link>
);

const Who = ({ name, office, signOut }: Here) => (
  <div className="m-3.5 rounded-md border border-line-strong px-3 py-2 text-sm">
    <Link href="/account" prefetch={false} className="block font-semibold text-ink">
      {name}
    </Link>
    <span className="text-ink-soft">{office}</span>
    <form action={signOut}>
      <button type="submit" className="min-h-8 cursor-pointer text-blue underline">
        Đăng xuất
      </button>
    </form>
  </div>
);

const Search = () => (
  <search className="mx-3.5 mb-1 block">
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
