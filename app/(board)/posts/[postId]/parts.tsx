import Link from 'next/link';
import { Card, Empty, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import type { Seat } from '@/db/queries/posts/catalogue';
import type { Holding, Post, PostVersion } from '@/db/queries/posts/post';
import { APPOINTMENT_KINDS, END_KINDS } from '@/domain/appointments/kinds';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { seatState } from '@/domain/posts/seats';
import { changedWords } from '@/domain/posts/snapshot';
import { type Standing, standingOf } from '@/domain/posts/standing';

/** Each seat: who holds it where the viewer may know, or since when it stands empty. */
export function Seats({ post, today }: { post: Post; today: IsoDate }) {
  const standing = standingOf(post, today);
  const open = standing === 'standing' || standing === 'ending';
  const vacant = post.seatList.filter((seat) => seatState(seat, today).kind === 'vacant').length;
  return (
    <Card title="Các vị trí" aside={open ? `khuyết ${vacant}/${post.seats}` : undefined}>
      <ol className="divide-y divide-line">
        {post.seatList.map((seat) => (
          <li key={seat.seat} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5">
            <span>
              {post.seats > 1 && <span className="mr-3 text-ink-soft tabular-nums">{seat.seat}</span>}
              <Occupant seat={seat} today={today} standing={standing} />
            </span>
            {open && <SeatNote seat={seat} today={today} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}

type SeatProps = { seat: Seat; today: IsoDate };

function Occupant({ seat, today, standing }: SeatProps & { standing: Standing }) {
  if (standing === 'ended') return <span className="text-ink-soft">Đã kết thúc</span>;
  if (standing === 'coming') return <span className="text-ink-soft">Chưa đến ngày có hiệu lực</span>;
  if (seatState(seat, today).kind === 'vacant') return <b>Khuyết</b>;
  if (!seat.holder) return <span className="text-ink-soft">Có người giữ, thuộc diện cấp trên quản lý</span>;
  return (
    <Link href={`/cadres/${seat.holder.id}`} prefetch={false}>
      {seat.holder.fullName}
    </Link>
  );
}

function SeatNote({ seat, today }: SeatProps) {
  const state = seatState(seat, today);
  if (state.kind === 'vacant')
    return (
      <span>
        <Tag kind="due">
          từ {formatDate(state.since)}, {formatCount(state.days)} ngày
        </Tag>
        {seat.heldSince && seat.heldSince > today && (
          <span className="ml-2 text-sm">có người từ {formatDate(seat.heldSince)}</span>
        )}
      </span>
    );
  if (state.kind === 'expired') return <Tag kind="late">hết thời hạn {formatDate(state.since)}, chưa bổ nhiệm lại</Tag>;
  const { holder } = seat;
  return holder ? (
    <span className="text-ink-soft text-sm">
      từ {formatDate(holder.fromOn)}
      {holder.termEndsOn && `, đến hết ${formatDate(holder.termEndsOn)}`}
    </span>
  ) : null;
}

/** Who held the title, as far as the viewer manages them. */
export const Holdings = ({ holdings, today }: { holdings: readonly Holding[]; today: IsoDate }) => (
  <Card title="Những người đã giữ và đang giữ" aside={holdings.length || undefined}>
    {holdings.length === 0 ? (
      <Empty>Chưa có ai, hoặc người giữ thuộc diện cấp trên quản lý.</Empty>
    ) : (
      <DataTable
        caption="Những người đã giữ và đang giữ"
        columns={['Họ và tên', 'Chức vụ theo quyết định', 'Hình thức', 'Từ ngày', 'Đến ngày'].map((label) => ({
          key: label,
          label,
        }))}
        rows={holdings.map((one) => ({
          key: one.id,
          cells: [
            <Link key="cadre" href={`/cadres/${one.cadreId}`} className="inline-block py-1" prefetch={false}>
              {one.fullName}
            </Link>,
            one.title,
            APPOINTMENT_KINDS[one.kind],
            formatDate(one.fromOn),
            one.endedOn
              ? `${formatDate(one.endedOn)}${one.endKind ? ` (${END_KINDS[one.endKind].toLocaleLowerCase('vi')})` : ''}`
              : one.fromOn > today
                ? 'chưa đến ngày'
                : 'nay',
          ],
        }))}
      />
    )}
  </Card>
);

/** What the catalogue said, from the newest back, with what differs from the version before. */
export const Versions = ({ versions, today }: { versions: readonly PostVersion[]; today: IsoDate }) => (
  <Card title="Các lần ghi danh mục" aside={versions.length}>
    <ol className="divide-y divide-line">
      {versions.map((version, at) => (
        <li key={version.id} className="px-4 py-3">
          <p>
            <b>Từ {formatDate(version.validFrom)}</b>: {said(version, versions[at + 1])}{' '}
            {version.validFrom > today && <Tag kind="due">chưa đến ngày</Tag>}
          </p>
          <p className="text-ink-soft text-sm">
            {[
              version.decisionNumber && `Văn bản ${version.decisionNumber}`,
              version.decisionDate && `ngày ${formatDate(version.decisionDate)}`,
              version.issuer && `của ${version.issuer}`,
              version.reason,
              version.enteredBy && `${version.enteredBy} ghi`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  </Card>
);

function said({ snapshot }: PostVersion, before: PostVersion | undefined): string {
  if (snapshot.validTo) return 'kết thúc chức danh';
  const name = `${snapshot.title}, ${snapshot.seats} vị trí, bậc ${snapshot.grade}`;
  if (!before) return `đưa vào danh mục: ${name}`;
  const changed = changedWords(before.snapshot, snapshot);
  return `${name}${changed.length ? ` (thay đổi: ${changed.join(', ')})` : ''}`;
}
