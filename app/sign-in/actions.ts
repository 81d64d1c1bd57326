'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { clientAddress } from '@/access/client-address';
import { unlessBusy } from '@/access/door';
import { reachedBy } from '@/access/malformed-requests';
import { fromOwnOrigin } from '@/access/origin';
import { forgetPasswordStep, passwordStep, rememberPasswordStep, signInAs } from '@/access/session';
import { checkCode, checkPassword } from '@/access/sign-in';
import { ownPath } from '@/domain/access/paths';
import type { ActionState } from '@/domain/action-state';

const REFUSED =
  'Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc đã thử quá nhiều lần. Hãy kiểm tra bộ gõ và phím Caps Lock, đợi một lát rồi thử lại.';
const CODE_REFUSED = 'Mã không đúng, đã dùng rồi, hoặc đã thử quá nhiều lần. Hãy đợi mã tiếp theo trên điện thoại rồi nhập lại.';
const BUSY = 'Máy chủ đang bận nên chưa đăng nhập được. Hãy đợi một phút rồi thử lại.';
const FOREIGN = 'Yêu cầu không đến từ trang đăng nhập này. Hãy tải lại trang rồi thử lại.';

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const back = (message: string, form: FormData): ActionState => ({
  status: 'problems',
  problems: [{ path: '', message }],
  values: { username: text(form, 'username').slice(0, 100) },
});

/** The only door for those without a session: it makes one. */
export async function signIn(_before: ActionState, sent: FormData): Promise<ActionState> {
  const form = reachedBy(sent);
  return unlessBusy(
    () => checkedSignIn(form),
    () => back(BUSY, form),
  );
}

/** The second step, only after a right password. */
export async function enterCode(_before: ActionState, sent: FormData): Promise<ActionState> {
  const form = reachedBy(sent);
  return unlessBusy(
    () => checkedCode(form),
    () => back(BUSY, form),
  );
}

async function checkedSignIn(form: FormData): Promise<ActionState> {
  const asked = await headers();
  if (!fromOwnOrigin(asked)) return back(FOREIGN, form);
  const outcome = await checkPassword({
    username: text(form, 'username'),
    password: text(form, 'password'),
    address: clientAddress(asked),
  });
  if (outcome.kind === 'refused') return back(REFUSED, form);
  const to = ownPath(text(form, 'to'));
  if (outcome.kind === 'code') {
    await rememberPasswordStep(outcome.accountId);
    redirect(`/sign-in?to=${encodeURIComponent(to)}`);
  }
  await signInAs(outcome.accountId);
  redirect(to);
}

async function checkedCode(form: FormData): Promise<ActionState> {
  const asked = await headers();
  if (!fromOwnOrigin(asked)) return back(FOREIGN, form);
  const to = ownPath(text(form, 'to'));
  const accountId = await passwordStep();
  if (text(form, 'again') || !accountId) {
    await forgetPasswordStep();
    redirect(`/sign-in?to=${encodeURIComponent(to)}`);
  }
  const outcome = await checkCode({ accountId, code: text(form, 'code'), address: clientAddress(asked) });
  if (outcome.kind === 'refused') return back(CODE_REFUSED, form);
  await signInAs(outcome.accountId);
  redirect(to);
}
