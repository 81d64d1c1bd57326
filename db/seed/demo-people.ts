import { addDays, addMonths, type IsoDate, type PartialDate } from '@/domain/calendar';
import { nameSortKey } from '@/domain/names';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { personName } from './demo-names';
import type { CellStyle } from './demo-plan';
import type { SeedCell } from './demo-units';
import type { Random } from './random';

export type Stay = { cellId: string; from: IsoDate; to: IsoDate | null };
export type Span = { from: IsoDate; to: IsoDate | null };
/** An invented person with the columns of their row, and the spans that attendance asks for. */
export type Person = {
  id: string;
  cell: SeedCell;
  fullName: string;
  female: boolean;
  ethnicity: string;
  born: PartialDate;
  birthYear: number;
  joined: PartialDate;
  official: PartialDate | null;
  /** First day with voting right; null while on probation. */
  officialFrom: IsoDate | null;
  stays: Stay[];
  exempt: Span[];
  away: Span[];
  left: boolean;
  gone: boolean;
  row: Record<string, unknown>;
};

const CARD_BASE = 20_000_000;
const AGES: Record<CellStyle, [number, number]> = {
  hamlet: [24, 82],
  street: [28, 88],
  school: [24, 59],
  health: [25, 58],
  office: [25, 60],
  company: [23, 58],
};
const OCCUPATIONS: Record<CellStyle, string[]> = {
  hamlet: ['Nông dân', 'Nông dân', 'Nông dân', 'Hưu trí', 'Trưởng bản', 'Công an viên', 'Buôn bán nhỏ', 'Thợ mộc'],
  street: ['Hưu trí', 'Hưu trí', 'Công chức', 'Kinh doanh', 'Giáo viên', 'Tổ trưởng tổ dân phố', 'Lao động tự do'],
  school: ['Giáo viên', 'Giáo viên', 'Giáo viên', 'Nhân viên thư viện', 'Kế toán'],
  health: ['Bác sĩ', 'Điều dưỡng', 'Y sĩ', 'Hộ sinh', 'Dược sĩ'],
  office: ['Công chức', 'Chuyên viên', 'Viên chức', 'Văn thư', 'Kế toán'],
  company: ['Công nhân', 'Kỹ sư', 'Kế toán', 'Lái xe', 'Tổ trưởng sản xuất'],
};
const LEARNED: CellStyle[] = ['school', 'health', 'office'];
const RELIGIONS = ['Không', 'Không', 'Không', 'Không', 'Không', 'Không', 'Không', 'Không', 'Phật giáo', 'Công giáo', 'Tin Lành'];

export type Joining = { joined: PartialDate; on: IsoDate; official: PartialDate | null; ageThen?: [number, number] };

let cards = 0;

/** Starts the numbering of cards anew, so that a second province in one process has the same numbers. */
export function resetCards(): void {
  cards = 0;
}

export function nextCard(random: Random): string {
  cards += 1;
  return String(CARD_BASE + cards * 371 + random.int(0, 370));
}

/** A member of the cell's kind of people who joined then. */
export function newPerson(random: Random, cell: SeedCell, joining: Joining, today: IsoDate): Person {
  const female = random.chance(cell.style === 'school' || cell.style === 'health' ? 0.62 : 0.36);
  const { fullName, ethnicity } = personName(random, random.pick(cell.peoples), female);
  const joinedYear = Number(joining.joined.slice(0, 4));
  const birthYear = joinedYear - random.int(...(joining.ageThen ?? [19, 36]));
  const learned = LEARNED.includes(cell.style) || random.chance(0.25);
  const person = {
    id: random.id(joining.on),
    cell,
    fullName,
    female,
    ethnicity,
    birthYear,
    born: partial(random, birthYear, birthYear < 1965 ? 0.25 : 0.03),
    joined: joining.joined,
    official: joining.official,
    officialFrom: joining.official ? '1900-01-01' : null,
    stays: [{ cellId: cell.id, from: joining.on, to: null }],
    exempt: [],
    away: [],
    left: false,
    gone: false,
    row: {
      birth_name: null,
      home_place: `${random.pick(['Xã', 'Xã', 'Phường'])} ${random.pick(['Nà Lâu', 'Mường Sơn', 'Tân Lập', 'Thanh Bình', 'Đông Sơn', 'Trần Phú', 'Bản Phố'])}, tỉnh Bình Sơn`,
      birth_place: null,
      address: null as string | null,
      phone: random.chance(0.9) ? `0900${String(random.int(0, 999_999)).padStart(6, '0')}` : null,
      email: null,
      card_number: joining.official ? nextCard(random) : null,
      biography_number: random.chance(0.8) ? String(random.int(100_000, 999_999)) : null,
      occupation: birthYear < Number(today.slice(0, 4)) - 61 ? 'Hưu trí' : random.pick(OCCUPATIONS[cell.style]),
      workplace: learned ? cell.name.replace('Chi bộ ', '') : null,
      position: null,
      general_education:
        birthYear < 1965 ? random.pick(['7/10', '10/10']) : birthYear < 1980 ? random.pick(['9/12', '12/12']) : '12/12',
      professional_level: learned
        ? random.pick(['Trung cấp', 'Cao đẳng', 'Đại học', 'Đại học', 'Đại học', 'Thạc sĩ'])
        : random.pick([null, null, 'Sơ cấp', 'Trung cấp']),
      political_theory: random.pick(
        learned ? ['Sơ cấp', 'Trung cấp', 'Trung cấp', 'Cao cấp'] : [null, 'Sơ cấp', 'Sơ cấp', 'Trung cấp'],
      ),
      state_management: learned ? random.pick([null, 'Chuyên viên', 'Chuyên viên chính']) : null,
      foreign_language: learned ? random.pick([null, 'Tiếng Anh A2', 'Tiếng Anh B1']) : null,
      note: null,
      religion: random.pick(RELIGIONS),
      citizen_id: `099${String(random.int(0, 999_999_999)).padStart(9, '0')}`,
      health: random.pick(['Tốt', 'Tốt', 'Bình thường', 'Yếu']),
    },
  };
  person.row.address = addressOf(cell, person.row.home_place);
  if (HIGHER.has(String(person.row.professional_level)))
    person.row.general_education = birthYear < TEN_YEAR_SCHOOL ? '10/10' : '12/12';
  return person;
}

const HIGHER = new Set(['Cao đẳng', 'Đại học', 'Thạc sĩ']);
/** Born before, one went through the school of ten years. */
const TEN_YEAR_SCHOOL = 1965;

/** Who belongs to the cell of a hamlet or a street lives there; others where they come from. */
const addressOf = ({ style, name }: SeedCell, homePlace: string): string =>
  style === 'hamlet' || style === 'street' ? `${name.replace('Chi bộ ', '')}, tỉnh Bình Sơn` : homePlace;

/** Members that a cell had in its book when the ledger was opened. */
export function openingMembers(random: Random, cell: SeedCell, count: number, openedOn: IsoDate, today: IsoDate): Person[] {
  const [youngest, oldest] = AGES[cell.style];
  const year = Number(openedOn.slice(0, 4));
  return Array.from({ length: count }, (_, index) => {
    if (index > 2 && random.chance(0.035)) return { ...newPerson(random, cell, probationer(random, openedOn), today) };
    const age = random.int(youngest, oldest);
    const joinedYear = Math.min(year - 2, year - age + random.int(19, Math.max(20, Math.min(38, age - 2))));
    const joined = partial(random, joinedYear, joinedYear < 1985 ? 0.35 : 0.04);
    return newPerson(
      random,
      cell,
      {
        joined,
        on: openedOn,
        official: yearLater(joined),
        ageThen: [Math.max(18, joinedYear - (year - age)), Math.max(18, joinedYear - (year - age))],
      },
      today,
    );
  });
}

function probationer(random: Random, openedOn: IsoDate): Joining {
  return { joined: addDays(openedOn, -random.int(20, 350)), on: openedOn, official: null, ageThen: [19, 34] };
}

/** Old papers often say no more than the year, or the month. */
function partial(random: Random, year: number, share: number): PartialDate {
  const day = `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
  if (!random.chance(share)) return day;
  return random.chance(0.5) ? day.slice(0, 4) : day.slice(0, 7);
}

export const yearLater = (joined: PartialDate): PartialDate =>
  joined.length === 10 ? addMonths(joined, 12) : `${Number(joined.slice(0, 4)) + 1}${joined.slice(4)}`;

/** The accounts of the stories are members of their cell too. */
export function nameOfficeHolders(people: Person[], cells: readonly SeedCell[]): void {
  for (const account of DEMO_ACCOUNTS.filter(({ office }) => office.startsWith('cell_'))) {
    const cell = cells.find(
      (candidate) =>
        candidate.name === account.unitName &&
        account.committeeName === `Đảng bộ ${candidate.committeeName.replace('Ban Thường vụ Đảng ủy ', '')}`,
    );
    const person = people.find(
      (candidate) =>
        candidate.cell === cell &&
        candidate.official &&
        !candidate.left &&
        !candidate.gone &&
        !candidate.exempt.length &&
        !candidate.row.named,
    );
    if (!person) continue;
    Object.assign(person, { fullName: account.fullName, female: account.fullName.includes(' Thị ') });
    person.row.named = true;
  }
}

export const sortKeyOf = (person: Person): string => nameSortKey(person.fullName);
