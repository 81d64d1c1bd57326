import { formatMoment } from '@/domain/moments';

/** Twice what may lie between two anchors. */
const LATE_MS = 2 * 60 * 60 * 1000;

/** When the logs were last anchored outside the database; says so when that is too long ago. */
export function LastAnchor({ anchored, now }: { anchored: { set: boolean; at: string | null }; now: Date }) {
  const late = anchored.at !== null && now.getTime() - new Date(anchored.at).getTime() > LATE_MS;
  if (anchored.at && !late)
    return <p className="mb-4 text-sm text-ink-soft">Niêm ngoài cơ sở dữ liệu: lần cuối {formatMoment(anchored.at)}.</p>;
  return (
    <p className="mb-4 text-sm font-semibold text-amber">
      {!anchored.set
        ? 'Máy chủ chưa đặt tệp niêm (AUDIT_ANCHOR_FILE): nhật ký chưa được niêm ngoài cơ sở dữ liệu.'
        : `Nhật ký ${anchored.at ? `không được niêm từ ${formatMoment(anchored.at)}` : 'chưa được niêm lần nào'}. Báo người quản trị máy chủ kiểm tra tệp niêm, rồi bấm “Kiểm tra chuỗi”.`}
    </p>
  );
}
