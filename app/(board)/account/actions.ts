'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { action } from '@/access/door';
import { reached } from '@/access/malformed-requests';
import { fromOwnOrigin } from '@/access/origin';
import { signOutHere } from '@/access/session';
import {
  beginOneTimeCode,
  changePassword,
  confirmOneTimeCode,
  endOtherSessions,
  endOwnSession,
  turnOffOneTimeCode,
} from '@/db/commands/own-account';
import { ChangePasswordInput, ConfirmCodeInput, EndSessionInput, NothingInput, OwnPasswordInput } from '@/domain/accounts/inputs';

export const change = action(ChangePasswordInput, changePassword, {
  renews: true,
  message: ({ ended }) => `Đã đổi mật khẩu.${ended ? ` Đã đăng xuất ở ${ended} nơi khác.` : ''}`,
});
export const endSession = action(EndSessionInput, endOwnSession, { message: 'Đã đăng xuất ở nơi đó.' });
export const endOthers = action(NothingInput, endOtherSessions, {
  message: ({ ended }) => (ended ? `Đã đăng xuất ở ${ended} nơi khác.` : 'Không có nơi nào khác đang đăng nhập.'),
});
export const begin = action(NothingInput, beginOneTimeCode);
export const confirm = action(ConfirmCodeInput, confirmOneTimeCode, { renews: true });
export const turnOff = action(OwnPasswordInput, turnOffOneTimeCode, { renews: true, message: 'Đã tắt mã một lần.' });

/** Ends this session. A plain form posts to it: `<form action={signOut}>`. */
export async function signOut(): Promise<void> {
  reached();
  if (!fromOwnOrigin(await headers())) redirect('/account');
  await signOutHere();
  redirect('/sign-in');
}
