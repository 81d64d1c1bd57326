import Link from 'next/link';
import { Tag } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { DataTable } from '@/components/data/table';
import type { TermRow } from '@/db/queries/cadres/alarms';
import { retirementOf } from '@/domain/cadres/retirement';
import { atExpiry, daysUntil, noticeBy, PROPOSALS } from '@/domain/cadres/terms';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { daysWords } from '@/domain/desk-words';
import { renewalOf } from '@/domain/procedures/renewals';
import type { StripYear } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';

const COLUMNS = [
  { key: 'name', label: 'Cán bộ' },
  { key: 'strip', label: 'Xếp loại' },
  { key: 'title', label: 'Chức danh', wide: true },
  { key: 'from', label: 'Giữ từ' },
  { key: 'ends', label: 'Hết thời hạn' },
  { key: 'notice', label: 'Báo trước đến ngày' },
  { key: 'left', label: 'Còn công tác', num: true },
  { key: 'proposal', label: 'Đề xuất' },
];

/** Terms that end, with what the months left to retirement suggest. */
export function TermTable({
  rows,
  strips,
  today,
  rules,
  caption,
}: {
  rows: readonly TermRow[];
  strips: ReadonlyMap<string, readonly StripYear[]>;
  today: IsoDate;
  rules: Rules;
  caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, strips.get(row.cadreId) ?? [], today, rules) }))}
    />
  );
}

function cellsOf(row: TermRow, strip: readonly StripYear[], today: IsoDate, rules: Rules) {
  const retirement = retirementOf(
    { female: row.female, born: row.born, rule: row.retirementRule, on: row.retirementDate },
    rules,
  );
  const { proposal, monthsLeft } = atExpiry(row, row.termEndsOn, retirement, rules);
  const [days, notice] = [daysUntil(row.termEndsOn, today), noticeBy(row.termEndsOn, rules)];
  return [
    <Link key="name" href={`/cadres/${row.cadreId}`} prefetch={false}>
      {row.name}
    </Link>,
    <RatingStrip key="strip" strip={strip} />,
    <span key="title">
      {row.title}
      <small className="block text-ink-soft">{row.unit}</small>
    </span>,
    formatDate(row.fromOn),
    <span key="ends" className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {formatDate(row.termEndsOn)} <Tag kind={days < 0 ? 'late' : 'due'}>{daysWords(days)}</Tag>
    </span>,
    <span key="notice">
      {formatDate(notice)}
      {notice < today && <small className="block text-ink-soft">đã qua</small>}
    </span>,
    monthsLeft > 0 ? (
      `${monthsLeft} tháng`
    ) : (
      <span key="left" className="whitespace-normal">
        đến tuổi {formatDate(retirement.leaves)}
      </span>
    ),
    <span key="proposal">
      {PROPOSALS[proposal]}{' '}
      <Link
        href={`/cadres/eligibility?cadre=${row.cadreId}&post=${row.postId}`}
        className="block py-1.5 text-sm"
        prefetch={false}
      >
        Rà điều kiện
      </Link>
      {row.mayRenew && renewalOf(proposal) && (
        <Link href={`/procedures/renewals/${row.id}`} className="block py-1.5 text-sm" prefetch={false}>
          Mở quy trình
        </Link>
      )}
    </span>,
  ];
}
