const ACTIONS: Record<string, string> = {
  'account.sign-in': 'Đăng nhập',
  'account.sign-out': 'Đăng xuất',
  'account.session-end': 'Đăng xuất ở một nơi khác',
  'account.sign-out-everywhere': 'Đăng xuất mọi nơi khác',
  'account.create': 'Tạo tài khoản',
  'account.disable': 'Khóa tài khoản',
  'account.enable': 'Mở lại tài khoản',
  'account.password-change': 'Đổi mật khẩu',
  'account.password-reset': 'Đặt lại mật khẩu',
  'account.office-give': 'Giao chức trách',
  'account.office-end': 'Kết thúc chức trách',
  'account.code-require': 'Đặt yêu cầu mã một lần',
  'account.one-time-code-begin': 'Bắt đầu gắn mã một lần',
  'account.one-time-code-on': 'Bật mã một lần',
  'account.one-time-code-off': 'Tắt mã một lần',
  'account.recovery-code': 'Dùng mã dự phòng',
  'rule.add': 'Thêm giá trị tham số',
  'unit.found': 'Thành lập tổ chức đảng',
  'unit.rename': 'Đổi tên tổ chức đảng',
  'unit.close': 'Kết thúc tổ chức đảng',
  'member.add': 'Thêm đảng viên',
  'member.edit': 'Sửa đảng viên',
  'member.updated': 'Sửa đảng viên (nhập từ Excel)',
  'member.restored': 'Lấy lại thông tin cũ (thu hồi nhập)',
  'member.event': 'Ghi biến động đảng viên',
  'member.reverse': 'Hủy biến động đảng viên',
  'member.sensitive': 'Xem, sửa thông tin nhạy cảm',
  'member.export': 'Xuất danh sách đảng viên',
  'import.uploaded': 'Tải tệp Excel lên',
  'import.mapped': 'Ghép cột tệp Excel',
  'import.decided': 'Xử lý dòng nhập',
  'import.started': 'Bắt đầu nhập',
  'import.committed': 'Nhập danh sách',
  'import.stopped': 'Dừng nhập',
  'import.taken_back': 'Thu hồi lần nhập',
  'briefing.freeze': 'Chốt số liệu quý',
  'briefing.reopen': 'Mở lại số liệu quý',
};

/** The first part of an action is the book it belongs to; these are the filters of the log. */
export const AUDIT_BOOKS: readonly { value: string; label: string }[] = [
  { value: 'account', label: 'Tài khoản, chức trách' },
  { value: 'unit', label: 'Tổ chức đảng' },
  { value: 'member', label: 'Đảng viên' },
  { value: 'import', label: 'Nhập từ Excel' },
  { value: 'minutes', label: 'Sinh hoạt chi bộ' },
  { value: 'briefing', label: 'Giao ban quý' },
  { value: 'rule', label: 'Tham số quy định' },
];

const MINUTES: Record<string, string> = {
  save: 'Lưu nháp biên bản',
  submit: 'Nộp biên bản',
  return: 'Trả lại biên bản',
  accept: 'Duyệt biên bản',
};

/** What was done, in words; the code itself where the house has none for it. */
export function actionWords(action: string): string {
  const [book, verb = ''] = action.split('.');
  return ACTIONS[action] ?? (book === 'minutes' || book === 'meeting' ? MINUTES[verb] : undefined) ?? action;
}
