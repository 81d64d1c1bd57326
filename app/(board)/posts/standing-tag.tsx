import { Tag } from '@/components/data/page';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { standingOf } from '@/domain/posts/standing';

type Props = { title: { validFrom: IsoDate; validTo: IsoDate | null }; today: IsoDate };

/** From when a title comes into the catalogue, until when it stays in it, or when it ended; nothing of one that simply stands there. */
export function StandingTag({ title, today }: Props) {
  const standing = standingOf(title, today);
  const { validFrom, validTo } = title;
  if (standing === 'coming') return <Tag kind="due">từ ngày {formatDate(validFrom)}</Tag>;
  if (standing === 'ending' && validTo) return <Tag kind="due">đến hết ngày {formatDate(validTo)}</Tag>;
  if (standing === 'ended' && validTo) return <Tag>kết thúc {formatDate(validTo)}</Tag>;
  return null;
}
