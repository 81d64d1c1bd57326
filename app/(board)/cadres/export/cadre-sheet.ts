import type { FlowingSheet } from '@/components/data/workbook';
import { columnCells, columnHeads, type ListColumn, type ListedCadre } from '@/domain/cadres/columns';
import { formatDate, type IsoDate } from '@/domain/calendar';

type Head = { unitName: string; words: string[]; today: IsoDate; takenBy: string };

/** "Danh sách trích ngang" with the chosen columns as a sheet, batch by batch. */
export const cadreSheet = (
  batches: AsyncIterable<ListedCadre[]>,
  { unitName, words, today, takenBy }: Head,
  columns: readonly ListColumn[],
): FlowingSheet => ({
  name: 'Trích ngang',
  head: [
    'DANH SÁCH TRÍCH NGANG CÁN BỘ',
    unitName,
    [...words, `ngày ${formatDate(today)}`, 'lưu hành nội bộ', `người xuất: ${takenBy}`].join(' · '),
  ],
  columns: columnHeads(columns).map(({ label, width }) => [label, width]),
  rows: rowsOf(batches, columns),
});

async function* rowsOf(batches: AsyncIterable<ListedCadre[]>, columns: readonly ListColumn[]) {
  let number = 0;
  for await (const batch of batches)
    yield batch.map((row) => {
      const [, ...texts] = columnCells(row, ++number, columns);
      return [number, ...texts];
    });
}
