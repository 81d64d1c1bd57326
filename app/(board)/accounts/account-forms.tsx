'use client';

import Link from 'next/link';
import { type ReactNode, useActionState } from 'react';
import { ActionForm, FormBody } from '@/components/form/action-form';
import { Checkbox, DateField, type Option, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import { TEMPORARY_DAYS } from '@/domain/accounts/temporary-password';
import { NEW } from '@/domain/action-state';
import { create, disable, enable, end, give, requireCode, reset } from './actions';

type Made = { id?: string; username: string; password: string };

/** A temporary password is shown in the answer to the form and nowhere else. */
const TemporaryPassword = ({ made, children }: { made: Made; children?: ReactNode }) => (
  <div role="status" className="mb-4 rounded-box border border-green bg-green-tint p-4">
    <p>
      Mật khẩu tạm của <b>{made.username}</b>, chỉ hiện lần này:
    </p>
    <p className="my-2 text-lg font-semibold break-all">
      <code>{made.password}</code>
    </p>
    <p>
      Đọc hoặc đưa tận tay cho người dùng; mật khẩu này chỉ mở được trong {TEMPORARY_DAYS} ngày và phải đổi ngay khi đăng nhập.
    </p>
    {children}
  </div>
);

export function CreateForm() {
  const [state, send, pending] = useActionState(create, NEW);
  const made = state.status === 'done' ? (state.result as Made) : null;
  if (made)
    return (
      <TemporaryPassword made={made}>
        <Link className="btn mt-3" href={`/accounts/${made.id}`}>
          Giao chức trách cho tài khoản này
        </Link>
      </TemporaryPassword>
    );
  return (
    <FormBody state={state} send={send} pending={pending} label="Thêm tài khoản" className="space-y-4">
      <TextField
        name="username"
        label="Tên đăng nhập"
        hint="Chữ không dấu, chữ số, dấu chấm, gạch. Ví dụ: nguyen.van.an"
        required
        maxLength={40}
      />
      <TextField name="fullName" label="Họ và tên" required maxLength={100} />
      <SubmitButton>Tạo tài khoản</SubmitButton>
    </FormBody>
  );
}

export function ResetForm({ accountId, version, hasCode }: { accountId: string; version: number; hasCode: boolean }) {
  const [state, send, pending] = useActionState(reset, NEW);
  return (
    <FormBody state={state} send={send} pending={pending} label="Đặt lại mật khẩu" className="space-y-3">
      {state.status === 'done' && <TemporaryPassword made={state.result as Made} />}
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="version" value={version} />
      {hasCode && <Checkbox name="clearCode" label="Gỡ cả mã một lần (mất điện thoại)" />}
      <SubmitButton primary={false}>Đặt lại mật khẩu</SubmitButton>
    </FormBody>
  );
}

export const SwitchForm = ({ accountId, version, disabled }: { accountId: string; version: number; disabled: boolean }) => (
  <ActionForm action={disabled ? enable : disable} label={disabled ? 'Mở lại tài khoản' : 'Khóa tài khoản'}>
    <input type="hidden" name="accountId" value={accountId} />
    <input type="hidden" name="version" value={version} />
    <SubmitButton primary={false}>{disabled ? 'Mở lại tài khoản' : 'Khóa tài khoản'}</SubmitButton>
  </ActionForm>
);

type GiveProps = { accountId: string; offices: readonly Option[]; units: readonly Option[]; today: string; formKey: string };

export const GiveForm = ({ accountId, offices, units, today, formKey }: GiveProps) => (
  <ActionForm action={give} formKey={formKey} label="Giao chức trách" className="grid gap-4 sm:grid-cols-2">
    <input type="hidden" name="accountId" value={accountId} />
    <SelectField name="office" label="Chức trách" options={offices} empty="— chọn —" required />
    <SelectField
      name="unitId"
      label="Tại tổ chức đảng"
      options={units}
      empty={units.length ? '— chọn —' : '— tìm tổ chức trước —'}
      required
    />
    <DateField name="heldFrom" label="Từ ngày" value={today} required />
    <DateField name="heldTo" label="Đến hết trước ngày" hint="Để trống khi chưa biết." />
    <div className="sm:col-span-2">
      <SubmitButton>Giao chức trách</SubmitButton>
    </div>
  </ActionForm>
);

export const EndOfficeForm = ({ heldId, version, today }: { heldId: string; version: number; today: string }) => (
  <ActionForm action={end} label="Kết thúc chức trách" className="flex flex-wrap items-end gap-2.5">
    <input type="hidden" name="heldId" value={heldId} />
    <input type="hidden" name="version" value={version} />
    <label>
      <span className="mb-1 block text-sm">Hết quyền từ ngày</span>
      <input name="heldTo" className="input w-36" defaultValue={today} inputMode="numeric" maxLength={10} required />
    </label>
    <SubmitButton primary={false}>Kết thúc</SubmitButton>
  </ActionForm>
);

export const RequireCodeForm = ({
  office,
  label,
  required,
  version,
}: {
  office: string;
  label: string;
  required: boolean;
  version: number;
}) => (
  <ActionForm action={requireCode} label={`Mã một lần cho ${label}`}>
    <input type="hidden" name="office" value={office} />
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="require" value={required ? 'no' : 'yes'} />
    <SubmitButton primary={false}>{required ? 'Thôi bắt buộc' : 'Bắt buộc'}</SubmitButton>
  </ActionForm>
);
