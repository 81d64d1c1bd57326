import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { type Lacking, lackingOf, titlesOf, type Wanted, wantedOf } from '@/app/(board)/trainings/needs/lacking';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintMark, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { openPlannedLearners } from '@/db/commands/training-reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { THEORY } from '@/domain/cadres/codes';
import { listPart } from '@/domain/cadres/list-parts';
import { draftMark } from '@/domain/internal-sheet';
import { formatCount } from '@/domain/numbers';
import { isUuid } from '@/domain/text';

export const metadata: Metadata = { title: 'Nhu cầu đào tạo, bồi dưỡng' };

/** How many people one part of the paper holds. */
const PART_SIZE = 500;

/** Who of the planned lacks which course, summed up and name by name, on A4 across. Its reading is in the read log. */
export default async function PrintedNeeds({ searchParams }: PageProps<'/print/trainings/needs'>) {
  const viewer = await enter('training.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'training.read', params.unit);
  if (!unit) notFound();
  const from = isUuid(params.from) ? params.from : undefined;
  const [{ learners, next }, rules] = await Promise.all([
    openPlannedLearners(viewer, unit.id, from),
    rulesOn(viewer, viewer.today, unit.id),
  ]);
  const lacking = lackingOf(learners, rules);
  const place = listPart(params.part, lacking.length, PART_SIZE);
  if (!place) notFound();
  const { part, parts, skipped } = place;
  const here = (page: string) => `${page}?unit=${unit.id}${from ? `&from=${from}` : ''}`;
  return (
    <main lang="vi">
      <PrintBar back={here('/trainings/needs')}>
        {parts > part && (
          <a className="btn" href={`${here('/print/trainings/needs')}&part=${part + 1}`}>
            Phần {part + 1}/{parts} →
          </a>
        )}
      </PrintBar>
      <PrintPage appendix>
        <OfficeHeader name={unit.name} depth={unit.depth} superior={unit.ancestors.at(-1)?.shortName} today={viewer.today} />
        <PrintTitle
          kind="Nhu cầu đào tạo, bồi dưỡng"
          about={`của cán bộ quy hoạch${from || next ? ` – ${formatCount(learners.length)} người ${from ? 'tiếp theo' : 'đầu'} theo tên` : ''}${parts > 1 ? ` – phần ${part}/${parts}` : ''}`}
        />
        <PrintMark>{draftMark({ takenBy: viewer.name, at: new Date() })}</PrintMark>
        {part === 1 && <Summary wanted={wantedOf(lacking)} lacking={lacking.length} learners={learners.length} />}
        <Names lacking={lacking.slice(skipped, skipped + PART_SIZE)} first={skipped + 1} />
        {part === parts && <OfficeSignatures depth={unit.depth} recipients={['Lưu']} />}
      </PrintPage>
    </main>
  );
}

const Summary = ({ wanted, lacking, learners }: { wanted: readonly Wanted[]; lacking: number; learners: number }) => (
  <>
    <p className="flush">
      <b>I. Tổng hợp.</b> {formatCount(lacking)} trong {formatCount(learners)} cán bộ quy hoạch còn thiếu ít nhất một lớp.
    </p>
    <table className="grid-lines">
      <thead>
        <tr>
          {['TT', 'Lớp', 'Số người', 'Căn cứ'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wanted.map(({ key, text, count, basis }, at) => (
          <tr key={key}>
            <td className="text-center">{at + 1}</td>
            <td>{text}</td>
            <td className="text-right">{formatCount(count)}</td>
            <td>{basis}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="flush">
      <b>II. Danh sách.</b>
    </p>
  </>
);

const HEADS = [
  'TT',
  'Họ và tên',
  'Chức vụ hiện nay',
  'Chức danh quy hoạch',
  'Lý luận chính trị',
  'Đối tượng QP, AN',
  'Còn thiếu',
];

const Names = ({ lacking, first }: { lacking: readonly Lacking[]; first: number }) => (
  <table className="grid-lines">
    <thead>
      <tr>
        {HEADS.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lacking.map(({ learner, needs }, at) => (
        <tr key={learner.id}>
          <td className="text-center">{first + at}</td>
          <td>{learner.name}</td>
          <td>{learner.title}</td>
          <td>{titlesOf(learner)}</td>
          <td className="whitespace-nowrap">{THEORY[learner.theory]}</td>
          <td className="text-center">{learner.defence}</td>
          <td className="min-w-[58mm]">
            {needs.map(({ kind, text }) => (
              <div key={kind}>{text}</div>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
