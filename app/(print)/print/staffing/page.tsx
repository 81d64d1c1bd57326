import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { askedStaffing, staffingAt } from '@/app/(board)/staffing/asked';
import { staffingSheets } from '@/app/(board)/staffing/staffing-sheet';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintMark, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { rulesOn } from '@/db/queries/rule-sets';
import { getStaffing } from '@/db/queries/staffing';
import { chooseUnit } from '@/db/queries/units';
import { draftMark, type InternalSheet } from '@/domain/internal-sheet';
import { formatCount } from '@/domain/numbers';
import { reductionFor, roadmapOf } from '@/domain/staffing/roadmap';
import { QUOTA_KINDS } from '@/domain/staffing/words';
import { lowerFirst } from '@/domain/text';

export const metadata: Metadata = { title: 'Tổng hợp biên chế' };

/** The board and the roadmap on A4 across. */
export default async function PrintedStaffing({ searchParams }: PageProps<'/print/staffing'>) {
  const viewer = await enter('staffing.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'staffing.read', params.unit);
  if (!unit) notFound();
  const { year, kind } = askedStaffing(params, viewer.today);
  const [{ rows, quotas }, rules] = await Promise.all([
    getStaffing(viewer, { unitId: unit.id, year, kind }),
    rulesOn(viewer, viewer.today, unit.id),
  ]);
  const reduction = reductionFor(kind, rules);
  const taken = { takenBy: viewer.name, at: new Date() };
  const sheets = staffingSheets(rows, reduction && roadmapOf(quotas, reduction), { unitName: unit.name, year, kind, ...taken });
  return (
    <main lang="vi">
      <PrintBar back={staffingAt(unit.id, year, kind)} />
      <PrintPage appendix>
        <OfficeHeader name={unit.name} depth={unit.depth} superior={unit.ancestors.at(-1)?.shortName} today={viewer.today} />
        <PrintTitle kind="Tổng hợp" about={`biên chế năm ${year}: ${lowerFirst(QUOTA_KINDS[kind])}`} />
        <PrintMark>{draftMark(taken)}</PrintMark>
        {sheets.map((sheet, at) => (
          <Sheet key={sheet.name} sheet={sheet} titled={at > 0} />
        ))}
        <OfficeSignatures depth={unit.depth} recipients={['Lưu Ban Tổ chức']} />
      </PrintPage>
    </main>
  );
}

function shown(cell: string | number, title: string): string {
  if (typeof cell === 'string' || title === 'Năm') return String(cell);
  return title.startsWith('%') ? cell.toFixed(1).replace('.', ',') : formatCount(cell);
}

const Sheet = ({ sheet: { name, head, columns, rows }, titled }: { sheet: InternalSheet; titled: boolean }) => (
  <>
    {titled && (
      <p>
        <b>{name}.</b> {head.at(-1)}
      </p>
    )}
    <table className="grid-lines text-[11pt]">
      <thead>
        <tr>
          {columns.map(([title]) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row[0]}${row[1]}`} className={row[0] === '' ? 'font-bold' : undefined}>
            {row.map((cell, at) => (
              <td key={columns[at]?.[0]} className={typeof cell === 'number' ? 'text-right' : undefined}>
                {shown(cell, columns[at]?.[0] ?? '')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
