import type { Metadata } from 'next';
import Link from 'next/link';
import { Card, Empty, PageHead } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { DataTable } from '@/components/data/table';
import { getAlarmCounts, listRetiring, type RetiringRow } from '@/db/queries/cadres/alarms';
import { shownStrips } from '@/db/queries/ratings/strips';
import { alarmAddress, cursorOf, monthsAsked } from '@/domain/cadres/alarm-address';
import { retiringBirths } from '@/domain/cadres/alarms';
import { retirementOf } from '@/domain/cadres/retirement';
import { formatDate, type IsoMonth, monthLabel } from '@/domain/calendar';
import type { StripYear } from '@/domain/ratings/strip';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { ageWords } from '@/domain/rule-sets/roadmap';
import { AlarmPager, crumbsOf, narrowedBy, TierChips } from '../alarm-parts';
import { enterAlarms } from '../alarm-scope';

export const metadata: Metadata = { title: 'Cán bộ nghỉ hưu' };

const COLUMNS = [
  { key: 'name', label: 'Cán bộ' },
  { key: 'strip', label: 'Xếp loại' },
  { key: 'born', label: 'Sinh' },
  { key: 'title', label: 'Chức danh hiện nay' },
  { key: 'leaves', label: 'Làm việc đến hết' },
  { key: 'pension', label: 'Hưởng lương hưu từ' },
  { key: 'age', label: 'Tuổi nghỉ hưu' },
];

export default async function RetirementsPage({ searchParams }: PageProps<'/cadres/alarms/retirements'>) {
  const { viewer, params, unit, rules, scope, narrowed, asked } = await enterAlarms(searchParams);
  const months = monthsAsked(params, asked.months);
  const few = { births: retiringBirths(months, rules), months };
  const [{ retirements }, page] = await Promise.all([
    getAlarmCounts(viewer, scope, { ...few, terms: [], papers: [] }),
    listRetiring(viewer, scope, few, cursorOf(params)),
  ]);
  const strips = await shownStrips(
    viewer,
    page.rows.map(({ cadreId }) => cadreId),
    rules,
  );
  const [from, to] = [months[0]?.slice(0, 7), months.at(-1)?.slice(0, 7)];
  const at = (more: Record<string, string | undefined>) => alarmAddress(narrowed, 'retirements', { from, to, ...more });
  return (
    <>
      <PageHead
        title={`Cán bộ nghỉ hưu ${spanWords(months)}`}
        crumbs={crumbsOf(unit, scope.tier, 'Nghỉ hưu')}
        note={`Nghỉ khi hết tháng đủ tuổi, ${basisOf(rules['retire.roadmap'])}.`}
      />
      <TierChips tier={scope.tier} at={(tier) => alarmAddress(narrowedBy(narrowed, tier), 'retirements', { from, to })} />
      <Card>
        {page.rows.length ? (
          <DataTable
            caption="Cán bộ nghỉ hưu"
            columns={COLUMNS}
            rows={page.rows.map((row) => ({ key: row.cadreId, cells: cellsOf(row, strips.get(row.cadreId) ?? [], rules) }))}
          />
        ) : (
          <Empty>Không có ai nghỉ hưu trong thời gian này. Hãy chọn tháng khác ở trang Nhắc việc cán bộ.</Empty>
        )}
        <AlarmPager
          page={page}
          ids={page.rows.map(({ cadreId }) => cadreId)}
          total={retirements.reduce((sum, { count }) => sum + count, 0)}
          noun="người · nghỉ sớm xếp trước"
          at={at}
        />
      </Card>
    </>
  );
}

function spanWords(months: readonly IsoMonth[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  return first === last ? monthLabel(first) : `từ ${monthLabel(first)} đến ${monthLabel(last)}`;
}

function cellsOf(row: RetiringRow, strip: readonly StripYear[], rules: Rules) {
  const { leaves, pension, ageMonths, basis } = retirementOf(
    { female: row.female, born: row.born, rule: row.retirementRule, on: row.retirementDate },
    rules,
  );
  return [
    <Link key="name" href={`/cadres/${row.cadreId}`} prefetch={false}>
      {row.name}
    </Link>,
    <RatingStrip key="strip" strip={strip} />,
    `${formatDate(row.born)}, ${row.female ? 'nữ' : 'nam'}`,
    row.title ? (
      <span key="title">
        {row.title}
        <small className="block text-ink-soft">{row.unit}</small>
      </span>
    ) : (
      '—'
    ),
    formatDate(leaves),
    formatDate(pension),
    ageMonths === null || row.retirementRule === 'women_60' ? basis : ageWords(ageMonths),
  ];
}
