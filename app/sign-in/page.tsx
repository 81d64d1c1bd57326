import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { passwordStep } from '@/access/session';
import { signedIn } from '@/access/viewer';
import { ownPath } from '@/domain/access/paths';
import { CodeForm, PasswordForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Đăng nhập' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ to?: string; error?: string }> }) {
  const { to: wanted } = await searchParams;
  const to = ownPath(wanted);
  if (await signedIn()) redirect(to);
  const step = await passwordStep();
  return (
    <main className="mx-auto max-w-md px-5 py-12">
      <p className="font-semibold text-red">Sổ Tổ Chức</p>
      <h1 className="mt-1 mb-5">{step ? 'Nhập mã một lần' : 'Đăng nhập'}</h1>
      <div className="card p-5">{step ? <CodeForm to={to} /> : <PasswordForm to={to} />}</div>
      <p className="mt-5 text-sm text-ink-soft">
        Quên mật khẩu: đề nghị quản trị hệ thống của cơ quan đặt lại. Không nhập nội dung thuộc bí mật nhà nước vào hệ thống này.
      </p>
    </main>
  );
}
