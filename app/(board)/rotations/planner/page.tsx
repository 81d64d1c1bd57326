import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { noteDrafts } from '@/db/commands/rotations/reads';
import {
  getPlannerPost,
  listCandidates,
  listLackingGrassroots,
  listPlannerPosts,
  MOST_CANDIDATES,
} from '@/db/queries/rotations/planner';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { needsOf } from '@/domain/rotations/needs';
import { lackingGrassroots, mostPoints, rankFor } from '@/domain/rotations/proposals';
import { basisOf } from '@/domain/rule-sets';
import { RotationTabs } from '../tabs';
import { LackingList } from './lacking-list';
import { NeedTable } from './need-table';
import { ProposalList } from './proposal-list';

export const metadata: Metadata = { title: 'Gợi ý luân chuyển' };

const PAGE = 50;
/** Of the ranked, shown before all are asked for. */
const TOP = 30;
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function PlannerPage({ searchParams }: PageProps<'/rotations/planner'>) {
  const viewer = await enter('rotation.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rotation.read');
  if (!unit) notFound();
  const [rules, line] = [await rulesOn(viewer, viewer.today), one(params.line)];
  const note = `Điểm và tiêu chí ${basisOf(rules['rotate.points.planned'])}; đổi ở Tham số quy định. Hệ thống chỉ gợi ý, không quyết định thay.`;
  const head = (
    <>
      <PageHead title="Gợi ý luân chuyển" note={note} />
      <RotationTabs here="/rotations/planner" />
    </>
  );
  if (one(params.post)) {
    const post = await getPlannerPost(viewer, one(params.post));
    if (!post) notFound();
    await noteDrafts(viewer, 'rotation.planner_read', unit.id, post.id);
    const people = await listCandidates(viewer, post.id, rules);
    const ranked = rankFor(post, people, rules);
    return (
      <>
        {head}
        <Card title={post.title} aside={`${ranked.length} người trong quy hoạch`} className="mb-5">
          <p className="px-4 pt-3 text-ink-soft">
            Xét người được quy hoạch chức danh này hoặc chức danh ngang, cao hơn, hiện giữ chức vụ không cao hơn và không đang
            luân chuyển
            {people.length === MOST_CANDIDATES && ` (${MOST_CANDIDATES} người đầu)`}. Xếp theo tổng điểm, tối đa{' '}
            {mostPoints(rules)}.
          </p>
          <ProposalList
            post={post}
            proposals={params.all === '1' ? ranked : ranked.slice(0, TOP)}
            line={line}
            mayPropose={may(viewer, 'rotation.write')}
          />
          {ranked.length > TOP && params.all !== '1' && (
            <p className="px-4 py-3">
              <Link className="btn" href={`/rotations/planner?post=${post.id}${line && `&line=${line}`}&all=1`} prefetch={false}>
                Xem cả {ranked.length} người
              </Link>
            </p>
          )}
        </Card>
      </>
    );
  }
  await noteDrafts(viewer, 'rotation.planner_read', unit.id);
  const [posts, lacking] = await Promise.all([
    listPlannerPosts(viewer),
    listLackingGrassroots(viewer, rules, one(params.after) || undefined, PAGE),
  ]);
  const needs = needsOf(posts, viewer.today, rules);
  const from = Math.max(
    0,
    needs.findIndex(({ post }) => post.id === one(params.from)),
  );
  return (
    <>
      {head}
      <Card title="Vị trí cần luân chuyển đến" aside={`${needs.length} vị trí`} className="mb-5">
        {needs.length ? (
          <NeedTable needs={needs.slice(from, from + PAGE)} next={needs[from + PAGE]?.post.id} first={from > 0} />
        ) : (
          <Empty>Không có vị trí nào cần người ngoài địa phương hoặc đã đủ hai nhiệm kỳ.</Empty>
        )}
      </Card>
      <Card
        title="Trong quy hoạch, còn thiếu thời gian ở cơ sở"
        aside={`cần ${rules['rotate.grassroots'].value} tháng, ${basisOf(rules['rotate.grassroots'])}`}
      >
        <LackingList
          people={lackingGrassroots(lacking.slice(0, PAGE), rules)}
          next={lacking.length > PAGE ? lacking[PAGE - 1]?.id : undefined}
          first={Boolean(one(params.after))}
          mayPropose={may(viewer, 'rotation.write')}
        />
      </Card>
    </>
  );
}
