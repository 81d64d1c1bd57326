'use client';

import Link from 'next/link';
import { AGE_BANDS, PARTY_AGE_BANDS } from '@/domain/members/bands';
import { type FilterValues, listAddress, STATUS_FILTERS } from '@/domain/members/filters';

type Option = { key: string; label: string };
type Props = {
  unitId: string;
  values: FilterValues;
  cells: readonly { id: string; name: string }[];
  problems: readonly { path: string; message: string }[];
};

const SEXES: Option[] = [
  { key: 'male', label: 'Nam' },
  { key: 'female', label: 'Nữ' },
];

/** What the list is narrowed to; a plain form, so that it stands in the address and works without script. */
export function MemberFilters({ unitId, values, cells, problems }: Props) {
  const joined = Boolean(values.joinedFrom || values.joinedTo);
  return (
    <search className="mb-4 block">
      <form action="/members" className="flex flex-wrap items-center gap-2.5" aria-label="Lọc danh sách">
        <input type="hidden" name="unit" value={unitId} />
        <input
          type="search"
          name="q"
          className="input sm:max-w-[260px]"
          placeholder="Tìm theo tên, số thẻ…"
          aria-label="Tìm theo tên hoặc số thẻ"
          maxLength={100}
          defaultValue={values.q}
        />
        <Select name="status" label="Tình trạng" options={STATUS_FILTERS} value={values.status ?? 'current'} plain="current" />
        {cells.length > 1 && (
          <Select
            name="cell"
            label="Chi bộ"
            options={cells.map((cell) => ({ key: cell.id, label: cell.name }))}
            value={values.cell}
            empty
          />
        )}
        <Select name="sex" label="Giới tính" options={SEXES} value={values.sex} empty />
        <Select name="age" label="Tuổi đời" options={AGE_BANDS} value={values.age} empty />
        <Select name="partyAge" label="Tuổi Đảng" options={PARTY_AGE_BANDS} value={values.partyAge} empty />
        <details className="relative" open={joined || problems.length > 0}>
          <summary className={`chip list-none ${joined ? 'on' : ''}`}>Ngày vào Đảng ▾</summary>
          <div className="flex flex-wrap gap-3 pt-2">
            <Day
              name="joinedFrom"
              label="Từ ngày"
              value={values.joinedFrom}
              problem={problems.find((one) => one.path === 'joinedFrom')?.message}
            />
            <Day
              name="joinedTo"
              label="Đến ngày"
              value={values.joinedTo}
              problem={problems.find((one) => one.path === 'joinedTo')?.message}
            />
          </div>
        </details>
        <button type="submit" className="btn">
          Lọc
        </button>
        {Object.keys(values).length > 0 && (
          <Link href={listAddress({}, { unit: unitId })} className="inline-flex min-h-11 items-center underline" prefetch={false}>
            Bỏ lọc
          </Link>
        )}
      </form>
    </search>
  );
}

type SelectProps = { name: string; label: string; options: readonly Option[]; value?: string; empty?: boolean; plain?: string };

function Select({ name, label, options, value, empty, plain }: SelectProps) {
  const on = value && value !== plain;
  return (
    <select
      key={value}
      name={name}
      aria-label={label}
      defaultValue={value ?? ''}
      className={`chip max-w-[220px] ${on ? 'on' : ''}`}
    >
      {empty && <option value="">{label}</option>}
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Day({ name, label, value, problem }: { name: string; label: string; value?: string; problem?: string }) {
  return (
    <label className="block">
      <span className="block text-sm">{label}</span>
      <input
        name={name}
        className="input w-36"
        inputMode="numeric"
        placeholder="dd/mm/yyyy"
        maxLength={10}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
      />
      {problem && <span className="block max-w-56 text-red-deep text-sm">{problem}</span>}
    </label>
  );
}
