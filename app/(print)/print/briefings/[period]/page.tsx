import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PartyHeader, PrintPage, PrintTitle, Signatures } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { ensureMonths } from '@/db/months';
import { getBriefing } from '@/db/queries/briefings/briefing';
import { chooseUnit } from '@/db/queries/units';
import type { Briefing } from '@/domain/briefings/briefing';
import { formatMoment } from '@/domain/briefings/moments';
import {
  cadreParagraphs,
  meetingParagraphs,
  memberParagraphs,
  placeAndDate,
  placeOf,
  type ReportTable,
  reportTables,
} from '@/domain/briefings/report';
import { formatDate, periodLabel } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';

type Props = { params: Promise<{ period: string }>; searchParams: Promise<{ unit?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Báo cáo giao ban ${(await params).period}` };
}

/** The quarter's report on A4 by the Party's format; what the books do not hold is left open for the hand. */
export default async function PrintedBriefing({ params, searchParams }: Props) {
  const viewer = await enter('briefing.read');
  await ensureMonths(viewer.today);
  const [{ period }, { unit: wanted }] = [await params, await searchParams];
  const unit = await chooseUnit(viewer, 'briefing.read', wanted);
  const briefing = unit && (await getBriefing(viewer, unit, period));
  if (!unit || !briefing) notFound();
  const board = unit.depth === 0;
  const superior = board ? `Tỉnh ủy ${placeOf(unit.name)}` : unit.ancestors.at(-1)?.shortName;
  const tables = reportTables(briefing);
  return (
    <main lang="vi">
      <PrintBar back={`/briefings/${period}?unit=${unit.id}`} />
      <PrintPage>
        <PartyHeader
          superior={superior}
          issuer={board ? 'Ban Tổ chức' : unit.name}
          number={`Số …-BC/${symbolOf(unit)}`}
          placeAndDate={placeAndDate(placeOf(unit.name), viewer.today)}
        />
        <PrintTitle kind="Báo cáo" about={`kết quả công tác tổ chức xây dựng Đảng ${periodLabel(period)}`} />
        <Body briefing={briefing} />
        <Signatures
          recipients={
            board
              ? ['Thường trực Tỉnh ủy', 'Các đảng bộ trực thuộc', 'Lưu Ban Tổ chức']
              : ['Cấp ủy cấp trên', 'Các chi bộ', 'Lưu']
          }
          authority={signedBy(unit)}
          title={board ? 'Trưởng ban' : 'Bí thư'}
        />
      </PrintPage>
      {tables.map((table, at) => (
        <Appendix key={table.title} table={table} number={at + 1} period={period} />
      ))}
    </main>
  );
}

type Unit = { depth: number; isCell: boolean };
const symbolOf = ({ depth, isCell }: Unit) => (depth === 0 ? 'BTCTU' : isCell ? 'CB' : 'ĐU');
/** An advisory board's head signs directly; committees and cells sign on behalf of the body. */
const signedBy = ({ depth, isCell }: Unit) => (depth === 0 ? undefined : isCell ? 'T/M Chi bộ' : 'T/M Đảng ủy');

const OPEN = '…'.repeat(30);

function Body({ briefing }: { briefing: Briefing }) {
  const { frozen, asOf, rows } = briefing;
  return (
    <>
      <h2>I. TÌNH HÌNH CHUNG</h2>
      <p>
        Báo cáo tổng hợp từ sổ của {briefing.unit.name}
        {rows.length > 0 && ` và ${formatCount(rows.length)} đơn vị trực thuộc`}; số liệu đến {formatDate(asOf)}
        {frozen ? `, chốt lúc ${formatMoment(frozen.at)}.` : ' (ước, chưa chốt).'}
      </p>
      <h2>II. KẾT QUẢ</h2>
      <h3>1. Tổ chức cơ sở đảng, đảng viên</h3>
      <Paragraphs texts={memberParagraphs(briefing)} />
      <h3>2. Sinh hoạt chi bộ</h3>
      <Paragraphs texts={meetingParagraphs(briefing)} />
      <h3>3. Công tác cán bộ</h3>
      <Paragraphs texts={cadreParagraphs(briefing)} />
      <h3>4. Chính sách cán bộ, bảo vệ chính trị nội bộ, kiểm tra, giám sát</h3>
      <p>{OPEN}</p>
      <h2>III. ĐÁNH GIÁ CHUNG</h2>
      <p>1. Ưu điểm</p>
      <p>{OPEN}</p>
      <p>2. Hạn chế, nguyên nhân</p>
      <p>{OPEN}</p>
      <h2>IV. NHIỆM VỤ TRỌNG TÂM QUÝ TỚI</h2>
      <p>{OPEN}</p>
      <h2>V. KIẾN NGHỊ, ĐỀ XUẤT</h2>
      <p>{OPEN}</p>
    </>
  );
}

const Paragraphs = ({ texts }: { texts: readonly string[] }) => texts.map((text) => <p key={text}>{text}</p>);

function Appendix({ table, number, period }: { table: ReportTable; number: number; period: string }) {
  return (
    <PrintPage appendix>
      <div className="mb-[6pt] text-center">
        <div className="font-bold">Phụ lục {number}</div>
        <h2 className="!m-0 uppercase">{table.title}</h2>
        <div className="italic">(kèm theo Báo cáo kết quả công tác tổ chức xây dựng Đảng {periodLabel(period)})</div>
      </div>
      <table className="grid-lines">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...table.rows, ...(table.total ? [table.total] : [])].map((cells) => (
            <tr key={`${cells[0]}${cells[1]}`} className={cells === table.total ? 'font-bold' : undefined}>
              {cells.map((cell, at) => (
                <td
                  key={table.columns[at]}
                  className={typeof cell === 'number' || String(cell).endsWith('%') ? 'text-right' : undefined}
                >
                  {typeof cell === 'number' ? formatCount(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPage>
  );
}
