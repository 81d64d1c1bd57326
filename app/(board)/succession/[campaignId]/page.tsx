import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Opens } from '@/components/data/opens';
import { Card, Empty, Facts, PageHead, Tag, type TagKind } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { rulesOn } from '@/db/queries/rule-sets';
import { countLists, getCampaign, type ListLine, listLists } from '@/db/queries/succession/campaigns';
import { countPlanned } from '@/db/queries/succession/people';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { CAMPAIGN_KINDS, LIST_STATE_WORDS, type ListState, listStateOf, termWords } from '@/domain/succession/kinds';
import { sharesFrom } from '@/domain/succession/shares';
import { isUuid } from '@/domain/text';
import { close } from '../actions';
import { ExportForm } from '../export-form';
import { ShareCard } from '../share-card';

export const metadata: Metadata = { title: 'Đợt quy hoạch' };

const STATE_TAGS: Record<ListState, TagKind> = {
  approved: 'ok',
  submitted: 'due',
  returned: 'late',
  late: 'late',
  drafting: 'plain',
};
const COLUMNS = [
  { key: 'unit', label: 'Nơi có chức danh', wide: true },
  { key: 'titles', label: 'Chức danh', num: true },
  { key: 'planned', label: 'Người trong danh sách', num: true },
  { key: 'approved', label: 'Đã phê duyệt', num: true },
  { key: 'due', label: 'Hạn trình' },
  { key: 'state', label: 'Tình trạng' },
] as const;
const isState = (text: unknown): text is ListState => typeof text === 'string' && Object.hasOwn(LIST_STATE_WORDS, text);

export default async function CampaignPage({ params, searchParams }: PageProps<'/succession/[campaignId]'>) {
  const viewer = await enter('succession.read');
  const { campaignId } = await params;
  const search = await searchParams;
  const campaign = isUuid(campaignId) ? await getCampaign(viewer, campaignId) : null;
  if (!campaign) notFound();
  const state = isState(search.state) ? search.state : undefined;
  const rules = await rulesOn(viewer, campaign.countedOn);
  const [planned, counts, lists] = await Promise.all([
    countPlanned(viewer, campaign, rules),
    countLists(viewer, campaign.id),
    listLists(viewer, campaign, { state, after: isUuid(search.after) ? search.after : undefined }),
  ]);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = state ? (counts[state] ?? 0) : total;
  const at = (chosen?: ListState, after?: string) =>
    `/succession/${campaign.id}?${new URLSearchParams({ ...(chosen ? { state: chosen } : {}), ...(after ? { after } : {}) })}`;
  const mayClose = !campaign.closedAt && may(viewer, 'succession.write');
  return (
    <>
      <PageHead
        title={campaign.name}
        crumbs={[{ label: 'Quy hoạch cán bộ', href: '/succession' }, { label: campaign.unitName }]}
        note={`${CAMPAIGN_KINDS[campaign.kind]}, ${termWords(campaign.termKind, campaign.termFrom, campaign.termTo)}${campaign.closedAt ? '; đã kết thúc' : ''}`}
      >
        <Link className="btn" href={`/succession/board?campaign=${campaign.id}`} prefetch={false}>
          Bảng quy hoạch
        </Link>
        <a className="btn" href={`/print/succession/summary/${campaign.id}`}>
          In tổng hợp chất lượng
        </a>
        {may(viewer, 'cadre.export') && <ExportForm campaign={campaign.id} again={search.export === 'purpose'} />}
      </PageHead>
      <nav aria-label="Lọc theo tình trạng" className="mb-4 flex flex-wrap gap-2">
        <Link className={state ? 'chip' : 'chip on'} href={at()} prefetch={false} aria-current={state ? undefined : 'page'}>
          Tất cả {formatCount(total)}
        </Link>
        {(Object.keys(LIST_STATE_WORDS) as ListState[]).map((each) => (
          <Link
            key={each}
            className={each === state ? 'chip on' : 'chip'}
            href={at(each)}
            prefetch={false}
            aria-current={each === state ? 'page' : undefined}
          >
            {LIST_STATE_WORDS[each]} {formatCount(counts[each] ?? 0)}
          </Link>
        ))}
      </nav>
      <Card>
        {lists.rows.length ? (
          <DataTable
            caption="Danh sách của từng nơi"
            columns={COLUMNS}
            rows={lists.rows.map((line) => ({ key: line.id, cells: cellsOf(line, campaign.id, viewer.today) }))}
          />
        ) : (
          <Empty>Không có danh sách nào ở tình trạng này.</Empty>
        )}
        <Pager
          shown={lists.rows.length}
          total={shown}
          noun="danh sách"
          first={search.after ? at(state) : undefined}
          next={lists.hasNext ? at(state, lists.rows.at(-1)?.id) : undefined}
        />
      </Card>
      <ShareCard campaignId={campaign.id} shares={sharesFrom(planned, rules, campaign.countedOn)} total={planned.total} />
      <Card title="Về đợt này" className="mt-5 max-w-3xl">
        <Facts
          rows={[
            ['Tính tuổi, kỷ luật, xếp loại đến', formatDate(campaign.countedOn)],
            ['Kế hoạch, hướng dẫn', campaign.document],
            ['Người mở', campaign.openedBy],
          ]}
        />
        {mayClose && (
          <details className="px-4 pb-4">
            <summary className="min-h-11 font-semibold">Kết thúc đợt</summary>
            <ActionForm action={close} formKey={randomUUID()} label="Kết thúc đợt">
              <input type="hidden" name="campaignId" value={campaign.id} />
              <input type="hidden" name="version" value={campaign.version} />
              <p className="mb-3">
                Người đã phê duyệt giữ nguyên; đề xuất chưa phê duyệt không còn hiệu lực và không đề xuất thêm người nào trong đợt
                này.
              </p>
              <SubmitButton primary={false}>Kết thúc đợt</SubmitButton>
            </ActionForm>
          </details>
        )}
      </Card>
    </>
  );
}

function cellsOf(line: ListLine, campaignId: string, today: string) {
  const state = listStateOf(line, today);
  const href = `/succession/${campaignId}/${line.id}`;
  return [
    <div key="unit">
      <Link href={href} prefetch={false}>
        {line.unitName}
      </Link>
      <div className="text-ink-soft text-sm">
        {line.own ? 'chức danh do cấp ủy nơi này quản lý' : `chức danh do ${line.managerName} quản lý`}
      </div>
    </div>,
    <Opens key="titles" count={line.titles} href={href} what={`chức danh ở ${line.unitName}`} />,
    <Opens key="planned" count={line.planned} href={href} what={`người trong danh sách ở ${line.unitName}`} />,
    <Opens key="approved" count={line.approvedNames} href={href} what={`người đã phê duyệt ở ${line.unitName}`} />,
    formatDate(line.dueOn),
    <Tag key="state" kind={STATE_TAGS[state]}>
      {LIST_STATE_WORDS[state]}
    </Tag>,
  ];
}
