import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead, Tag } from '@/components/data/page';
import { readVotes } from '@/db/commands/procedures/reads';
import { getProcedure, type ProcedureFile } from '@/db/queries/procedures/procedure';
import { shownStrips } from '@/db/queries/ratings/strips';
import { listHolidays, rulesOn } from '@/db/queries/rule-sets';
import type { Viewer } from '@/domain/access/viewer';
import { pausesFor, pauseWords } from '@/domain/procedures/pauses';
import { type ProcedureState, type Progress, progressOf, STATE_WORDS, stateOf } from '@/domain/procedures/progress';
import { SOURCE_WORDS } from '@/domain/procedures/steps';
import { stateTag } from '../state-tag';
import { Ending } from './ending';
import { People } from './people';
import { Policy } from './policy';
import { Steps } from './steps-list';
import { TakenBack } from './taken-back';
import { Term } from './term';

export const metadata: Metadata = { title: 'Quy trình nhân sự' };

export default async function ProcedurePage({ params }: PageProps<'/procedures/[procedureId]'>) {
  const viewer = await enter('procedure.read');
  const file = await getProcedure(viewer, (await params).procedureId);
  const votes = file && (await readVotes(viewer, file.id));
  if (!file || !votes) notFound();
  const [rules, holidays] = await Promise.all([rulesOn(viewer, viewer.today), listHolidays(viewer)]);
  const strips = await shownStrips(
    viewer,
    file.candidates.map(({ cadreId }) => cadreId),
    rules,
  );
  const progress = progressOf(
    file.source,
    file.candidates.map(({ id }) => id),
    file.sittings,
  );
  const state = stateOf(file, progress);
  return (
    <>
      <PageHead
        title={file.post.title}
        crumbs={[{ label: 'Quy trình nhân sự', href: '/procedures' }]}
        note={
          <>
            {file.post.unitName} · {SOURCE_WORDS[file.source]} <Tag kind={stateTag(state)}>{STATE_WORDS[state]}</Tag>
          </>
        }
      >
        <a className="btn" href={`/print/procedures/${file.id}`}>
          In tờ trình
        </a>
        <NextStep file={file} state={state} progress={progress} />
      </PageHead>
      <Pauses file={file} viewer={viewer} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_400px]">
        <Steps
          file={file}
          votes={votes}
          progress={progress}
          running={state === 'running'}
          mayWrite={file.mayWrite && (state === 'running' || state === 'ready')}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {file.holdingId ? (
            <Term file={file} today={viewer.today} rules={rules} />
          ) : (
            <Policy file={file} state={state} today={viewer.today} rules={rules} holidays={holidays} />
          )}
          <People file={file} strips={strips} progress={progress} today={viewer.today} rules={rules} />
          <TakenBack of={file.takenBack} />
          <Ending file={file} state={state} />
        </div>
      </div>
    </>
  );
}

/** The one thing to do now, for whoever may do it. */
function NextStep({ file, state, progress }: { file: ProcedureFile; state: ProcedureState; progress: Progress }) {
  if (state === 'running' && file.mayWrite && !file.candidates.length)
    return (
      <Link className="btn primary" href={`/procedures/${file.id}/candidates`} prefetch={false}>
        Thêm nhân sự
      </Link>
    );
  if (state === 'running' && file.mayWrite && progress.next)
    return (
      <Link className="btn primary" href={`/procedures/${file.id}/steps/${progress.next.number}`} prefetch={false}>
        Ghi bước {progress.next.number}
      </Link>
    );
  if (state === 'ready' && file.mayDecide)
    return (
      <Link className="btn primary" href={`/procedures/${file.id}/decision`} prefetch={false}>
        Ghi quyết định
      </Link>
    );
  return null;
}

function Pauses({ file, viewer }: { file: ProcedureFile; viewer: Viewer }) {
  if (file.concludedOn) return null;
  const paused = pausesFor(file.pauses, {
    unitIds: new Set(file.unitIds),
    on: viewer.today,
    kind: file.holdingId ? 'reappointment' : 'appointment',
  });
  return paused.map((pause) => (
    <p key={pause.id} role="note" className="mb-4 rounded-box bg-amber-tint px-4 py-3 text-amber">
      {pauseWords(pause)}
    </p>
  ));
}
