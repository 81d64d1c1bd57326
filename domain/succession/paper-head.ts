import type { PaperColumn } from './paper';

export type HeadCell = { key: string; label: string; columns: number; rows: number };

/** The two lines of a table's head: single columns over both, groups above their columns. */
export function headCells(columns: readonly PaperColumn[]): [HeadCell[], HeadCell[]] {
  const upper: HeadCell[] = [];
  const lower: HeadCell[] = [];
  columns.forEach(({ key, group, label }, at) => {
    if (group === null) {
      upper.push({ key, label, columns: 1, rows: 2 });
      return;
    }
    const last = upper.at(-1);
    if (columns[at - 1]?.group === group && last) last.columns += 1;
    else upper.push({ key: `group-${key}`, label: group, columns: 1, rows: 1 });
    lower.push({ key, label, columns: 1, rows: 1 });
  });
  return [upper, lower];
}
