'use client';

type Props = { action: string; note: string; problem?: string; hidden?: Readonly<Record<string, string>> };

/** Asks what a list is needed for before it leaves the house. */
export const ExportForm = ({ action, note, problem, hidden = {} }: Props) => (
  <details className="relative" open={Boolean(problem)}>
    <summary className="btn list-none">Xuất Excel</summary>
    <form
      method="post"
      action={action}
      aria-label="Xuất Excel"
      className="card z-10 mt-1 grid w-80 max-w-full gap-3 p-4 shadow-lg sm:absolute sm:right-0"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="block">
        <span className="mb-1 block font-semibold">Mục đích sử dụng</span>
        <input
          name="purpose"
          className="input"
          required
          maxLength={200}
          autoComplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby="purpose-hint"
        />
      </label>
      <p id="purpose-hint" className={problem ? 'font-semibold text-red-deep text-sm' : 'text-ink-soft text-sm'}>
        {problem ?? note}
      </p>
      <button type="submit" className="btn primary">
        Tải tệp Excel
      </button>
    </form>
  </details>
);
