import Link from 'next/link';
import { Card, Empty } from '@/components/data/page';
import type { HistoryRow } from '@/db/queries/members';
import { formatDate } from '@/domain/calendar';
import { disciplineLabel } from '@/domain/members/event';
import { eventLabel } from '@/domain/members/ledger';

const moment = (at: Date) =>
  at.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' });

type Props = { events: readonly HistoryRow[]; memberId: string; mayReverse: boolean; title?: string; className?: string };

/** The ledger of a person, newest first. What was taken back stays, struck through, with who did so and why. */
export function History({ events, memberId, mayReverse, title = 'Lịch sử đảng tịch', className }: Props) {
  return (
    <Card title={title} aside={events.length ? `${events.length} bút toán` : undefined} className={className}>
      {events.length === 0 && <Empty>Chưa có biến động nào.</Empty>}
      <ol className="divide-y divide-line">
        {events.map((event) => (
          <li key={event.id} className="grid gap-x-4 px-4 py-3 sm:grid-cols-[110px_1fr_auto]">
            <span className="tabular-nums">{formatDate(event.effectiveOn)}</span>
            <div>
              <p className={event.reversedAt ? 'line-through' : undefined}>
                <b>{eventLabel(event.kind)}</b> {about(event)}
              </p>
              <p className="text-ink-soft text-sm">
                {[decision(event), `${event.enteredBy ?? 'Hệ thống'} ghi ngày ${moment(event.enteredAt)}`]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {event.detail.exceptionReason && <p className="text-sm">Lý do ngoại lệ: {event.detail.exceptionReason}</p>}
              {event.reversedAt && (
                <p className="text-red-deep text-sm">
                  Đã hủy ngày {moment(event.reversedAt)} ({event.reversedBy ?? 'hệ thống'}): {event.reversedWhy}
                </p>
              )}
            </div>
            {mayReverse && !event.reversedAt && (
              <Link
                href={`/members/${memberId}/events/${event.id}`}
                className="inline-flex min-h-11 items-center text-sm underline"
                prefetch={false}
              >
                Hủy bút toán
                <span className="sr-only">
                  {' '}
                  {eventLabel(event.kind)} ngày {formatDate(event.effectiveOn)}
                </span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Where, from where, until when and why. */
function about(event: HistoryRow): string {
  const where = event.fromCellName ? `${event.fromCellName} → ${event.cellName}` : event.cellName;
  const until = event.detail.until ? `đến ${formatDate(event.detail.until)}` : null;
  return [disciplineLabel(event.detail.form), where, event.place, until, event.reason].filter(Boolean).join(' · ');
}

function decision({ decisionNumber, decisionDate, issuer, signer }: HistoryRow): string {
  if (!decisionNumber && !issuer) return '';
  return [
    `Quyết định ${decisionNumber ?? ''}`.trim(),
    decisionDate && `ngày ${formatDate(decisionDate)}`,
    issuer && `của ${issuer}`,
    signer && `(${signer} ký)`,
  ]
    .filter(Boolean)
    .join(' ');
}
