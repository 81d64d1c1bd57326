import { Card } from '@/components/data/page';
import type { RemovedLine } from '@/db/queries/cadres/file';
import { FILE_LINES } from '@/domain/cadres/inputs';
import { formatMoment } from '@/domain/moments';

/** Lines that were taken out stay to be read, struck through, with their reason. */
export const Removed = ({ lines }: { lines: readonly RemovedLine[] }) =>
  lines.length > 0 && (
    <Card title="Dòng đã bỏ khỏi hồ sơ" aside="mới nhất ở trên">
      <ul className="cells">
        {lines.map(({ id, line, words, reason, who, at }) => (
          <li key={id} className="px-4 py-3">
            {FILE_LINES[line]}: <span className="line-through">{words}</span>
            <small className="block text-ink-soft">
              Lý do bỏ: {reason} · {who ? `${who}, ` : ''}
              {formatMoment(at)}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
