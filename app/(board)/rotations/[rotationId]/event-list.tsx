import type { RotationEventRow } from '@/db/queries/rotations/rotation';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { ROTATION_EVENTS } from '@/domain/rotations/words';

/** What happened, in order: with its decision, what the rules warned of, and who wrote it. */
export const EventList = ({ events }: { events: readonly RotationEventRow[] }) => (
  <ol className="px-4 py-2">
    {events.map((event) => (
      <li key={`${event.kind}-${event.enteredAt}`} className="border-line border-b py-3 last:border-b-0">
        <b className="font-semibold">{ROTATION_EVENTS[event.kind]}</b>
        <span className="text-ink-soft"> · {formatDate(event.effectiveOn)}</span>
        {event.decisionNumber && (
          <p>
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
        {event.note && <p className="text-sm">{event.note}</p>}
        <p className="text-ink-soft text-sm">
          {event.who ?? 'Nhập ban đầu'}, {formatMoment(new Date(event.enteredAt))}
        </p>
      </li>
    ))}
  </ol>
);
