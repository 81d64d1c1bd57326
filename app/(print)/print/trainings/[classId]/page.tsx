import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { openClassList } from '@/db/commands/training-reads';
import type { ClassHead, TurnRow } from '@/db/queries/trainings';
import { formatDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { isUuid } from '@/domain/text';
import { classState, RESULTS } from '@/domain/trainings/words';

export const metadata: Metadata = { title: 'Danh sách học viên' };

/** The list of a class with its results on A4 across; whoever does not hold the class prints the own learners only, unsigned. */
export default async function PrintedClass({ params, searchParams }: PageProps<'/print/trainings/[classId]'>) {
  const viewer = await enter('training.read');
  const { classId } = await params;
  const found = isUuid(classId) ? await openClassList(viewer, classId, (await searchParams).part) : null;
  if (!found) notFound();
  const { head, turns, counts, place } = found;
  const { part, parts, skipped } = place;
  return (
    <main lang="vi">
      <PrintBar back={`/trainings/${head.id}`}>
        {parts > part && (
          <a className="btn" href={`/print/trainings/${head.id}?part=${part + 1}`}>
            Phần {part + 1}/{parts} →
          </a>
        )}
      </PrintBar>
      <PrintPage appendix>
        <OfficeHeader name={head.unitName} depth={head.depth} today={viewer.today} />
        <PrintTitle kind={`Danh sách học viên${parts > 1 ? ` – phần ${part}/${parts}` : ''}`} about={aboutOf(head)} />
        <Turns turns={turns} first={skipped + 1} />
        <p className="flush">
          {head.own ? 'Lớp' : 'Phần học viên của đơn vị in danh sách'} có {formatCount(counts.turns)} học viên; hoàn thành{' '}
          {formatCount(counts.passed)}.
          {head.own && head.others > 0 && ` Ngoài ra có ${formatCount(head.others)} người học ngoài sổ đảng viên.`} Tình trạng
          lớp: {classState(head, viewer.today).toLocaleLowerCase('vi')}.
        </p>
        {head.own && part === parts && <OfficeSignatures depth={head.depth} recipients={['Cơ sở đào tạo', 'Lưu']} />}
      </PrintPage>
    </main>
  );
}

const aboutOf = ({ name, fromOn, toOn, school, place, decisionNumber }: ClassHead) => (
  <>
    {name}
    <span className="block font-normal italic">
      {[`từ ngày ${formatDate(fromOn)} đến ngày ${formatDate(toOn)}`, school, place, decisionNumber && `theo ${decisionNumber}`]
        .filter(Boolean)
        .join('; ')}
    </span>
  </>
);

const Turns = ({ turns, first }: { turns: readonly TurnRow[]; first: number }) => (
  <table className="grid-lines">
    <thead>
      <tr>
        <th rowSpan={2}>TT</th>
        <th rowSpan={2}>Họ và tên</th>
        <th colSpan={2}>Ngày sinh</th>
        <th rowSpan={2}>Chức vụ</th>
        <th rowSpan={2}>Đảng bộ</th>
        <th rowSpan={2}>Kết quả</th>
        <th rowSpan={2}>Số văn bằng, chứng chỉ</th>
        <th rowSpan={2}>Ghi chú</th>
      </tr>
      <tr>
        <th>Nam</th>
        <th>Nữ</th>
      </tr>
    </thead>
    <tbody>
      {turns.map(({ id, name, born, female, title, committeeName, result, certificate }, at) => (
        <tr key={id}>
          <td className="text-center">{first + at}</td>
          <td>{name}</td>
          <td className="whitespace-nowrap text-center">{female ? '' : formatDate(born)}</td>
          <td className="whitespace-nowrap text-center">{female ? formatDate(born) : ''}</td>
          <td>{title}</td>
          <td>{committeeName}</td>
          <td>{RESULTS[result]}</td>
          <td className="whitespace-nowrap">{certificate}</td>
          <td className="min-w-[20mm]" />
        </tr>
      ))}
    </tbody>
  </table>
);
