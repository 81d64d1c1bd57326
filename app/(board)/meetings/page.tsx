import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SelectField, SubmitButton } from '@/components/form/fields';
import { type CellMonth, countCellMonths, listCellMonths, type MonthMeeting } from '@/db/queries/meetings';
import { chooseUnit } from '@/db/queries/units';
import { addMonths, formatDate, isIsoDate, monthLabel, monthOf } from '@/domain/calendar';
import { MEETING_KIND_LABELS, type MeetingKind, meetingState } from '@/domain/meetings/words';
import { formatCount, formatShare } from '@/domain/numbers';
import { askedText, isUuid } from '@/domain/text';
import { start } from './actions';

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
          <ul aria-label={`Sinh hoạt chi bộ ${monthLabel(month)}`}>
            {rows.map((cell) => (
              <Cell key={cell.cellId} cell={cell} month={month} />
            ))}
          </ul>
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

function Cell({ cell, month }: { cell: CellMonth; month: string }) {
  const regular = cell.meetings.some(({ kind }) => kind === 'regular');
  return (
    <li className="border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <b>{cell.cellName}</b>
        {!regular && (
          <span className="flex flex-wrap items-center gap-3">
            <Tag>Chưa có biên bản thường kỳ</Tag>
            {cell.meetingDay && <span className="text-ink-soft text-sm">thường họp ngày {cell.meetingDay}</span>}
          </span>
        )}
      </div>
      {cell.meetings.map((meeting) => (
        <Meeting key={meeting.id} meeting={meeting} mine={cell.mine} />
      ))}
      {!regular && cell.mine && <StartForm cellId={cell.cellId} month={month} />}
    </li>
  );
}

function Meeting({ meeting, mine }: { meeting: MonthMeeting; mine: boolean }) {
  const state = meetingState(meeting);
  const facts = [
    meeting.heldOn && `họp ${formatDate(meeting.heldOn)}`,
    meeting.present !== null && `có mặt ${meeting.present}/${meeting.due}`,
    meeting.score !== null && `${meeting.score.toLocaleString('vi-VN')} điểm`,
  ].filter(Boolean);
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={`/meetings/${meeting.id}`} prefetch={false} className="inline-flex min-h-8 items-center">
          {MEETING_KIND_LABELS[meeting.kind as MeetingKind]}
        </Link>
        <span className="text-ink-soft text-sm">{facts.join(' · ')}</span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {meeting.late && <Tag kind="late">Nộp muộn</Tag>}
        <Tag kind={state.tag}>{state.label}</Tag>
        {mine && !meeting.submittedAt && (
          <Link className="btn primary" href={`/meetings/${meeting.id}/minutes`} prefetch={false}>
            Ghi tiếp
          </Link>
        )}
      </span>
    </div>
  );
}

const StartForm = ({ cellId, month }: { cellId: string; month: string }) => (
  <ActionForm action={start} formKey={randomUUID()} label="Ghi biên bản" className="mt-3 flex flex-wrap items-end gap-3">
    <input type="hidden" name="cellId" value={cellId} />
    <input type="hidden" name="month" value={month} />
    <input type="hidden" name="kind" value="regular" />
    <SubmitButton>Ghi biên bản</SubmitButton>
  </ActionForm>
);
