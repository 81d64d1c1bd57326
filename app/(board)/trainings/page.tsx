import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Opens } from '@/components/data/opens';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { type ClassLine, countTurnsOf, type KindCount, listClasses } from '@/db/queries/trainings';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatDate, type IsoDate, isIsoDate } from '@/domain/calendar';
import { keysOf } from '@/domain/inputs';
import { formatCount } from '@/domain/numbers';
import { isUuid } from '@/domain/text';
import { CLASS_KINDS, classState } from '@/domain/trainings/words';

export const metadata: Metadata = { title: 'Đào tạo, bồi dưỡng' };

const afterOf = (text: string | string[] | undefined) => {
  const [fromOn = '', id] = typeof text === 'string' ? text.split('_') : [];
  return isIsoDate(fromOn) && isUuid(id) ? { fromOn, id } : undefined;
};

export default async function TrainingsPage({ searchParams }: PageProps<'/trainings'>) {
  const viewer = await enter('training.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'training.read', params.unit);
  if (!unit) notFound();
  const year =
    typeof params.year === 'string' && /^20\d\d$/.test(params.year) ? Number(params.year) : Number(viewer.today.slice(0, 4));
  const kind = keysOf(CLASS_KINDS).find((key) => key === params.kind);
  const after = afterOf(params.after);
  const [classes, counts] = await Promise.all([
    listClasses(viewer, unit.id, year, { kind, after }),
    countTurnsOf(viewer, unit.id, year),
  ]);
  const at = (other: number) => `/trainings?unit=${unit.id}&year=${other}`;
  const list = kind ? `${at(year)}&kind=${kind}` : at(year);
  return (
    <>
      <PageHead
        title={`Đào tạo, bồi dưỡng năm ${year}`}
        crumbs={[
          ...unit.ancestors.map((up) => ({
            label: up.shortName,
            href: up.inReach ? `/trainings?unit=${up.id}&year=${year}` : undefined,
          })),
          { label: unit.shortName },
        ]}
        note={totalOf(counts)}
      >
        <Link className="btn" href={at(year - 1)} prefetch={false}>
          ← Năm {year - 1}
        </Link>
        <Link className="btn" href={at(year + 1)} prefetch={false}>
          Năm {year + 1} →
        </Link>
        <Link className="btn" href={`/trainings/needs?unit=${unit.id}`} prefetch={false}>
          Nhu cầu học
        </Link>
        {may(viewer, 'training.write') && (
          <Link className="btn primary" href={`/trainings/new?unit=${unit.id}`} prefetch={false}>
            Mở lớp
          </Link>
        )}
      </PageHead>
      {counts.length > 0 && <Counts counts={counts} at={at(year)} />}
      <Card
        id="classes"
        title="Các lớp"
        aside={
          kind ? (
            <Link
              href={`${at(year)}#classes`}
              prefetch={false}
            >{`${classes.total} lớp ${CLASS_KINDS[kind].toLocaleLowerCase('vi')}: xem tất cả các lớp`}</Link>
          ) : (
            `${classes.total} lớp`
          )
        }
      >
        {classes.rows.length ? (
          <>
            <Classes classes={classes.rows} today={viewer.today} />
            <Pager
              shown={classes.rows.length}
              total={classes.total}
              noun="lớp"
              first={after && `${list}#classes`}
              next={classes.next && `${list}&after=${classes.next.fromOn}_${classes.next.id}#classes`}
            />
          </>
        ) : (
          <Empty>
            Năm {year} chưa có lớp nào ở đây.{may(viewer, 'training.write') && ' Hãy bấm “Mở lớp” để mở lớp và cử người đi học.'}
          </Empty>
        )}
      </Card>
    </>
  );
}

function totalOf(counts: readonly KindCount[]): string {
  const all = counts.find(({ kind }) => kind === '');
  return all ? `${formatCount(all.persons)} người đã học ${formatCount(all.turns)} lượt.` : 'Chưa có ai được cử đi học.';
}

const FIGURES = [
  { key: 'classes', label: 'Lớp', what: 'lớp có người học' },
  { key: 'persons', label: 'Người', what: 'người học' },
  { key: 'turns', label: 'Lượt', what: 'lượt học' },
  { key: 'passed', label: 'Lượt hoàn thành', what: 'lượt hoàn thành' },
] as const;
const COUNTS = [{ key: 'kind', label: 'Nội dung', wide: true }, ...FIGURES.map(({ key, label }) => ({ key, label, num: true }))];
const figures = (line: KindCount, href: string) =>
  FIGURES.map(({ key, what }) => <Opens key={key} count={line[key]} href={href} what={what} />);

function Counts({ counts, at }: { counts: readonly KindCount[]; at: string }) {
  const total = counts.find(({ kind }) => kind === '');
  return (
    <Card title="Người và lượt" aside="một người học hai nội dung đứng ở cả hai dòng, tính một lần ở tổng" className="mb-5">
      <DataTable
        caption="Số người và số lượt học theo nội dung"
        columns={COUNTS}
        rows={counts.flatMap((count) =>
          count.kind === ''
            ? []
            : [{ key: count.kind, cells: [CLASS_KINDS[count.kind], ...figures(count, `${at}&kind=${count.kind}#classes`)] }],
        )}
        foot={total && ['Tổng số', ...figures(total, `${at}#classes`)]}
      />
    </Card>
  );
}

const CLASSES = [
  { key: 'name', label: 'Lớp', wide: true },
  { key: 'kind', label: 'Nội dung' },
  { key: 'days', label: 'Thời gian' },
  { key: 'planned', label: 'Kế hoạch', num: true },
  { key: 'turns', label: 'Đã cử', num: true },
  { key: 'passed', label: 'Hoàn thành', num: true },
  { key: 'state', label: 'Tình trạng' },
];

const Classes = ({ classes, today }: { classes: readonly ClassLine[]; today: IsoDate }) => (
  <DataTable
    caption="Các lớp đào tạo, bồi dưỡng"
    columns={CLASSES}
    rows={classes.map((line) => ({
      key: line.id,
      cells: [
        <div key="name">
          <Link href={`/trainings/${line.id}`} prefetch={false}>
            {line.name}
          </Link>
          <small className="block text-ink-soft">{[line.school, line.unitName].filter(Boolean).join(' · ')}</small>
        </div>,
        CLASS_KINDS[line.kind],
        `${formatDate(line.fromOn)} – ${formatDate(line.toOn)}`,
        formatCount(line.planned),
        <span key="turns">
          <Opens count={line.turns} href={`/trainings/${line.id}`} what={`người được cử đi học ${line.name}`} />
          {line.others > 0 && <small className="block text-ink-soft">và {formatCount(line.others)} người ngoài sổ</small>}
        </span>,
        <Opens key="passed" count={line.passed} href={`/trainings/${line.id}`} what={`người hoàn thành ${line.name}`} />,
        classState(line, today),
      ],
    }))}
  />
);
