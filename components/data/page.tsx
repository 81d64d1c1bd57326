import Link from 'next/link';
import type { ReactNode } from 'react';

type Crumb = { label: string; href?: string };

/** Title, where it stands, and its actions: one primary at most. */
export function PageHead({
  title,
  crumbs = [],
  note,
  children,
}: {
  title: ReactNode;
  crumbs?: Crumb[];
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-x-5 gap-y-3">
      <div className="min-w-0 flex-[1_1_24rem]">
        {crumbs.length > 0 && (
          <nav aria-label="Vị trí" className="mb-1 text-sm [&_a]:inline-block [&_a]:py-1.5">
            {crumbs.map((crumb, at) => (
              <span key={crumb.href ?? crumb.label}>
                {at > 0 && ' › '}
                {crumb.href ? (
                  <Link href={crumb.href} prefetch={false}>
                    {crumb.label}
                  </Link>
                ) : (
                  crumb.label
                )}
              </span>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
        {note && <div className="text-ink-soft">{note}</div>}
      </div>
      {children && <div className="flex flex-wrap gap-2.5">{children}</div>}
    </div>
  );
}

export function Card({
  title,
  aside,
  children,
  id,
  className = '',
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
  className?: string;
}) {
  return (
    <section className={`card ${className}`} id={id}>
      {title && (
        <header>
          <h2>{title}</h2>
          {aside && <span className="text-ink-soft">{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}

/** Says what is not there and what to do next. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="px-4 py-8 text-center text-ink-soft">{children}</div>;
}

export type TagKind = 'plain' | 'ok' | 'due' | 'late';

export const Tag = ({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) => (
  <span className={`tag ${kind}`}>{children}</span>
);

/** Label and value pairs; empty ones are left out. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
