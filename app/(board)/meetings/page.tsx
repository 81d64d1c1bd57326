import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { type CellMonth, countCellMonths, listCellMonths, type MonthMeeting } from '@/db/queries/meetings';
import { chooseUnit } from '@/db/queries/units';
import { addMonths, formatDate, isIsoDate, monthLabel, monthOf } from '@/domain/calendar';
import { MEETING_KIND_LABELS, type MeetingKind, meetingState } from '@/domain/meetings/words';
import { formatCount, formatShare } from '@/domain/numbers';
import { start } from './actions';

export const metadata: Metadata = { title: 'Sinh hoạt chi bộ' };

const monthAsked = (asked: unknown, today: string) =>
  typeof asked === 'string' && /^\d{4}-\d\d$/.test(asked) && isIsoDate(`${asked}-01`) && `${asked}-01` <= today
    ? `${asked}-01`
    : monthOf(today);

const afterAsked = (asked: unknown) => {
  const [sortKey, id] = typeof asked === 'string' ? asked.split('~') : [];
  return sortKey && id && /^[0-9a-f-]{36}$/.test(id) ? { sortKey, id } : undefined;
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
          <DataTable
            caption={`Sinh hoạt chi bộ ${monthLabel(month)}`}
            columns={[
              { key: 'cell', label: 'Chi bộ' },
              { key: 'state', label: 'Biên bản' },
              { key: 'held', label: 'Ngày họp' },
              { key: 'present', label: 'Có mặt', num: true },
              { key: 'score', label: 'Điểm', num: true },
              { key: 'do', label: <span className="sr-only">Việc</span> },
            ]}
            rows={rows.flatMap((cell) => lines(cell, month))}
          />
        )}
        {more && last && (
          <p className="px-4 py-3">
            <Link className="btn" href={at(month, `${last.sortKey}~${last.cellId}`)} prefetch={false}>
              Trang sau →
            </Link>
          </p>
        )}
      </Card>
    </>
  );
}

function lines(cell: CellMonth, month: string) {
  const regular = cell.meetings.some(({ kind }) => kind === 'regular');
  const held = cell.meetings.map((meeting) => ({ key: meeting.id, cells: meetingCells(cell, meeting) }));
  if (regular) return held;
  const none = [
    cell.cellName,
    <Tag key="none">Chưa có biên bản</Tag>,
    cell.meetingDay ? `thường ngày ${cell.meetingDay}` : '',
    '',
    '',
    cell.mine ? <StartForm key="start" cellId={cell.cellId} month={month} /> : '',
  ];
  return [{ key: cell.cellId, cells: none }, ...held];
}

function meetingCells(cell: CellMonth, meeting: MonthMeeting) {
  const state = meetingState(meeting);
  const open = cell.mine && !meeting.submittedAt;
  return [
    cell.cellName,
    <span key="state">
      <Link href={`/meetings/${meeting.id}`} prefetch={false}>
        {MEETING_KIND_LABELS[meeting.kind as MeetingKind]}
      </Link>{' '}
      <Tag kind={state.tag}>{state.label}</Tag> {meeting.late && <Tag kind="late">Nộp muộn</Tag>}
    </span>,
    meeting.heldOn ? formatDate(meeting.heldOn) : '—',
    meeting.present === null ? '—' : `${meeting.present}/${meeting.due}`,
    meeting.score === null ? '—' : meeting.score.toLocaleString('vi-VN'),
    open ? (
      <Link key="open" className="btn primary" href={`/meetings/${meeting.id}/minutes`} prefetch={false}>
        Ghi tiếp
      </Link>
    ) : (
      ''
    ),
  ];
}

const StartForm = ({ cellId, month }: { cellId: string; month: string }) => (
  <ActionForm action={start} formKey={randomUUID()} label="Ghi biên bản">
    <input type="hidden" name="cellId" value={cellId} />
    <input type="hidden" name="month" value={month} />
    <input type="hidden" name="kind" value="regular" />
    <SubmitButton>Ghi biên bản</SubmitButton>
  </ActionForm>
);
