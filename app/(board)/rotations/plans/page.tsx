import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { noteDrafts } from '@/db/commands/rotations/reads';
import { listPlans, type PlanRow } from '@/db/queries/rotations/plans';
import { listProposals, type ProposalRow } from '@/db/queries/rotations/rotation';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { DIRECTIONS, directionOf } from '@/domain/rotations/levels';
import { PLAN_STATES, planState } from '@/domain/rotations/plan';
import { ROTATION_EVENTS } from '@/domain/rotations/words';
import { RotationTabs } from '../tabs';

export const metadata: Metadata = { title: 'Kế hoạch luân chuyển' };

const PLAN_COLUMNS = [
  { key: 'title', label: 'Kế hoạch' },
  { key: 'year', label: 'Năm', num: true },
  { key: 'lines', label: 'Vị trí', num: true },
  { key: 'proposed', label: 'Đã có nhân sự', num: true },
  { key: 'started', label: 'Đã quyết định', num: true },
  { key: 'state', label: 'Tình trạng' },
];
const PROPOSAL_COLUMNS = [
  { key: 'name', label: 'Họ và tên' },
  { key: 'from', label: 'Chức vụ hiện giữ' },
  { key: 'to', label: 'Dự kiến luân chuyển đến' },
  { key: 'way', label: 'Hướng' },
  { key: 'start', label: 'Dự kiến từ' },
  { key: 'step', label: 'Bước gần nhất' },
];

export default async function PlansPage() {
  const viewer = await enter('rotation.read');
  const unit = await chooseUnit(viewer, 'rotation.read');
  if (!unit) notFound();
  const [plans, proposals] = await Promise.all([listPlans(viewer), listProposals(viewer)]);
  if (proposals.length) await noteDrafts(viewer, 'rotation.proposal_read', unit.id);
  return (
    <>
      <PageHead
        title="Kế hoạch luân chuyển"
        note="Kế hoạch được phê duyệt, rồi đến nhân sự, quy trình, quyết định. Dự thảo chỉ lưu hành nội bộ; mỗi lượt xem được ghi nhật ký."
      >
        {may(viewer, 'rotation.write') && (
          <Link className="btn primary" href={`/rotations/plans/new?unit=${unit.id}`} prefetch={false}>
            Lập kế hoạch
          </Link>
        )}
      </PageHead>
      <RotationTabs here="/rotations/plans" />
      <Card title="Kế hoạch" className="mb-5">
        {plans.length ? (
          <DataTable
            caption="Kế hoạch luân chuyển"
            columns={PLAN_COLUMNS}
            rows={plans.map((plan) => ({ key: plan.id, cells: planCells(plan) }))}
          />
        ) : (
          <Empty>Chưa có kế hoạch nào.{may(viewer, 'rotation.write') && ' Hãy bấm “Lập kế hoạch” để bắt đầu.'}</Empty>
        )}
      </Card>
      <Card title="Nhân sự đang làm quy trình" aside={`${proposals.length} người`}>
        {proposals.length ? (
          <DataTable
            caption="Nhân sự đề xuất luân chuyển, chưa có quyết định"
            columns={PROPOSAL_COLUMNS}
            rows={proposals.map((row) => ({ key: row.id, cells: proposalCells(row) }))}
          />
        ) : (
          <Empty>Không có nhân sự nào đang chờ quyết định.</Empty>
        )}
      </Card>
    </>
  );
}

function planCells(plan: PlanRow) {
  const state = planState(plan);
  return [
    <Link key="title" href={`/rotations/plans/${plan.id}`} prefetch={false} className="inline-block py-1 font-semibold">
      {plan.title}
    </Link>,
    plan.year,
    plan.lines,
    plan.proposed,
    plan.started,
    <span key="state">
      <Tag kind={state === 'filled' ? 'ok' : state === 'draft' ? 'due' : 'plain'}>{PLAN_STATES[state]}</Tag>
      {plan.decisionNumber && (
        <small className="block text-ink-soft">
          {plan.decisionNumber}
          {plan.decisionDate && `, ${formatDate(plan.decisionDate)}`}
        </small>
      )}
    </span>,
  ];
}

const proposalCells = (row: ProposalRow) => [
  <Link key="name" href={`/rotations/${row.id}`} prefetch={false} className="inline-block whitespace-nowrap py-1 font-semibold">
    {row.fullName}
  </Link>,
  row.fromTitle,
  row.toTitle,
  DIRECTIONS[directionOf(row.fromLevel, row.toLevel)],
  row.proposedStart ? formatDate(row.proposedStart) : '',
  ROTATION_EVENTS[row.lastStep],
];
