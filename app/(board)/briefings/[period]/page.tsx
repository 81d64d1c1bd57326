import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ensureMonths } from '@/db/months';
import { getBriefing } from '@/db/queries/briefings/briefing';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit, type ShownUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { briefingAddress } from '@/domain/briefings/address';
import { type Briefing, isRunning } from '@/domain/briefings/briefing';
import { formatMoment } from '@/domain/briefings/moments';
import { formatDate, periodLabel, previousPeriod, quarterOf } from '@/domain/calendar';
import { basisOf } from '@/domain/rule-sets';
import { BalanceStrip } from './balance-strip';
import { Charts } from './charts';
import { ChildTable } from './child-table';
import { FigureList } from './figure-list';
import { FreezeForm, ReopenForm } from './freeze-panel';
import { Reading } from './reading';
import { SinceFrozen } from './since-frozen';

type Props = { params: Promise<{ period: string }>; searchParams: Promise<{ unit?: string; all?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Giao ban ${(await params).period}` };
}

export default async function BriefingPage({ params, searchParams }: Props) {
  const viewer = await enter('briefing.read');
  await ensureMonths(viewer.today);
  const [{ period }, { unit: wanted, all }] = [await params, await searchParams];
  const unit = await chooseUnit(viewer, 'briefing.read', wanted);
  const briefing = unit && (await getBriefing(viewer, unit, period));
  if (!unit || !briefing) notFound();
  const danger = (await rulesOn(viewer, briefing.asOf, unit.id))['target.danger'];
  return (
    <>
      <PageHead title={`Giao ban ${periodLabel(period)}`} crumbs={crumbs(unit, period)} note={<Note briefing={briefing} />}>
        <Quarters period={period} today={viewer.today} unitId={unit.id} />
        <a className="btn" href={`/print/briefings/${period}?unit=${unit.id}`}>
          In
        </a>
        <a className="btn" href={`/briefings/${period}/xlsx?unit=${unit.id}`} download>
          Excel
        </a>
        {may(viewer, 'briefing.freeze') &&
          (briefing.frozen ? <ReopenForm briefing={briefing} /> : <FreezeForm briefing={briefing} />)}
      </PageHead>
      <SinceFrozen briefing={briefing} />
      <BalanceStrip briefing={briefing} />
      <div className="mb-5 grid items-start gap-5 lg:grid-cols-[1.25fr_1fr]">
        <Reading briefing={briefing} dangerLine={danger.value} basis={basisOf(danger)} />
        <Charts briefing={briefing} />
      </div>
      {briefing.rows.length > 0 && (
        <Card title="Theo đơn vị trực thuộc" aside={`${briefing.rows.length} đơn vị; mở tên để xem giao ban của đơn vị`}>
          <ChildTable briefing={briefing} dangerLine={danger.value} all={all === '1'} />
        </Card>
      )}
      <FigureList briefing={briefing} />
    </>
  );
}

const crumbs = (unit: ShownUnit, period: string) => [
  ...unit.ancestors
    .filter((ancestor) => ancestor.inReach)
    .map((ancestor) => ({ label: ancestor.shortName, href: briefingAddress(period, ancestor.id) })),
  { label: unit.name },
];

function Note({ briefing }: { briefing: Briefing }) {
  const { asOf, frozen, reopened, period } = briefing;
  if (frozen)
    return (
      <>
        Số liệu đến {formatDate(asOf)}, đã chốt lúc {formatMoment(frozen.at)}.
      </>
    );
  return (
    <>
      Số liệu đến {formatDate(asOf)}, còn thay đổi
      {isRunning(period, asOf) && '; quý chưa kết thúc nên so với quý khác mới là tạm tính'}.
      {reopened && ` Đã mở lại lúc ${formatMoment(reopened.at)} (${reopened.by ?? ''}): ${reopened.reason}.`}
    </>
  );
}

/** The quarter before and the one after, as far as it has begun. */
function Quarters({ period, today, unitId }: { period: string; today: string; unitId: string }) {
  const before = previousPeriod(period);
  const after = quarterOf(today) === period ? null : nextPeriod(period);
  return (
    <>
      <Link className="btn" href={briefingAddress(before, unitId)} prefetch={false}>
        ← {periodLabel(before)}
      </Link>
      {after && (
        <Link className="btn" href={briefingAddress(after, unitId)} prefetch={false}>
          {periodLabel(after)} →
        </Link>
      )}
    </>
  );
}

const nextPeriod = (period: string): string => {
  const [year = '', quarter = ''] = period.split('-Q');
  return quarter === '4' ? `${Number(year) + 1}-Q1` : `${year}-Q${Number(quarter) + 1}`;
};
