import type { ReactNode } from 'react';

/** A titled group of fields, two in a row. */
export const Part = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => (
  <fieldset className="card p-4">
    <legend className="px-1 font-semibold text-lg">{title}</legend>
    {note && <p className="mb-3 text-ink-soft text-sm">{note}</p>}
    <div className="grid gap-4 sm:grid-cols-2">{children}</div>
  </fieldset>
);
