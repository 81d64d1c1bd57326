'use client';

import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { enterCode, signIn } from './actions';

export const PasswordForm = ({ to }: { to: string }) => (
  <ActionForm action={signIn} label="Đăng nhập" className="space-y-4">
    <input type="hidden" name="to" value={to} />
    <TextField name="username" label="Tên đăng nhập" autoComplete="username" required maxLength={100} />
    <TextField name="password" label="Mật khẩu" type="password" autoComplete="current-password" required maxLength={200} />
    <SubmitButton>Đăng nhập</SubmitButton>
  </ActionForm>
);

export const CodeForm = ({ to }: { to: string }) => (
  <ActionForm action={enterCode} label="Mã một lần" className="space-y-4">
    <input type="hidden" name="to" value={to} />
    <TextField
      name="code"
      label="Mã một lần"
      hint="Sáu chữ số trên ứng dụng xác thực, hoặc một mã dự phòng chưa dùng."
      autoComplete="one-time-code"
      required
      maxLength={20}
    />
    <div className="flex flex-wrap gap-2.5">
      <SubmitButton>Xác nhận</SubmitButton>
      <SubmitButton primary={false} name="again" value="yes">
        Dùng tài khoản khác
      </SubmitButton>
    </div>
  </ActionForm>
);
