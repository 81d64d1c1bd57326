import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, Facts, PageHead, Tag } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { openPlan } from '@/db/commands/rotations/reads';
import { listPlaces, listPostsAt } from '@/db/queries/rotations/choices';
import type { PlanDetail } from '@/db/queries/rotations/plans';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate } from '@/domain/calendar';
import { PLAN_STATES, planState } from '@/domain/rotations/plan';
import { approve } from '../../actions';
import { DecisionFields } from '../../decision-fields';
import { PlacePicker } from '../../place-picker';
import { LineForm } from './line-form';
import { LineTable } from './line-table';

export const metadata: Metadata = { title: 'Kế hoạch luân chuyển' };

export default async function PlanPage({ params, searchParams }: PageProps<'/rotations/plans/[planId]'>) {
  const viewer = await enter('rotation.read');
  const plan = await openPlan(viewer, (await params).planId);
  if (!plan) notFound();
  const { at } = await searchParams;
  const place = typeof at === 'string' && at ? at : null;
  const drafting = plan.mayWrite && !plan.approvedAt;
  const [places, posts, rules] = drafting
    ? await Promise.all([listPlaces(viewer), place ? listPostsAt(viewer, place) : [], rulesOn(viewer, viewer.today)])
    : [[], [], await rulesOn(viewer, viewer.today)];
  return (
    <>
      <PageHead
        title={plan.title}
        crumbs={[{ label: 'Kế hoạch', href: '/rotations/plans' }, { label: String(plan.year) }]}
        note={<State plan={plan} />}
      />
      <Card title="Nội dung" className="mb-5">
        <Facts
          rows={[
            ['Đơn vị', plan.unitName],
            ['Nhu cầu, mục đích', plan.purpose],
            ['Chế độ, chính sách', plan.policies],
            ['Người lập', plan.drafter],
            ['Quyết định phê duyệt', decisionWords(plan)],
          ]}
        />
      </Card>
      <Card title="Vị trí cần luân chuyển" aside={`${plan.lines.length} vị trí`} className="mb-5">
        {plan.lines.length ? <LineTable plan={plan} /> : <Empty>Chưa có vị trí nào. Hãy chọn nơi đến và chức danh ở dưới.</Empty>}
      </Card>
      {drafting && (
        <Card title="Thêm vị trí" className="mb-5">
          <div className="grid max-w-3xl gap-5 p-4">
            <PlacePicker action={`/rotations/plans/${plan.id}`} places={places} at={place ?? undefined} />
            {posts.length > 0 && <LineForm plan={plan} posts={posts} months={rules['rotate.min'].value} />}
            {place && posts.length === 0 && <p>Nơi này chưa có chức danh nào trong danh mục.</p>}
          </div>
        </Card>
      )}
      {plan.mayApprove && !plan.approvedAt && plan.lines.length > 0 && (
        <Card title="Phê duyệt">
          <ActionForm action={approve} formKey={randomUUID()} label="Phê duyệt kế hoạch" className="grid max-w-3xl gap-4 p-4">
            <input type="hidden" name="planId" value={plan.id} />
            <input type="hidden" name="version" value={plan.version} />
            <DecisionFields />
            <div>
              <SubmitButton>Phê duyệt kế hoạch</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      )}
    </>
  );
}

const decisionWords = ({ decisionNumber, decisionDate, issuer, signer }: PlanDetail) =>
  decisionNumber &&
  [`${decisionNumber}${decisionDate ? ` ngày ${formatDate(decisionDate)}` : ''}`, issuer, signer && `người ký: ${signer}`]
    .filter(Boolean)
    .join('; ');

function State({ plan }: { plan: PlanDetail }) {
  const started = plan.lines.filter(({ names }) => names.some(({ startedOn }) => startedOn !== null)).length;
  const state = planState({ approvedAt: plan.approvedAt, lines: plan.lines.length, started });
  return (
    <>
      <Tag kind={state === 'filled' ? 'ok' : state === 'draft' ? 'due' : 'plain'}>{PLAN_STATES[state]}</Tag>{' '}
      {state === 'draft'
        ? 'Dự thảo, lưu hành nội bộ; lượt xem này đã được ghi nhật ký.'
        : `${started}/${plan.lines.length} vị trí đã có quyết định.`}
    </>
  );
}
