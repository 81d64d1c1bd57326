import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Values that stand in examples and guides; whoever reads those could sign sessions. */
const KNOWN_SECRETS = [/^thay-/i, /^change/i, /secret/i, /^(.)\1*$/];

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, 'không phải địa chỉ PostgreSQL. Viết dạng postgres://vai_tro:mat_khau@may_chu:5432/ten_csdl');
const flag = z
  .enum(['0', '1'], 'chỉ nhận 0 hoặc 1')
  .default('0')
  .transform((text) => text === '1');
const whole = (from: number, to: number, usual: number) => {
  const message = `phải là số nguyên từ ${from} đến ${to}`;
  return z.string().regex(/^\d+$/, message).transform(Number).pipe(z.number().min(from, message).max(to, message)).default(usual);
};

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL: whole(1, 200, 10),
  NEXTAUTH_URL: z
    .string()
    .refine(isSiteUrl, 'không phải địa chỉ trang. Viết dạng https://so-to-chuc.tinh.vn, không có đường dẫn phía sau')
    .optional(),
  NEXTAUTH_SECRET: z.string(),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(1, 65_535, 3000),
  SESSION_IDLE_MINUTES: whole(1, 1440, 30),
  SESSION_HOURS: whole(1, 168, 12),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'chỉ nhận fatal, error, warn, info, debug, trace hoặc silent',
    )
    .default('info'),
  AUDIT_ANCHOR_FILE: z
    .string()
    .refine(mayAppend, 'không phải tệp ghi thêm được. Ghi đường dẫn tới một tệp, trong thư mục đã có mà ứng dụng ghi được')
    .optional(),
  DEMO: flag,
  TRUST_PROXY: flag,
});

/** What the environment says, read and complete. Times: SESSION_IDLE_MINUTES in minutes, SESSION_HOURS in hours. */
export type Settings = z.output<typeof Environment> & { NEXTAUTH_URL: string };
export type SettingsResult = { ok: true; settings: Settings } | { ok: false; faults: string[] };

/** Reads the settings of the serving process, or gives one line for each fault, naming the setting and what to do. An empty value counts as not set. */
export function readSettings(env: Record<string, string | undefined>): SettingsResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  const faults = parsed.success
    ? faultsTogether(parsed.data)
    : [...parsed.error.issues.map((issue) => faultLine(given, issue)), ...missingAddress(given)];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    settings: { ...parsed.data, NEXTAUTH_URL: parsed.data.NEXTAUTH_URL ?? `http://localhost:${parsed.data.PORT}` },
  };
}

function faultLine(given: Record<string, unknown>, issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? `${name} chưa được đặt. Xem .env.example.` : `${name} ${issue.message}.`;
}

function faultsTogether(env: z.output<typeof Environment>): string[] {
  const faults: string[] = [];
  if (env.NEXTAUTH_SECRET.length < 32)
    faults.push('NEXTAUTH_SECRET ngắn hơn 32 ký tự. Tạo chuỗi mới bằng lệnh: openssl rand -base64 48');
  if (env.SESSION_IDLE_MINUTES > env.SESSION_HOURS * 60)
    faults.push('SESSION_IDLE_MINUTES dài hơn SESSION_HOURS. Giảm số phút chờ hoặc tăng số giờ của phiên.');
  if (env.DATABASE_OWNER_URL && new URL(env.DATABASE_OWNER_URL).username === new URL(env.DATABASE_URL).username)
    faults.push(
      'DATABASE_URL và DATABASE_OWNER_URL dùng chung một vai trò. Ứng dụng phải kết nối bằng vai trò không sở hữu bảng nào.',
    );
  if (env.NODE_ENV === 'production' && !env.DEMO) faults.push(...productionFaults(env));
  return faults;
}

function productionFaults(env: z.output<typeof Environment>): string[] {
  const faults: string[] = [];
  if (KNOWN_SECRETS.some((known) => known.test(env.NEXTAUTH_SECRET)))
    faults.push('NEXTAUTH_SECRET là giá trị mẫu, ai cũng đoán được. Tạo chuỗi mới bằng lệnh: openssl rand -base64 48');
  faults.push(...missingAddress(env));
  if (!env.AUDIT_ANCHOR_FILE)
    faults.push('AUDIT_ANCHOR_FILE chưa được đặt. Ghi tệp giữ dấu niêm của nhật ký, ngoài cơ sở dữ liệu. Xem .env.example.');
  return faults;
}

function missingAddress(env: Record<string, unknown>): string[] {
  const needed = env.NODE_ENV === 'production' && (!env.DEMO || env.DEMO === '0');
  return needed && !env.NEXTAUTH_URL
    ? ['NEXTAUTH_URL chưa được đặt. Ghi địa chỉ mà người dùng gõ vào trình duyệt, ví dụ https://so-to-chuc.tinh.vn']
    : [];
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1;
}

function mayAppend(path: string): boolean {
  try {
    if (existsSync(path) && !statSync(path).isFile()) return false;
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK);
    return existsSync(dirname(path)) && statSync(dirname(path)).isDirectory();
  } catch {
    return false;
  }
}

function isSiteUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
}
