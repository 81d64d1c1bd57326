import type { AppointmentKind, EndKind } from '../appointments/kinds';

/** What a figure counts: persons, cells that owe a meeting, meetings, turns (one member at one meeting), resolutions or pieces of work. */
export type FigureUnit = 'người' | 'kỳ' | 'cuộc' | 'lượt' | 'nghị quyết' | 'việc' | 'điểm';
export type FigureGroup = 'members' | 'meetings' | 'attendance' | 'quality' | 'work' | 'cadres';

/** The rows behind a figure. people: who is in the book on a day; ledger: its entries by kind; dues: cells owing a month's meeting. */
export type Opens =
  | { rows: 'people'; at: 'start' | 'end' }
  | { rows: 'ledger'; kinds: readonly string[]; side: 'to' | 'from' }
  | { rows: 'ledgers'; parts: readonly FigureKey[] }
  | { rows: 'dues'; only: 'all' | 'missing' }
  | { rows: 'meetings'; only: 'held' | 'late' | 'thematic' | 'scored' | 'good' | 'fair' | 'average' | 'poor' }
  | { rows: 'turns'; codes: 'due' | 'present' | 'excused' | 'unexcused' }
  | { rows: 'resolutions' }
  | { rows: 'assignments'; only: 'given' | 'done' }
  | ({ rows: 'personnel' } & PersonnelEntries);

/** Entries of the ledger of appointments: begun and ended ones by their kind, lengthened ones by themselves. */
export type PersonnelEntries =
  | { event: 'begun'; of: readonly AppointmentKind[] }
  | { event: 'ended'; of: readonly EndKind[] }
  | { event: 'reappointed' | 'extended'; of: null };

/** How a quarter's value comes from the books: a summed column of the cells' months, stock at an end, entries on personnel, or other figures. */
export type Sums =
  | { personnel: PersonnelEntries }
  | { column: string }
  | { stock: 'start' | 'end' }
  | { each: 'missing' }
  | { parts: readonly FigureKey[] };

export type Figure = { key: FigureKey; group: FigureGroup; label: string; unit: FigureUnit; sums: Sums; opens: Opens | null };

export const INCREASES = ['registered', 'admitted', 'readmitted', 'transferredIn', 'movedIn', 'restored'] as const;
export const DECREASES = ['transferredOut', 'movedOut', 'died', 'struckOff', 'resigned', 'expelled'] as const;

/** Turns (lượt): one decision on one title of one person. */
export const PERSONNEL = [
  'cadresAppointed',
  'cadresDesignated',
  'cadresElected',
  'cadresReappointed',
  'cadresExtended',
  'cadresTransferred',
  'cadresRotated',
  'cadresSeconded',
  'cadresRetired',
  'cadresResigned',
  'cadresRemoved',
] as const;

export type FigureKey =
  | 'stockStart'
  | (typeof INCREASES)[number]
  | 'increases'
  | (typeof DECREASES)[number]
  | 'decreases'
  | 'stockEnd'
  | 'recognized'
  | 'expected'
  | 'held'
  | 'late'
  | 'missing'
  | 'thematic'
  | 'attendanceDue'
  | 'attendancePresent'
  | 'absentExcused'
  | 'absentUnexcused'
  | 'scored'
  | 'scoreSum'
  | 'scoreGood'
  | 'scoreFair'
  | 'scoreAverage'
  | 'scorePoor'
  | 'resolutions'
  | 'assignmentsGiven'
  | 'assignmentsDone'
  | (typeof PERSONNEL)[number];

export type Figures = Record<FigureKey, number>;

const moves = (key: FigureKey, label: string, column: string, kind: string, side: 'to' | 'from' = 'to'): Figure => ({
  key,
  group: 'members',
  label,
  unit: 'người',
  sums: { column },
  opens: { rows: 'ledger', kinds: [kind], side },
});
const counts = (
  key: FigureKey,
  group: FigureGroup,
  label: string,
  unit: FigureUnit,
  column: string,
  opens: Opens | null,
): Figure => ({
  key,
  group,
  label,
  unit,
  sums: { column },
  opens,
});

const personnel = (key: FigureKey, label: string, entries: PersonnelEntries): Figure => ({
  key,
  group: 'cadres',
  label,
  unit: 'lượt',
  sums: { personnel: entries },
  opens: { rows: 'personnel', ...entries },
});

/** Every figure of the quarter, in the order of the report. scoreSum is in tenths of a point and opens through `scored`. */
export const FIGURES: readonly Figure[] = [
  {
    key: 'stockStart',
    group: 'members',
    label: 'Đảng viên đầu quý',
    unit: 'người',
    sums: { stock: 'start' },
    opens: { rows: 'people', at: 'start' },
  },
  moves('registered', 'Ghi vào sổ lần đầu', 'inc_registered', 'registered'),
  moves('admitted', 'Kết nạp', 'inc_admitted', 'admission'),
  moves('readmitted', 'Kết nạp lại', 'inc_readmitted', 'readmission'),
  moves('transferredIn', 'Chuyển đến từ ngoài tỉnh', 'inc_transferred_in', 'transferred_in'),
  moves('movedIn', 'Chuyển đến trong tỉnh', 'inc_moved_in', 'moved'),
  moves('restored', 'Phục hồi đảng tịch', 'inc_restored', 'restored'),
  {
    key: 'increases',
    group: 'members',
    label: 'Tổng số tăng',
    unit: 'người',
    sums: { parts: INCREASES },
    opens: { rows: 'ledgers', parts: INCREASES },
  },
  moves('transferredOut', 'Chuyển ra ngoài tỉnh', 'dec_transferred_out', 'transferred_out'),
  moves('movedOut', 'Chuyển đi trong tỉnh', 'dec_moved_out', 'moved', 'from'),
  moves('died', 'Từ trần', 'dec_died', 'died'),
  moves('struckOff', 'Xóa tên', 'dec_struck_off', 'struck_off'),
  moves('resigned', 'Xin ra khỏi Đảng', 'dec_resigned', 'resigned'),
  moves('expelled', 'Khai trừ', 'dec_expelled', 'expelled'),
  {
    key: 'decreases',
    group: 'members',
    label: 'Tổng số giảm',
    unit: 'người',
    sums: { parts: DECREASES },
    opens: { rows: 'ledgers', parts: DECREASES },
  },
  {
    key: 'stockEnd',
    group: 'members',
    label: 'Đảng viên cuối quý',
    unit: 'người',
    sums: { stock: 'end' },
    opens: { rows: 'people', at: 'end' },
  },
  moves('recognized', 'Công nhận chính thức', 'recognized', 'official'),
  counts('expected', 'meetings', 'Kỳ sinh hoạt thường kỳ phải họp', 'kỳ', 'expected', { rows: 'dues', only: 'all' }),
  counts('held', 'meetings', 'Đã họp, đã nộp biên bản', 'cuộc', 'held', { rows: 'meetings', only: 'held' }),
  counts('late', 'meetings', 'Nộp biên bản muộn', 'cuộc', 'late', { rows: 'meetings', only: 'late' }),
  {
    key: 'missing',
    group: 'meetings',
    label: 'Chưa có biên bản',
    unit: 'kỳ',
    sums: { each: 'missing' },
    opens: { rows: 'dues', only: 'missing' },
  },
  counts('thematic', 'meetings', 'Sinh hoạt chuyên đề', 'cuộc', 'thematic', { rows: 'meetings', only: 'thematic' }),
  counts('attendanceDue', 'attendance', 'Lượt phải dự', 'lượt', 'attendance_due', { rows: 'turns', codes: 'due' }),
  counts('attendancePresent', 'attendance', 'Lượt có mặt', 'lượt', 'attendance_present', { rows: 'turns', codes: 'present' }),
  counts('absentExcused', 'attendance', 'Vắng có lý do', 'lượt', 'absent_excused', { rows: 'turns', codes: 'excused' }),
  counts('absentUnexcused', 'attendance', 'Vắng không lý do', 'lượt', 'absent_unexcused', { rows: 'turns', codes: 'unexcused' }),
  counts('scored', 'quality', 'Buổi sinh hoạt được chấm điểm', 'cuộc', 'scored', { rows: 'meetings', only: 'scored' }),
  counts('scoreSum', 'quality', 'Tổng điểm', 'điểm', 'score_sum', null),
  counts('scoreGood', 'quality', 'Xếp loại tốt', 'cuộc', 'score_good', { rows: 'meetings', only: 'good' }),
  counts('scoreFair', 'quality', 'Xếp loại khá', 'cuộc', 'score_fair', { rows: 'meetings', only: 'fair' }),
  counts('scoreAverage', 'quality', 'Xếp loại trung bình', 'cuộc', 'score_average', { rows: 'meetings', only: 'average' }),
  counts('scorePoor', 'quality', 'Xếp loại kém', 'cuộc', 'score_poor', { rows: 'meetings', only: 'poor' }),
  counts('resolutions', 'work', 'Nghị quyết, kết luận đã biểu quyết', 'nghị quyết', 'resolutions', { rows: 'resolutions' }),
  counts('assignmentsGiven', 'work', 'Việc đã phân công', 'việc', 'assignments_given', { rows: 'assignments', only: 'given' }),
  counts('assignmentsDone', 'work', 'Việc đã hoàn thành', 'việc', 'assignments_done', { rows: 'assignments', only: 'done' }),
  personnel('cadresAppointed', 'Bổ nhiệm', { event: 'begun', of: ['appointed'] }),
  personnel('cadresDesignated', 'Chỉ định', { event: 'begun', of: ['designated'] }),
  personnel('cadresElected', 'Bầu, kiện toàn', { event: 'begun', of: ['elected'] }),
  personnel('cadresReappointed', 'Bổ nhiệm lại', { event: 'reappointed', of: null }),
  personnel('cadresExtended', 'Kéo dài thời gian giữ chức vụ', { event: 'extended', of: null }),
  personnel('cadresTransferred', 'Điều động', { event: 'begun', of: ['transferred'] }),
  personnel('cadresRotated', 'Luân chuyển', { event: 'begun', of: ['rotated'] }),
  personnel('cadresSeconded', 'Biệt phái', { event: 'begun', of: ['seconded'] }),
  personnel('cadresRetired', 'Nghỉ hưu', { event: 'ended', of: ['retired'] }),
  personnel('cadresResigned', 'Từ chức', { event: 'ended', of: ['resigned'] }),
  personnel('cadresRemoved', 'Cho thôi giữ chức vụ, miễn nhiệm, cách chức', {
    event: 'ended',
    of: ['removed', 'dismissed', 'stripped'],
  }),
];

export const GROUP_LABELS: Record<FigureGroup, string> = {
  members: 'Đảng viên',
  meetings: 'Sinh hoạt chi bộ',
  attendance: 'Dự sinh hoạt',
  quality: 'Chất lượng sinh hoạt',
  work: 'Nghị quyết và phân công',
  cadres: 'Công tác cán bộ',
};

const BY_KEY = new Map<string, Figure>(FIGURES.map((figure) => [figure.key, figure]));

/** The figure of that key; undefined for anything else that stood in the address. */
export const figureOf = (key: string): Figure | undefined => BY_KEY.get(key);

/** The label inside a sentence: only its first letter is small ("xin ra khỏi Đảng"). */
export function inSentence(key: FigureKey): string {
  const label = BY_KEY.get(key)?.label ?? key;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

const partsOf = (figure: Figure): readonly FigureKey[] => ('parts' in figure.sums ? figure.sums.parts : []);

/** Completes what was summed from the months: totals of parts, zero for what is not there. */
export function figuresFrom(summed: Partial<Record<FigureKey, number | null>>): Figures {
  const figures = Object.fromEntries(FIGURES.map(({ key }) => [key, summed[key] ?? 0])) as Figures;
  for (const figure of FIGURES)
    if ('parts' in figure.sums) figures[figure.key] = partsOf(figure).reduce((sum, key) => sum + figures[key], 0);
  return figures;
}

/** The unit's own figures from those of its children. */
export const addFigures = (all: readonly Figures[]): Figures =>
  Object.fromEntries(FIGURES.map(({ key }) => [key, all.reduce((sum, figures) => sum + figures[key], 0)])) as Figures;

export type Balance = { start: number; increases: number; decreases: number; end: number; holds: boolean };

/** Members at the start + increases − decreases = members at the end. */
export function balance({
  stockStart: start,
  increases,
  decreases,
  stockEnd: end,
}: Pick<Figures, 'stockStart' | 'increases' | 'decreases' | 'stockEnd'>): Balance {
  return { start, increases, decreases, end, holds: start + increases - decreases === end };
}

/** Mean score in points with one decimal, half up; null when no meeting was scored. scoreSum is in tenths. */
export function meanScore({ scoreSum, scored }: Pick<Figures, 'scoreSum' | 'scored'>): number | null {
  return scored === 0 ? null : Math.floor((scoreSum * 2 + scored) / (scored * 2)) / 10;
}

/** The figure that an entry of the ledger of appointments is counted in; none for those that no report names. of: the kind of the holding, or of its end. */
export const personnelFigure = (event: string, of: string): FigureKey | null =>
  FIGURES.find(({ sums }) => {
    if (!('personnel' in sums) || sums.personnel.event !== event) return false;
    return sums.personnel.of === null || (sums.personnel.of as readonly string[]).includes(of);
  })?.key ?? null;

/** The figures whose value moved between two states, in the order of the report. */
export const changedFigures = (before: Figures, after: Figures): Figure[] =>
  FIGURES.filter(({ key }) => before[key] !== after[key]);
