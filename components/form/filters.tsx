import Link from 'next/link';
import type { ReactNode } from 'react';

type FormProps = { action: string; label: string; unitId?: string; clear?: string | null; children: ReactNode };

/** What a list is narrowed to; a plain form, so that it stands in the address and works without script. clear: the address without filters. */
export const FilterForm = ({ action, label, unitId, clear, children }: FormProps) => (
  <search className="mb-4 block">
    <form action={action} className="flex flex-wrap items-center gap-2.5" aria-label={label}>
      {unitId && <input type="hidden" name="unit" value={unitId} />}
      {children}
      <button type="submit" className="btn">
        Lọc
      </button>
      {clear && (
        <Link href={clear} className="inline-flex min-h-11 items-center underline" prefetch={false}>
          Bỏ lọc
        </Link>
      )}
    </form>
  </search>
);

export const FilterSearch = ({ label, value }: { label: string; value?: string }) => (
  <input
    type="search"
    name="q"
    className="input sm:max-w-[260px]"
    placeholder={`${label}…`}
    aria-label={label}
    maxLength={100}
    defaultValue={value}
  />
);

type SelectProps = {
  name: string;
  label: string;
  /** Words by key, or the choices themselves. */
  words: Record<string, string>;
  value?: string;
  /** The key that stands for no filter; without it the first choice is the label. */
  plain?: string;
};

/** Keyed on its value, so that a new address shows what it holds. */
export const FilterSelect = ({ name, label, words, value, plain }: SelectProps) => (
  <select
    key={value}
    name={name}
    aria-label={label}
    defaultValue={value ?? plain ?? ''}
    className={`chip max-w-[240px] ${value && value !== plain ? 'on' : ''}`}
  >
    {plain === undefined && <option value="">{label}</option>}
    {Object.entries(words).map(([key, text]) => (
      <option key={key} value={key}>
        {text}
      </option>
    ))}
  </select>
);
