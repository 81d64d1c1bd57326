import type { Metadata } from 'next';
import Link from 'next/link';
import { enterSelf } from '@/access/door';
import { idleMinutes } from '@/access/session';
import { Card, Empty, Facts, PageHead, Tag } from '@/components/data/page';
import { SignOutForm } from '@/components/shell/sign-out-form';
import { getOwnAccount, listOwnSessions } from '@/db/queries/accounts';
import { officeOf } from '@/domain/access/offices';
import { agentWords } from '@/domain/accounts/agent';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { signOut } from './actions';
import { EndOthersForm, EndSessionForm } from './session-forms';

export const metadata: Metadata = { title: 'Tài khoản của tôi' };

export default async function AccountPage() {
  const viewer = await enterSelf();
  const [own, sessions] = await Promise.all([getOwnAccount(viewer), listOwnSessions(viewer, idleMinutes)]);
  if (!own) return null;
  const elsewhere = sessions.filter((session) => !session.here);
  return (
    <>
      <PageHead title="Tài khoản của tôi" note={own.fullName}>
        <SignOutForm signOut={signOut}>
          <button type="submit" className="btn">
            Đăng xuất
          </button>
        </SignOutForm>
      </PageHead>
      <div className="grid gap-5 lg:grid-cols-2">
        <Card title="Đăng nhập">
          <Facts
            rows={[
              ['Tên đăng nhập', own.username],
              ['Mật khẩu', <PasswordState key="password" temporary={own.mustChangePassword} changedAt={own.passwordChangedAt} />],
              ['Mã một lần', <CodeState key="code" on={own.hasCode} left={own.recoveryLeft} />],
            ]}
          />
        </Card>
        <Card title="Chức trách">
          {own.offices.length === 0 && (
            <Empty>Chưa có chức trách nào. Đề nghị quản trị hệ thống giao chức trách để bắt đầu làm việc.</Empty>
          )}
          <ul className="divide-y divide-line">
            {own.offices.map((held) => (
              <li key={held.id} className="px-4 py-2.5">
                <b>{officeOf(held.office)?.label ?? held.office}</b> {!held.current && <Tag>không hiệu lực hôm nay</Tag>}
                <div className="text-ink-soft">
                  {held.unitName} · từ {formatDate(held.heldFrom)}
                  {held.heldTo && ` đến ${formatDate(held.heldTo)}`}
                </div>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Đang đăng nhập ở nơi khác" aside={`${elsewhere.length} nơi`} className="lg:col-span-2">
          {elsewhere.length === 0 && <Empty>Tài khoản chỉ đang mở ở đây.</Empty>}
          <ul className="divide-y divide-line">
            {elsewhere.map((session) => (
              <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
                <div>
                  <b>{agentWords(session.agent)}</b>
                  <div className="text-ink-soft">
                    {session.address ?? 'Không rõ địa chỉ'} · đăng nhập {formatMoment(session.createdAt)} · dùng gần nhất{' '}
                    {formatMoment(session.lastSeenAt)}
                  </div>
                </div>
                <EndSessionForm sessionId={session.id} />
              </li>
            ))}
          </ul>
          <div className="border-t border-line p-4">
            <EndOthersForm disabled={elsewhere.length === 0} />
          </div>
        </Card>
      </div>
    </>
  );
}

const passwordWords = (temporary: boolean, changedAt: string | null) =>
  temporary ? 'Mật khẩu tạm' : changedAt ? `Đổi lúc ${formatMoment(changedAt)}` : 'Chưa đổi lần nào';

const PasswordState = ({ temporary, changedAt }: { temporary: boolean; changedAt: string | null }) => (
  <span className="flex flex-wrap items-center gap-x-3">
    {passwordWords(temporary, changedAt)}
    <Link className="btn" href="/account/password" prefetch={false}>
      Đổi mật khẩu
    </Link>
  </span>
);

const CodeState = ({ on, left }: { on: boolean; left: number }) => (
  <span className="flex flex-wrap items-center gap-x-3">
    {on ? <Tag kind="ok">Đang bật</Tag> : <Tag>Chưa bật</Tag>}
    {on && `còn ${left} mã dự phòng`}
    <Link className="btn" href="/account/one-time-code" prefetch={false}>
      {on ? 'Xem, tắt' : 'Bật'}
    </Link>
  </span>
);
