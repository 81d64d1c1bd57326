import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PartyHeader, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { type AnchorSheet, getAnchorSheet } from '@/db/queries/audit';
import { groupedDigest, MARK } from '@/domain/audit/anchors';
import { LOG_NAMES } from '@/domain/audit/faults';
import { placeAndDate, placeOf } from '@/domain/briefings/report';
import { formatMoment } from '@/domain/moments';
import { formatCount } from '@/domain/numbers';

export const metadata: Metadata = { title: 'Bản kê dấu niêm nhật ký' };

/** What keeps the anchors' file honest: the ends of all chains on paper, signed and put away. */
export default async function PrintedAnchors() {
  const viewer = await enter('audit.read');
  const sheet = await getAnchorSheet(viewer);
  if (!sheet) notFound();
  const place = placeOf(viewer.offices[0]?.unitName ?? '');
  return (
    <main lang="vi">
      <PrintBar back="/audit?check=1" />
      <PrintPage>
        <PartyHeader
          superior={`Tỉnh ủy ${place}`}
          issuer="Ban Tổ chức"
          number={null}
          placeAndDate={placeAndDate(place, viewer.today)}
        />
        <PrintTitle kind="Bản kê" about={`dấu niêm nhật ký hệ thống lúc ${formatMoment(sheet.at)}`} />
        <p>{KEPT[sheet.kept]}</p>
        {sheet.logs.map(({ log, rows, digest }) => (
          <p key={log} className="flush">
            <span className="first-letter:uppercase inline-block">{LOG_NAMES[log]}</span>: {formatCount(rows)} dòng, dấu niêm
            <br />
            <span className="break-words font-mono text-[11pt]">{groupedDigest(digest)}</span>
          </p>
        ))}
        <p>
          Để đối chiếu về sau: mở trang Nhật ký, bấm “Kiểm tra chuỗi”, nhập ít nhất {MARK} chữ số đầu của một trong hai dấu trên.
          Hệ thống phải trả lời rằng có lần niêm mang dấu đó, đúng giờ ghi ở bản này, và mọi chuỗi đều khớp. Không được như vậy
          nghĩa là nhật ký hoặc tệp niêm đã bị thay sau khi in.
        </p>
        <Signers />
        <h2>Đầu từng chuỗi</h2>
        <p className="flush text-[12pt]">
          Ghi số của dòng cuối và {MARK} chữ số đầu của mã băm dòng đó. Chuỗi không có trong bảng là chuỗi chưa có dòng nào.
        </p>
        {sheet.logs.map(({ log }) => (
          <Heads key={log} log={log} heads={sheet.heads} />
        ))}
      </PrintPage>
    </main>
  );
}

const KEPT: Record<AnchorSheet['kept'], string> = {
  kept: 'Các dấu dưới đây đã được ghi vào tệp niêm ngoài cơ sở dữ liệu cùng lúc với việc lập bản kê này.',
  unset:
    'Máy chủ chưa đặt tệp niêm (AUDIT_ANCHOR_FILE): bản kê này chỉ đối chiếu được với bảng đầu chuỗi, không tra được theo dấu.',
  unwritable: 'CẢNH BÁO: không ghi được tệp niêm lúc lập bản kê này. Báo người quản trị máy chủ kiểm tra tệp niêm.',
  broken:
    'CẢNH BÁO: nhật ký không còn như lần niêm trước nên không niêm tiếp. Bấm “Kiểm tra chuỗi” ở trang Nhật ký để biết dòng nào.',
};

const Signers = () => (
  <div className="mt-[10pt] grid break-inside-avoid grid-cols-2 gap-x-[8mm] text-center font-bold">
    {['Người kiểm tra', 'Người chứng kiến'].map((title) => (
      <div key={title}>
        <div className="uppercase">{title}</div>
        <div className="font-normal italic">(Ký, ghi rõ họ tên)</div>
        <div className="h-[22mm]" />
      </div>
    ))}
  </div>
);

type HeadsProps = { log: AnchorSheet['logs'][number]['log']; heads: AnchorSheet['heads'] };

/** Two chains a line, so that all of them go on one page. */
function Heads({ log, heads }: HeadsProps) {
  const mine = heads.filter((head) => head.log === log);
  if (!mine.length) return null;
  const half = Math.ceil(mine.length / 2);
  return (
    <table className="grid-lines heads">
      <caption className="text-left font-bold first-letter:uppercase">{LOG_NAMES[log]}</caption>
      <thead>
        <tr>
          {[1, 2].flatMap((side) =>
            ['Chuỗi', 'Dòng cuối', 'Mã băm'].map((label) => (
              <th key={`${side}${label}`} scope="col">
                {label}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {mine.slice(0, half).map((head, at) => (
          <tr key={head.chain}>
            <HeadCells head={head} />
            <HeadCells head={mine[half + at]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const HeadCells = ({ head }: { head: AnchorSheet['heads'][number] | undefined }) => (
  <>
    <td className="text-right">{head?.chain}</td>
    <td className="text-right">{head && formatCount(head.seq)}</td>
    <td className="whitespace-nowrap font-mono">{head?.hash.slice(0, MARK)}</td>
  </>
);
