import Link from 'next/link';
import { Card, Tag } from '@/components/data/page';
import type { QuarterGlance } from '@/db/queries/briefings/glance';
import { briefingAddress, rowsAddress } from '@/domain/briefings/address';
import { compared, planShare } from '@/domain/briefings/briefing';
import { balance, type FigureKey } from '@/domain/briefings/figures';
import { periodLabel } from '@/domain/calendar';
import { formatCount, formatDelta, formatShare, percentOf } from '@/domain/numbers';

type Props = { unit: { id: string; name: string }; period: string; glance: QuarterGlance };

/** The quarter at a glance, each number open. */
export function QuarterColumn({ unit, period, glance }: Props) {
  const { now } = glance;
  const same = compared(now.admitted, glance.admittedLastYear);
  const plan = planShare(glance);
  const held = balance(now);
  const open = (figure: FigureKey) => rowsAddress(period, unit.id, figure);
  return (
    <Card
      title={<span className="first-letter:uppercase inline-block">{periodLabel(period)}</span>}
      aside={<Link href={briefingAddress(period, unit.id)}>Mở giao ban quý</Link>}
    >
      <p className="px-4 pt-3 text-ink-soft text-sm">{unit.name}</p>
      <Line
        label="Kết nạp đảng viên"
        href={open('admitted')}
        value={formatCount(now.admitted)}
        note={[
          glance.plan === null
            ? 'chưa giao chỉ tiêu năm'
            : `từ đầu năm ${formatCount(glance.admittedThisYear)}/${formatCount(glance.plan)} kế hoạch`,
          same ? `cùng kỳ ${formatCount(same.before)}` : 'không so sánh được cùng kỳ',
        ].join(' · ')}
        tag={same ? { good: same.difference >= 0, text: formatDelta(same.difference) } : undefined}
        share={plan}
      />
      <Line
        label="Kỳ sinh hoạt đã họp"
        href={open('held')}
        value={formatCount(now.held)}
        of={now.expected}
        note={`${formatShare(now.held, now.expected)} · chưa có biên bản ${formatCount(now.missing)}`}
        share={percentOf(now.held, now.expected)}
      />
      <Line
        label="Đảng viên dự sinh hoạt"
        href={open('attendancePresent')}
        value={formatShare(now.attendancePresent, now.attendanceDue)}
        note={`${formatCount(now.attendancePresent)} / ${formatCount(now.attendanceDue)} lượt`}
        share={percentOf(now.attendancePresent, now.attendanceDue)}
      />
      <Line
        label="Tổng số đảng viên"
        href={open('stockEnd')}
        value={formatCount(now.stockEnd)}
        note={`đầu quý ${formatCount(held.start)} + ${formatCount(held.increases)} − ${formatCount(held.decreases)}`}
        tag={{ good: held.holds, text: held.holds ? 'khớp sổ' : 'không khớp sổ' }}
        share={null}
      />
    </Card>
  );
}

type LineProps = {
  label: string;
  href: string;
  value: string;
  of?: number;
  note: string;
  tag?: { good: boolean; text: string };
  share: number | null;
};

function Line({ label, href, value, of, note, tag, share }: LineProps) {
  return (
    <div className="border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex items-baseline justify-between gap-3">
        <span>{label}</span>
        <span className="whitespace-nowrap">
          <Link
            href={href}
            prefetch={false}
            className="font-semibold text-2xl text-ink no-underline tabular-nums hover:underline"
          >
            {value}
          </Link>
          {of !== undefined && <span className="text-ink-soft"> / {formatCount(of)}</span>}
        </span>
      </div>
      <div className="flex items-center justify-between gap-3 text-ink-soft text-sm">
        <span>{note}</span>
        {tag && <Tag kind={tag.good ? 'ok' : 'due'}>{tag.text}</Tag>}
      </div>
      {share !== null && (
        <div aria-hidden="true" className="mt-2 h-2 overflow-hidden rounded bg-plain">
          <div className="h-2 bg-red" style={{ width: `${Math.min(100, share)}%` }} />
        </div>
      )}
    </div>
  );
}
