'use client';

import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { change } from '../actions';

export const PasswordForm = ({ minimum, username }: { minimum: number; username: string }) => (
  <ActionForm action={change} label="Đổi mật khẩu" className="space-y-4">
    <input type="text" name="account" autoComplete="username" value={username} readOnly hidden />
    <TextField
      name="current"
      label="Mật khẩu đang dùng"
      type="password"
      autoComplete="current-password"
      required
      maxLength={200}
    />
    <TextField
      name="password"
      label="Mật khẩu mới"
      hint={`Ít nhất ${minimum} ký tự. Bốn từ không liên quan với nhau dễ nhớ và khó đoán.`}
      type="password"
      autoComplete="new-password"
      required
      maxLength={200}
    />
    <TextField
      name="repeated"
      label="Nhập lại mật khẩu mới"
      type="password"
      autoComplete="new-password"
      required
      maxLength={200}
    />
    <SubmitButton>Đổi mật khẩu</SubmitButton>
  </ActionForm>
);
