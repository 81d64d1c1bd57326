import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead, Tag } from '@/components/data/page';
import { getMinutes, type MinutesPage } from '@/db/queries/minutes';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate, monthLabel } from '@/domain/calendar';
import { MEETING_KIND_LABELS, meetingState } from '@/domain/meetings/words';
import { formatMoment } from '@/domain/moments';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { AnswerPanel } from './answer-panel';
import { Attendance, Content, Heading, Score, Votes, Work } from './minutes-parts';

export const metadata: Metadata = { title: 'Biên bản sinh hoạt' };

/** One meeting's minutes to read, in the order in which they are written; the committee answers here. */
export default async function MeetingPage({ params }: PageProps<'/meetings/[meetingId]'>) {
  const viewer = await enter('minutes.read');
  const minutes = await getMinutes(viewer, (await params).meetingId);
  if (!minutes) notFound();
  const rules = await rulesOn(viewer, minutes.heldOn ?? minutes.month, minutes.cellId);
  const state = meetingState(minutes);
  const here = `/meetings/${minutes.id}`;
  const writable = minutes.draft && minutes.mayWrite;
  const begun = minutes.agenda.length > 0 || minutes.people.length > 0;
  return (
    <>
      <PageHead
        title={
          <>
            {MEETING_KIND_LABELS[minutes.kind]} {monthLabel(minutes.month)} <Tag kind={state.tag}>{state.label}</Tag>
          </>
        }
        crumbs={crumbsOf(minutes)}
        note={
          <>
            {minutes.cellName}
            {minutes.heldOn && ` · họp ngày ${formatDate(minutes.heldOn)}`}
          </>
        }
      >
        <a className="btn" href={`/print/minutes/${minutes.id}`}>
          In
        </a>
        <a className="btn" href={`${here}/docx`} download>
          Tải Word
        </a>
        {writable && (
          <Link className="btn primary" href={`${here}/minutes`}>
            {state.key === 'returned' ? 'Sửa biên bản' : 'Ghi tiếp'}
          </Link>
        )}
      </PageHead>
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-[minmax(0,1fr)_300px] xl:grid-rows-[auto_1fr] xl:items-start">
        <div className="xl:col-start-2">
          <Progress minutes={minutes} rules={rules} />
        </div>
        <div className="grid min-w-0 gap-5 *:min-w-0 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          {begun ? <Minutes minutes={minutes} rules={rules} /> : <NothingYet writable={writable} here={here} />}
        </div>
        {minutes.mayAccept && state.key === 'submitted' && (
          <div className="xl:col-start-2">
            <AnswerPanel meetingId={minutes.id} version={minutes.version} wrote={minutes.wrote} />
          </div>
        )}
      </div>
    </>
  );
}

const crumbsOf = ({ cellId, cellShortName, committeeId, committeeShortName }: MinutesPage) => [
  { label: 'Sinh hoạt chi bộ', href: '/meetings' },
  ...(committeeShortName ? [{ label: committeeShortName, href: `/meetings?unit=${committeeId}` }] : []),
  ...(committeeId === cellId ? [] : [{ label: cellShortName, href: `/meetings?unit=${cellId}` }]),
];

const Minutes = ({ minutes, rules }: { minutes: MinutesPage; rules: Rules }) => (
  <>
    <Heading minutes={minutes} />
    <Attendance minutes={minutes} />
    <Content minutes={minutes} />
    <Votes minutes={minutes} rules={rules} />
    <Work minutes={minutes} />
    <Score minutes={minutes} />
  </>
);

const NothingYet = ({ writable, here }: { writable: boolean; here: string }) => (
  <Card title="Biên bản chưa có nội dung">
    <p className="px-4 py-4">
      {writable ? (
        <>
          Biên bản đã mở nhưng chưa ghi gì. <Link href={`${here}/minutes`}>Ghi biên bản</Link> để bắt đầu.
        </>
      ) : (
        'Chi bộ đã mở biên bản nhưng chưa ghi nội dung. Nội dung hiện ở đây sau khi chi bộ lưu.'
      )}
    </p>
  </Card>
);

/** Who did what and when, the newest last. */
function Progress({ minutes, rules }: { minutes: MinutesPage; rules: Rules }) {
  const { draftSavedAt, submittedAt, submittedBy, returnedAt, returnedBy, acceptedAt, acceptedBy, draft } = minutes;
  const days = rules['meeting.submit.days'];
  const steps = [
    { at: returnedAt, what: `Trả lại${by(returnedBy)}`, more: minutes.returnReason && `Lý do: ${minutes.returnReason}` },
    {
      at: submittedAt,
      what: `Nộp${by(submittedBy)}`,
      more: minutes.late && `Nộp muộn: hạn là ${days.value} ngày sau ngày họp, ${basisOf(days)}.`,
    },
    { at: acceptedAt, what: `Duyệt${by(acceptedBy)}`, more: null },
    { at: draft ? draftSavedAt : null, what: 'Lưu nháp lần cuối', more: null },
  ].flatMap(({ at, ...step }) => (at ? [{ ...step, at }] : []));
  if (!steps.length) return null;
  return (
    <Card title="Quá trình">
      <ol className="grid gap-3 px-4 py-3">
        {steps
          .sort((a, b) => a.at.getTime() - b.at.getTime())
          .map(({ at, what, more }) => (
            <li key={what}>
              <b>{what}</b>
              <div className="text-ink-soft text-sm">{formatMoment(at)}</div>
              {more && <p className="mt-1">{more}</p>}
            </li>
          ))}
      </ol>
    </Card>
  );
}

const by = (name: string | null) => (name ? ` bởi ${name}` : '');
