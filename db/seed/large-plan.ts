import { addMonths, type IsoDate, monthOf } from '@/domain/calendar';
import type { CellStyle, People } from './demo-plan';
import type { Random } from './random';

/** How large the invented province is and up to which day its life is told. */
export type LargeSize = { members: number; months: number; today: IsoDate; committees?: number };
/** The size as the loading steps need it. opened: first day of the ledger, a month's first. */
export type LargePlan = LargeSize & { opened: IsoDate; cells: number; committees: number };

export const MEMBERS_PER_CELL = 25;
const CELLS_PER_COMMITTEE = 74;

/** Throws a RangeError for sizes that no province has: at least 250 members (two committees), 2 to 60 months. */
export function largePlan({ members, months, today, committees }: LargeSize): LargePlan {
  if (!Number.isInteger(members) || members < 250 || members > 2_000_000)
    throw new RangeError('Số đảng viên phải từ 250 đến 2.000.000.');
  if (!Number.isInteger(months) || months < 2 || months > 60) throw new RangeError('Số tháng phải từ 2 đến 60.');
  const cells = Math.round(members / MEMBERS_PER_CELL);
  return {
    ...{ members, months, today, cells },
    opened: addMonths(monthOf(today), 1 - months),
    committees: Math.min(Math.floor(cells / 4), committees ?? Math.max(2, Math.round(cells / CELLS_PER_COMMITTEE))),
  };
}

const FIRST = 'Nà Mường Tân Thanh Bản Hòa Phú Đông Yên Bình Quang Vĩnh Chiềng Nậm Sơn'.split(' ');
const SECOND = 'Lâu Sơn Lập Bình Phố An Thịnh Hà Minh Lộc Tiến Phúc Khoa Lạc Long Giang Lương Xuân'.split(' ');

/** As many names of communes and wards as there are committees; the first two are those of the demo accounts. */
export function committeeNames(count: number): string[] {
  const places = FIRST.flatMap((first) => SECOND.filter((second) => second !== first).map((second) => `${first} ${second}`));
  return Array.from({ length: count }, (_, at) => {
    if (at === 0) return 'Đảng bộ phường Trần Phú';
    if (at === 1) return 'Đảng bộ xã Đông Sơn';
    const place = places[(at * 37) % places.length];
    const round = at < places.length ? '' : ` ${Math.floor(at / places.length) + 1}`;
    return `Đảng bộ ${at % 4 === 0 ? 'phường' : 'xã'} ${place}${round}`;
  });
}

export type LargeCellPlan = { name: string; style: CellStyle };
export type LargeBasePlan = { name: string; style: CellStyle; cells: LargeCellPlan[]; section?: LargeCellPlan[] };

const SCHOOLS = ['THCS', 'Tiểu học', 'Mầm non', 'THPT'];
const BASES: { name: string; style: CellStyle; cell: string }[] = [
  { name: 'Công ty Cổ phần', style: 'company', cell: 'Phân xưởng' },
  { name: 'Bệnh viện khu vực', style: 'health', cell: 'khối chuyên môn' },
  { name: 'Công ty Trách nhiệm hữu hạn', style: 'company', cell: 'Đội sản xuất' },
  { name: 'Trường Cao đẳng', style: 'school', cell: 'khoa' },
];

/** About seven cells of ten stand directly under the committee, the others in grass-roots committees of up to eight; one of these has a section. */
export function cellsOf(count: number, place: string, ward: boolean): { direct: LargeCellPlan[]; bases: LargeBasePlan[] } {
  const inBases = count < 12 ? 0 : Math.floor(count * 0.3);
  const bases = Array.from({ length: Math.ceil(inBases / 8) }, (_, at) => base(at, Math.min(8, inBases - at * 8), place));
  return { direct: Array.from({ length: count - inBases }, (_, at) => directCell(at, count - inBases, place, ward)), bases };
}

function directCell(at: number, count: number, place: string, ward: boolean): LargeCellPlan {
  const homes = Math.max(1, Math.ceil(count * 0.8));
  if (at === 0 && place === 'Đông Sơn') return { name: 'Chi bộ thôn Đông Hà', style: 'hamlet' };
  if (at < homes) return { name: `Chi bộ ${ward ? 'tổ dân phố' : 'thôn'} ${at + 1}`, style: ward ? 'street' : 'hamlet' };
  const rest = at - homes;
  if (rest === 0) return { name: `Chi bộ cơ quan ${ward ? 'phường' : 'xã'} ${place}`, style: 'office' };
  if (rest === 1) return { name: `Chi bộ Trạm Y tế ${place}`, style: 'health' };
  return {
    name: `Chi bộ Trường ${SCHOOLS[rest % SCHOOLS.length]} ${place} ${Math.floor(rest / SCHOOLS.length) + 1}`,
    style: 'school',
  };
}

function base(at: number, count: number, place: string): LargeBasePlan {
  const { name, style, cell } = BASES[at % BASES.length] ?? { name: 'Công ty', style: 'company', cell: 'Đội' };
  const cells: LargeCellPlan[] = Array.from({ length: count }, (_, cellAt) => ({ name: `Chi bộ ${cell} ${cellAt + 1}`, style }));
  const titled = { name: `Đảng bộ ${name} ${place}${at < BASES.length ? '' : ` ${Math.floor(at / BASES.length) + 1}`}`, style };
  return style === 'school' && count > 4
    ? { ...titled, cells: cells.slice(0, -3), section: cells.slice(-3) }
    : { ...titled, cells };
}

const MIXES: People[][] = [
  ['kinh', 'kinh', 'kinh', 'thai', 'tay'],
  ['kinh', 'tay', 'thai'],
  ['thai', 'thai', 'mong', 'kinh'],
  ['mong', 'mong', 'dao', 'kinh'],
  ['dao', 'tay', 'khmu', 'kinh'],
];
export const peoplesOf = (random: Random): People[] => random.pick(MIXES);

/** Cells of each committee: 60 to 140 in a hundred of the mean, the last one taking the rest. */
export function shareCells(random: Random, cells: number, committees: number): number[] {
  const weights = Array.from({ length: committees }, () => 0.6 + random.next() * 0.8);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.max(1, Math.floor((weight / sum) * cells)));
  const given = shares.reduce((total, share) => total + share, 0);
  return shares.map((share, at) => (at === committees - 1 ? share + cells - given : share));
}
