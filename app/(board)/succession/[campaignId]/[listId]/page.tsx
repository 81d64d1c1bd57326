import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead } from '@/components/data/page';
import { openList } from '@/db/commands/succession/reads';
import { listCandidates } from '@/db/queries/succession/candidates';
import type { PlanList } from '@/db/queries/succession/list';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { LIST_STATE_WORDS, listStateOf, termWords } from '@/domain/succession/kinds';
import { trialAddress, trialOf } from '@/domain/succession/trial';
import { askedText, isUuid } from '@/domain/text';
import { CheckList } from '../../check-tags';
import { ExportForm } from '../../export-form';
import { weighed } from './plan';
import { Ratios } from './ratios';
import { ApproveStep, DueStep, SubmitStep } from './steps';
import { Leavers, Titles } from './titles';
import { TrialPanel } from './trial-panel';

export const metadata: Metadata = { title: 'Danh sách quy hoạch' };

/** A unit's list: its ratios while names are tried, its titles with their names, and the step that is next. Each view is in the read log. */
export default async function ListPage({ params, searchParams }: PageProps<'/succession/[campaignId]/[listId]'>) {
  const viewer = await enter('succession.read');
  const { campaignId, listId } = await params;
  const search = await searchParams;
  const trial = trialOf(search);
  const extra = trial.add.map(({ personId }) => personId);
  const list = isUuid(listId) ? await openList(viewer, listId, { extra }) : null;
  if (!list || list.campaign.id !== campaignId) notFound();
  const { head, campaign } = list;
  const path = `/succession/${campaign.id}/${head.id}`;
  const open = !campaign.closedAt && !head.approvedAt;
  const drafting = open && !head.submittedAt && head.mayWrite;
  const q = askedText(search.q) ?? '';
  const title = drafting ? list.titles.find(({ id }) => id === search.title) : undefined;
  const candidates = title ? await listCandidates(viewer, title.id, q) : [];
  const trying = trial.add.length + trial.remove.length > 0;
  const result = weighed(list, trial);
  return (
    <>
      <PageHead
        title={`Quy hoạch: ${head.unitName}`}
        crumbs={[
          { label: 'Quy hoạch cán bộ', href: '/succession' },
          { label: campaign.name, href: `/succession/${campaign.id}` },
          { label: head.unitName },
        ]}
        note={`${termWords(campaign.termKind, campaign.termFrom, campaign.termTo)}; chức danh do ${head.managerName} quản lý. Lần xem này đã được ghi vào nhật ký.`}
      >
        {drafting && (
          <Link className="btn" href={`${path}/votes`} prefetch={false}>
            Ghi phiếu
          </Link>
        )}
        <a className="btn" href={`/print/succession/${head.id}`}>
          In danh sách
        </a>
        {may(viewer, 'cadre.export') && (
          <ExportForm campaign={list.campaign.id} list={head.id} again={search.export === 'purpose'} />
        )}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <State list={list} today={viewer.today} />
        {trying && (
          <p className="flex flex-wrap items-center gap-3 rounded-box border border-amber bg-amber-tint px-4 py-3">
            <span>
              Đang làm thử: thêm {trial.add.length}, bớt {trial.remove.length}. Chưa có gì được lưu.
            </span>
            <Link className="btn" href={trialAddress(path, { add: [], remove: [] })} prefetch={false}>
              Thôi làm thử
            </Link>
          </p>
        )}
        <Ratios result={result} titles={list.titles} trying={trying} />
        {trying && <Findings result={result} />}
        <TrialPanel list={list} trial={trial} path={path} title={title} q={q} candidates={candidates} />
        <Titles list={list} checks={result.checks} trial={trial} path={path} drafting={drafting} today={viewer.today} />
        <Leavers list={list} path={path} />
        {drafting && !trying && <SubmitStep list={list} />}
        <PrintAsOf listId={head.id} today={viewer.today} />
        {drafting && <DueStep list={list} />}
        {open && head.submittedAt && head.mayApprove && <ApproveStep list={list} />}
      </div>
    </>
  );
}

function State({ list: { head }, today }: { list: PlanList; today: string }) {
  const state = listStateOf(head, today);
  const decision =
    head.decisionNumber && `${head.decisionNumber} ngày ${formatDate(head.decisionDate ?? '')}, ${head.issuer ?? ''}`;
  return (
    <Card title={LIST_STATE_WORDS[state]} aside={`hạn trình ${formatDate(head.dueOn)}`}>
      <Facts
        rows={[
          ['Trình', head.submittedAt && `${head.submittedBy ?? ''}, ${formatMoment(head.submittedAt)}`],
          ['Trả lại', head.returnedAt && formatMoment(head.returnedAt)],
          ['Nội dung cần sửa', head.returnedAt && head.returnNote],
          ['Phê duyệt', head.approvedAt && `${head.approvedBy ?? ''}, ${formatMoment(head.approvedAt)}`],
          ['Quyết định', decision],
        ]}
      />
    </Card>
  );
}

/** The list as it was approved on a day: nobody who left since is missing, and nobody who came later stands on it. */
const PrintAsOf = ({ listId, today }: { listId: string; today: string }) => (
  <details className="card p-4">
    <summary className="min-h-11 font-semibold">In danh sách tại một ngày</summary>
    <form
      action={`/print/succession/${listId}`}
      aria-label="In danh sách tại một ngày"
      className="mt-2 flex flex-wrap items-end gap-3"
    >
      <label className="block">
        <span className="mb-1 block font-semibold">Ngày</span>
        <input
          name="on"
          className="input"
          inputMode="numeric"
          placeholder="dd/mm/yyyy"
          defaultValue={formatDate(today)}
          maxLength={10}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="btn">
        Mở bản in
      </button>
    </form>
  </details>
);

function Findings({ result: { arising, settled } }: { result: ReturnType<typeof weighed> }) {
  if (!arising.length && !settled.length) return null;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {arising.length > 0 && (
        <Card title="Phát sinh nếu làm thử">
          <div className="p-4">
            <CheckList checks={arising} />
          </div>
        </Card>
      )}
      {settled.length > 0 && (
        <Card title="Không còn nếu làm thử">
          <div className="p-4">
            <CheckList checks={settled} />
          </div>
        </Card>
      )}
    </div>
  );
}
