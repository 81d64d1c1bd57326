'use client';

import { ActionForm, useField } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { FIELD_LABELS, IMPORT_FIELDS } from '@/domain/members/import/fields';
import { chooseColumns } from '../actions';

type Column = { at: number; letter: string; header: string; examples: string; field: string };
type Props = { importId: string; version: number; columns: Column[]; formKey: string };

export function ColumnsForm({ importId, version, columns, formKey }: Props) {
  return (
    <ActionForm action={chooseColumns} formKey={formKey} label="Đối chiếu cột" className="p-4">
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="version" value={version} />
      <p className="mb-3 text-ink-soft">
        Các cột quen dùng đã được nhận ra. Hãy sửa chỗ chưa đúng; lần sau tệp có cùng tiêu đề sẽ được đọc như bạn chọn.
      </p>
      <div className="mb-4 divide-y divide-line border-y border-line">
        {columns.map((column) => (
          <ColumnField key={column.letter} column={column} />
        ))}
      </div>
      <SubmitButton>Xem trước kết quả</SubmitButton>
    </ActionForm>
  );
}

function ColumnField({ column }: { column: Column }) {
  const name = `column-${column.at}`;
  const { typed, attempt } = useField(name);
  return (
    <div className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_300px]">
      <label htmlFor={name} className="min-w-0 wrap-break-word">
        <span className="mr-2 inline-block min-w-6 text-ink-soft">{column.letter}</span>
        <span className="font-semibold">{column.header || 'Cột không có tiêu đề'}</span>
      </label>
      <span className="min-w-0 truncate text-sm text-ink-soft">{column.examples && `ví dụ: ${column.examples}`}</span>
      <select key={attempt} id={name} name={name} className="input" defaultValue={typed ?? column.field}>
        <option value="">Không đọc cột này</option>
        {IMPORT_FIELDS.map((field) => (
          <option key={field} value={field}>
            {FIELD_LABELS[field]}
          </option>
        ))}
      </select>
    </div>
  );
}
