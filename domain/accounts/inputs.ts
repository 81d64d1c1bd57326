import { z } from 'zod';
import { Version } from '@/domain/version';
import { OFFICES } from '../access/offices';
import { parseTypedDate } from '../calendar';
import { normalizeName } from '../names';
import { Secret } from './secret';

const id = z.uuid('Không nhận ra bản ghi. Hãy tải lại trang.');
const secret = (empty: string) =>
  z
    .string()
    .min(1, empty)
    .max(1000)
    .transform((text) => new Secret(text));

/** A whole day typed as dd/mm/yyyy; gives YYYY-MM-DD. */
const day = (what: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const parsed = parseTypedDate(text, what);
      if ('date' in parsed && parsed.date.length === 10) return parsed.date;
      context.addIssue({
        code: 'custom',
        message: 'problem' in parsed ? parsed.problem : `Hãy ghi đủ ngày, tháng, năm của ${what}.`,
      });
      return z.NEVER;
    });

export const ChangePasswordInput = z.object({
  current: secret('Hãy nhập mật khẩu đang dùng.'),
  password: secret('Hãy nhập mật khẩu mới.'),
  repeated: secret('Hãy nhập lại mật khẩu mới.'),
});
export const NothingInput = z.object({});
/** Whoever finds an open browser must not be able to do what asks for it. */
export const OwnPasswordInput = z.object({ current: secret('Hãy nhập mật khẩu đang dùng.') });
export const ConfirmCodeInput = OwnPasswordInput.extend({
  code: z.string().trim().min(1, 'Hãy nhập sáu chữ số trên ứng dụng xác thực.').max(20),
});
export const EndSessionInput = z.object({ sessionId: id });

export const CreateAccountInput = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z][a-z0-9._-]{2,39}$/,
      'Tên đăng nhập gồm 3–40 chữ không dấu, chữ số, dấu chấm hoặc gạch; bắt đầu bằng chữ. Ví dụ: nguyen.van.an',
    ),
  fullName: z
    .string()
    .transform(normalizeName)
    .pipe(z.string().min(2, 'Hãy nhập họ và tên.').max(100, 'Họ và tên dài quá 100 ký tự.')),
});
export const AccountVersionInput = z.object({ accountId: id, version: Version });
export const ResetPasswordInput = AccountVersionInput.extend({ clearCode: z.literal('yes').optional() });

const officeKeys = OFFICES.map(({ key }) => key) as [(typeof OFFICES)[number]['key'], ...(typeof OFFICES)[number]['key'][]];
export const GiveOfficeInput = z
  .object({
    accountId: id,
    office: z.enum(officeKeys, 'Hãy chọn chức trách.'),
    unitId: z.uuid('Hãy tìm và chọn tổ chức đảng.'),
    heldFrom: day('ngày bắt đầu'),
    heldTo: z.union([z.literal('').transform(() => null), day('ngày kết thúc')]).optional(),
  })
  .refine(({ heldFrom, heldTo }) => !heldTo || heldFrom < heldTo, {
    path: ['heldTo'],
    message: 'Ngày kết thúc phải sau ngày bắt đầu.',
  });
export const EndOfficeInput = z.object({ heldId: id, version: Version, heldTo: day('ngày kết thúc') });
export const RequireCodeInput = z.object({
  office: z.enum(officeKeys, 'Không nhận ra chức trách.'),
  require: z.enum(['yes', 'no']),
  version: Version,
});
