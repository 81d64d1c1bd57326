import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { listProcedures, type ProcedureLine } from '@/db/queries/procedures/list';
import { listHolidays, rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { addDays, formatDate, type Holiday, isIsoDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { clocksOf, clockWords, overdueSince } from '@/domain/procedures/clocks';
import {
  isProcedureView,
  PROCEDURE_VIEWS,
  type ProcedureView,
  progressOf,
  STATE_WORDS,
  stateOf,
} from '@/domain/procedures/progress';
import { renewalClock, renewalClockWords } from '@/domain/procedures/renewals';
import { SOURCE_WORDS, STEPS } from '@/domain/procedures/steps';
import type { Rules } from '@/domain/rule-sets';
import { isUuid } from '@/domain/text';
import { stateTag } from './state-tag';

export const metadata: Metadata = { title: 'Quy trình nhân sự' };

const COLUMNS = [
  { key: 'title', label: 'Chức danh' },
  { key: 'state', label: 'Tình trạng' },
  { key: 'clock', label: 'Thời hạn' },
  { key: 'people', label: 'Nhân sự', num: true },
  { key: 'opened', label: 'Mở ngày' },
];

const afterOf = (text: string | string[] | undefined) => {
  const [openedOn = '', id] = typeof text === 'string' ? text.split('_') : [];
  return isIsoDate(openedOn) && isUuid(id) ? { openedOn, id } : undefined;
};

export default async function ProceduresPage({ searchParams }: PageProps<'/procedures'>) {
  const viewer = await enter('procedure.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'procedure.read', params.unit);
  if (!unit) notFound();
  const view: ProcedureView = isProcedureView(params.view) ? params.view : 'open';
  const [rules, holidays] = await Promise.all([rulesOn(viewer, viewer.today), listHolidays(viewer)]);
  const { rows, counts, next } = await listProcedures(viewer, {
    unit,
    view,
    answerSince: overdueSince(rules['cadre.policy'].value, viewer.today, holidays),
    finishSince: overdueSince(rules['cadre.finish'].value, viewer.today, holidays),
    termSince: addDays(viewer.today, rules['appoint.decide'].value),
    after: afterOf(params.after),
  });
  const at = (more: string) => `/procedures?unit=${unit.id}${more}`;
  return (
    <>
      <PageHead
        title="Quy trình nhân sự"
        crumbs={[
          ...unit.ancestors.map((up) => ({ label: up.shortName, href: up.inReach ? `/procedures?unit=${up.id}` : undefined })),
          { label: unit.shortName },
        ]}
        note="Bổ nhiệm theo năm bước (nguồn tại chỗ) hoặc ba bước (nguồn từ nơi khác). Bổ nhiệm lại, kéo dài mở từ danh sách hết thời hạn hoặc từ hồ sơ cán bộ."
      >
        {may(viewer, 'procedure.write') && (
          <Link className="btn primary" href="/procedures/new" prefetch={false}>
            Mở quy trình
          </Link>
        )}
      </PageHead>
      <nav aria-label="Chọn quy trình" className="mb-4 flex flex-wrap gap-2">
        {(Object.keys(PROCEDURE_VIEWS) as ProcedureView[]).map((key) => (
          <Link
            key={key}
            href={at(`&view=${key}`)}
            prefetch={false}
            aria-current={key === view ? 'page' : undefined}
            className={key === view ? 'chip on' : 'chip'}
          >
            {PROCEDURE_VIEWS[key]} ({formatCount(counts[key])})
          </Link>
        ))}
      </nav>
      <Card>
        {rows.length ? (
          <DataTable
            caption="Quy trình nhân sự"
            columns={COLUMNS}
            rows={rows.map((row) => line(row, viewer.today, rules, holidays))}
          />
        ) : (
          <Empty>{EMPTY[view]}</Empty>
        )}
        <Pager
          shown={rows.length}
          total={counts[view]}
          noun="quy trình · mới mở trước"
          first={params.after ? at(`&view=${view}`) : undefined}
          next={next ? at(`&view=${view}&after=${next.openedOn}_${next.id}`) : undefined}
        />
      </Card>
    </>
  );
}

const EMPTY: Record<ProcedureView, string> = {
  open: 'Không có quy trình nào đang làm. Khi một chức danh cần kiện toàn, hãy bấm “Mở quy trình”.',
  overdue: 'Không có quy trình nào quá hạn.',
  ended: 'Chưa có quy trình nào kết thúc.',
};

function line(row: ProcedureLine, today: string, rules: Rules, holidays: readonly Holiday[]) {
  const progress = progressOf(row.source, row.candidates, row.held);
  const state = stateOf(row, progress);
  const clock = clockOf(row, today, rules, holidays);
  const step = state === 'running' ? `, bước ${progress.next?.number}/${STEPS[row.source].length}` : '';
  return {
    key: row.id,
    cells: [
      <span key="title" className="block min-w-40">
        <Link href={`/procedures/${row.id}`} prefetch={false}>
          {row.title}
        </Link>
        <span className="block text-ink-soft text-sm">{[row.holderName, row.unitName].filter(Boolean).join(' · ')}</span>
      </span>,
      <span key="state">
        <Tag kind={stateTag(state)}>{STATE_WORDS[state]}</Tag>
        <span className="block text-ink-soft text-sm">
          {SOURCE_WORDS[row.source]}
          {step}
          {row.takenBack && ', đã hủy một quyết định ghi sai'}
        </span>
      </span>,
      clock ? (
        <span key="clock" className={clock.overdue ? 'font-semibold text-red-deep' : undefined}>
          {clock.words}
        </span>
      ) : (
        row.concludedOn && `kết thúc ${formatDate(row.concludedOn)}`
      ),
      formatCount(row.candidates.length),
      formatDate(row.openedOn),
    ],
  };
}

/** What runs out next while the procedure is under way; null once it is over. */
function clockOf(row: ProcedureLine, today: string, rules: Rules, holidays: readonly Holiday[]) {
  if (row.concludedOn) return null;
  if (row.termEndsOn) {
    const clock = renewalClock(row.termEndsOn, today, rules);
    return { overdue: clock.overdue, words: renewalClockWords(clock) };
  }
  const { policyAskedOn: requestedOn, policyAnsweredOn: answeredOn, concludedOn } = row;
  const { answer, finish } = clocksOf({ requestedOn, answeredOn, concludedOn }, today, rules, holidays);
  const clock = answeredOn === null ? answer : finish;
  return clock && { overdue: clock.overdue, words: clockWords(clock) };
}
