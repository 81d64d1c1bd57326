import type { ReactNode } from 'react';

/** A table inside a box of its own that scrolls sideways, also by keyboard; the label names both for those who hear them. */
export const TableBox = ({
  label,
  box = '',
  table = '',
  children,
}: {
  label: string;
  box?: string;
  table?: string;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  <section className={`table-box ${box}`} tabIndex={0} aria-label={label}>
    <table className={`table ${table}`}>{children}</table>
  </section>
);
