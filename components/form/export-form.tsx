'use client';

import type { ReactNode } from 'react';

type Shell = {
  action: string;
  title: string;
  hidden: Readonly<Record<string, string>>;
  open: boolean;
  wide?: boolean;
  children: ReactNode;
};

/** A button that unfolds the form of a list that leaves the screen. */
export const ExportShell = ({ action, title, hidden, open, wide, children }: Shell) => (
  <details className="relative" open={open}>
    <summary className="btn list-none">{title}</summary>
    <form
      method="post"
      action={action}
      aria-label={title}
      className={`card z-10 mt-1 grid max-w-full gap-3 p-4 shadow-lg sm:absolute sm:right-0 ${wide ? 'sm:w-[26rem] sm:max-w-none' : 'w-80'}`}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  </details>
);

type Asked = { what?: string; again: boolean };

/** What the list is needed for. what: how much leaves; again: it was left out or too short the first time. */
export const PurposeField = ({ what, again }: Asked) => (
  <>
    <label className="block">
      <span className="mb-1 block font-semibold">Mục đích sử dụng</span>
      <input
        name="purpose"
        className="input"
        required
        maxLength={200}
        autoComplete="off"
        aria-invalid={again || undefined}
        aria-describedby="purpose-hint"
      />
    </label>
    <p id="purpose-hint" className={again ? 'font-semibold text-red-deep text-sm' : 'text-ink-soft text-sm'}>
      {again
        ? 'Hãy ghi mục đích sử dụng, ít nhất 5 ký tự, rồi bấm tải.'
        : `${what ? `${what}. ` : ''}Người xuất, mục đích và thời điểm được ghi vào nhật ký.`}
    </p>
  </>
);

type Props = Asked & { action: string; hidden?: Shell['hidden'] };

/** Asks what a list is needed for before it leaves the house as a workbook. */
export const ExportForm = ({ action, hidden = {}, ...asked }: Props) => (
  <ExportShell action={action} title="Xuất Excel" hidden={hidden} open={asked.again}>
    <PurposeField {...asked} />
    <button type="submit" className="btn primary">
      Tải tệp Excel
    </button>
  </ExportShell>
);
