import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton, TextField } from '@/components/form/fields';
import { openList } from '@/db/commands/succession/reads';
import { formatDate } from '@/domain/calendar';
import { basisOf } from '@/domain/rule-sets';
import { isDeciding, VOTE_STEPS, type VoteStep } from '@/domain/succession/votes';
import { isUuid } from '@/domain/text';
import { vote } from '../../../actions';

export const metadata: Metadata = { title: 'Ghi phiếu quy hoạch' };

const STEPS = Object.keys(VOTE_STEPS) as VoteStep[];

/** The votes of one meeting for every name of the list that waits for its decision. */
export default async function VotesPage({ params, searchParams }: PageProps<'/succession/[campaignId]/[listId]/votes'>) {
  const viewer = await enter('succession.write');
  const { campaignId, listId } = await params;
  const list = isUuid(listId) ? await openList(viewer, listId) : null;
  if (!list?.head.mayWrite || list.campaign.id !== campaignId) notFound();
  const { head, rules } = list;
  const asked = (await searchParams).step;
  const step = STEPS.find((each) => each === asked) ?? 'expanded';
  const path = `/succession/${campaignId}/${listId}`;
  const names = list.entries.filter(({ approvedOn, listId: of }) => !approvedOn && of === head.id);
  const titles = new Map(list.titles.map(({ id, name }) => [id, name]));
  const known = names.flatMap(({ votes }) => votes.filter((each) => each.step === step))[0];
  const closed = head.submittedAt || head.approvedAt || list.campaign.closedAt;
  return (
    <>
      <PageHead
        title="Ghi phiếu quy hoạch"
        crumbs={[
          { label: list.campaign.name, href: `/succession/${campaignId}` },
          { label: head.unitName, href: path },
          { label: VOTE_STEPS[step] },
        ]}
        note={
          isDeciding(step)
            ? `Bước quyết định: ${basisOf(rules['cadre.pass'])}`
            : `Bước giới thiệu, từ ${rules['plan.introduce'].value}%: ${basisOf(rules['plan.introduce'])}`
        }
      />
      <nav aria-label="Bước lấy phiếu" className="mb-4 flex flex-wrap gap-2">
        {STEPS.map((each) => (
          <Link
            key={each}
            className={each === step ? 'chip on' : 'chip'}
            href={`${path}/votes?step=${each}`}
            prefetch={false}
            aria-current={each === step ? 'page' : undefined}
          >
            {VOTE_STEPS[each]}
          </Link>
        ))}
      </nav>
      <Card className="max-w-3xl">
        {names.length === 0 || closed ? (
          <Empty>
            {closed
              ? 'Danh sách không còn ở bước lập nên không ghi thêm phiếu.'
              : 'Chưa có ai được đề xuất. Hãy đề xuất người vào danh sách trước.'}
          </Empty>
        ) : (
          <ActionForm key={step} action={vote} formKey={randomUUID()} label="Ghi phiếu" className="grid gap-4 p-4">
            <input type="hidden" name="listId" value={head.id} />
            <input type="hidden" name="version" value={head.version} />
            <input type="hidden" name="step" value={step} />
            <div className="grid gap-4 sm:grid-cols-2">
              <DateField name="heldOn" label="Ngày họp" value={known ? formatDate(known.heldOn) : ''} required />
              <TextField
                name="summoned"
                label="Số người được triệu tập"
                hint="Tỷ lệ tính trên số triệu tập, không phải số có mặt"
                value={known ? String(known.summoned) : ''}
                inputMode="numeric"
                maxLength={4}
                required
              />
            </div>
            <div className="grid gap-4 sm:grid-cols-2">
              {names.map((entry) => (
                <TextField
                  key={entry.id}
                  name={`votes-${entry.id}`}
                  label={list.persons.get(entry.personId)?.name ?? 'Cán bộ do cấp trên quản lý'}
                  hint={titles.get(entry.titleId)}
                  value={String(entry.votes.find((each) => each.step === step)?.votes ?? '')}
                  inputMode="numeric"
                  maxLength={4}
                />
              ))}
            </div>
            <p>
              <SubmitButton>Lưu phiếu</SubmitButton>
            </p>
          </ActionForm>
        )}
      </Card>
    </>
  );
}
