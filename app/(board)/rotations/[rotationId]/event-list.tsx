import { Tag } from '@/components/data/page';
import type { RotationDetail, RotationEventRow } from '@/db/queries/rotations/rotation';
import { formatDate, type PartialDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { ROTATION_EVENTS } from '@/domain/rotations/words';

/** What happened, in order: with its decision, what the rules warned of, and who wrote it; what was taken back is struck through. */
export const EventList = ({ row: { events, startedSaid, endedSaid } }: { row: RotationDetail }) => (
  <ol className="px-4 py-2">
    {events.map((event) => (
      <li key={event.id} className="border-line border-b py-3 last:border-b-0">
        <span className={event.reversed ? 'line-through' : undefined}>
          <b className="font-semibold">{nameOf(event, events)}</b>
          <span className="text-ink-soft"> · {formatDate(saidOf(event.kind, startedSaid, endedSaid) ?? event.effectiveOn)}</span>
        </span>
        {event.reversed && (
          <>
            {' '}
            <Tag>đã hủy</Tag>
          </>
        )}
        {event.decisionNumber && (
          <p className={event.reversed ? 'line-through' : undefined}>
            {event.decisionNumber}
            {event.decisionDate && ` ngày ${formatDate(event.decisionDate)}`}
            {event.issuer && `, ${event.issuer}`}
          </p>
        )}
        {event.warnings.map((warning) => (
          <p key={warning} className="text-sm">
            Cảnh báo: {warning}
          </p>
        ))}
        {event.note && (
          <p className="text-sm">
            {event.kind === 'reversal' && 'Lý do: '}
            {event.note}
          </p>
        )}
        <p className="text-ink-soft text-sm">
          {event.who ?? 'Nhập ban đầu'}, {formatMoment(new Date(event.enteredAt))}
        </p>
      </li>
    ))}
  </ol>
);

/** The papers of a past rotation may say no day. */
const saidOf = (kind: RotationEventRow['kind'], started: PartialDate | null, ended: PartialDate | null) =>
  kind === 'recorded' ? started : kind === 'ended' ? ended : null;

/** A reversal names what it took back. */
function nameOf({ kind, reversesId }: RotationEventRow, events: readonly RotationEventRow[]): string {
  const taken = reversesId && events.find(({ id }) => id === reversesId);
  return taken ? `${ROTATION_EVENTS[kind]}: ${ROTATION_EVENTS[taken.kind].toLocaleLowerCase('vi')}` : ROTATION_EVENTS[kind];
}
