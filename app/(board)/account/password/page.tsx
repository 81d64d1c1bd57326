import type { Metadata } from 'next';
import Link from 'next/link';
import { enterSelf } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { getOwnAccount } from '@/db/queries/accounts';
import { MIN_PASSWORD } from '@/domain/accounts/passwords';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'Đổi mật khẩu' };

export default async function PasswordPage() {
  const viewer = await enterSelf();
  const own = await getOwnAccount(viewer);
  return (
    <>
      <PageHead title="Đổi mật khẩu" crumbs={[{ label: 'Tài khoản của tôi', href: '/account' }, { label: 'Mật khẩu' }]} />
      {own?.mustChangePassword && (
        <p className="mb-4 max-w-xl rounded-box border border-amber bg-amber-tint px-4 py-3">
          Mật khẩu đang dùng là mật khẩu tạm. Hãy đặt mật khẩu của riêng mình để tiếp tục.
        </p>
      )}
      <Card className="max-w-xl p-4">
        <PasswordForm minimum={MIN_PASSWORD} username={own?.username ?? ''} />
      </Card>
      {!own?.mustChangePassword && (
        <p className="mt-4">
          <Link href="/">Về việc của tôi</Link>
        </p>
      )}
    </>
  );
}
