'use client';

import { useState } from 'react';
import { headCount, type Judged, scoreOf } from '@/domain/meetings/minutes';
import { BAND_LABELS } from '@/domain/meetings/words';
import type { Problem } from '@/domain/problems';
import type { StepProps } from './steps';

type Props = StepProps & {
  judged: Judged;
  refusals: Problem[];
  sending: boolean;
  kept: string;
  onSubmit: (accepted: boolean) => void;
  onOpen: (path: string) => void;
};

export function ReviewStep({ minutes, context, judged, refusals, sending, kept, onSubmit, onOpen }: Props) {
  const [accepted, setAccepted] = useState(false);
  const heads = headCount(context.roll, minutes.attendance);
  const score = scoreOf(minutes.scores, context.rules.rubric.value);
  const lines = [
    `Có mặt ${heads.present}/${heads.due}; vắng có lý do ${heads.excused}, vắng không lý do ${heads.absent}`,
    `${minutes.agenda.filter(({ title }) => title).length} nội dung, ${minutes.opinions.filter(({ text }) => text).length} ý kiến`,
    `${minutes.resolutions.length} biểu quyết, ${minutes.assignments.filter(({ text }) => text).length} việc giao`,
    score ? `${score.score.toLocaleString('vi-VN')} điểm, xếp loại ${BAND_LABELS[score.band]}` : 'Chưa chấm điểm',
  ];
  const others = refusals.filter(
    ({ message }) => ![...judged.errors, ...judged.warnings].some((found) => found.message === message),
  );
  return (
    <div className="space-y-4">
      <ul className="card list-disc space-y-1 py-3 pr-4 pl-9">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {judged.errors.length > 0 && (
        <Found title="Cần sửa trước khi nộp" tone="border-red bg-red-tint" found={judged.errors} onOpen={onOpen} />
      )}
      {judged.warnings.length > 0 && (
        <Found title="Lưu ý" tone="border-amber bg-amber-tint" found={judged.warnings} onOpen={onOpen} />
      )}
      {others.length > 0 && <Found title="Chưa nộp được" tone="border-red bg-red-tint" found={others} onOpen={onOpen} />}
      {judged.warnings.length > 0 && (
        <label className="flex min-h-12 items-center gap-3">
          <input
            type="checkbox"
            className="size-6 accent-red"
            checked={accepted}
            onChange={(event) => setAccepted(event.target.checked)}
          />
          Tôi đã xem các lưu ý trên và vẫn nộp
        </label>
      )}
      <p className="text-ink-soft">Nộp rồi thì biên bản được khóa và gửi lên Đảng ủy. Cần sửa thì đề nghị Đảng ủy trả lại.</p>
      <button
        type="button"
        className="btn primary w-full text-[18px]"
        disabled={sending || judged.errors.length > 0 || (judged.warnings.length > 0 && !accepted) || kept === 'conflict'}
        onClick={() => onSubmit(accepted)}
      >
        {sending ? 'Đang nộp…' : 'Nộp biên bản'}
      </button>
    </div>
  );
}

const Found = ({
  title,
  tone,
  found,
  onOpen,
}: {
  title: string;
  tone: string;
  found: readonly Problem[];
  onOpen: (path: string) => void;
}) => (
  <section role={title === 'Lưu ý' ? undefined : 'alert'} className={`rounded-box border px-4 py-3 ${tone}`}>
    <h3 className="font-semibold">{title}</h3>
    <ul className="mt-1 space-y-2">
      {found.map(({ path, message }) => (
        <li key={path + message}>
          {message}{' '}
          {path && path !== 'accepted' && (
            <button type="button" className="min-h-11 text-blue underline" onClick={() => onOpen(path)}>
              Mở để sửa
            </button>
          )}
        </li>
      ))}
    </ul>
  </section>
);
