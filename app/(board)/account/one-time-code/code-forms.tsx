'use client';

import { type ReactNode, useActionState } from 'react';
import { ActionForm, FormBody } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { NEW } from '@/domain/action-state';
import { begin, confirm, turnOff } from '../actions';

const OwnPassword = () => (
  <TextField name="current" label="Mật khẩu đang dùng" type="password" autoComplete="current-password" required maxLength={200} />
);

export const BeginForm = ({ again }: { again: boolean }) => (
  <ActionForm action={begin} label="Bắt đầu gắn điện thoại" className={again ? 'mt-4' : ''}>
    <SubmitButton primary={!again}>{again ? 'Tạo hình quét khác' : 'Bật mã một lần'}</SubmitButton>
  </ActionForm>
);

/** Stays mounted when the page has nothing left to confirm: it shows the recovery codes, this once. */
export function ConfirmForm({ waiting, children }: { waiting: boolean; children: ReactNode }) {
  const [state, send, pending] = useActionState(confirm, NEW);
  if (state.status === 'done') return <RecoveryCodes codes={(state.result as { codes: string[] }).codes} />;
  if (!waiting) return null;
  return (
    <FormBody state={state} send={send} pending={pending} label="Xác nhận mã một lần">
      {children}
      <div className="max-w-xs space-y-4">
        <TextField
          name="code"
          label="Mã đang hiện trên điện thoại"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
        />
        <OwnPassword />
        <SubmitButton>Xác nhận và bật</SubmitButton>
      </div>
    </FormBody>
  );
}

const RecoveryCodes = ({ codes }: { codes: string[] }) => (
  <div role="status" className="mb-4 rounded-box border border-green bg-green-tint p-4">
    <p className="font-semibold text-green">Đã bật mã một lần.</p>
    <p className="mt-1">
      Dưới đây là các mã dự phòng, mỗi mã dùng một lần khi không có điện thoại. <b>Chỉ hiện lần này:</b> hãy chép hoặc in ra, cất
      nơi an toàn.
    </p>
    <ul className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1 font-semibold tabular-nums">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </div>
);

export const TurnOffForm = () => (
  <ActionForm action={turnOff} label="Tắt mã một lần" className="max-w-xs space-y-4">
    <OwnPassword />
    <SubmitButton primary={false}>Tắt mã một lần</SubmitButton>
  </ActionForm>
);
