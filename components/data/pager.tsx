import Link from 'next/link';

/** Keyset pages: forward, back and to the first; no page numbers, so none can lie. Under an empty list there is nothing to say. */
export function Pager({
  shown,
  total,
  next,
  previous,
  first,
  noun,
  countAll,
}: {
  shown: number;
  total: number | string;
  next?: string;
  previous?: string;
  first?: string;
  noun: string;
  /** Where all are counted, when the total is only known to be more. */
  countAll?: string;
}) {
  if (!shown && !first && !previous) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <span className="text-ink-soft">
        {shown.toLocaleString('vi-VN')} trong {typeof total === 'number' ? total.toLocaleString('vi-VN') : total} {noun}
        {countAll && (
          <>
            {' '}
            <Link href={countAll} prefetch={false}>
              Đếm đủ
            </Link>
          </>
        )}
      </span>
      <span className="flex gap-2">
        {first && (
          <Link className="btn" href={first} prefetch={false}>
            Về đầu
          </Link>
        )}
        {previous && (
          <Link className="btn" href={previous} prefetch={false}>
            ← Trang trước
          </Link>
        )}
        {next && (
          <Link className="btn" href={next} prefetch={false}>
            Trang sau →
          </Link>
        )}
      </span>
    </div>
  );
}
