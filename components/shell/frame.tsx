'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { SignOutForm } from './sign-out-form';

/** Address, words, and whether a new group begins. */
export type NavItem = readonly [href: string, label: string, rule?: boolean];
/** Pages of one matter under one word; unfolded where one of them is open. */
export type NavGroup = { label: string; items: readonly NavItem[] };
export type Here = { name: string; office: string; signOut: () => Promise<void> };

/** large: the pages of cell secretaries, often over sixty, are set at 18 px. */
type Props = { items: readonly (NavItem | NavGroup)[]; here?: Here; search?: boolean; large?: boolean; children: ReactNode };

/**
 * Brand, where one may go, who is here. On a phone all of it folds under one button, without script. One client part: its words travel once
 * with a page, not a second time as elements.
 */
export function Frame({ items, here, search, large, children }: Props) {
  const path = usePathname();
  const unit = useSearchParams().get('unit');
  const place = { path: placeOf(items, path), unit };
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
            {items.map((item) =>
              'items' in item ? (
                <Group key={item.label} group={item} {...place} />
              ) : (
                <Item key={item[0]} item={item} {...place} />
              ),
            )}
          </nav>
        </div>
      </aside>
      <main id="main" className={large ? 'large' : undefined}>
        {children}
      </main>
    </div>
  );
}

/** Where one is: the address in the list that leads furthest to the page; nothing for a page that is not under any. */
function placeOf(items: readonly (NavItem | NavGroup)[], path: string): string | undefined {
  const all = items.flatMap((item) => ('items' in item ? item.items.map(([href]) => href) : [item[0]]));
  return all
    .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Where one is may lie below the fold of a low screen: the list is moved, not the page. */
function intoView(here: HTMLAnchorElement | null) {
  const list = here?.closest('aside');
  if (here && list && here.offsetTop + here.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = here.offsetTop - list.clientHeight / 2;
}

type Place = { path: string | undefined; unit: string | null };

const Item = ({ item: [href, label, rule], path, unit }: { item: NavItem } & Place) => (
  <Link
    href={unit ? `${href}?unit=${encodeURIComponent(unit)}` : href}
    prefetch={false}
    ref={href === path ? intoView : undefined}
    aria-current={href === path ? 'page' : undefined}
    className={rule ? 'rule' : ''}
  >
    {label}
  </Link>
);

function Group({ group: { label, items }, path, unit }: { group: NavGroup } & Place) {
  const inside = items.some(([href]) => href === path);
  return (
    <details key={String(inside)} open={inside} className="rule">
      <summary>{label}</summary>
      {items.map((item) => (
        <Item key={item[0]} item={item} path={path} unit={unit} />
      ))}
    </details>
  );
}

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
