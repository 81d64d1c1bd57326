import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead, Tag } from '@/components/data/page';
import { openRotation } from '@/db/commands/rotations/reads';
import { listPlaces, listPostsAt } from '@/db/queries/rotations/choices';
import type { RotationDetail } from '@/db/queries/rotations/rotation';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { lastDecision, standingEntries } from '@/domain/rotations/entries';
import { DIRECTIONS, directionOf } from '@/domain/rotations/levels';
import { monthsServed, STAY_STATES, stateOn } from '@/domain/rotations/stay';
import { BASES, countsAsRotated, PLACEMENTS } from '@/domain/rotations/words';
import { basisOf } from '@/domain/rule-sets';
import { STATE_TAGS } from '../ledger-lines';
import { EndForm } from './end-form';
import { EventList } from './event-list';
import { StartForm, StepForm, WithdrawForm } from './proposal-forms';
import { ExtendForm, RateForm, Ratings } from './stay-forms';
import { TakeBackForm, TakeBackRecordForm } from './take-back-form';

export const metadata: Metadata = { title: 'Lượt luân chuyển' };

export default async function RotationPage({ params, searchParams }: PageProps<'/rotations/[rotationId]'>) {
  const viewer = await enter('rotation.read');
  const row = await openRotation(viewer, (await params).rotationId);
  if (!row) notFound();
  const { at } = await searchParams;
  const place = typeof at === 'string' && at ? at : null;
  const running = row.startedOn !== null && row.endedOn === null;
  const ending = running && row.mayDecide;
  const decision = lastDecision(row.events);
  const [rules, places, posts] = await Promise.all([
    rulesOn(viewer, row.startedOn ?? viewer.today, row.toUnitId ?? undefined),
    ending ? listPlaces(viewer) : [],
    ending && place ? listPostsAt(viewer, place) : [],
  ]);
  return (
    <>
      <PageHead
        title={row.fullName}
        crumbs={[
          { label: 'Luân chuyển', href: '/rotations' },
          ...(row.planId ? [{ label: row.planTitle ?? 'Kế hoạch', href: `/rotations/plans/${row.planId}` }] : []),
        ]}
        note={<State row={row} today={viewer.today} />}
      >
        <Link className="btn" href={`/cadres/${row.cadreId}`} prefetch={false}>
          Hồ sơ cán bộ
        </Link>
      </PageHead>
      <div className="grid items-start gap-5 xl:grid-cols-[1.2fr_1fr]">
        <div className="grid gap-5">
          <Card title="Luân chuyển">
            <Facts rows={factsOf(row, `${rules['rotate.min'].value} tháng, ${basisOf(rules['rotate.min'])}`)} />
          </Card>
          {row.startedOn && (
            <Card title="Đánh giá hằng năm của nơi tiếp nhận">
              <Ratings row={row} today={viewer.today} />
              {row.mayWrite && <RateForm row={row} today={viewer.today} />}
            </Card>
          )}
          {!row.startedOn && !row.withdrawnAt && row.mayWrite && (
            <Card title="Quy trình">
              <StepForm row={row} today={viewer.today} />
            </Card>
          )}
          {!row.startedOn && !row.withdrawnAt && row.mayDecide && (
            <Card title="Quyết định luân chuyển">
              <StartForm row={row} />
            </Card>
          )}
          {running && row.mayWrite && !standingEntries(row.events).some(({ kind }) => kind === 'announced') && (
            <Card title="Công bố quyết định">
              <StepForm row={row} today={viewer.today} announcing />
            </Card>
          )}
          {ending && (
            <>
              <Card title="Gia hạn">
                <ExtendForm row={row} />
              </Card>
              <Card title="Kết thúc, bố trí sau luân chuyển" id="end">
                <EndForm row={row} places={places} posts={posts} at={place} />
              </Card>
            </>
          )}
        </div>
        <div className="grid gap-5">
          <Card title="Diễn biến">
            <EventList row={row} />
          </Card>
          {!row.startedOn && !row.withdrawnAt && row.mayWrite && (
            <Card title="Rút đề xuất">
              <WithdrawForm row={row} />
            </Card>
          )}
          {row.recorded && row.startedOn && row.mayWrite && (
            <Card title="Hủy lượt đã ghi">
              <TakeBackRecordForm row={row} />
            </Card>
          )}
          {decision && row.mayDecide && !row.recorded && (
            <Card title="Hủy bút toán ghi sai">
              <TakeBackForm row={row} decision={decision} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function factsOf(row: RotationDetail, least: string): [string, string | null][] {
  const day = (date: IsoDate | null) => date && formatDate(date);
  return [
    ['Chức vụ trước luân chuyển', `${row.fromTitle} (${row.fromUnitName})`],
    ['Chức vụ luân chuyển đến', `${row.toTitle} (${row.toUnitName})`],
    ['Hướng', DIRECTIONS[directionOf(row.fromLevel, row.toLevel)]],
    ['Đối tượng', `${row.basis}) ${BASES[row.basis]}`],
    ['Chức danh quy hoạch', row.plannedFor],
    ['Dự kiến từ', row.startedOn || row.recorded ? null : day(row.proposedStart)],
    [
      'Quyết định',
      row.decisionNumber && `${row.decisionNumber}${row.decisionDate ? ` ngày ${formatDate(row.decisionDate)}` : ''}`,
    ],
    ['Bắt đầu', day(row.startedSaid ?? row.startedOn)],
    ['Đủ thời hạn', row.recorded ? null : row.dueOn && `${formatDate(row.dueOn)} (ít nhất ${least})`],
    ['Chuẩn bị bố trí từ', row.endedOn ? null : day(row.prepareOn)],
    ['Dự kiến bố trí sau luân chuyển', row.recorded ? null : PLACEMENTS[row.expected]],
    ['Kết thúc', day(row.endedSaid ?? row.endedOn)],
    ['Đã bố trí', row.placement && [PLACEMENTS[row.placement], row.placementTitle].filter(Boolean).join(': ')],
    ['Kết quả', row.resultNote],
    ['Lý do ngoại lệ', row.reason],
  ];
}

function State({ row, today }: { row: RotationDetail; today: IsoDate }) {
  if (row.withdrawnAt) return <Tag>{row.recorded ? 'Đã hủy, ghi nhầm' : 'Đã rút đề xuất'}</Tag>;
  if (!row.startedOn || !row.prepareOn || !row.dueOn)
    return (
      <>
        <Tag kind="due">Đang làm quy trình</Tag> Dự thảo nhân sự, lưu hành nội bộ; lượt xem này đã được ghi nhật ký.
      </>
    );
  const state = stateOn({ startedOn: row.startedOn, prepareOn: row.prepareOn, dueOn: row.dueOn, endedOn: row.endedOn }, today);
  const served = monthsServed({ startedOn: row.startedOn, until: row.until, endedOn: row.endedOn }, today);
  return (
    <>
      <Tag kind={STATE_TAGS[state]}>{STAY_STATES[state]}</Tag> {served} tháng{row.recorded && ', ghi từ hồ sơ'}
      {!countsAsRotated(row.placement) && '; ở lại nơi đến nên không còn tính là cán bộ luân chuyển (Nghị định 170/2025/NĐ-CP)'}
    </>
  );
}
