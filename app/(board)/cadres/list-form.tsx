import { ExportShell, PurposeField } from '@/components/form/export-form';
import { LIST_COLUMNS, USUAL_COLUMNS } from '@/domain/cadres/columns';
import type { CadreFilterValues } from '@/domain/cadres/filters';

type Props = { unitId: string; values: CadreFilterValues; count: string; mayExport: boolean; again: boolean };

/** "Danh sách trích ngang" of the persons shown: the columns are chosen here, then it is printed or, with its purpose, taken as a workbook. */
export const ListForm = ({ unitId, values, count, mayExport, again }: Props) => (
  <ExportShell action="/cadres/export" title="Danh sách trích ngang" hidden={{ unit: unitId, ...values }} open={again} wide>
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
        <PurposeField what={`Xuất tệp Excel: ${count} người theo bộ lọc đang xem`} again={again} />
        <button type="submit" className="btn primary">
          Tải tệp Excel
        </button>
      </>
    )}
  </ExportShell>
);
