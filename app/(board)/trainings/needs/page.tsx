import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Opens } from '@/components/data/opens';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { ExportForm } from '@/components/form/export-form';
import { openPlannedLearners } from '@/db/commands/training-reads';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { THEORY } from '@/domain/cadres/codes';
import { formatCount } from '@/domain/numbers';
import { isUuid } from '@/domain/text';
import { type Lacking, lackingOf, titlesOf, wantedOf } from './lacking';

export const metadata: Metadata = { title: 'Nhu cầu đào tạo, bồi dưỡng' };

const PAGE = 50;

export default async function NeedsPage({ searchParams }: PageProps<'/trainings/needs'>) {
  const viewer = await enter('training.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'training.read', params.unit);
  if (!unit) notFound();
  const start = isUuid(params.from) ? params.from : undefined;
  const [{ learners, next }, rules] = await Promise.all([
    openPlannedLearners(viewer, unit.id, start),
    rulesOn(viewer, viewer.today, unit.id),
  ]);
  const lacking = lackingOf(learners, rules);
  const asked = wantedOf(lacking).find(({ key }) => key === params.need);
  const need = asked?.key;
  const listed = asked
    ? lacking.filter(({ needs }) => needs.some(({ text, basis }) => text === asked.text && basis === asked.basis))
    : lacking;
  const from = Math.max(0, listed.findIndex(({ learner }) => learner.id === params.after) + 1);
  const shown = listed.slice(from, from + PAGE);
  const at = (place: { need?: string; after?: string }) =>
    `/trainings/needs?${new URLSearchParams({ unit: unit.id, ...(start && { from: start }), ...(place.need && { need: place.need }), ...(place.after && { after: place.after }) })}`;
  return (
    <>
      <PageHead
        title="Nhu cầu đào tạo, bồi dưỡng"
        crumbs={[{ label: 'Đào tạo, bồi dưỡng', href: `/trainings?unit=${unit.id}` }, { label: unit.shortName }]}
        note={`${lacking.length} trong ${learners.length} cán bộ quy hoạch do ${unit.shortName} quản lý còn thiếu ít nhất một lớp.`}
      >
        {lacking.length > 0 && (
          <a className="btn" href={`/print/trainings/needs?unit=${unit.id}${start ? `&from=${start}` : ''}`}>
            Bản in
          </a>
        )}
        {may(viewer, 'cadre.export') && lacking.length > 0 && (
          <ExportForm
            action="/trainings/needs/export"
            hidden={{ unit: unit.id, ...(start && { from: start }) }}
            what={`${lacking.length} người`}
            again={params.export === 'purpose'}
          />
        )}
      </PageHead>
      {(start || next) && <PartNote count={learners.length} unitId={unit.id} start={start} next={next} />}
      <Summary lacking={lacking} at={(text) => `${at({ need: text })}#list`} />
      <Card
        id="list"
        title={asked ? `Ai còn thiếu: ${asked.text}` : 'Ai còn thiếu lớp nào'}
        aside={
          need && (
            <Link href={`${at({})}#list`} prefetch={false}>
              Xem tất cả
            </Link>
          )
        }
      >
        {shown.length ? (
          <>
            <Table lacking={shown} />
            <Pager
              shown={shown.length}
              total={listed.length}
              noun="người"
              first={from ? at({ need }) : undefined}
              next={from + PAGE < listed.length ? at({ need, after: shown.at(-1)?.learner.id }) : undefined}
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

/** More people are planned than are reckoned at a time: which of them stand here, and the way to the others. */
const PartNote = ({ count, unitId, start, next }: { count: number; unitId: string; start?: string; next?: string }) => (
  <p className="mb-5 flex flex-wrap items-center gap-2">
    Số liệu và danh sách dưới đây, cả bản in và tệp xuất, tính {formatCount(count)} người {start ? 'tiếp theo' : 'đầu'} theo tên.
    {start && (
      <Link className="btn" href={`/trainings/needs?unit=${unitId}`} prefetch={false}>
        Về những người đầu
      </Link>
    )}
    {next && (
      <Link className="btn" href={`/trainings/needs?unit=${unitId}&from=${next}`} prefetch={false}>
        Những người tiếp theo →
      </Link>
    )}
  </p>
);

/** How many lack each course, most wanted first; at: where those who lack it are listed. */
function Summary({ lacking, at }: { lacking: readonly Lacking[]; at: (text: string) => string }) {
  const wanted = wantedOf(lacking);
  if (!wanted.length) return null;
  return (
    <Card title="Tổng hợp" className="mb-5">
      <DataTable
        caption="Số người còn thiếu theo lớp"
        columns={[
          { key: 'text', label: 'Lớp', wide: true },
          { key: 'count', label: 'Số người', num: true },
          { key: 'basis', label: 'Căn cứ', wide: true },
        ]}
        rows={wanted.map(({ key, text, basis, count }) => ({
          key,
          cells: [text, <Opens key="count" count={count} href={at(key)} what={`còn thiếu ${text}`} />, basis],
        }))}
      />
    </Card>
  );
}

const COLUMNS = [
  { key: 'name', label: 'Họ và tên', wide: true },
  { key: 'now', label: 'Đã có' },
  { key: 'needs', label: 'Còn thiếu', wide: true },
  { key: 'titles', label: 'Chức danh quy hoạch', wide: true },
];

const Table = ({ lacking }: { lacking: readonly Lacking[] }) => (
  <DataTable
    caption="Cán bộ quy hoạch còn thiếu lớp"
    columns={COLUMNS}
    rows={lacking.map(({ learner, needs }) => ({
      key: learner.id,
      cells: [
        <div key="name">
          <Link href={`/cadres/${learner.id}`} prefetch={false}>
            {learner.name}
          </Link>
          {learner.title && <small className="block text-ink-soft">{learner.title}</small>}
        </div>,
        `${THEORY[learner.theory]}${learner.defence ? `; đối tượng ${learner.defence}` : ''}`,
        <ul key="needs" className="min-w-56 space-y-1">
          {needs.map((need) => (
            <li key={need.kind}>
              {need.text}
              <small className="block text-ink-soft">cho {need.title}</small>
            </li>
          ))}
        </ul>,
        titlesOf(learner),
      ],
    }))}
  />
);
