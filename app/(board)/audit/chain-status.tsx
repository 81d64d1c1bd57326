import { Card, Tag } from '@/components/data/page';
import type { ChainCheck } from '@/db/queries/audit';
import { typedDigest } from '@/domain/audit/anchors';
import { fileFaultWords, foundWords, LOG_NAMES, rowFaultWords } from '@/domain/audit/faults';
import { formatMoment } from '@/domain/moments';
import { formatCount } from '@/domain/numbers';

const SHOWN = 10;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What recomputing the chains and holding them against their anchors has shown, and a digest from paper to look for. */
export function ChainStatus({ check, typed, log }: { check: ChainCheck; typed?: string; log?: string }) {
  const { ends, anchors } = check;
  const faults = [...check.faults.map(rowFaultWords), ...(anchors?.fileFaults ?? []).map(fileFaultWords)];
  return (
    <Card
      title="Kết quả kiểm tra nhật ký"
      aside={faults.length ? <Tag kind="late">có chỗ không khớp</Tag> : <Tag kind="ok">mọi chuỗi đều khớp</Tag>}
      className="mb-5"
    >
      <ul className="space-y-1 px-4 py-3">
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={fault} className="font-semibold text-red-deep">
            {capital(fault)}
          </li>
        ))}
        {faults.length > SHOWN && (
          <li className="font-semibold text-red-deep">… và ít nhất {formatCount(faults.length - SHOWN)} chỗ nữa</li>
        )}
        {ends.map(({ log, rows, digest }) => (
          <li key={log} className="break-all">
            {capital(LOG_NAMES[log])}: {formatCount(rows)} dòng, dấu <code className="text-sm">{digest}</code>
          </li>
        ))}
        <li>{anchorWords(anchors)}</li>
      </ul>
      {anchors && <AgainstPaper anchors={anchors} typed={typed} log={log} />}
    </Card>
  );
}

const anchorWords = (anchors: ChainCheck['anchors']): string =>
  anchors === null
    ? 'Máy chủ chưa đặt tệp niêm (AUDIT_ANCHOR_FILE), nên chỉ đối chiếu được các dòng với nhau.'
    : anchors.anchored.lastAt
      ? `Đã đối chiếu với ${formatCount(anchors.anchored.lines)} lần niêm, lần cuối lúc ${formatMoment(anchors.anchored.lastAt)}.`
      : 'Tệp niêm chưa có lần niêm nào.';

type Against = { anchors: NonNullable<ChainCheck['anchors']>; typed?: string; log?: string };

function AgainstPaper({ anchors, typed, log }: Against) {
  return (
    <form className="flex flex-wrap items-end gap-2.5 border-line border-t px-4 py-3">
      <input type="hidden" name="check" value="1" />
      {log && <input type="hidden" name="log" value={log} />}
      <label className="min-w-0 grow">
        <span className="mb-1 block font-semibold text-sm">Đối chiếu dấu trên bản giấy đã in (ít nhất 16 chữ số đầu)</span>
        <input
          name="digest"
          className="input"
          defaultValue={typed}
          maxLength={100}
          autoComplete="off"
          aria-describedby={typed ? 'digest-found' : undefined}
        />
      </label>
      <button type="submit" className="btn">
        Đối chiếu
      </button>
      {typed && (
        <p id="digest-found" role="status" className={`w-full font-semibold ${anchors.found ? 'text-green' : 'text-red-deep'}`}>
          {answerTo(anchors, typed)}
        </p>
      )}
    </form>
  );
}

const answerTo = ({ found }: Against['anchors'], typed: string): string =>
  found
    ? `Có: ${foundWords(found)}. Giờ ghi trên bản giấy phải đúng như vậy.`
    : typedDigest(typed) === null
      ? 'Dấu phải có ít nhất 16 chữ số 0–9, a–f, chép đúng thứ tự từ bản giấy.'
      : `Không có lần niêm nào mang dấu “${typed}”. Xem lại từng chữ số; nếu chép đúng thì tệp niêm đã bị thay.`;
