import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SelectField, SubmitButton } from '@/components/form/fields';
import { type CellMonth, countCellMonths, listCellMonths, type MonthMeeting } from '@/db/queries/meetings';
import { chooseUnit } from '@/db/queries/units';
import { addMonths, formatDate, isIsoDate, monthLabel, monthOf } from '@/domain/calendar';
import { MEETING_KIND_LABELS, type MeetingKind, meetingState } from '@/domain/meetings/words';
import { formatCount, formatShare } from '@/domain/numbers';
import { askedText, isUuid } from '@/domain/text';
import { start } from './actions';
import { CellList, type CellTuple, type MeetingTuple } from './cell-list';

export const metadata: Metadata = { title: 'Sinh hoạt chi bộ' };

const monthAsked = (asked: unknown, today: string) =>
  typeof asked === 'string' && /^\d{4}-\d\d$/.test(asked) && isIsoDate(`${asked}-01`) && `${asked}-01` <= today
    ? `${asked}-01`
    : monthOf(today);

const afterAsked = (asked: string | string[] | undefined) => {
  const text = askedText(asked) ?? '';
  const at = text.lastIndexOf('~');
  const [sortKey, id] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && isUuid(id) ? { sortKey, id } : undefined;
};

export default async function MeetingsPage({ searchParams }: PageProps<'/meetings'>) {
  const viewer = await enter('minutes.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'minutes.read', params.unit);
  if (!unit) notFound();
  const month = monthAsked(params.month, viewer.today);
  const [{ rows, more }, sums] = await Promise.all([
    listCellMonths(viewer, unit, month, afterAsked(params.after)),
    countCellMonths(viewer, unit, month),
  ]);
  const at = (other: string, after = '') =>
    `/meetings?unit=${unit.id}&month=${other.slice(0, 7)}${after && `&after=${encodeURIComponent(after)}`}`;
  const last = rows.at(-1);
  const next = addMonths(month, 1);
  return (
    <>
      <PageHead
        title={`Sinh hoạt chi bộ ${monthLabel(month)}`}
        crumbs={[
          ...unit.ancestors.map((up) => ({
            label: up.shortName,
            href: up.inReach ? `/meetings?unit=${up.id}&month=${month.slice(0, 7)}` : undefined,
          })),
          { label: unit.shortName },
        ]}
        note={`${formatCount(sums.held)} / ${formatCount(sums.expected)} chi bộ đã nộp biên bản (${formatShare(sums.held, sums.expected)}) · ${sums.late} nộp muộn · ${sums.waiting} chờ duyệt`}
      >
        <Link className="btn" href={at(addMonths(month, -1))} prefetch={false}>
          ← Tháng trước
        </Link>
        {next <= viewer.today && (
          <Link className="btn" href={at(next)} prefetch={false}>
            Tháng sau →
          </Link>
        )}
      </PageHead>
      <Card>
        {rows.length === 0 ? (
          <Empty>Không có chi bộ nào hoạt động trong {monthLabel(month)}. Hãy chọn tháng khác hoặc mở tổ chức khác.</Empty>
        ) : (
          <CellList label={`Sinh hoạt chi bộ ${monthLabel(month)}`} cells={rows.map((cell) => tuple(cell, month))} />
        )}
        {more && last && (
          <p className="px-4 py-3">
            <Link className="btn" href={at(month, `${last.sortKey}~${last.cellId}`)} prefetch={false}>
              Trang sau →
            </Link>
          </p>
        )}
      </Card>
      {unit.isCell && rows[0]?.mine && <OtherKinds cellId={unit.id} month={month} />}
    </>
  );
}

const OTHERS = Object.entries(MEETING_KIND_LABELS).flatMap(([value, label]) => (value === 'regular' ? [] : [{ value, label }]));

const OtherKinds = ({ cellId, month }: { cellId: string; month: string }) => (
  <details className="mt-5">
    <summary className="min-h-11 py-2 text-blue">Ghi biên bản buổi khác: chuyên đề, bất thường, kiểm điểm…</summary>
    <ActionForm
      action={start}
      formKey={randomUUID()}
      label="Ghi biên bản buổi khác"
      className="card flex flex-wrap items-end gap-3 p-4"
    >
      <input type="hidden" name="cellId" value={cellId} />
      <input type="hidden" name="month" value={month} />
      <SelectField name="kind" label="Loại sinh hoạt" options={OTHERS} value="thematic" required />
      <SubmitButton primary={false}>Ghi biên bản</SubmitButton>
    </ActionForm>
  </details>
);

/** A cell's month as it travels to the list. */
function tuple({ cellId, cellName, meetingDay, mine, meetings }: CellMonth, month: string): CellTuple {
  const regular = meetings.some(({ kind }) => kind === 'regular');
  const start = !regular && mine ? <StartForm key={cellId} cellId={cellId} month={month} /> : null;
  return [cellId, cellName, regular, meetingDay, meetings.map((meeting) => meetingTuple(meeting, mine)), start];
}

function meetingTuple(meeting: MonthMeeting, mine: boolean): MeetingTuple {
  const state = meetingState(meeting);
  const facts = [
    meeting.heldOn && `họp ${formatDate(meeting.heldOn)}`,
    meeting.present !== null && `có mặt ${meeting.present}/${meeting.due}`,
    meeting.score !== null && `${meeting.score.toLocaleString('vi-VN')} điểm`,
  ].filter(Boolean);
  const kind = MEETING_KIND_LABELS[meeting.kind as MeetingKind];
  return [meeting.id, kind, facts.join(' · '), meeting.late ?? false, state.label, state.tag, mine && !meeting.submittedAt];
}

const StartForm = ({ cellId, month }: { cellId: string; month: string }) => (
  <ActionForm action={start} formKey={randomUUID()} label="Ghi biên bản" className="mt-3 flex flex-wrap items-end gap-3">
    <input type="hidden" name="cellId" value={cellId} />
    <input type="hidden" name="month" value={month} />
    <input type="hidden" name="kind" value="regular" />
    <SubmitButton>Ghi biên bản</SubmitButton>
  </ActionForm>
);
