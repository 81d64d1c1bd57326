import 'server-only';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { after as runAfter } from 'next/server';
import type { z } from 'zod';
import { BUSY_MESSAGE, isBusy } from '@/db/errors';
import { type Command, write } from '@/db/write';
import { writeAside } from '@/db/write-aside';
import type { Permission } from '@/domain/access/offices';
import { may, type Viewer } from '@/domain/access/viewer';
import type { ActionState, Values } from '@/domain/action-state';
import { formatCount } from '@/domain/numbers';
import type { Problem } from '@/domain/problems';
import { cleanText, cleanTree } from '@/domain/text';
import { faultOf, log } from './log';
import { reachedBy } from './malformed-requests';
import { fromOwnOrigin } from './origin';
import { renewHere } from './session';
import { signedIn } from './viewer';

/** Where the person wanted to go, as access/answer-headers notes it; only a path of ours. */
async function wanted(): Promise<string> {
  const path = (await headers()).get('x-path') ?? '/';
  return path.startsWith('/') && !path.startsWith('//') ? path : '/';
}

/** For the pages of one's own account: signed in is enough. */
export async function enterSelf(): Promise<Viewer> {
  const who = await signedIn();
  if (!who) redirect(`/sign-in?to=${encodeURIComponent(await wanted())}`);
  return who.viewer;
}

/** The door of every page and route: the viewer, or sign-in, or 403 when no office of theirs holds the right. */
export async function enter(permission: Permission): Promise<Viewer> {
  const who = await signedIn();
  if (!who) redirect(`/sign-in?to=${encodeURIComponent(await wanted())}`);
  if (who.mustChangePassword) redirect('/account/password');
  if (who.needsTotp) redirect('/account/one-time-code');
  if (!may(who.viewer, permission)) {
    log.warn({ event: 'refused', accountId: who.viewer.accountId, permission }, 'page refused');
    forbidden();
  }
  return who.viewer;
}

/** What the door makes of the files in a form: fields that stand over the typed ones. */
type Received = { fields: Record<string, unknown> } | { problems: Problem[] };

type After<R> = {
  to?: (result: R) => string;
  message?: string | ((result: R) => string);
  /** Leaves the page as it is: for a draft saved while typing. */
  quiet?: boolean;
  /** Reads the form's files once the person's right to the change is known. */
  receive?: (form: FormData) => Promise<Received>;
  /** Long work, done beside the pages: only commands that db/write-aside-thread.ts knows. */
  aside?: true;
  /** Gives the session another id: for a change of what proves the person. */
  renews?: boolean;
  /** Long work that goes on when the answer has been sent, written beside the pages. */
  background?: (viewer: Viewer, result: R, aside: typeof writeAside) => Promise<void>;
};

/**
 * The door of every change: own origin, viewer, parsed input, one transaction. Problems go back with what was typed.
 * Form fields `key` (idempotency) and `json` (a nested body) are the door's; everything else is the schema's.
 */
export function action<S extends z.ZodType, R>(schema: S, cmd: Command<z.output<S>, R>, after: After<R> = {}) {
  return async (_before: ActionState, sent: FormData): Promise<ActionState> => {
    const form = reachedBy(sent);
    const values = valuesOf(form);
    const back = (problems: Problem[]): ActionState => ({ status: 'problems', problems, values: withoutSecrets(values) });
    if (!fromOwnOrigin(await headers())) {
      log.warn({ event: 'foreign-origin', command: cmd.name }, 'change from elsewhere refused');
      return back([
        { path: '', message: 'Yêu cầu không đến từ trang của hệ thống nên không được thực hiện. Hãy mở lại trang rồi thử lại.' },
      ]);
    }
    let result: R;
    try {
      const who = await signedIn();
      if (!who)
        return back([
          {
            path: '',
            message:
              'Phiên làm việc đã hết. Hãy mở trang đăng nhập ở thẻ khác, đăng nhập lại rồi gửi; nội dung đã nhập vẫn còn ở đây.',
          },
        ]);
      if (who.mustChangePassword && cmd.permission)
        return back([{ path: '', message: 'Bạn cần đổi mật khẩu trước khi làm việc này.' }]);
      if (who.needsTotp && cmd.permission)
        return back([
          {
            path: '',
            message: 'Chức trách của bạn yêu cầu mã một lần. Hãy bật ở trang Tài khoản của tôi trước khi làm việc này.',
          },
        ]);
      if (cmd.permission && !may(who.viewer, cmd.permission))
        log.warn(
          { event: 'refused', accountId: who.viewer.accountId, permission: cmd.permission, command: cmd.name },
          'change refused',
        );
      const received = await receivedFrom(form, who.viewer, cmd.permission, after.receive);
      if ('problems' in received) return back(received.problems);
      const parsed = schema.safeParse({ ...bodyOf(values), ...received.fields }, { error: wrongShape });
      if (!parsed.success)
        return back(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
      const written = await (after.aside ? writeAside : write)(who.viewer, cmd, parsed.data, uuidOrNothing(values.key));
      if (!written.ok) return back(written.problems);
      result = written.result;
      if (after.renews) await renewHere(who.viewer);
      if (after.background) runAfter(() => after.background?.(who.viewer, written.result, writeAside));
    } catch (error) {
      if (isBusy(error)) return back([{ path: '', message: BUSY_MESSAGE }]);
      log.error({ event: 'action-failed', command: cmd.name, ...faultOf(error) }, 'action failed');
      throw error;
    }
    if (!after.quiet) revalidatePath('/', 'layout');
    if (after.to) redirect(after.to(result));
    return { status: 'done', message: typeof after.message === 'function' ? after.message(result) : after.message, result };
  };
}

/** What `work` gives, or `busy` where the database is away or overloaded. */
export async function unlessBusy<T>(work: () => Promise<T>, busy: () => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isBusy(error)) return busy();
    throw error;
  }
}

/** What stands in these fields never goes back to the browser. */
const SECRET_FIELDS = new Set(['current', 'password', 'repeated']);
const withoutSecrets = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET_FIELDS.has(name)));

async function receivedFrom(
  form: FormData,
  viewer: Viewer,
  permission: Permission | null,
  receive: After<never>['receive'],
): Promise<Received> {
  if (!receive) return { fields: {} };
  if (permission && !may(viewer, permission))
    return { problems: [{ path: '', message: 'Chức trách của bạn không có quyền làm việc này.' }] };
  return receive(form);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuidOrNothing = (key: Values[string] | undefined) => (typeof key === 'string' && UUID.test(key) ? key : undefined);

/** Text fields as typed, cleaned; what is a secret only in NFC; repeated names become lists; files are for the routes that take them. */
function valuesOf(form: FormData): Values {
  const values: Values = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const texts = form
      .getAll(name)
      .flatMap((value) =>
        typeof value === 'string' ? [SECRET_FIELDS.has(name) ? value.normalize('NFC') : cleanText(value)] : [],
      );
    values[name] = texts.length > 1 || name.endsWith('[]') ? texts : (texts[0] ?? '');
  }
  return values;
}

/** For what no form of ours sends, so that no schema has words of its own for it. */
function wrongShape({ code, maximum }: z.core.$ZodRawIssue): string {
  if (code === 'too_big' && typeof maximum === 'number')
    return `Nội dung dài hoặc lớn quá mức ${formatCount(maximum)}. Hãy viết gọn lại.`;
  return 'Nội dung gửi lên không đúng dạng. Hãy tải lại trang rồi nhập lại.';
}

const isRecord = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body);

/** A body that is no JSON, or nested beyond reason, counts as not sent: the schema says what is missing. */
function bodyOf({ key: _key, json, ...fields }: Values): object {
  if (typeof json !== 'string') return fields;
  try {
    const body = cleanTree(JSON.parse(json));
    return isRecord(body) ? { ...fields, ...body } : fields;
  } catch {
    return fields;
  }
}
