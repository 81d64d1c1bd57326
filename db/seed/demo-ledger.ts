import { addDays, addMonths, type IsoDate, listMonths, monthOf } from '@/domain/calendar';
import type { EventKind, LedgerEvent } from '@/domain/members/ledger';
import { newPerson, nextCard, openingMembers, type Person } from './demo-people';
import type { SeedCell } from './demo-units';
import type { Random } from './random';

export const LEDGER_OPENED = '2024-10-01';

export type SeedEvent = LedgerEvent & {
  committeeId: string;
  decisionNumber: string | null;
  decisionDate: string | null;
  issuer: string | null;
  signer: string | null;
  reason: string | null;
};
export type DemoBooks = { people: Person[]; events: SeedEvent[] };

const SIZES: Record<SeedCell['style'], [number, number]> = {
  hamlet: [12, 27],
  street: [16, 29],
  school: [13, 26],
  health: [8, 13],
  office: [14, 28],
  company: [16, 28],
};
const SIGNERS = ['Hoàng Đức Toàn', 'Lường Văn Ánh', 'Nguyễn Thị Thu Hà', 'Giàng A Chống', 'Trần Quốc Việt'];
const ELSEWHERE = [
  'Đảng bộ phường Thạch Khê, tỉnh Hà Sơn',
  'Đảng bộ xã Yên Lãng, tỉnh Phú Giang',
  'Đảng bộ Khu công nghiệp Sông Lam',
  'Đảng bộ phường Tây Hồ Đông, thành phố Đại La',
];

type Book = DemoBooks & { random: Random; today: IsoDate; cells: SeedCell[] };

/** Two years of the ledger, month by month, for every cell that keeps one. */
export function demoBooks(random: Random, cells: readonly SeedCell[], today: IsoDate): DemoBooks {
  const book: Book = { random, today, cells: cells.filter((cell) => !cell.empty), people: [], events: [] };
  for (const cell of book.cells) open(book, cell);
  for (const month of listMonths(LEDGER_OPENED, today)) liveThrough(book, month);
  takeBackAMistake(book);
  return { people: book.people, events: book.events };
}

function open(book: Book, cell: SeedCell): void {
  const { random } = book;
  const size = cell.into ? 5 : random.int(...SIZES[cell.style]);
  for (const person of openingMembers(random, cell, size, LEDGER_OPENED, book.today)) {
    book.people.push(person);
    record(book, person, 'registered', LEDGER_OPENED, {
      detail: { status: person.official ? 'official' : 'probationary' },
      decided: false,
    });
    if (person.official && person.birthYear < 1947 && random.chance(0.5)) sideline(book, person, 'exempt', LEDGER_OPENED);
  }
}

function liveThrough(book: Book, month: IsoDate): void {
  const days = daysOf(book, month);
  if (!days) return;
  for (const cell of book.cells)
    if (cell.into && cell.closedOn && addDays(cell.closedOn, 1) === month) mergeCell(book, cell, month);
  const living = book.people.filter((person) => !person.left);
  for (const person of living) {
    if (!person.official) recognize(book, person, month);
    else if (month !== LEDGER_OPENED) happen(book, person, days);
  }
  if (month === LEDGER_OPENED) return;
  for (const cell of book.cells) newcomers(book, cell, days);
}

type Days = { month: IsoDate; last: number };

function daysOf({ today }: Book, month: IsoDate): Days | null {
  const last = monthOf(today) === month ? Math.min(28, Number(today.slice(8))) : 28;
  return last < 2 && month !== LEDGER_OPENED ? null : { month, last };
}

const dayIn = (random: Random, { month, last }: Days): IsoDate =>
  `${month.slice(0, 8)}${String(random.int(2, last)).padStart(2, '0')}`;

/** Effective on the last day of the twelve months however late the decision (members-and-meetings 2.3); a few wait. */
function recognize(book: Book, person: Person, month: IsoDate): void {
  const on = addMonths(person.joined, 12);
  if (monthOf(on) !== month || on > book.today || book.random.chance(0.02)) return;
  record(book, person, 'official', on, {});
  Object.assign(person, { official: on, officialFrom: on });
  person.row.card_number = book.random.chance(0.85) || on < addMonths(book.today, -4) ? nextCard(book.random) : null;
}

function happen(book: Book, person: Person, days: Days): void {
  const { random, today } = book;
  const age = Number(today.slice(0, 4)) - person.birthYear;
  const on = dayIn(random, days);
  if (on <= (person.stays.at(-1)?.from ?? '') || person.gone) return;
  const away = person.away.at(-1);
  if (away && away.to === null) {
    if (random.chance(0.18)) comeBack(book, person, on);
    return;
  }
  const draw = random.next();
  const dying = age > 80 ? 0.009 : age > 65 ? 0.0025 : 0.0002;
  if (draw < dying) leave(book, person, 'died', on);
  else if (draw < dying + 0.0011) leave(book, person, 'transferred_out', on);
  else if (draw < dying + 0.0014) leave(book, person, 'struck_off', on);
  else if (draw < dying + 0.00148) leave(book, person, 'resigned', on);
  else if (draw < dying + 0.00154) leave(book, person, 'expelled', on);
  else if (draw < dying + 0.004) move(book, person, on);
  else if (draw < dying + 0.0055) goAway(book, person, on);
  else if (draw < dying + 0.0085 && addMonths(on, 3) > today) introduce(book, person, on);
  else if (age > 77 && !person.exempt.length && random.chance(0.015)) sideline(book, person, 'exempt', on);
}

type Extra = Partial<Pick<SeedEvent, 'fromCellId' | 'reversesId' | 'place' | 'detail' | 'reason'>> & { decided?: boolean };

function record(book: Book, person: Person, kind: EventKind, on: IsoDate, { decided = true, ...extra }: Extra): SeedEvent {
  const { random } = book;
  const issuer = on < person.cell.reformedOn ? person.cell.formerCommittee : person.cell.committeeName;
  const event: SeedEvent = {
    id: random.id(on),
    memberId: person.id,
    kind,
    effectiveOn: on,
    cellId: person.cell.id,
    committeeId: person.cell.committeeId,
    fromCellId: null,
    reversesId: null,
    place: null,
    detail: {},
    reason: null,
    decisionNumber: decided ? `${random.int(11, 940)}-QĐ/${on < person.cell.reformedOn ? 'HU' : 'ĐU'}` : null,
    decisionDate: decided ? addDays(on, -random.int(2, 12)) : null,
    issuer: decided ? issuer : null,
    signer: decided ? random.pick(SIGNERS) : null,
    ...extra,
  };
  book.events.push(event);
  return event;
}

const REASONS: Partial<Record<EventKind, string[]>> = {
  struck_off: ['Bỏ sinh hoạt ba tháng trong năm không có lý do chính đáng', 'Không đóng đảng phí ba tháng trong năm'],
  resigned: ['Tự nguyện xin ra khỏi Đảng'],
  expelled: ['Thi hành kỷ luật bằng hình thức khai trừ'],
};

function leave(
  book: Book,
  person: Person,
  kind: 'died' | 'transferred_out' | 'struck_off' | 'resigned' | 'expelled',
  on: IsoDate,
): void {
  const reasons = REASONS[kind];
  record(book, person, kind, on, {
    place: kind === 'transferred_out' ? book.random.pick(ELSEWHERE) : null,
    reason: reasons ? book.random.pick(reasons) : null,
    decided: kind !== 'died',
  });
  endStay(person, on);
  person.left = true;
}

function endStay(person: Person, on: IsoDate): void {
  const stay = person.stays.at(-1);
  if (stay) stay.to = on;
}

function move(book: Book, person: Person, on: IsoDate): void {
  const near = book.random.chance(0.6);
  const open = book.cells.filter(
    (cell) => cell !== person.cell && !cell.into && (!near || cell.committeeId === person.cell.committeeId),
  );
  if (open.length) moveTo(book, person, book.random.pick(open), on);
}

function moveTo(book: Book, person: Person, cell: SeedCell, on: IsoDate): void {
  const from = person.cell;
  endStay(person, on);
  person.cell = cell;
  person.stays.push({ cellId: cell.id, from: on, to: null });
  record(book, person, 'moved', on, { fromCellId: from.id });
}

function mergeCell(book: Book, cell: SeedCell, on: IsoDate): void {
  const successor = book.cells.find((other) => other.name === cell.into && other.committeeId === cell.committeeId);
  if (!successor) return;
  for (const person of book.people.filter((candidate) => candidate.cell === cell && !candidate.left))
    moveTo(book, person, successor, on);
}

function goAway(book: Book, person: Person, on: IsoDate): void {
  record(book, person, 'temporary_out', on, { place: book.random.pick(ELSEWHERE) });
  person.away.push({ from: on, to: null });
}

function comeBack(book: Book, person: Person, on: IsoDate): void {
  record(book, person, 'temporary_return', on, { decided: false });
  const away = person.away.at(-1);
  if (away) away.to = on;
}

function introduce(book: Book, person: Person, on: IsoDate): void {
  record(book, person, 'introduced', on, { place: book.random.pick(ELSEWHERE) });
  person.gone = true;
}

function sideline(book: Book, person: Person, kind: 'exempt', on: IsoDate): void {
  record(book, person, kind, on, { decided: false, reason: 'Tuổi cao, sức khỏe yếu' });
  person.exempt.push({ from: on, to: null });
}

/** Admissions come to three or four in a hundred a year, arrivals from elsewhere to one. */
function newcomers(book: Book, cell: SeedCell, days: Days): void {
  const { random } = book;
  if (cell.into) return;
  if (random.chance(0.062)) {
    const on = dayIn(random, days);
    enterBook(book, newPerson(random, cell, { joined: on, on, official: null, ageThen: [19, 34] }, book.today), 'admission', on);
  }
  if (random.chance(0.022)) {
    const on = dayIn(random, days);
    const joined = `${random.int(2002, 2019)}-0${random.int(1, 9)}-${random.int(10, 28)}`;
    enterBook(
      book,
      newPerson(random, cell, { joined, on, official: addMonths(joined, 12), ageThen: [20, 32] }, book.today),
      'transferred_in',
      on,
    );
  }
}

function enterBook(book: Book, person: Person, kind: 'admission' | 'transferred_in', on: IsoDate): void {
  book.people.push(person);
  record(book, person, kind, on, {
    place: kind === 'transferred_in' ? book.random.pick(ELSEWHERE) : null,
    detail: { status: person.official ? 'official' : 'probationary' },
  });
}

/** One transfer out was entered for the wrong person and taken back the next day. */
function takeBackAMistake(book: Book): void {
  const on = addMonths(LEDGER_OPENED, 17);
  const person = book.people.find(
    (candidate) =>
      !candidate.left &&
      candidate.official &&
      candidate.stays.length === 1 &&
      candidate.stays[0]?.from === LEDGER_OPENED &&
      !book.events.some((event) => event.memberId === candidate.id && event.kind !== 'registered'),
  );
  if (!person || on >= book.today) return;
  const wrong = record(book, person, 'transferred_out', addDays(on, 9), { place: ELSEWHERE[0] });
  record(book, person, 'reversal', addDays(on, 10), {
    reversesId: wrong.id,
    reason: 'Ghi nhầm người trùng họ tên',
    decided: false,
  });
}
