import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { rulesOn } from '@/db/queries/rule-sets';
import { listPlannedLearners, type PlannedLearner } from '@/db/queries/trainings';
import { chooseUnit } from '@/db/queries/units';
import { THEORY } from '@/domain/cadres/codes';
import { type Need, needsOf } from '@/domain/trainings/needs';

export const metadata: Metadata = { title: 'Nhu cầu đào tạo, bồi dưỡng' };

const PAGE = 50;
type Lacking = { learner: PlannedLearner; needs: Need[] };

export default async function NeedsPage({ searchParams }: PageProps<'/trainings/needs'>) {
  const viewer = await enter('training.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'training.read', params.unit);
  if (!unit) notFound();
  const [learners, rules] = await Promise.all([listPlannedLearners(viewer, unit.id), rulesOn(viewer, viewer.today, unit.id)]);
  const lacking = learners.flatMap((learner) => {
    const needs = needsOf(learner, rules);
    return needs.length ? [{ learner, needs }] : [];
  });
  const from = Math.max(0, lacking.findIndex(({ learner }) => learner.id === params.after) + 1);
  const shown = lacking.slice(from, from + PAGE);
  const at = (after?: string) => `/trainings/needs?unit=${unit.id}${after ? `&after=${after}` : ''}`;
  return (
    <>
      <PageHead
        title="Nhu cầu đào tạo, bồi dưỡng"
        crumbs={[{ label: 'Đào tạo, bồi dưỡng', href: `/trainings?unit=${unit.id}` }, { label: unit.shortName }]}
        note={`${lacking.length} trong ${learners.length} cán bộ quy hoạch do ${unit.shortName} quản lý còn thiếu ít nhất một lớp.`}
      />
      <Summary lacking={lacking} />
      <Card title="Ai còn thiếu lớp nào">
        {shown.length ? (
          <>
            <Table lacking={shown} />
            <Pager
              shown={shown.length}
              total={lacking.length}
              noun="người"
              first={from ? at() : undefined}
              next={from + PAGE < lacking.length ? at(shown.at(-1)?.learner.id) : undefined}
            />
          </>
        ) : (
          <Empty>
            {learners.length ? 'Mọi cán bộ trong quy hoạch đã học đủ.' : 'Chưa có ai được phê duyệt quy hoạch ở đây.'}
          </Empty>
        )}
      </Card>
    </>
  );
}

/** How many lack each course, most wanted first. */
function Summary({ lacking }: { lacking: readonly Lacking[] }) {
  const counts = new Map<string, { text: string; basis: string; count: number }>();
  for (const { text, basis } of lacking.flatMap(({ needs }) => needs)) {
    const key = `${text}|${basis}`;
    counts.set(key, { text, basis, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  if (!counts.size) return null;
  return (
    <Card title="Tổng hợp" className="mb-5">
      <DataTable
        caption="Số người còn thiếu theo lớp"
        columns={[
          { key: 'text', label: 'Lớp' },
          { key: 'count', label: 'Số người', num: true },
          { key: 'basis', label: 'Căn cứ' },
        ]}
        rows={[...counts]
          .sort(([, a], [, b]) => b.count - a.count)
          .map(([key, { text, basis, count }]) => ({ key, cells: [text, count, basis] }))}
      />
    </Card>
  );
}

const COLUMNS = [
  { key: 'name', label: 'Họ và tên' },
  { key: 'now', label: 'Đã có' },
  { key: 'needs', label: 'Còn thiếu' },
  { key: 'titles', label: 'Chức danh quy hoạch' },
];

const Table = ({ lacking }: { lacking: readonly Lacking[] }) => (
  <DataTable
    caption="Cán bộ quy hoạch còn thiếu lớp"
    columns={COLUMNS}
    rows={lacking.map(({ learner, needs }) => ({
      key: learner.id,
      cells: [
        <div key="name">
          <Link href={`/members/${learner.memberId}`} prefetch={false}>
            {learner.name}
          </Link>
          {learner.title && <small className="block text-ink-soft">{learner.title}</small>}
        </div>,
        `${THEORY[learner.theory]}${learner.defence ? `; đối tượng ${learner.defence}` : ''}`,
        <ul key="needs">
          {needs.map((need) => (
            <li key={need.kind}>
              {need.text}
              <small className="block text-ink-soft">
                cho {need.title}, {need.basis}
              </small>
            </li>
          ))}
        </ul>,
        [...new Set(learner.planned.map(({ title }) => title))].join('; '),
      ],
    }))}
  />
);
