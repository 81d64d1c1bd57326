import { columnOf, type ImportField, type Mapping } from '@/domain/members/import/fields';
import { type CellValue, type SheetRow, textOf } from '@/domain/members/import/sheet';

export type Flaw = 'name' | 'date' | 'order' | 'future' | 'cell' | 'card' | 'gender' | 'card-format';

/** A fault of one cell. `column` from 0, null where no column holds the field; a warning does not keep the row out. */
export type RowProblem = { field: ImportField; column: number | null; flaw: Flaw; message: string; warning?: true };

/** One row's cells by field, and the problems found on the way. */
export class Reading {
  readonly problems: RowProblem[] = [];

  constructor(
    readonly row: SheetRow,
    private readonly mapping: Mapping,
  ) {}

  value(field: ImportField): CellValue {
    const column = columnOf(this.mapping, field);
    return column === null ? null : (this.row.cells[column] ?? null);
  }

  text(field: ImportField): string {
    return textOf(this.value(field));
  }

  has(field: ImportField): boolean {
    return this.mapping.includes(field);
  }

  fault(field: ImportField, flaw: Flaw, message: string): void {
    this.problems.push({ field, column: columnOf(this.mapping, field), flaw, message });
  }

  warn(field: ImportField, flaw: Flaw, message: string): void {
    this.problems.push({ field, column: columnOf(this.mapping, field), flaw, message, warning: true });
  }
}
