import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { signOf } from '@/app/(board)/cadres/eligibility/verdict-tag';
import { PartyHeader, PrintMark, PrintPage, PrintTitle, Signatures } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { openEligibility } from '@/db/commands/eligibility-reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { placeAndDate, placeOf } from '@/domain/briefings/report';
import { eligibility, eligibilityWords } from '@/domain/cadres/eligibility';
import { eligibilityAddress, questionOf } from '@/domain/cadres/eligibility-address';
import type { Line } from '@/domain/cadres/eligibility-facts';
import { formatDate } from '@/domain/calendar';
import { draftMark } from '@/domain/internal-sheet';
import { pauseWords } from '@/domain/procedures/pauses';

export const metadata: Metadata = { title: 'Phiếu rà soát điều kiện, tiêu chuẩn' };

/** The report of one person and one title on A4; a working paper, never a decision. */
export default async function PrintedEligibility({ searchParams }: PageProps<'/print/cadres/eligibility'>) {
  const viewer = await enter('cadre.read');
  const question = questionOf(await searchParams, viewer.today);
  const { cadre, post: postId, day, situation } = question;
  const facts = await openEligibility(viewer, { cadreId: cadre, postId, day });
  if (!facts) notFound();
  const { person, post, pauses } = facts;
  const rules = await rulesOn(viewer, day, post.unitId);
  const lines = eligibility(person, post, day, rules, situation);
  const board = post.managedBy.depth === 0;
  const place = placeOf(post.managedBy.name);
  return (
    <main lang="vi">
      <PrintBar back={eligibilityAddress(question)} />
      <PrintPage>
        <PartyHeader
          superior={board ? `Tỉnh ủy ${place}` : post.managedBy.name}
          issuer={board ? 'Ban Tổ chức' : 'Ban Xây dựng Đảng'}
          number={null}
          placeAndDate={placeAndDate(place, viewer.today)}
        />
        <PrintTitle kind="Phiếu rà soát" about="điều kiện, tiêu chuẩn chức danh" />
        <PrintMark>{draftMark({ takenBy: viewer.name, at: new Date() })}</PrintMark>
        <p>
          Cán bộ: <b>{person.name}</b>, sinh {formatDate(person.born)}
          {person.presentTitle && `, ${person.presentTitle}`}.
        </p>
        <p>
          Chức danh: <b>{post.title}</b>, {post.unitName}.
        </p>
        <p>
          Xét theo quy định có hiệu lực ngày {formatDate(day)}. {eligibilityWords(lines)}.
        </p>
        {pauses.map((pause) => (
          <p key={pause.id}>{pauseWords(pause)}</p>
        ))}
        <Lines lines={lines} />
        <Signatures recipients={['Lưu hồ sơ nhân sự']} title="Người rà soát" />
      </PrintPage>
    </main>
  );
}

const HEADS = [
  ['TT', 'w-[5%]'],
  ['Điều kiện, tiêu chuẩn', 'w-[25%]'],
  ['Kết luận', 'w-[16%]'],
  ['Theo hồ sơ', 'w-[30%]'],
  ['Căn cứ', 'w-[24%]'],
] as const;

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <table className="grid-lines">
    <thead>
      <tr>
        {HEADS.map(([head, width]) => (
          <th key={head} scope="col" className={width}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map(({ key, condition, verdict, words, basis, unsure }, at) => (
        <tr key={key}>
          <td className="text-center">{at + 1}</td>
          <td>{condition}</td>
          <td className="min-w-[20mm]">{signOf(verdict)}</td>
          <td>{words}</td>
          <td>
            {basis}
            {unsure && ' (cần đối chiếu)'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
