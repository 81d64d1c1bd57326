import { addDays, earliest, formatDate, type IsoDate, latest, parseTypedDate } from '@/domain/calendar';
import { AGE_BANDS, type Band, daysOf, PARTY_AGE_BANDS } from '@/domain/members/bands';
import { foldName } from '@/domain/names';
import { isUuid, oneLine } from '@/domain/text';

/** What the list can be narrowed to by standing; 'current' is everyone who counts: official and probationary. */
export const STATUS_FILTERS = [
  { key: 'current', label: 'Chính thức, dự bị' },
  { key: 'official', label: 'Chính thức' },
  { key: 'probationary', label: 'Dự bị' },
  { key: 'exempt', label: 'Miễn sinh hoạt' },
  { key: 'away', label: 'Sinh hoạt tạm thời nơi khác' },
  { key: 'leaving', label: 'Đang chuyển, chưa tiếp nhận' },
  { key: 'left', label: 'Đã ra khỏi danh sách' },
] as const;

export type StatusFilter = (typeof STATUS_FILTERS)[number]['key'];

/** A stored partial date lies after `after` and not after `upTo`, compared as text. */
export type Span = { after: IsoDate | null; upTo: IsoDate | null };

/** What the list is asked for, read from the address. Empty parts ask for nothing. */
export type MemberFilters = {
  status: StatusFilter;
  sex?: 'male' | 'female';
  born?: Span;
  partyAge?: Span;
  joined?: Span;
  cellId?: string;
  /** Folded, matched from the start of any word of the name. */
  name?: string;
  /** A whole card number. */
  card?: string;
};

/** The filter fields of the address as typed, for the form and for links. */
export type FilterValues = Partial<Record<(typeof FILTER_FIELDS)[number], string>>;
export const FILTER_FIELDS = ['q', 'status', 'cell', 'sex', 'age', 'partyAge', 'joinedFrom', 'joinedTo'] as const;

type Params = Record<string, string | string[] | undefined>;

/** Only the filter fields, single-valued, in NFC and without empty ones. */
export function filterValues(params: Params): FilterValues {
  const values: FilterValues = {};
  for (const field of FILTER_FIELDS) {
    const value = params[field];
    if (typeof value === 'string' && value.trim()) values[field] = oneLine(value).slice(0, 100);
  }
  return values;
}

/** Reads the address. What cannot be read is left out of the filters and told in `problems`, by field. */
export function readFilters(
  values: FilterValues,
  today: IsoDate,
): { filters: MemberFilters; problems: { path: string; message: string }[] } {
  const from = readDay(values.joinedFrom, 'ngày bắt đầu', earliest);
  const to = readDay(values.joinedTo, 'ngày kết thúc', latest);
  const problems = [
    ...(from.problem ? [{ path: 'joinedFrom', message: from.problem }] : []),
    ...(to.problem ? [{ path: 'joinedTo', message: to.problem }] : []),
  ];
  const joined: Span = { after: from.day && addDays(from.day, -1), upTo: to.day };
  const filters: MemberFilters = {
    status: STATUS_FILTERS.find((status) => status.key === values.status)?.key ?? 'current',
    ...(values.sex === 'male' || values.sex === 'female' ? { sex: values.sex } : {}),
    ...spanOf('born', AGE_BANDS, values.age, today),
    ...spanOf('partyAge', PARTY_AGE_BANDS, values.partyAge, today),
    ...(joined.after || joined.upTo ? { joined } : {}),
    ...(values.cell && isUuid(values.cell) ? { cellId: values.cell } : {}),
    ...searchOf(values.q),
  };
  return { filters, problems };
}

function spanOf(
  name: 'born' | 'partyAge',
  bands: readonly Band[],
  key: string | undefined,
  today: IsoDate,
): Partial<MemberFilters> {
  const band = bands.find((one) => one.key === key);
  return band ? { [name]: daysOf(band, today) } : {};
}

function readDay(
  typed: string | undefined,
  what: string,
  day: (date: string) => IsoDate,
): { day: IsoDate | null; problem?: string } {
  if (!typed) return { day: null };
  const read = parseTypedDate(typed, what);
  return 'date' in read ? { day: day(read.date) } : { day: null, problem: read.problem };
}

/** A text with a digit in it is a card number, any other a part of a name. */
function searchOf(typed: string | undefined): Partial<MemberFilters> {
  if (!typed) return {};
  if (/\d/.test(typed)) return { card: typed.replace(/[\s.]/g, '').toUpperCase() };
  const name = foldName(typed);
  return name ? { name } : {};
}

/** The list's address with these values; `extra` for unit and cursors. Empty ones are left out. */
export function listAddress(values: FilterValues, extra: Record<string, string | null | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...extra, ...values })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/members?${text}` : '/members';
}

/** The filters in words, for the head of an export; names of cells are the caller's to give. */
export function filterWords(values: FilterValues, cellName: string | null): string[] {
  const label = (options: readonly { key: string; label: string }[], key?: string) =>
    options.find((option) => option.key === key)?.label;
  const day = (typed: string) => {
    const read = parseTypedDate(typed);
    return 'date' in read ? formatDate(read.date) : typed;
  };
  return [
    label(STATUS_FILTERS, values.status ?? 'current') ?? STATUS_FILTERS[0].label,
    values.sex === 'female' ? 'Nữ' : values.sex === 'male' ? 'Nam' : null,
    cellName,
    values.age ? `tuổi đời ${label(AGE_BANDS, values.age) ?? ''}` : null,
    values.partyAge ? `tuổi Đảng ${label(PARTY_AGE_BANDS, values.partyAge) ?? ''}` : null,
    values.joinedFrom ? `vào Đảng từ ${day(values.joinedFrom)}` : null,
    values.joinedTo ? `vào Đảng đến ${day(values.joinedTo)}` : null,
    values.q ? `tìm “${values.q}”` : null,
  ].filter((word): word is string => Boolean(word));
}
