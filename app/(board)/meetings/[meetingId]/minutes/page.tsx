import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { enter } from '@/access/door';
import { meetingStateOf } from '@/db/queries/meetings';
import { getMinutesForm } from '@/db/queries/minutes-form';
import { monthLabel } from '@/domain/calendar';
import { MEETING_KIND_LABELS, type MeetingKind } from '@/domain/meetings/words';
import { save, submit } from './actions';
import { MinutesForm } from './minutes-form';

export const metadata: Metadata = { title: 'Ghi biên bản' };

export default async function MinutesPage({ params }: PageProps<'/meetings/[meetingId]/minutes'>) {
  const viewer = await enter('minutes.write');
  const { meetingId } = await params;
  if (!z.guid().safeParse(meetingId).success) notFound();
  const form = await getMinutesForm(viewer, meetingId);
  if (!form) {
    if (await meetingStateOf(viewer, meetingId)) redirect(`/meetings/${meetingId}`);
    notFound();
  }
  const kind = MEETING_KIND_LABELS[form.kind as MeetingKind].toLowerCase();
  return (
    <div className="mx-auto max-w-[720px] text-[18px]">
      <p className="text-ink-soft">
        {form.cellName} · {monthLabel(form.month)}
      </p>
      <h1>Biên bản sinh hoạt {kind}</h1>
      {form.returnReason && (
        <p role="note" className="mt-3 rounded-box border border-amber bg-amber-tint px-4 py-3 text-amber">
          <b>Biên bản bị trả lại:</b> {form.returnReason}
        </p>
      )}
      <noscript>
        <p className="mt-3 rounded-box border border-amber bg-amber-tint px-4 py-3">
          Trình duyệt đang tắt JavaScript nên chưa ghi biên bản ở đây được. Hãy bật JavaScript rồi tải lại trang.
        </p>
      </noscript>
      <MinutesForm form={form} formKey={randomUUID()} save={save} submit={submit} />
    </div>
  );
}
