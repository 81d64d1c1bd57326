import { Card, Tag } from '@/components/data/page';
import type { ChainEnds, ChainFault } from '@/db/queries/audit';
import { formatCount } from '@/domain/numbers';

const LOGS = { audit_log: 'Nhật ký thay đổi', read_log: 'Nhật ký xem' };
const FAULTS = { changed: 'bị sửa', removed: 'bị xóa dòng này hoặc ngay trước nó', inserted: 'bị chèn vào' };

/** What recomputing the chains has shown. */
export function ChainStatus({ faults, ends }: { faults: ChainFault[]; ends: ChainEnds[] }) {
  return (
    <Card
      title="Kết quả kiểm tra chuỗi"
      aside={faults.length ? <Tag kind="late">có chỗ không khớp</Tag> : <Tag kind="ok">mọi chuỗi đều khớp</Tag>}
      className="mb-5"
    >
      <ul className="space-y-1 px-4 py-3">
        {faults.slice(0, 10).map(({ log, chain, seq, kind }) => (
          <li key={`${log}:${chain}:${seq}:${kind}`} className="font-semibold text-red-deep">
            {LOGS[log]}, chuỗi {chain}, dòng {seq}: {FAULTS[kind]}
          </li>
        ))}
        {ends.map(({ log, rows, digest }) => (
          <li key={log} className="break-all">
            {LOGS[log]}: {formatCount(rows)} dòng, dấu <code className="text-sm">{digest}</code>
          </li>
        ))}
      </ul>
      <p className="px-4 pb-3 text-sm text-ink-soft">
        Chép hai dấu trên vào biên bản kiểm tra: lần sau đối chiếu được rằng cả nhật ký không bị thay bằng bản khác.
      </p>
    </Card>
  );
}
