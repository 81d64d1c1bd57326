import { PartyHeader, PrintPage, PrintTitle, Signatures } from '@/components/print/party';
import type { PaperColumn, TablePaper } from '@/domain/succession/paper';
import { headCells } from '@/domain/succession/paper-head';

/** A wide table on landscape A4 with the Party's head and signature. */
export function PrintedTable({ paper }: { paper: TablePaper }) {
  const { columns, rows, total } = paper;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <PrintPage appendix>
      <div className="mb-[6pt] text-right font-bold">{paper.marks[0]}</div>
      <PartyHeader superior={paper.superior} issuer={paper.issuer} number="Số …" placeAndDate={paper.placeAndDate} />
      <PrintTitle kind={paper.name} about={paper.about} />
      <table className="grid-lines wide">
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} width={`${((width * 100) / whole).toFixed(2)}%`} />
          ))}
        </colgroup>
        <thead>
          {headCells(columns).map((line) => (
            <tr key={line.map(({ label }) => label).join()}>
              {line.map((cell) => (
                <th key={cell.key} scope="col" colSpan={cell.columns} rowSpan={cell.rows}>
                  {cell.label}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((cells) => (
            <Row key={`${cells[0]} ${cells[1]}`} cells={cells} columns={columns} />
          ))}
          {total && <Row cells={total} columns={columns} strong />}
        </tbody>
      </table>
      {[...paper.notes, paper.marks[1] ?? ''].map((note) => (
        <p key={note} className="flush text-[10pt]">
          {note}
        </p>
      ))}
      <Signatures recipients={['Như trên', 'Lưu']} authority={paper.authority ?? undefined} title={paper.signer} />
    </PrintPage>
  );
}

const Row = ({
  cells,
  columns,
  strong,
}: {
  cells: readonly (string | number)[];
  columns: readonly PaperColumn[];
  strong?: boolean;
}) => (
  <tr className={strong ? 'font-bold' : undefined}>
    {columns.map(({ key, num }, at) => (
      <td key={key} className={num ? 'text-center' : undefined}>
        {cells[at]}
      </td>
    ))}
  </tr>
);
