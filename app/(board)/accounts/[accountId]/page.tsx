import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { enter } from '@/access/door';
import { Card, Empty, Facts, PageHead, Tag } from '@/components/data/page';
import { type AccountRow, getAccount, listUnitsForOffice } from '@/db/queries/accounts';
import { OFFICES, officeOf } from '@/domain/access/offices';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { askedText } from '@/domain/text';
import { EndOfficeForm, GiveForm, ResetForm, SwitchForm } from '../account-forms';

export const metadata: Metadata = { title: 'Tài khoản' };

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<{ unitName?: string | string[] }> };

export default async function AccountPage({ params, searchParams }: Props) {
  const viewer = await enter('account.manage');
  const { accountId } = await params;
  if (!z.uuid().safeParse(accountId).success) notFound();
  const unitName = askedText((await searchParams).unitName) ?? '';
  const [account, units] = await Promise.all([
    getAccount(viewer, accountId),
    unitName.trim() ? listUnitsForOffice(viewer, unitName) : [],
  ]);
  if (!account) notFound();
  const own = account.id === viewer.accountId;
  const today = formatDate(viewer.today);
  return (
    <>
      <PageHead
        title={account.fullName}
        crumbs={[{ label: 'Tài khoản, chức trách', href: '/accounts' }, { label: account.username }]}
      />
      {own && (
        <p className="mb-4 rounded-box border border-amber bg-amber-tint px-4 py-3">
          Đây là tài khoản của chính bạn. Không ai tự sửa tài khoản và chức trách của mình: hãy nhờ quản trị hệ thống khác.
        </p>
      )}
      <div className="grid gap-5 lg:grid-cols-2">
        <Card title="Tài khoản">
          <Facts
            rows={[
              ['Tên đăng nhập', account.username],
              [
                'Tình trạng',
                <Tag key="state" kind={account.disabled ? 'late' : 'ok'}>
                  {account.disabled ? 'đã khóa' : 'đang mở'}
                </Tag>,
              ],
              ['Mật khẩu', account.mustChangePassword ? 'mật khẩu tạm, chưa đổi' : 'đã tự đặt'],
              ['Mã một lần', account.hasCode ? 'đang bật' : 'chưa bật'],
              ['Dùng gần nhất', account.lastSeenAt ? formatMoment(account.lastSeenAt) : 'chưa lần nào'],
            ]}
          />
          {!own && (
            <div className="flex flex-wrap items-start gap-4 border-t border-line p-4">
              <ResetForm accountId={account.id} version={account.version} hasCode={account.hasCode} />
              <SwitchForm accountId={account.id} version={account.version} disabled={account.disabled} />
            </div>
          )}
        </Card>
        <Card title="Chức trách">
          <Offices account={account} own={own} today={today} />
        </Card>
        {!own && (
          <Card title="Giao chức trách" className="lg:col-span-2">
            <div className="space-y-4 p-4">
              <form className="flex max-w-xl items-end gap-2.5">
                <label className="grow">
                  <span className="mb-1 block font-semibold">Tìm tổ chức đảng</span>
                  <input
                    type="search"
                    name="unitName"
                    className="input"
                    defaultValue={unitName}
                    placeholder="Ví dụ: tran phu"
                    maxLength={100}
                  />
                </label>
                <button type="submit" className="btn">
                  Tìm
                </button>
              </form>
              {unitName && units.length === 0 && <Empty>Không có tổ chức đảng nào khớp. Thử một phần khác của tên.</Empty>}
              <GiveForm
                accountId={account.id}
                formKey={randomUUID()}
                today={today}
                offices={OFFICES.map(({ key, label }) => ({ value: key, label }))}
                units={units.map(({ id, name, parentName }) => ({
                  value: id,
                  label: parentName ? `${name} (${parentName})` : name,
                }))}
              />
            </div>
          </Card>
        )}
      </div>
    </>
  );
}

function Offices({ account, own, today }: { account: AccountRow; own: boolean; today: string }) {
  if (account.offices.length === 0) return <Empty>Chưa có chức trách: tài khoản đăng nhập được nhưng chưa làm được gì.</Empty>;
  return (
    <ul className="divide-y divide-line">
      {account.offices.map((held) => (
        <li key={held.id} className="flex flex-wrap items-end justify-between gap-3 px-4 py-2.5">
          <div>
            <b>{officeOf(held.office)?.label ?? held.office}</b> {!held.current && <Tag>không hiệu lực hôm nay</Tag>}
            <div className="text-ink-soft">
              {held.unitName} · từ {formatDate(held.heldFrom)}
              {held.heldTo && ` đến trước ${formatDate(held.heldTo)}`}
            </div>
          </div>
          {!own && !held.heldTo && <EndOfficeForm heldId={held.id} version={held.version} today={today} />}
        </li>
      ))}
    </ul>
  );
}
