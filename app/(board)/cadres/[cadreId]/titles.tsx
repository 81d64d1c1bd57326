import Link from 'next/link';
import { Card, Empty, Tag } from '@/components/data/page';
import type { HeldTitle, HoldingEvent } from '@/db/queries/cadres/file';
import { APPOINTMENT_EVENTS, APPOINTMENT_KINDS, END_KINDS } from '@/domain/appointments/kinds';
import { isHeldOn } from '@/domain/appointments/ledger';
import { formatDate, type IsoDate } from '@/domain/calendar';

type Props = { titles: readonly HeldTitle[]; cadreId: string; today: IsoDate; mayDecide: boolean };

/** Titles held now and to come first, then those before; what was taken back stays, struck through, with its reason. */
export function Titles({ titles, cadreId, today, mayDecide }: Props) {
  const now = titles.filter((title) => isHeldOn(title, today) || (!title.reversed && title.fromOn > today));
  const before = titles.filter((title) => !now.includes(title));
  return (
    <>
      <Card title="Chức vụ đang giữ" aside={now.length || undefined}>
        {now.length === 0 && <Empty>Hiện không giữ chức danh nào.</Empty>}
        <List titles={now} cadreId={cadreId} today={today} mayDecide={mayDecide} />
      </Card>
      {before.length > 0 && (
        <Card title="Chức vụ đã giữ" aside={before.length}>
          <List titles={before} cadreId={cadreId} today={today} mayDecide={mayDecide} />
        </Card>
      )}
    </>
  );
}

const List = ({ titles, ...props }: Props) => (
  <ul className="divide-y divide-line">
    {titles.map((title) => (
      <li key={title.id} className="px-4 py-3">
        <Title title={title} {...props} />
      </li>
    ))}
  </ul>
);

function Title({ title, cadreId, today, mayDecide }: { title: HeldTitle } & Omit<Props, 'titles'>) {
  const over = title.termEndsOn && !title.endedOn && title.termEndsOn < today;
  const lasts = !title.reversed && !title.endedOn;
  const form = `/cadres/${cadreId}/appointments/${title.id}`;
  return (
    <>
      <p className={title.reversed ? 'line-through' : undefined}>
        <Link href={`/posts/${title.postId}`} prefetch={false}>
          <b>{title.title}</b>
        </Link>{' '}
        {title.concurrent && <Tag>kiêm nhiệm</Tag>} {over && <Tag kind="late">hết thời hạn, chưa bổ nhiệm lại</Tag>}
        {title.reversed && <Tag>đã hủy</Tag>}
      </p>
      <p className="text-ink-soft text-sm">{span(title)}</p>
      {((mayDecide && !title.reversed) || title.mayRenew) && (
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm">
          {title.mayRenew && (
            <Step href={`/procedures/renewals/${title.id}`} words="Quy trình bổ nhiệm lại, kéo dài" of={title.title} />
          )}
          {mayDecide && lasts && <Step href={`${form}?do=extend`} words="Bổ nhiệm lại, kéo dài" of={title.title} />}
          {mayDecide && lasts && <Step href={`${form}?do=end`} words="Thôi giữ" of={title.title} />}
          {mayDecide && lasts && (
            <Step
              href={`/procedures/decisions/${title.id}`}
              words="Điều động, biệt phái, từ chức, quyết định khác"
              of={title.title}
            />
          )}
          {mayDecide && !title.reversed && <Step href={`${form}?do=reverse`} words="Hủy bút toán" of={title.title} />}
        </p>
      )}
      <details className="mt-1 text-sm">
        <summary className="inline-flex min-h-11 items-center text-ink-soft">Quyết định ({title.events.length})</summary>
        <ol className="grid gap-1.5">
          {title.events.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ol>
      </details>
    </>
  );
}

const Step = ({ href, words, of }: { href: string; words: string; of: string }) => (
  <Link href={href} className="inline-flex min-h-11 items-center underline" prefetch={false}>
    {words}
    <span className="sr-only">: {of}</span>
  </Link>
);

const span = ({ unitName, kind, fromOn, termEndsOn, endedOn, endKind }: HeldTitle): string =>
  [
    unitName,
    `${APPOINTMENT_KINDS[kind].toLocaleLowerCase('vi')} từ ${formatDate(fromOn)}`,
    endedOn
      ? `đến ${formatDate(endedOn)}${endKind ? ` (${END_KINDS[endKind].toLocaleLowerCase('vi')})` : ''}`
      : termEndsOn && `hết thời hạn ${formatDate(termEndsOn)}`,
  ]
    .filter(Boolean)
    .join(' · ');

const Event = ({ event }: { event: HoldingEvent }) => (
  <li>
    <span className={event.reversed ? 'line-through' : undefined}>
      {APPOINTMENT_EVENTS[event.kind]} từ {formatDate(event.effectiveOn)}
      {event.endKind && `: ${END_KINDS[event.endKind].toLocaleLowerCase('vi')}`}
      {event.termEndsOn && `, đến hết ${formatDate(event.termEndsOn)}`}
    </span>
    <span className="block text-ink-soft">
      {[decision(event), event.reason, `${event.enteredBy ?? 'Hệ thống'} ghi`].filter(Boolean).join(' · ')}
    </span>
    {event.warnings.map((words) => (
      <span key={words} className="block text-amber">
        Cảnh báo khi quyết định: {words}
      </span>
    ))}
    {event.exceptionReason && <span className="block">Lý do vẫn quyết định: {event.exceptionReason}</span>}
    {event.reversedWhy && <span className="block text-red-deep">Đã hủy: {event.reversedWhy}</span>}
  </li>
);

const decision = ({ decisionNumber, decisionDate, issuer, signer }: HoldingEvent): string =>
  [
    decisionNumber && `Quyết định ${decisionNumber}`,
    decisionDate && `ngày ${formatDate(decisionDate)}`,
    issuer && `của ${issuer}`,
    signer && `(${signer} ký)`,
  ]
    .filter(Boolean)
    .join(' ');
