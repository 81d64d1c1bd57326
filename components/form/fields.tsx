'use client';

import type { ReactNode } from 'react';
import { useField, usePending } from './action-form';

type Common = { name: string; label: string; hint?: ReactNode; required?: boolean; value?: string | null; className?: string };

function Labelled({
  id,
  label,
  hint,
  required,
  className,
  problem,
  children,
}: Common & { id: string; problem?: string; children: ReactNode }) {
  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {!required && <span className="font-normal text-ink-soft"> (không bắt buộc)</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 font-semibold text-red-deep">
          {problem}
        </p>
      )}
    </div>
  );
}

const described = (id: string, hint: unknown, problem: unknown) =>
  [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;

type TextProps = Common & {
  type?: 'text' | 'password' | 'tel' | 'email' | 'search' | 'number' | 'time';
  autoComplete?: string;
  inputMode?: 'numeric' | 'text' | 'tel';
  placeholder?: string;
  maxLength?: number;
};

export function TextField({ type = 'text', autoComplete = 'off', inputMode, placeholder, maxLength = 500, ...field }: TextProps) {
  const { id, problem, typed } = useField(field.name);
  return (
    <Labelled {...field} id={id} problem={problem?.message}>
      <input
        id={id}
        name={field.name}
        type={type}
        className="input"
        defaultValue={type === 'password' ? '' : (typed ?? field.value ?? '')}
        autoComplete={autoComplete}
        inputMode={inputMode}
        placeholder={placeholder}
        maxLength={maxLength}
        aria-required={field.required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described(id, field.hint, problem)}
      />
    </Labelled>
  );
}

/** A date typed as dd/mm/yyyy; what it may leave out, the hint says. */
export const DateField = (props: Common) => <TextField inputMode="numeric" placeholder="dd/mm/yyyy" maxLength={10} {...props} />;

export function TextArea({ rows = 3, maxLength = 5000, ...field }: Common & { rows?: number; maxLength?: number }) {
  const { id, problem, typed } = useField(field.name);
  return (
    <Labelled {...field} id={id} problem={problem?.message}>
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        className="input"
        defaultValue={typed ?? field.value ?? ''}
        aria-required={field.required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described(id, field.hint, problem)}
      />
    </Labelled>
  );
}

export type Option = { value: string; label: string };

/** Keyed on its value: React resets an uncontrolled select after each action. */
export function SelectField({ options, empty, ...field }: Common & { options: readonly Option[]; empty?: string }) {
  const { id, problem, typed, attempt } = useField(field.name);
  return (
    <Labelled {...field} id={id} problem={problem?.message}>
      <select
        key={attempt}
        id={id}
        name={field.name}
        className="input"
        defaultValue={typed ?? field.value ?? ''}
        aria-required={field.required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described(id, field.hint, problem)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** One of a few: radio buttons in a row, large enough for a thumb. */
export function Choice({ options, ...field }: Common & { options: readonly Option[] }) {
  const { id, problem, typed, attempt } = useField(field.name);
  return (
    <fieldset id={id} className={field.className} aria-describedby={described(id, field.hint, problem)}>
      <legend className="mb-1 font-semibold">{field.label}</legend>
      <div key={attempt} className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="chip cursor-pointer gap-2 has-checked:border-red has-checked:bg-red-tint has-checked:font-semibold has-checked:text-red-deep"
          >
            <input
              type="radio"
              name={field.name}
              value={option.value}
              defaultChecked={(typed ?? field.value) === option.value}
              className="size-5 accent-red"
            />
            {option.label}
          </label>
        ))}
      </div>
      {problem && (
        <p id={`${id}-problem`} className="mt-1 font-semibold text-red-deep">
          {problem.message}
        </p>
      )}
    </fieldset>
  );
}

/** `id` sets boxes of one name apart; the problem of all of them stands at the one without. */
export function Checkbox({
  name,
  label,
  id: own = name,
  value = 'yes',
  checked = false,
}: {
  name: string;
  label: ReactNode;
  id?: string;
  value?: string;
  checked?: boolean;
}) {
  const { id, problem, chosen, attempt } = useField(own, name);
  return (
    <div>
      <label key={attempt} className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={chosen ? chosen.includes(value) : checked}
          className="size-5 shrink-0 accent-red"
          aria-invalid={problem ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {problem && own === name && <p className="mt-1 font-semibold text-red-deep">{problem.message}</p>}
    </div>
  );
}

export function SubmitButton({
  children,
  primary = true,
  name,
  value,
}: {
  children: ReactNode;
  primary?: boolean;
  name?: string;
  value?: string;
}) {
  const pending = usePending();
  return (
    <button type="submit" className={primary ? 'btn primary' : 'btn'} disabled={pending} name={name} value={value}>
      {pending ? 'Đang gửi…' : children}
    </button>
  );
}
