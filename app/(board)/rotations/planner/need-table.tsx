import Link from 'next/link';
import { DataTable } from '@/components/data/table';
import { formatDate } from '@/domain/calendar';
import type { Need } from '@/domain/rotations/needs';

const COLUMNS = [
  { key: 'post', label: 'Chức danh' },
  { key: 'holder', label: 'Người đang giữ' },
  { key: 'why', label: 'Vì sao' },
  { key: 'open', label: 'Nhân sự' },
];

/** next: the post that begins the next page. */
export const NeedTable = ({ needs, next, first }: { needs: readonly Need[]; next?: string; first: boolean }) => (
  <>
    <DataTable
      caption="Vị trí cần luân chuyển đến"
      columns={COLUMNS}
      rows={needs.map(({ post, reasons }) => ({
        key: post.id,
        cells: [
          <span key="post" className="block min-w-44">
            <b className="font-semibold">{post.title}</b>
            <small className="block text-ink-soft">{post.unitName}</small>
          </span>,
          post.holder ? (
            <span key="holder" className="block min-w-32">
              {post.holder.name}
              <small className="block text-ink-soft">từ {formatDate(post.holder.since)}</small>
            </span>
          ) : (
            'đang trống'
          ),
          <ul key="why" className="min-w-56">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>,
          <Link
            key="open"
            className="btn"
            href={`/rotations/planner?post=${post.id}`}
            prefetch={false}
            aria-label={`Xem nhân sự cho ${post.title}`}
          >
            Xem nhân sự
          </Link>,
        ],
      }))}
    />
    {(next || first) && (
      <p className="flex gap-2 px-4 py-3">
        {first && (
          <Link className="btn" href="/rotations/planner" prefetch={false}>
            Về đầu
          </Link>
        )}
        {next && (
          <Link className="btn" href={`/rotations/planner?from=${next}`} prefetch={false}>
            Trang sau →
          </Link>
        )}
      </p>
    )}
  </>
);
