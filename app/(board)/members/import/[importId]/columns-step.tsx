import { randomUUID } from 'node:crypto';
import { Card } from '@/components/data/page';
import type { ShownImport } from '@/db/queries/imports';
import { columnLetter } from '@/domain/members/import/sheet';
import { ColumnsForm } from './columns-form';

/** Step two: what each column holds, as guessed or remembered. */
export function ColumnsStep({ list }: { list: ShownImport }) {
  const columns = list.headers.map((header, at) => ({
    at,
    letter: columnLetter(at),
    header,
    examples: (list.examples[at] ?? []).join(' · '),
    field: list.mapping[at] ?? '',
  }));
  const rows = list.headerRows.length === 1 ? `dòng ${list.headerRows[0]}` : `các dòng ${list.headerRows.join(', ')}`;
  return (
    <Card title="Mỗi cột của tệp ghi nội dung gì?" aside={`Tiêu đề ở ${rows}`}>
      <ColumnsForm
        importId={list.id}
        version={list.version}
        columns={columns.filter((column) => column.header || column.examples)}
        formKey={randomUUID()}
      />
    </Card>
  );
}
