import type { Metadata } from 'next';
import Link from 'next/link';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { getAlarmCounts, listExpiringPapers, type PaperRow } from '@/db/queries/cadres/alarms';
import { alarmAddress, cursorOf, windowsAsked } from '@/domain/cadres/alarm-address';
import { windowWords } from '@/domain/cadres/alarms';
import { TRAINING_KINDS } from '@/domain/cadres/codes';
import { daysUntil } from '@/domain/cadres/terms';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { daysWords } from '@/domain/desk-words';
import { AlarmPager, Chips, crumbsOf, narrowedBy, TierChips } from '../alarm-parts';
import { enterAlarms } from '../alarm-scope';

export const metadata: Metadata = { title: 'Chứng chỉ hết giá trị' };

const COLUMNS = [
  { key: 'name', label: 'Cán bộ' },
  { key: 'certificate', label: 'Chứng chỉ, chứng nhận' },
  { key: 'kind', label: 'Loại' },
  { key: 'school', label: 'Nơi cấp' },
  { key: 'until', label: 'Có giá trị đến' },
];

export default async function ExpiringPapersPage({ searchParams }: PageProps<'/cadres/alarms/certificates'>) {
  const { viewer, params, unit, rules, scope, narrowed, asked } = await enterAlarms(searchParams);
  const window = windowsAsked(params, asked.papers);
  const [{ papers: counts }, page] = await Promise.all([
    getAlarmCounts(viewer, scope, { ...asked, terms: [], births: [], months: [] }),
    listExpiringPapers(viewer, scope, window, cursorOf(params)),
  ]);
  const within = window.within === null ? undefined : String(window.within);
  const counted = (key: number | null) =>
    counts.reduce((sum, each) => sum + (key === null || each.within === key ? each.count : 0), 0);
  return (
    <>
      <PageHead title="Chứng chỉ, chứng nhận hết giá trị" crumbs={crumbsOf(unit, scope.tier, 'Chứng chỉ')} />
      <TierChips tier={scope.tier} at={(tier) => alarmAddress(narrowedBy(narrowed, tier), 'certificates', { within })} />
      <Chips
        label="Thời gian còn lại"
        items={[
          {
            key: 'all',
            label: `Tất cả ${counted(null)}`,
            href: alarmAddress(narrowed, 'certificates'),
            on: window.within === null,
          },
          ...asked.papers.map((each) => ({
            key: String(each.within),
            label: `${windowWords(each, [rules['papers.remind'].value])}: ${counted(each.within)}`,
            href: alarmAddress(narrowed, 'certificates', { within: String(each.within) }),
            on: window.within === each.within,
          })),
        ]}
      />
      <Card>
        {page.rows.length ? (
          <DataTable
            caption="Chứng chỉ, chứng nhận hết giá trị"
            columns={COLUMNS}
            rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row, viewer.today) }))}
          />
        ) : (
          <Empty>Không có chứng chỉ nào hết giá trị trong khoảng này.</Empty>
        )}
        <AlarmPager
          page={page}
          ids={page.rows.map(({ id }) => id)}
          total={counted(window.within)}
          noun="chứng chỉ · hết hạn sớm xếp trước"
          at={(more) => alarmAddress(narrowed, 'certificates', { within, ...more })}
        />
      </Card>
    </>
  );
}

function cellsOf(row: PaperRow, today: IsoDate) {
  const days = daysUntil(row.validTo, today);
  return [
    <Link key="name" href={`/cadres/${row.cadreId}`} prefetch={false}>
      {row.name}
    </Link>,
    <span key="title">
      {row.title}
      {row.certificate && <small className="block text-ink-soft">{row.certificate}</small>}
    </span>,
    TRAINING_KINDS[row.kind],
    row.school ?? '—',
    <span key="until" className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {formatDate(row.validTo)} <Tag kind={days < 0 ? 'late' : 'due'}>{daysWords(days)}</Tag>
    </span>,
  ];
}
