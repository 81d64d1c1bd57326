'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { MinutesForm as Opened } from '@/db/queries/minutes-form';
import { NEW } from '@/domain/action-state';
import { minutesProblems } from '@/domain/meetings/minutes';
import type { Problem } from '@/domain/problems';
import { body, forget, type Keeping, type Send, useKeeping } from './keeping';
import { ReviewStep } from './review-step';
import { AssignStep, AttendanceStep, ClosingStep, ContentStep, MeetingStep, type StepProps, VoteStep } from './steps';

const STEPS = [
  { title: 'Buổi họp', Step: MeetingStep, fields: ['heldOn', 'startsAt', 'endsAt', 'place', 'chairName', 'secretaryName'] },
  { title: 'Ai có mặt?', Step: AttendanceStep, fields: ['attendance'] },
  { title: 'Việc tháng trước', Step: ClosingStep, fields: ['closing'] },
  { title: 'Nội dung, ý kiến', Step: ContentStep, fields: ['agenda', 'opinions'] },
  { title: 'Kết luận, biểu quyết', Step: VoteStep, fields: ['conclusion', 'resolutions'] },
  { title: 'Phân công, chấm điểm', Step: AssignStep, fields: ['assignments', 'scores'] },
] as const;
const LAST = STEPS.length;

/** The step whose fields hold the problem. */
const stepOf = (path: string) =>
  STEPS.findIndex(({ fields }) => fields.some((field) => path === field || path.startsWith(`${field}.`)));
const titleOf = (at: number) => STEPS[at]?.title ?? 'Xem lại và nộp';

/** The step stands in the address, so that the phone's back button goes one step back. */
function useStep(): [number, (at: number) => void] {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const follow = () => setStep(Math.min(LAST, Math.max(0, Number(location.hash.replace('#buoc-', '')) - 1 || 0)));
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return [step, (at) => (location.hash = `buoc-${at + 1}`)];
}

export function MinutesForm({ form, formKey, save, submit }: { form: Opened; formKey: string; save: Send; submit: Send }) {
  const { minutes, edit, keeping, flush, version, elsewhere, takeElsewhere, dropElsewhere } = useKeeping(
    form.meetingId,
    form,
    form.savedAt,
    save,
  );
  const [step, goTo] = useStep();
  const [refusals, setRefusals] = useState<Problem[]>([]);
  const [sending, setSending] = useState(false);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();
  const judged = minutesProblems(minutes, form.context);
  const shown = tried ? [...judged.errors, ...refusals] : [];
  const problem = (path: string) => shown.find((found) => found.path === path)?.message;
  const props: StepProps = { minutes, context: form.context, problem, edit };

  const move = (at: number) => {
    goTo(at);
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  };

  async function send(accepted: boolean): Promise<void> {
    setTried(true);
    if (judged.errors.length || sending) return;
    setSending(true);
    try {
      await flush();
      const state = await submit(NEW, body(form.meetingId, version.current, minutes, { accepted }, formKey));
      if (state.status === 'done') {
        forget(form.meetingId);
        router.push(`/meetings/${form.meetingId}`);
        return;
      }
      if (state.status === 'problems') setRefusals(state.problems);
    } catch {
      setRefusals([
        { path: '', message: 'Chưa có mạng nên chưa nộp được. Nội dung vẫn được giữ trên máy này; khi có mạng hãy bấm nộp lại.' },
      ]);
    }
    setSending(false);
  }

  const current = STEPS[step];
  return (
    <div className="pb-24">
      <ol className="my-4 flex gap-1.5" aria-label="Các bước">
        {[...STEPS, null].map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are fixed
          <li key={at} className="flex-1">
            <button
              type="button"
              className="flex min-h-11 w-full items-center"
              aria-label={`Bước ${at + 1}: ${titleOf(at)}`}
              aria-current={at === step ? 'step' : undefined}
              onClick={() => move(at)}
            >
              <span
                className={`h-1.5 w-full rounded-full ${at === step ? 'bg-red' : at < step ? 'bg-green' : 'bg-line-strong'}`}
              />
            </button>
          </li>
        ))}
      </ol>
      {elsewhere && <Elsewhere take={takeElsewhere} drop={dropElsewhere} />}
      <h2 ref={heading} tabIndex={-1} className="mb-3 text-[22px] outline-none">
        {step + 1}. {titleOf(step)}
      </h2>
      {current ? (
        <current.Step {...props} />
      ) : (
        <ReviewStep
          {...props}
          judged={judged}
          refusals={refusals}
          sending={sending}
          kept={keeping.is}
          onSubmit={(accepted) => void send(accepted)}
          onOpen={(path) => move(Math.max(0, stepOf(path)))}
        />
      )}
      <div className="fixed inset-x-0 bottom-0 z-10 border-line border-t bg-paper px-4 py-3 md:left-[232px] print:hidden">
        <div className="mx-auto flex max-w-[720px] items-center justify-between gap-3">
          <KeptAt keeping={keeping} />
          {step > 0 && (
            <button type="button" className="btn max-sm:hidden" onClick={() => move(step - 1)}>
              Quay lại
            </button>
          )}
          {step < LAST && (
            <button type="button" className="btn primary" onClick={() => move(step + 1)}>
              Tiếp: {titleOf(step + 1)}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

const Elsewhere = ({ take, drop }: { take: () => void; drop: () => void }) => (
  <div role="alert" className="mb-4 rounded-box border border-amber bg-amber-tint p-4">
    <p className="font-semibold">Trên máy này còn một bản đang ghi khác với bản đã lưu.</p>
    <p>Bản đang mở là bản đã lưu trên máy chủ, có thể do người khác vừa sửa. Bạn muốn dùng bản nào?</p>
    <div className="mt-3 flex flex-wrap gap-2">
      <button type="button" className="btn" onClick={drop}>
        Dùng bản đã lưu
      </button>
      <button type="button" className="btn" onClick={take}>
        Dùng bản trên máy này
      </button>
    </div>
  </div>
);

function KeptAt({ keeping }: { keeping: Keeping }) {
  if (keeping.is === 'conflict')
    return (
      <span role="alert" className="text-[16px] text-red-deep">
        {keeping.message}{' '}
        <button type="button" className="min-h-11 text-blue underline" onClick={() => location.reload()}>
          Mở bản mới
        </button>
      </span>
    );
  const words = {
    saved:
      keeping.is === 'saved' && keeping.at
        ? `● Đã lưu ${keeping.at.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })}`
        : 'Chưa có gì để lưu',
    saving: 'Đang lưu…',
    offline: 'Chưa có mạng – đã giữ trên máy này',
    refused: keeping.is === 'refused' ? (keeping.problems[0]?.message ?? 'Chưa lưu được') : '',
  }[keeping.is];
  return (
    <span
      role="status"
      className={`text-[16px] ${keeping.is === 'saved' ? 'text-ink-soft' : keeping.is === 'saving' ? 'text-ink-soft' : 'text-amber'}`}
      suppressHydrationWarning
    >
      {words}
    </span>
  );
}
