/** What an event does to the count of the cell whose books it moves: the column of unit_months, and the step of the stock. */
const EFFECTS = {
  registered: { label: 'Ghi vào sổ', column: 'incRegistered', step: 1 },
  admission: { label: 'Kết nạp', column: 'incAdmitted', step: 1 },
  readmission: { label: 'Kết nạp lại', column: 'incReadmitted', step: 1 },
  transferred_in: { label: 'Chuyển đến từ ngoài tỉnh', column: 'incTransferredIn', step: 1 },
  restored: { label: 'Phục hồi đảng tịch', column: 'incRestored', step: 1 },
  moved: { label: 'Chuyển sinh hoạt trong tỉnh', column: 'incMovedIn', step: 1 },
  transferred_out: { label: 'Chuyển ra ngoài tỉnh', column: 'decTransferredOut', step: -1 },
  died: { label: 'Từ trần', column: 'decDied', step: -1 },
  struck_off: { label: 'Xóa tên', column: 'decStruckOff', step: -1 },
  resigned: { label: 'Xin ra khỏi Đảng', column: 'decResigned', step: -1 },
  expelled: { label: 'Khai trừ', column: 'decExpelled', step: -1 },
  official: { label: 'Công nhận chính thức', column: 'recognized', step: 0 },
  exempt: { label: 'Miễn công tác và sinh hoạt', column: null, step: 0 },
  exempt_end: { label: 'Trở lại sinh hoạt', column: null, step: 0 },
  temporary_out: { label: 'Sinh hoạt tạm thời nơi khác', column: null, step: 0 },
  temporary_return: { label: 'Về sau sinh hoạt tạm thời', column: null, step: 0 },
  introduced: { label: 'Giới thiệu đi, chờ tiếp nhận', column: null, step: 0 },
  suspension: { label: 'Đình chỉ sinh hoạt', column: null, step: 0 },
  suspension_end: { label: 'Hết đình chỉ sinh hoạt', column: null, step: 0 },
  discipline: { label: 'Kỷ luật', column: null, step: 0 },
  reversal: { label: 'Hủy bút toán ghi nhầm', column: null, step: 0 },
} as const;

export type EventKind = keyof typeof EFFECTS;
export type MovementColumn = Exclude<(typeof EFFECTS)[EventKind]['column'], null> | 'decMovedOut';

export const EVENT_KINDS = Object.keys(EFFECTS) as EventKind[];
export const eventLabel = (kind: string): string => (kind in EFFECTS ? EFFECTS[kind as EventKind].label : kind);
export const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(EFFECTS, kind);
/** Kinds that take a person out of the book. */
export const LEAVING: readonly EventKind[] = EVENT_KINDS.filter((kind) => EFFECTS[kind].step === -1);
/** Kinds that bring a person into the book (moved brings them into another cell of it). */
export const ENTERING: readonly EventKind[] = EVENT_KINDS.filter((kind) => EFFECTS[kind].step === 1 && kind !== 'moved');

export type LedgerEvent = {
  id: string;
  memberId: string;
  kind: EventKind;
  /** YYYY-MM-DD */
  effectiveOn: string;
  /** The cell whose books move; for `moved` the cell that the person comes to. */
  cellId: string;
  fromCellId?: string | null;
  reversesId?: string | null;
  /** Where to or from, as written, for people who come from or go elsewhere. */
  place?: string | null;
  detail?: { status?: 'probationary' | 'official' };
};

export type Standing = {
  status: 'probationary' | 'official' | 'left';
  cellId: string;
  exempt: boolean;
  away: boolean;
  suspended: boolean;
  leavingFor: string | null;
  /** Since when they are introduced elsewhere and not yet received. */
  leavingOn: string | null;
  leftOn: string | null;
  leftKind: EventKind | null;
};

/** One step in a cell's month. month is its first day; by is +1 or −1 (a reversal takes back), stock the step of the count. */
export type Movement = { cellId: string; month: string; column: MovementColumn; by: 1 | -1; stock: -1 | 0 | 1 };

/** Events that count: reversed ones and the reversals themselves are left out. Order of effect: date, then as entered (UUIDv7 ids). */
export function effective(events: readonly LedgerEvent[]): LedgerEvent[] {
  const reversed = new Set(events.flatMap((event) => event.reversesId ?? []));
  return events
    .filter((event) => event.kind !== 'reversal' && !reversed.has(event.id))
    .sort((a, b) => (a.effectiveOn === b.effectiveOn ? (a.id < b.id ? -1 : 1) : a.effectiveOn < b.effectiveOn ? -1 : 1));
}

const SIDE: Partial<Record<EventKind, (now: Standing, event: LedgerEvent) => Partial<Standing>>> = {
  official: () => ({ status: 'official' }),
  exempt: () => ({ exempt: true }),
  exempt_end: () => ({ exempt: false }),
  temporary_out: () => ({ away: true }),
  temporary_return: () => ({ away: false }),
  suspension: () => ({ suspended: true }),
  suspension_end: () => ({ suspended: false }),
  introduced: (_, event) => ({ leavingFor: event.place ?? 'nơi khác', leavingOn: event.effectiveOn }),
  moved: (_, event) => ({ cellId: event.cellId, leavingFor: null, leavingOn: null, away: false }),
};

function step(now: Standing | null, event: LedgerEvent): Standing | null {
  if (ENTERING.includes(event.kind)) {
    const probationary = event.kind === 'admission' || event.kind === 'readmission' || event.detail?.status === 'probationary';
    return {
      status: probationary ? 'probationary' : 'official',
      cellId: event.cellId,
      exempt: false,
      away: false,
      suspended: false,
      leavingFor: null,
      leavingOn: null,
      leftOn: null,
      leftKind: null,
    };
  }
  if (!now) return null;
  if (LEAVING.includes(event.kind))
    return {
      ...now,
      status: 'left',
      leavingFor: null,
      leavingOn: null,
      away: false,
      suspended: false,
      leftOn: event.effectiveOn,
      leftKind: event.kind,
    };
  return { ...now, ...SIDE[event.kind]?.(now, event) };
}

/** Where a person stands after these events; null when nothing brought them into the book. */
export const standing = (events: readonly LedgerEvent[]): Standing | null =>
  effective(events).reduce<Standing | null>(step, null);

const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

function plain(event: LedgerEvent, by: 1 | -1): Movement[] {
  const { column, step: stock } = EFFECTS[event.kind];
  if (!column) return [];
  const month = monthOf(event.effectiveOn);
  const into: Movement = { cellId: event.cellId, month, column, by, stock: (stock * by || 0) as -1 | 0 | 1 };
  if (event.kind !== 'moved' || !event.fromCellId) return [into];
  return [into, { cellId: event.fromCellId, month, column: 'decMovedOut', by, stock: -by as 1 | -1 }];
}

/** What an event adds to the months of the cells; a reversal takes its event's steps back in the month where they were made. */
export function movements(event: LedgerEvent, reversed?: LedgerEvent): Movement[] {
  if (event.kind !== 'reversal') return plain(event, 1);
  return reversed ? plain(reversed, -1) : [];
}

/** Sums of movements by cell and month: what one statement writes. */
export function totals(
  all: readonly Movement[],
): { cellId: string; month: string; stock: number; columns: Partial<Record<MovementColumn, number>> }[] {
  const sums = new Map<
    string,
    { cellId: string; month: string; stock: number; columns: Partial<Record<MovementColumn, number>> }
  >();
  for (const move of all) {
    const at = `${move.cellId}:${move.month}`;
    const sum = sums.get(at) ?? { cellId: move.cellId, month: move.month, stock: 0, columns: {} };
    sum.stock += move.stock;
    sum.columns[move.column] = (sum.columns[move.column] ?? 0) + move.by;
    sums.set(at, sum);
  }
  return [...sums.values()];
}
