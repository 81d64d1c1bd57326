import { officeOf } from '@/domain/access/offices';
import { APPOINTMENT_KINDS, END_KINDS } from '@/domain/appointments/kinds';
import { TRAINING_KINDS } from '@/domain/cadres/codes';
import { CADRE_FIELD_WORDS, cadreValueWords } from '@/domain/cadres/field-words';
import { formatDate, periodLabel } from '@/domain/calendar';
import { STATUS_FILTERS } from '@/domain/members/filters';
import { FIELD_LABELS } from '@/domain/members/import/fields';
import { eventLabel, isEventKind } from '@/domain/members/ledger';
import { formatCount } from '@/domain/numbers';
import { SOURCE_WORDS } from '@/domain/procedures/steps';
import { OUTCOME_WORDS } from '@/domain/procedures/words';
import { PLACEMENTS, ROTATION_EVENTS } from '@/domain/rotations/words';
import { CAMPAIGN_KINDS, LEAVING_REASONS } from '@/domain/succession/kinds';
import { VOTE_STEPS } from '@/domain/succession/votes';
import { isUuid } from '@/domain/text';
import { kindLabel } from '@/domain/units/kinds';

/** What the facts beside an action are called. A command can write no other: the type of its audit entry is made of these. */
export const DETAIL_WORDS = {
  kind: 'loại',
  effectiveOn: 'hiệu lực từ',
  closedOn: 'kết thúc ngày',
  changeId: 'mã quyết định',
  eventId: 'mã bút toán',
  importId: 'mã lần nhập',
  entry: 'cách ghi vào sổ',
  exception: 'có nêu lý do ngoại lệ',
  fields: 'các mục',
  ended: 'số phiên đã đóng',
  why: 'cách đóng',
  codeCleared: 'gỡ mã một lần',
  office: 'chức trách',
  from: 'từ ngày',
  to: 'đến ngày',
  require: 'bắt buộc',
  purpose: 'mục đích',
  filters: 'điều kiện lọc',
  searched: 'có tìm theo tên',
  count: 'số người',
  period: 'kỳ',
  asOf: 'số liệu đến',
  rows: 'số dòng',
  added: 'thêm mới',
  updated: 'cập nhật',
  left: 'bỏ lại',
  removed: 'rút khỏi sổ',
  restored: 'trả lại như cũ',
  new: 'mới',
  changed: 'thay đổi',
  same: 'giữ nguyên',
  decide: 'cần quyết định',
  wrong: 'sai',
  year: 'năm',
  before: 'trước đó',
  value: 'nay',
  validFrom: 'áp dụng từ',
  moved: 'số người đổi vị trí',
  unsure: 'chưa có văn bản gốc',
  version: 'lần lưu thứ',
  warnings: 'số điều lưu ý',
  postId: 'mã chức danh',
  cadreId: 'mã cán bộ',
  step: 'bước',
  outcome: 'kết quả',
  termEndsOn: 'hết thời hạn',
  columns: 'các cột',
  part: 'phần',
  lineId: 'mã dòng kế hoạch',
  placement: 'bố trí sau luân chuyển',
  level: 'mức xếp loại',
  total: 'tổng số',
  vertical: 'luân chuyển dọc',
  leftReason: 'lý do đưa ra',
} as const;

export type DetailKey = keyof typeof DETAIL_WORDS;
/** Facts only: no names, no free text, no numbers of papers that identify a person. */
export type Detail = Partial<Record<DetailKey, unknown>>;

const FIELDS: Record<string, string> = {
  ...CADRE_FIELD_WORDS,
  ...FIELD_LABELS,
  female: 'Giới tính',
  email: 'Thư điện tử',
  workplace: 'Nơi công tác',
  position: 'Chức vụ',
  health: 'Sức khỏe',
  status: 'Tình trạng',
  sex: 'Giới tính',
  age: 'Tuổi',
  partyAge: 'Tuổi Đảng',
  joinedFrom: 'Vào Đảng từ',
  joinedTo: 'Vào Đảng đến',
};
const fieldWords = (name: string): string => (FIELDS[name] ?? name).toLocaleLowerCase('vi');

const ENDINGS: Record<string, string> = { 'sign-out': 'tự đăng xuất' };

function textWords(key: string, text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text);
  if (isUuid(text)) return text.slice(-8);
  if (/^\d{4}-Q\d$/.test(text)) return periodLabel(text);
  if (key === 'outcome') return OUTCOME_WORDS[text as keyof typeof OUTCOME_WORDS]?.toLocaleLowerCase('vi') ?? text;
  if (key === 'office') return officeOf(text)?.label ?? text;
  if (key === 'why') return ENDINGS[text] ?? text;
  const appointed = { ...APPOINTMENT_KINDS, ...END_KINDS, ...TRAINING_KINDS, ...SOURCE_WORDS } as Record<string, string>;
  const planned = { step: VOTE_STEPS, leftReason: LEAVING_REASONS, kind: CAMPAIGN_KINDS }[key] as
    | Record<string, string>
    | undefined;
  if (planned && Object.hasOwn(planned, text)) return planned[text]?.toLocaleLowerCase('vi') ?? text;
  if (key === 'kind' && Object.hasOwn(appointed, text)) return appointed[text]?.toLocaleLowerCase('vi') ?? text;
  const rotated = { step: ROTATION_EVENTS, placement: PLACEMENTS } as Record<string, Record<string, string>>;
  if (rotated[key]?.[text]) return rotated[key]?.[text]?.toLocaleLowerCase('vi') ?? text;
  const filed = cadreValueWords(key, text);
  if (filed) return filed.toLocaleLowerCase('vi');
  if (key === 'kind' || key === 'entry') return isEventKind(text) ? eventLabel(text) : kindLabel(text);
  return STATUS_FILTERS.find((one) => one.key === text)?.label.toLocaleLowerCase('vi') ?? text;
}

function valueWords(key: string, value: unknown): string {
  if (value === null || value === '') return 'không có';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return key === 'year' ? String(value) : formatCount(value);
  if (typeof value === 'string') return textWords(key, value);
  if (Array.isArray(value)) return value.length ? value.map((each) => fieldWords(String(each))).join(', ') : 'không mục nào';
  const parts = Object.entries(value as object).map(([name, each]) => `${fieldWords(name)} ${valueWords(name, each)}`);
  return parts.length ? parts.join(', ') : 'không có';
}

/** The facts beside an action as people read them; one line each. */
export const detailWords = (detail: Record<string, unknown>): string[] =>
  Object.entries(detail).map(
    ([key, value]) => `${key in DETAIL_WORDS ? DETAIL_WORDS[key as DetailKey] : key}: ${valueWords(key, value)}`,
  );
