'use client';

import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from 'react';
import { type ActionState, NEW, type Values } from '@/domain/action-state';
import type { Problem } from '@/domain/problems';

type Shown = { problems: Problem[]; values: Values; pending: boolean; attempt: number; ids: string };
const FormContext = createContext<Shown>({ problems: [], values: {}, pending: false, attempt: 0, ids: '' });

type Field = { id: string; problem?: Problem; typed?: string; chosen?: readonly string[]; attempt: number };

/** For fields: their id, the problem at this name and what was typed before the answer came back. `chosen`: all values of that name, once some came back. */
export function useField(own: string, name = own): Field {
  const { problems, values, attempt, ids } = use(FormContext);
  const typed = values[name];
  const chosen = problems.length ? [typed ?? []].flat() : undefined;
  return {
    id: ids + own,
    problem: problems.find((problem) => problem.path === name),
    typed: Array.isArray(typed) ? typed[0] : typed,
    chosen,
    attempt,
  };
}

export const usePending = (): boolean => use(FormContext).pending;

type Props = {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  children: ReactNode;
  /** Idempotency key, made on the server when the form was opened. */
  formKey?: string;
  className?: string;
  /** Names the form for assistive technology. */
  label?: string;
  /** Begins the ids of its fields, where a page has another form with fields of the same names. */
  ids?: string;
};

/** A form around one action: keeps what was typed, lists the problems on top with a link to each field, says when it is done. */
export function ActionForm({ action, children, formKey, className, label, ids }: Props) {
  const [state, send, pending] = useActionState(action, NEW);
  return (
    <FormBody state={state} send={send} pending={pending} formKey={formKey} className={className} label={label} ids={ids}>
      {state.status === 'done' && state.message && (
        <p role="status" className="col-span-full mb-4 rounded-box border border-green bg-green-tint px-4 py-3 text-green">
          {state.message}
        </p>
      )}
      {children}
    </FormBody>
  );
}

type BodyProps = Omit<Props, 'action'> & { state: ActionState; send: (form: FormData) => void; pending: boolean };

/** The same for forms that hold their action's state themselves, because they show its result. */
export function FormBody({ state, send, pending, children, formKey, className, label, ids = '' }: BodyProps) {
  const attempt = useRef(0);
  const last = useRef(state);
  if (last.current !== state) {
    last.current = state;
    attempt.current += 1;
  }
  const problems = state.status === 'problems' ? state.problems : [];
  const values = state.status === 'problems' ? state.values : {};
  return (
    <FormContext value={{ problems, values, pending, attempt: attempt.current, ids }}>
      <form action={send} className={className} aria-label={label} noValidate>
        {formKey && <input type="hidden" name="key" value={formKey} />}
        <ProblemSummary problems={problems} ids={ids} />
        {children}
      </form>
    </FormContext>
  );
}

export function ProblemSummary({ problems, ids = '' }: { problems: readonly Problem[]; ids?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length) box.current?.focus();
  }, [problems]);
  if (!problems.length) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="col-span-full mb-4 rounded-box border-2 border-red bg-red-tint px-4 py-3"
    >
      <p className="font-semibold text-red-deep">
        {problems.some((problem) => problem.stale) ? 'Chưa lưu: có người đã sửa trước' : 'Chưa lưu được'}
      </p>
      <ul className="mt-1 list-disc pl-5">
        {problems.map((problem) => (
          <li key={problem.path + problem.message}>
            {problem.path ? <a href={`#${ids}${problem.path}`}>{problem.message}</a> : problem.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
