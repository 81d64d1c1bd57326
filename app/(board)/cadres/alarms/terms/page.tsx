import type { Metadata } from 'next';
import { Card, Empty, PageHead } from '@/components/data/page';
import { getAlarmCounts, listExpiringTerms } from '@/db/queries/cadres/alarms';
import { shownStrips } from '@/db/queries/ratings/strips';
import { alarmAddress, cursorOf, windowsAsked } from '@/domain/cadres/alarm-address';
import { windowWords } from '@/domain/cadres/alarms';
import { basisOf } from '@/domain/rule-sets';
import { AlarmPager, Chips, crumbsOf, narrowedBy, TierChips } from '../alarm-parts';
import { enterAlarms } from '../alarm-scope';
import { TermTable } from '../term-table';

export const metadata: Metadata = { title: 'Hết thời hạn giữ chức vụ' };

export default async function ExpiringTermsPage({ searchParams }: PageProps<'/cadres/alarms/terms'>) {
  const { viewer, params, unit, rules, scope, narrowed, asked } = await enterAlarms(searchParams);
  const window = windowsAsked(params, asked.terms);
  const [{ terms: counts }, page] = await Promise.all([
    getAlarmCounts(viewer, scope, { ...asked, papers: [], births: [], months: [] }),
    listExpiringTerms(viewer, scope, window, cursorOf(params)),
  ]);
  const strips = await shownStrips(
    viewer,
    page.rows.map(({ cadreId }) => cadreId),
    rules,
  );
  const within = window.within === null ? undefined : String(window.within);
  const counted = (key: number | null) =>
    counts.reduce((sum, each) => sum + (key === null || each.within === key ? each.count : 0), 0);
  const at = (more: Record<string, string | undefined>) => alarmAddress(narrowed, 'terms', { within, ...more });
  return (
    <>
      <PageHead
        title="Hết thời hạn giữ chức vụ"
        crumbs={crumbsOf(unit, scope.tier, 'Hết thời hạn')}
        note={`Đề xuất tính theo số tháng còn công tác khi hết thời hạn, ${basisOf(rules['appoint.term'])}. Cấp có thẩm quyền quyết định.`}
      />
      <TierChips tier={scope.tier} at={(tier) => alarmAddress(narrowedBy(narrowed, tier), 'terms', { within })} />
      <Chips
        label="Thời gian còn lại"
        items={[
          { key: 'all', label: `Tất cả ${counted(null)}`, href: alarmAddress(narrowed, 'terms'), on: window.within === null },
          ...asked.terms.map((each) => ({
            key: String(each.within),
            label: `${windowWords(each, rules['appoint.alarm'].value)}: ${counted(each.within)}`,
            href: alarmAddress(narrowed, 'terms', { within: String(each.within) }),
            on: window.within === each.within,
          })),
        ]}
      />
      <Card>
        {page.rows.length ? (
          <TermTable rows={page.rows} strips={strips} today={viewer.today} rules={rules} caption="Hết thời hạn giữ chức vụ" />
        ) : (
          <Empty>Không có chức danh nào hết thời hạn trong khoảng này. Hãy chọn khoảng thời gian hoặc diện quản lý khác.</Empty>
        )}
        <AlarmPager
          page={page}
          ids={page.rows.map(({ id }) => id)}
          total={counted(window.within)}
          noun="chức danh · hết hạn sớm xếp trước"
          at={at}
        />
      </Card>
    </>
  );
}
