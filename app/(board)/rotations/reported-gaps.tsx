import { Tag } from '@/components/data/page';
import { formatCount } from '@/domain/numbers';
import { DIRECTIONS, directionOf, moveLabel } from '@/domain/rotations/levels';
import { againstLedger, gapText, type Reported, type ReportedLine, reportedGaps } from '@/domain/rotations/reported';

/** A report's figures as stated, what its parts leave open, and what the ledger has for the same months. */
export function ReportedGaps({ report }: { report: Reported & { counted: readonly ReportedLine[] } }) {
  const ledger = againstLedger(report, report.counted);
  const gaps = reportedGaps(report);
  return (
    <div className="grid gap-2 px-4 py-3">
      <p>
        Tổng số <b>{formatCount(report.total)}</b> lượt
        {report.vertical !== null && (
          <>
            , luân chuyển dọc <b>{formatCount(report.vertical)}</b>
          </>
        )}
        :
      </p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {report.lines.map(({ from, to, turns }) => (
          <li key={`${from}-${to}`} className="flex justify-between gap-4 border-line border-b py-1">
            <span>
              {moveLabel(from, to)}{' '}
              <span className="text-ink-soft">({DIRECTIONS[directionOf(from, to)].toLocaleLowerCase('vi')})</span>
            </span>
            <b className="num">{formatCount(turns)}</b>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-2">
        {gaps.map((gap) => (
          <Tag key={gap.label} kind="due">
            {gapText(gap)}
          </Tag>
        ))}
        {gaps.length === 0 && <Tag kind="ok">Các phần cộng đúng tổng số</Tag>}
      </p>
      <p className="text-ink-soft">
        Sổ của hệ thống có {formatCount(ledger.turns)} lượt trong cùng thời gian ({formatCount(ledger.vertical)} lượt dọc)
        {ledger.missing === 0
          ? ', khớp tổng số báo cáo.'
          : ledger.missing > 0
            ? `; chưa có hồ sơ của ${formatCount(ledger.missing)} lượt trong báo cáo.`
            : `; nhiều hơn báo cáo ${formatCount(-ledger.missing)} lượt.`}
      </p>
    </div>
  );
}
