import { LIST_COLUMNS, USUAL_COLUMNS } from '@/domain/cadres/columns';
import type { CadreFilterValues } from '@/domain/cadres/filters';

type Props = { unitId: string; values: CadreFilterValues; count: string; mayExport: boolean; problem?: string };

/** "Danh sách trích ngang" of the persons shown: the columns are chosen here, then it is printed or, with its purpose, taken as a workbook. */
export function ListForm({ unitId, values, count, mayExport, problem }: Props) {
  return (
    <details className="relative" open={Boolean(problem)}>
      <summary className="btn list-none">Danh sách trích ngang</summary>
      <form
        method="post"
        action="/cadres/export"
        aria-label="Danh sách trích ngang"
        className="card z-10 mt-1 grid max-w-full gap-3 p-4 shadow-lg sm:absolute sm:right-0 sm:w-[26rem] sm:max-w-none"
      >
        <input type="hidden" name="unit" value={unitId} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend className="mb-1 font-semibold">Các cột</legend>
          <div className="grid grid-cols-2 gap-x-3">
            {Object.entries(LIST_COLUMNS).map(([key, { label }]) => (
              <label key={key} className="flex min-h-8 cursor-pointer items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="columns"
                  value={key}
                  defaultChecked={USUAL_COLUMNS.some((usual) => usual === key)}
                  className="size-5 shrink-0 accent-red"
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="btn" formAction="/print/cadres/list" formMethod="get" formNoValidate>
          In danh sách
        </button>
        {mayExport && (
          <>
            <label className="block">
              <span className="mb-1 block font-semibold">Mục đích sử dụng tệp Excel</span>
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
              {problem ?? `${count} người theo bộ lọc đang xem. Người xuất, mục đích và thời điểm được ghi vào nhật ký.`}
            </p>
            <button type="submit" className="btn primary">
              Tải tệp Excel
            </button>
          </>
        )}
      </form>
    </details>
  );
}
