import type { Problem } from '@/domain/problems';

const UNIQUE: Record<string, Problem> = {
  members_card: { path: 'cardNumber', message: 'Số thẻ này đã có trong sổ. Hãy kiểm tra lại số thẻ trên thẻ đảng viên.' },
  meetings_one_regular: { path: 'month', message: 'Tháng này đã có biên bản sinh hoạt thường kỳ. Hãy mở biên bản đó để sửa.' },
  member_events_reversed_once: { path: '', message: 'Biến động này đã được hủy trước đó. Hãy tải lại trang để xem.' },
  accounts_username: { path: 'username', message: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.' },
  units_code: { path: 'code', message: 'Mã tổ chức này đã được dùng. Hãy chọn mã khác.' },
  posts_code: { path: 'code', message: 'Mã chức danh này đã được dùng. Hãy chọn mã khác.' },
  cadres_member: { path: 'memberId', message: 'Người này đã có hồ sơ cán bộ. Hãy mở hồ sơ đó.' },
  appointments_one_holder: {
    path: 'fromOn',
    message: 'Trong thời gian này vị trí đã có người giữ. Hãy kiểm tra lại ngày, hoặc ghi người kia thôi giữ trước.',
  },
  rotations_one_place: {
    path: '',
    message: 'Trong thời gian này người đó đã có lượt luân chuyển khác trong sổ. Hãy mở lại trang để kiểm tra.',
  },
  appointment_events_reversed_once: { path: '', message: 'Bút toán này đã được hủy trước đó. Hãy tải lại trang để xem.' },
  staffing_changes_reversed_once: { path: '', message: 'Bút toán này đã được hủy trước đó. Hãy tải lại trang để xem.' },
  rating_groups_term: { path: 'name', message: 'Kỳ này đã có nhóm mang tên đó. Hãy đặt tên khác hoặc mở nhóm đang có.' },
  succession_campaigns_one_open: {
    path: 'termFrom',
    message: 'Nhiệm kỳ này vừa có người mở một đợt, chưa kết thúc. Hãy mở lại danh sách đợt quy hoạch để làm tiếp.',
  },
  succession_entries_once: {
    path: 'cadreId',
    message: 'Người này vừa được đề xuất vào đúng chức danh này. Hãy tải lại trang để xem.',
  },
  procedures_renewing: { path: '', message: 'Chức vụ này đang có một quy trình chưa kết thúc. Hãy mở quy trình đó để làm tiếp.' },
  rule_sets_once: { path: 'validFrom', message: 'Tham số này đã có giá trị từ đúng ngày đó. Hãy chọn ngày hiệu lực khác.' },
};

/** No connection to be had, the statement or the wait was cut short, the server is going down or coming up, or the way to it is closed. */
const BUSY = new Set([
  ...['53300', '57014', '55P03', '57P01', '57P02', '57P03', '25P03', '08000', '08001', '08003', '08006', '40P01', '40001'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
]);
/** What pg says without a code. */
const CUT_OFF = /timeout exceeded when trying to connect|timeout expired|Connection terminated|is not queryable/;
/** Not "not saved": a connection that broke at the commit leaves that open, and the form's key makes sending again safe. */
export const BUSY_MESSAGE =
  'Máy chủ đang bận, chưa xác nhận được là đã lưu. Nội dung vẫn còn trên màn hình; hãy đợi một phút rồi gửi lại.';

type DriverError = { code?: string; constraint?: string; message?: string; cause?: unknown };

/** Drizzle hides the driver's error in `cause`. */
function driverError(error: unknown): DriverError {
  let at = error as DriverError;
  while (at && typeof at === 'object' && !at.code && at.cause) at = at.cause as DriverError;
  return at ?? {};
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * The same fault without the values of the statement, which stand in Drizzle's message and in the database's own words: what nobody catches is
 * printed by the framework. Code, constraint and place are kept.
 */
export function withoutValues(error: unknown): unknown {
  const at = driverError(error);
  if (!SQLSTATE.test(at.code ?? '')) return error instanceof Error && 'params' in error ? error.cause : error;
  const bare = new Error(`the database answered ${at.code}`, { cause: { code: at.code, constraint: at.constraint } });
  bare.name = 'DatabaseFault';
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  bare.stack = [`${bare.name}: ${bare.message}`, ...frames].join('\n');
  return bare;
}

/** The database is away or overloaded: the answer is 503 and "try again", not a fault of the person. */
export function isBusy(error: unknown): boolean {
  if (!error || typeof error !== 'object') return false;
  const { code, message, cause } = error as DriverError;
  return BUSY.has(code ?? '') || CUT_OFF.test(message ?? '') || isBusy(cause);
}

/** The one error mapper: what the person can mend becomes a problem; everything else is a bug and is thrown on. */
export function problemOf(error: unknown): Problem {
  const at = driverError(error);
  const known = at.code === '23505' || at.code === '23P01' ? UNIQUE[at.constraint ?? ''] : undefined;
  if (known) return known;
  if (isBusy(error)) return { path: '', message: BUSY_MESSAGE };
  throw error;
}
