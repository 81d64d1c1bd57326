import type { Metadata } from 'next';
import Link from 'next/link';
import { ColumnChart } from '@/components/chart/column-chart';
import { Opens } from '@/components/data/opens';
import { Card, Empty, PageHead } from '@/components/data/page';
import { getAlarmCounts, listExpiringTerms } from '@/db/queries/cadres/alarms';
import { shownStrips } from '@/db/queries/ratings/strips';
import { may, type Viewer } from '@/domain/access/viewer';
import { alarmAddress, type Narrowed, windowsAsked } from '@/domain/cadres/alarm-address';
import { type AlarmWindow, filledMonths, type MonthCount, windowWords, yearRows } from '@/domain/cadres/alarms';
import { retirementChartAddress } from '@/domain/cadres/retirement-chart';
import { formatDate, monthLabel } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { ledgerAddress } from '@/domain/rotations/filters';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { crumbsOf, narrowedBy, TierChips } from './alarm-parts';
import { enterAlarms } from './alarm-scope';
import { TermTable } from './term-table';
import { YearTable } from './year-table';

export const metadata: Metadata = { title: 'Nhắc việc cán bộ' };

/** How many of the most pressing terms stand on the page itself. */
const SHOWN = 10;

export default async function AlarmsPage({ searchParams }: PageProps<'/cadres/alarms'>) {
  const { viewer, unit, rules, scope, narrowed, asked } = await enterAlarms(searchParams);
  const [counts, terms] = await Promise.all([
    getAlarmCounts(viewer, scope, asked),
    listExpiringTerms(viewer, scope, windowsAsked({}, asked.terms)),
  ]);
  const soonest = terms.rows.slice(0, SHOWN);
  const strips = await shownStrips(
    viewer,
    soonest.map(({ cadreId }) => cadreId),
    rules,
  );
  return (
    <>
      <PageHead
        title="Nhắc việc cán bộ"
        crumbs={crumbsOf(unit, scope.tier)}
        note={`Tính đến ${formatDate(viewer.today)}. Bấm vào con số để mở danh sách.`}
      >
        <Link className="btn" href="/cadres/eligibility" prefetch={false}>
          Rà điều kiện bổ nhiệm
        </Link>
      </PageHead>
      <TierChips tier={scope.tier} at={(tier) => alarmAddress(narrowedBy(narrowed, tier))} />
      <div className="grid grid-cols-1 gap-5">
        <Card
          title="Hết thời hạn giữ chức vụ"
          aside={`báo trước ${rules['appoint.notice'].value} ngày ${basisOf(rules['appoint.notice'])}`}
        >
          <Windows
            windows={asked.terms}
            counts={counts.terms}
            days={rules['appoint.alarm'].value}
            href={(within) => alarmAddress(narrowed, 'terms', { within })}
            what="hết thời hạn giữ chức vụ"
          />
          {terms.rows.length ? (
            <TermTable
              rows={soonest}
              strips={strips}
              today={viewer.today}
              rules={rules}
              caption="Những trường hợp đến hạn sớm nhất"
            />
          ) : (
            <Empty>Không có chức danh nào hết thời hạn trong thời gian này.</Empty>
          )}
        </Card>
        <Retirements counts={filledMonths(counts.retirements, asked.months)} narrowed={narrowed} rules={rules} />
        <Card title="Chứng chỉ, chứng nhận hết giá trị" aside={`nhắc trước ${rules['papers.remind'].value} ngày`}>
          <Windows
            windows={asked.papers}
            counts={counts.papers}
            days={[rules['papers.remind'].value]}
            href={(within) => alarmAddress(narrowed, 'certificates', { within })}
            what="chứng chỉ hết giá trị"
          />
        </Card>
        <Elsewhere viewer={viewer} unitId={unit.id} rules={rules} />
      </div>
    </>
  );
}

type WindowsProps = {
  windows: readonly AlarmWindow[];
  counts: readonly { within: number; count: number }[];
  days: readonly number[];
  href: (within: string) => string;
  what: string;
};

function Windows({ windows, counts, days, href, what }: WindowsProps) {
  return (
    <dl className="flex flex-wrap border-line border-b">
      {windows.map((window) => {
        const words = windowWords(window, days);
        return (
          <div key={window.within} className="min-w-40 grow basis-40 px-4 py-3">
            <dt className="text-ink-soft text-sm first-letter:uppercase">{words}</dt>
            <dd className={`font-semibold text-2xl ${window.within === 0 ? '[&_a]:text-red-deep' : ''}`}>
              <Opens
                count={counts.find(({ within }) => within === window.within)?.count ?? 0}
                href={href(String(window.within))}
                what={`${what} ${words}`}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Retirements({ counts, narrowed, rules }: { counts: readonly MonthCount[]; narrowed: Narrowed; rules: Rules }) {
  const years = rules['retire.outlook'].value;
  return (
    <Card title={`Nghỉ hưu trong ${years} năm tới`} aside={basisOf(rules['retire.roadmap'])}>
      <ColumnChart
        title={`Số cán bộ nghỉ hưu theo tháng, ${years} năm tới`}
        src={retirementChartAddress(counts)}
        columns={counts.map(({ month, count }) => [monthLabel(month), formatCount(count)] as const)}
        width={960}
        height={200}
        unit="người"
      />
      <YearTable years={yearRows(counts)} at={(from, to) => alarmAddress(narrowed, 'retirements', { from, to })} />
    </Card>
  );
}

function Elsewhere({ viewer, unitId, rules }: { viewer: Viewer; unitId: string; rules: Rules }) {
  const places = [
    may(viewer, 'rotation.read') && {
      href: ledgerAddress({ state: 'due' }, { unit: unitId }),
      label: `Luân chuyển đủ ${rules['rotate.min'].value} tháng, cần bố trí`,
    },
    may(viewer, 'rotation.read') && {
      href: ledgerAddress({ state: 'prepare' }, { unit: unitId }),
      label: `Luân chuyển từ ${rules['rotate.remind'].value} tháng, chuẩn bị bố trí`,
    },
    may(viewer, 'rating.read') && { href: `/ratings?unit=${unitId}`, label: 'Liên tiếp không hoàn thành nhiệm vụ' },
  ].filter((place) => place !== false);
  if (!places.length) return null;
  return (
    <Card title="Nhắc việc ở trang khác">
      <ul className="cells">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
