import type { Metadata } from 'next';
import Link from 'next/link';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { checkChains, countLog, cursorOf, getLastAnchor, LOG_A_PAGE, type LogRow, listLog } from '@/db/queries/audit';
import { typedDigest } from '@/domain/audit/anchors';
import { detailWords } from '@/domain/audit/details';
import { AUDIT_BOOKS, actionWords } from '@/domain/audit/words';
import { parseTypedDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { askedText } from '@/domain/text';
import { ChainStatus } from './chain-status';
import { LastAnchor } from './last-anchor';

export const metadata: Metadata = { title: 'Nhật ký' };

const SEARCH = ['log', 'from', 'to', 'book', 'subject', 'after', 'check', 'digest'] as const;
type Search = Partial<Record<(typeof SEARCH)[number], string>>;

type Day = { date?: string; problem?: string };

/** A whole day as typed; nothing when nothing was. */
function dayOf(typed: string | undefined): Day {
  if (!typed?.trim()) return {};
  const parsed = parseTypedDate(typed);
  if ('problem' in parsed) return { problem: parsed.problem.replace(', 11/2026 hoặc 2026', '') };
  return parsed.date.length === 10 ? parsed : { problem: `“${typed}” chưa đủ ngày, tháng, năm. Hãy ghi theo dạng 03/11/2026.` };
}

/** Both ends of the span; an end that cannot be is told at its field and left out. */
function daysOf(search: Search): { from: Day; to: Day } {
  const [from, to] = [dayOf(search.from), dayOf(search.to)];
  if (from.date && to.date && to.date < from.date) return { from, to: { problem: 'Ngày này đứng trước “Từ ngày”.' } };
  return { from, to };
}

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const viewer = await enter('audit.read');
  const asked = await searchParams;
  const search: Search = Object.fromEntries(SEARCH.map((name) => [name, askedText(asked[name])]));
  const log = search.log === 'read' ? 'read_log' : 'audit_log';
  const book = AUDIT_BOOKS.find(({ value }) => value === search.book)?.value;
  const subject = search.subject?.slice(0, 100);
  const days = daysOf(search);
  const filter = { from: days.from.date, to: days.to.date, book, subject, after: search.after };
  const [rows, total, anchored, check] = await Promise.all([
    listLog(viewer, log, filter),
    countLog(viewer, log, filter),
    getLastAnchor(viewer),
    search.check ? checkChains(viewer, typedDigest(search.digest ?? '') ?? undefined) : null,
  ]);
  const address = (changed: Partial<Search>) => {
    const next = { log: search.log, from: search.from, to: search.to, book, subject, ...changed };
    return `/audit?${new URLSearchParams(Object.entries(next).filter((entry): entry is [string, string] => Boolean(entry[1])))}`;
  };
  const last = rows.at(-1);
  return (
    <>
      <PageHead title="Nhật ký" note="Ai đã làm gì, ở tổ chức đảng nào, lúc nào. Chỉ ghi thêm, không sửa, không xóa được.">
        <a href="/print/audit/anchors" className="btn">
          In dấu niêm
        </a>
        <Link href={address({ check: '1' })} prefetch={false} className="btn">
          Kiểm tra chuỗi
        </Link>
      </PageHead>
      {anchored && <LastAnchor anchored={anchored} now={new Date()} />}
      {check && <ChainStatus check={check} typed={search.digest?.trim().slice(0, 100)} log={search.log} />}
      <nav aria-label="Loại nhật ký" className="mb-4 flex flex-wrap gap-2.5">
        <Link
          href={address({ log: undefined })}
          prefetch={false}
          className={log === 'audit_log' ? 'chip on' : 'chip'}
          aria-current={log === 'audit_log' ? 'page' : undefined}
        >
          Thay đổi
        </Link>
        <Link
          href={address({ log: 'read' })}
          prefetch={false}
          className={log === 'read_log' ? 'chip on' : 'chip'}
          aria-current={log === 'read_log' ? 'page' : undefined}
        >
          Xem dữ liệu nhạy cảm, xuất tệp
        </Link>
      </nav>
      <Filters search={search} days={days} />
      <Card>
        {rows.length === 0 ? (
          <Empty>Không có dòng nào khớp. Nới khoảng ngày hoặc bỏ bớt điều kiện lọc.</Empty>
        ) : (
          <DataTable caption="Nhật ký" columns={COLUMNS} rows={rows.map(rowOf)} />
        )}
        <Pager
          shown={rows.length}
          total={total}
          noun="dòng"
          first={search.after ? address({}) : undefined}
          next={last && rows.length === LOG_A_PAGE ? address({ after: cursorOf(last) }) : undefined}
        />
      </Card>
    </>
  );
}

function Filters({ search, days }: { search: Search; days: { from: Day; to: Day } }) {
  return (
    <form className="mb-4 grid grid-cols-2 items-start gap-2.5 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]">
      {search.log === 'read' && <input type="hidden" name="log" value="read" />}
      <Field name="from" label="Từ ngày" value={search.from} placeholder="dd/mm/yyyy" problem={days.from.problem} />
      <Field name="to" label="Đến ngày" value={search.to} placeholder="dd/mm/yyyy" problem={days.to.problem} />
      <label>
        <span className="mb-1 block text-sm font-semibold">Việc</span>
        <select key={search.book} name="book" className="input" defaultValue={search.book ?? ''}>
          <option value="">Mọi việc</option>
          {AUDIT_BOOKS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Field name="subject" label="Mã bản ghi" value={search.subject} />
      <button type="submit" className="btn lg:mt-6">
        Lọc
      </button>
    </form>
  );
}

type FieldProps = { name: string; label: string; value?: string; placeholder?: string; problem?: string };

const Field = ({ name, label, value, placeholder, problem }: FieldProps) => (
  <div>
    <label>
      <span className="mb-1 block text-sm font-semibold">{label}</span>
      <input
        name={name}
        className="input"
        defaultValue={value}
        placeholder={placeholder}
        maxLength={100}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
    </label>
    {problem && (
      <p id={`${name}-problem`} role="alert" className="mt-1 text-sm font-semibold text-red-deep">
        {problem}
      </p>
    )}
  </div>
);

const COLUMNS = [
  { key: 'at', label: 'Lúc' },
  { key: 'who', label: 'Người làm' },
  { key: 'action', label: 'Việc' },
  { key: 'unit', label: 'Tổ chức đảng' },
  { key: 'subject', label: 'Bản ghi' },
  { key: 'detail', label: 'Chi tiết' },
];

const rowOf = (row: LogRow) => ({
  key: `${row.chain}:${row.seq}`,
  cells: [
    <span key="at" className="whitespace-nowrap">
      {formatMoment(row.at)}
    </span>,
    row.who ?? 'hệ thống',
    actionWords(row.action),
    row.unitName,
    <Link key="subject" href={`/audit?subject=${encodeURIComponent(row.subjectId)}`} prefetch={false} title={row.subjectId}>
      {row.subjectId.slice(-8)}
    </Link>,
    <span key="detail" className="text-sm text-ink-soft">
      {detailWords(row.detail).join(' · ')}
    </span>,
  ],
});
