import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import { openList } from '@/db/commands/succession/reads';
import type { ListEntry, PlanList } from '@/db/queries/succession/list';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { DECIDED_REASONS } from '@/domain/succession/inputs';
import { LEAVING_REASONS } from '@/domain/succession/kinds';
import { SOURCES, STANDINGS } from '@/domain/succession/planning';
import { VOTE_STEPS, voteResult } from '@/domain/succession/votes';
import { isUuid } from '@/domain/text';
import { takeOut, withdraw } from '../../../actions';
import { CheckList, ReadinessTag } from '../../../check-tags';
import { judged } from '../plan';
import { DecisionFields } from '../steps';

export const metadata: Metadata = { title: 'Người được quy hoạch' };

const OUTCOMES = { passed: 'Đạt', tied: 'Đúng một nửa: người đứng đầu quyết định', failed: 'Chưa đạt' };

/** One name on a list from proposal to decision, and the way out of it. */
export default async function EntryPage({ params }: PageProps<'/succession/[campaignId]/[listId]/[entryId]'>) {
  const viewer = await enter('succession.read');
  const { campaignId, listId, entryId } = await params;
  const list = isUuid(listId) && isUuid(entryId) ? await openList(viewer, listId) : null;
  const entry = list && [...list.entries, ...list.left].find(({ id }) => id === entryId);
  if (!list || !entry || list.campaign.id !== campaignId) notFound();
  const { head, campaign } = list;
  const path = `/succession/${campaignId}/${listId}`;
  const person = list.persons.get(entry.personId);
  const title = list.titles.find(({ id }) => id === entry.titleId);
  const found = judged(list, entry);
  const drafting = !head.submittedAt && !head.approvedAt && !campaign.closedAt && entry.listId === head.id;
  return (
    <>
      <PageHead
        title={person?.name ?? 'Cán bộ do cấp trên quản lý'}
        crumbs={[
          { label: campaign.name, href: `/succession/${campaignId}` },
          { label: head.unitName, href: path },
        ]}
        note={title?.name}
      >
        {person && may(viewer, 'cadre.read') && (
          <Link className="btn" href={`/cadres/${person.id}`} prefetch={false}>
            Hồ sơ cán bộ
          </Link>
        )}
      </PageHead>
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-5">
        <Card title="Trong quy hoạch">
          <Facts rows={factsOf(entry, person?.post ?? null)} />
        </Card>
        {found && (
          <Card title="Đối chiếu tiêu chuẩn, quy định">
            <div className="grid gap-2 p-4">
              <ReadinessTag report={found.report} />
              <CheckList checks={found.checks} />
            </div>
          </Card>
        )}
        {entry.votes.length > 0 && <Votes entry={entry} list={list} />}
        {!entry.leftOn && !entry.approvedOn && drafting && head.mayWrite && <Withdraw entry={entry} />}
        {!entry.leftOn && entry.approvedOn && head.mayApprove && <TakeOut entry={entry} today={viewer.today} />}
      </div>
    </>
  );
}

const factsOf = (entry: ListEntry, post: string | null): [string, string | null][] => [
  ['Chức vụ hiện nay', post],
  ['Nguồn', SOURCES[entry.source]],
  ['Quy hoạch', STANDINGS[entry.standing]],
  ['Đề xuất', `${entry.proposedBy ?? ''}, ${formatMoment(entry.proposedAt)}`],
  ['Lý do vẫn đề xuất', entry.reason],
  ['Phê duyệt', entry.approvedOn && `${formatDate(entry.approvedOn)}, Quyết định ${entry.decisionNumber ?? ''}`],
  [
    'Ra khỏi quy hoạch',
    entry.leftOn &&
      `${formatDate(entry.leftOn)}${entry.leftReason ? `: ${LEAVING_REASONS[entry.leftReason].toLowerCase()}` : ''}`,
  ],
  ['Quyết định đưa ra', entry.leftDecision],
  ['Nội dung', entry.leftNote],
  ['Ghi chú', entry.note],
];

function Votes({ entry, list }: { entry: ListEntry; list: PlanList }) {
  const order = Object.keys(VOTE_STEPS);
  const columns = [
    { key: 'step', label: 'Bước' },
    { key: 'day', label: 'Ngày họp' },
    { key: 'votes', label: 'Phiếu trên số triệu tập' },
    { key: 'outcome', label: 'Kết quả' },
    { key: 'basis', label: 'Căn cứ' },
  ];
  const rows = entry.votes
    .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
    .map((vote) => {
      const { outcome, words, basis } = voteResult(vote, list.rules);
      return { key: vote.step, cells: [VOTE_STEPS[vote.step], formatDate(vote.heldOn), words, OUTCOMES[outcome], basis] };
    });
  return (
    <Card title="Kết quả phiếu từng bước">
      <DataTable caption="Kết quả phiếu từng bước" columns={columns} rows={rows} />
    </Card>
  );
}

const Withdraw = ({ entry }: { entry: ListEntry }) => (
  <details className="card p-4">
    <summary className="min-h-11 font-semibold">Rút khỏi đề xuất</summary>
    <ActionForm action={withdraw} formKey={randomUUID()} label="Rút khỏi đề xuất" className="mt-2 grid gap-3">
      <input type="hidden" name="entryId" value={entry.id} />
      <input type="hidden" name="version" value={entry.version} />
      <TextField name="note" label="Vì sao rút" required maxLength={300} />
      <p>
        <SubmitButton>Rút khỏi đề xuất</SubmitButton>
      </p>
    </ActionForm>
  </details>
);

const TakeOut = ({ entry, today }: { entry: ListEntry; today: string }) => (
  <details className="card p-4">
    <summary className="min-h-11 font-semibold">Đưa ra khỏi quy hoạch</summary>
    <ActionForm action={takeOut} formKey={randomUUID()} label="Đưa ra khỏi quy hoạch" className="mt-2 grid gap-4">
      <input type="hidden" name="entryId" value={entry.id} />
      <input type="hidden" name="version" value={entry.version} />
      <SelectField
        name="leftReason"
        label="Lý do"
        empty="Chọn lý do"
        options={DECIDED_REASONS.map((value) => ({ value, label: LEAVING_REASONS[value] }))}
        required
      />
      <DateField name="leftOn" label="Từ ngày" value={formatDate(today)} required />
      <DecisionFields />
      <TextField name="reason" label="Nội dung" maxLength={500} />
      <p>
        <SubmitButton>Đưa ra khỏi quy hoạch</SubmitButton>
      </p>
    </ActionForm>
  </details>
);
