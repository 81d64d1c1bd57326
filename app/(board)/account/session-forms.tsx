'use client';

import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { endOthers, endSession } from './actions';

export const EndSessionForm = ({ sessionId }: { sessionId: string }) => (
  <ActionForm action={endSession} label="Đăng xuất ở nơi này">
    <input type="hidden" name="sessionId" value={sessionId} />
    <SubmitButton primary={false}>Đăng xuất nơi này</SubmitButton>
  </ActionForm>
);

export const EndOthersForm = ({ disabled }: { disabled: boolean }) => (
  <ActionForm action={endOthers} label="Đăng xuất mọi nơi khác">
    {!disabled && <SubmitButton primary={false}>Đăng xuất mọi nơi khác</SubmitButton>}
    {disabled && (
      <p className="text-ink-soft">Nếu nghi có người dùng tài khoản của mình, hãy đổi mật khẩu: mọi nơi khác sẽ bị đăng xuất.</p>
    )}
  </ActionForm>
);
