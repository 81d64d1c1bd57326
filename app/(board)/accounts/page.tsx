import type { Metadata } from 'next';
import Link from 'next/link';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { ACCOUNTS_A_PAGE, type AccountRow, listAccounts, listOfficeSettings } from '@/db/queries/accounts';
import { OFFICES, officeOf } from '@/domain/access/offices';
import { formatMoment } from '@/domain/moments';
import { askedText } from '@/domain/text';
import { RequireCodeForm } from './account-forms';

export const metadata: Metadata = { title: 'Tài khoản, chức trách' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountsPage({ searchParams }: Search) {
  const viewer = await enter('account.manage');
  const params = await searchParams;
  const [q = '', after = ''] = [askedText(params.q), askedText(params.after)];
  const [{ rows, total }, settings] = await Promise.all([listAccounts(viewer, { q, after }), listOfficeSettings(viewer)]);
  const address = (next: string) => `/accounts?${new URLSearchParams({ ...(q && { q }), ...(next && { after: next }) })}`;
  return (
    <>
      <PageHead
        title="Tài khoản, chức trách"
        note="Ai được đăng nhập, giữ chức trách nào, ở tổ chức đảng nào, từ ngày nào đến ngày nào."
      >
        <Link href="/accounts/new" className="btn primary">
          Thêm tài khoản
        </Link>
      </PageHead>
      <form className="mb-4 flex max-w-xl gap-2.5">
        <input
          type="search"
          name="q"
          defaultValue={q}
          className="input"
          aria-label="Tìm theo tên đăng nhập hoặc họ tên"
          placeholder="Tên đăng nhập hoặc họ tên"
          maxLength={100}
        />
        <button type="submit" className="btn">
          Tìm
        </button>
      </form>
      <Card>
        {rows.length === 0 ? (
          <Empty>Không có tài khoản nào khớp. Thử một phần khác của tên, hoặc thêm tài khoản.</Empty>
        ) : (
          <DataTable caption="Tài khoản" columns={COLUMNS} rows={rows.map((row) => ({ key: row.id, cells: cells(row) }))} />
        )}
        <Pager
          shown={rows.length}
          total={total}
          noun="tài khoản"
          first={after ? address('') : undefined}
          next={rows.length === ACCOUNTS_A_PAGE ? address(rows.at(-1)?.username ?? '') : undefined}
        />
      </Card>
      <Card title="Mã một lần theo chức trách" className="mt-5">
        <ul className="divide-y divide-line">
          {OFFICES.map(({ key, label }) => {
            const set = settings.find(({ office }) => office === key);
            return (
              <li key={key} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
                <span>
                  {label} {set?.requireTotp && <Tag kind="ok">bắt buộc</Tag>}
                </span>
                <RequireCodeForm office={key} label={label} required={set?.requireTotp ?? false} version={set?.version ?? 1} />
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}

const COLUMNS = [
  { key: 'username', label: 'Tên đăng nhập' },
  { key: 'fullName', label: 'Họ và tên' },
  { key: 'offices', label: 'Chức trách hiện nay' },
  { key: 'state', label: 'Tình trạng' },
  { key: 'seen', label: 'Dùng gần nhất' },
];

const cells = (row: AccountRow) => [
  <Link key="name" href={`/accounts/${row.id}`} prefetch={false}>
    {row.username}
  </Link>,
  row.fullName,
  row.offices
    .filter((held) => held.current)
    .map((held) => `${officeOf(held.office)?.label ?? held.office} (${held.unitName})`)
    .join('; ') || <span className="text-ink-soft">chưa có</span>,
  <State key="state" account={row} />,
  row.lastSeenAt ? formatMoment(row.lastSeenAt) : 'chưa lần nào',
];

const State = ({ account }: { account: AccountRow }) => {
  if (account.disabled) return <Tag kind="late">đã khóa</Tag>;
  if (account.mustChangePassword) return <Tag kind="due">chưa đổi mật khẩu tạm</Tag>;
  return <Tag kind="ok">{account.hasCode ? 'mở, có mã một lần' : 'mở'}</Tag>;
};
