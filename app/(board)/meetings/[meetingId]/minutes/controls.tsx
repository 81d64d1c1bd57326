'use client';

import { type ReactNode, useId, useState } from 'react';
import { formatDate, isIsoDate, parseTypedDate } from '@/domain/calendar';

type Common = { label: string; value: string; onChange: (value: string) => void; problem?: string; hint?: string };

function Box({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  problem?: string;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && <p className="mb-1 text-[16px] text-ink-soft">{hint}</p>}
      {children}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 font-semibold text-red-deep">
          {problem}
        </p>
      )}
    </div>
  );
}

export function Line({ type = 'text', list, ...field }: Common & { type?: 'text' | 'number'; list?: string }) {
  const id = useId();
  return (
    <Box id={id} {...field}>
      <input
        id={id}
        type={type}
        list={list}
        className="input min-h-12"
        value={field.value}
        maxLength={500}
        min={type === 'number' ? 0 : undefined}
        inputMode={type === 'number' ? 'numeric' : undefined}
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={field.problem ? `${id}-problem` : undefined}
        onChange={(event) => field.onChange(event.target.value)}
      />
    </Box>
  );
}

export function Area({ rows = 3, ...field }: Common & { rows?: number }) {
  const id = useId();
  return (
    <Box id={id} {...field}>
      <textarea
        id={id}
        rows={rows}
        className="input"
        value={field.value}
        maxLength={10_000}
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={field.problem ? `${id}-problem` : undefined}
        onChange={(event) => field.onChange(event.target.value)}
      />
    </Box>
  );
}

export function Pick({
  options,
  empty,
  ...field
}: Common & { options: readonly { value: string; label: string }[]; empty?: string }) {
  const id = useId();
  return (
    <Box id={id} {...field}>
      <select
        id={id}
        className="input min-h-12"
        value={field.value}
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={field.problem ? `${id}-problem` : undefined}
        onChange={(event) => field.onChange(event.target.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Box>
  );
}

const TONES = { good: 'border-green bg-green-tint text-green', care: 'border-amber bg-amber-tint text-amber' };

/** A few answers side by side, one tap each. */
export function Segments<V extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  legend: string;
  value: V | '';
  options: readonly { value: V; label: string; tone: keyof typeof TONES }[];
  onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className="mt-2">
      <legend className="sr-only">{legend}</legend>
      <div className={options.length > 3 ? 'grid grid-cols-2' : 'grid auto-cols-fr grid-flow-col'}>
        {options.map((option) => (
          <label
            key={option.value}
            className={`-ml-px flex min-h-12 cursor-pointer items-center justify-center border px-1 text-center text-[16px] leading-tight -mt-px has-focus-visible:outline-3 has-focus-visible:outline-blue ${value === option.value ? `z-[1] font-semibold ${TONES[option.tone]}` : 'border-line-strong bg-paper'}`}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Block({ children, onRemove, title }: { children: ReactNode; onRemove?: () => void; title: string }) {
  return (
    <section aria-label={title} className="card space-y-3 p-4">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold">{title}</h3>
        {onRemove && (
          <button type="button" className="btn" onClick={onRemove} aria-label={`Bỏ ${title.toLowerCase()}`}>
            Bỏ
          </button>
        )}
      </div>
      {children}
    </section>
  );
}

export const AddButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className="btn w-full" onClick={onClick}>
    + {children}
  </button>
);

type Typed = { parse: (typed: string) => string; show: (value: string) => string; placeholder: string; fault: string };

/** Text that means something: what is typed stays as typed; a value is given on only when it can be read. */
function TypedLine({ parse, show, placeholder, fault, ...field }: Common & Typed) {
  const id = useId();
  const [typed, setTyped] = useState(show(field.value));
  const [left, setLeft] = useState(false);
  const unreadable = left && typed !== '' && !parse(typed);
  const problem = unreadable ? fault : field.problem;
  return (
    <Box id={id} {...field} problem={problem}>
      <input
        id={id}
        className="input min-h-12"
        value={typed}
        placeholder={placeholder}
        inputMode="numeric"
        maxLength={10}
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setLeft(false);
          field.onChange(parse(event.target.value));
        }}
        onBlur={() => {
          setLeft(true);
          const value = parse(typed);
          if (value) setTyped(show(value));
        }}
      />
    </Box>
  );
}

const parseDay = (typed: string) => {
  const read = parseTypedDate(typed);
  return 'date' in read && isIsoDate(read.date) ? read.date : '';
};
const parseTime = (typed: string) => {
  const [, hours, minutes] = /^\s*(\d{1,2})\s*[:hg.]?\s*(\d{2})?\s*$/i.exec(typed) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes ?? 0) > 59) return '';
  return `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
};

export const DayLine = (field: Common) => (
  <TypedLine
    {...field}
    parse={parseDay}
    show={(value) => (value ? formatDate(value) : '')}
    placeholder="dd/mm/yyyy"
    fault="Ngày viết dạng 20/11/2026."
  />
);
export const TimeLine = (field: Common) => (
  <TypedLine {...field} parse={parseTime} show={(value) => value} placeholder="19:30" fault="Giờ viết dạng 19:30." />
);
