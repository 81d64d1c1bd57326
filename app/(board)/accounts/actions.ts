'use server';
import { action } from '@/access/door';
import {
  createAccount,
  disableAccount,
  enableAccount,
  endOffice,
  giveOffice,
  requireOneTimeCode,
  resetPassword,
} from '@/db/commands/accounts';
import {
  AccountVersionInput,
  CreateAccountInput,
  EndOfficeInput,
  GiveOfficeInput,
  RequireCodeInput,
  ResetPasswordInput,
} from '@/domain/accounts/inputs';

export const create = action(CreateAccountInput, createAccount);
export const disable = action(AccountVersionInput, disableAccount, { message: 'Đã khóa tài khoản và đăng xuất ở mọi nơi.' });
export const enable = action(AccountVersionInput, enableAccount, { message: 'Đã mở lại tài khoản.' });
export const reset = action(ResetPasswordInput, resetPassword);
export const give = action(GiveOfficeInput, giveOffice, { message: 'Đã giao chức trách.' });
export const end = action(EndOfficeInput, endOffice, { message: 'Đã ghi ngày kết thúc chức trách.' });
export const requireCode = action(RequireCodeInput, requireOneTimeCode, { message: 'Đã lưu.' });
