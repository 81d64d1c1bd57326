import { formatDate } from '@/domain/calendar';
import { formatShare } from '@/domain/numbers';
import type { YearRating } from '@/domain/ratings/strip';
import { LEVEL_WORDS } from '@/domain/ratings/words';
import { SOURCES, type Source, STANDINGS, type Standing } from './planning';
import { VOTE_STEPS, type Vote } from './votes';

/** One planned title of a person, as the list shows it. */
export type ListedTitle = { title: string; source: Source; standing: Standing; votes: readonly Vote[]; note: string | null };

/** A person on the list; fields of the sensitive kind are null where the viewer may not see them. */
export type ListedPerson = {
  id: string;
  name: string;
  female: boolean;
  born: string;
  ethnicity: string | null;
  religion: string | null;
  homePlace: string | null;
  post: string | null;
  joined: string | null;
  education: string | null;
  theory: string | null;
  language: string | null;
  computing: string | null;
  ratings: readonly YearRating[];
  titles: readonly ListedTitle[];
};

/** Columns of "Danh sách quy hoạch", in their order; the second line of a column's name stands under its group. */
export const LIST_COLUMNS = [
  { key: 'ordinal', group: null, label: 'TT', width: 6 },
  { key: 'name', group: null, label: 'Họ và tên', width: 20 },
  { key: 'male', group: 'Ngày sinh', label: 'Nam', width: 17 },
  { key: 'female', group: 'Ngày sinh', label: 'Nữ', width: 17 },
  { key: 'ethnicity', group: null, label: 'Dân tộc', width: 9 },
  { key: 'religion', group: null, label: 'Tôn giáo', width: 10 },
  { key: 'homePlace', group: null, label: 'Quê quán', width: 14 },
  { key: 'post', group: null, label: 'Chức vụ hiện nay, đơn vị', width: 22 },
  { key: 'joined', group: null, label: 'Ngày vào Đảng', width: 17 },
  { key: 'education', group: 'Trình độ', label: 'Chuyên môn', width: 12 },
  { key: 'theory', group: 'Trình độ', label: 'LLCT', width: 10 },
  { key: 'language', group: 'Trình độ', label: 'Ngoại ngữ', width: 10 },
  { key: 'computing', group: 'Trình độ', label: 'Tin học', width: 13 },
  { key: 'title1', group: 'Chức danh quy hoạch', label: '1', width: 18 },
  { key: 'title2', group: 'Chức danh quy hoạch', label: '2', width: 14 },
  { key: 'title3', group: 'Chức danh quy hoạch', label: '3', width: 12 },
  { key: 'source', group: null, label: 'Nguồn', width: 12 },
  { key: 'standing', group: null, label: 'Lần đầu, tiếp tục', width: 9 },
  { key: 'votes', group: null, label: 'Kết quả phiếu từng bước', width: 33 },
  { key: 'ratings', group: null, label: 'Xếp loại 3 năm', width: 12 },
  { key: 'note', group: null, label: 'Ghi chú', width: 8 },
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number]['key'];
export type ListRow = Record<ListColumn, string>;

/** A person's row; a fourth title and further ones stand with the third, so that none is lost from the paper. */
export function listRow(person: ListedPerson, ordinal: number): ListRow {
  const [first, second, ...others] = person.titles.map(({ title }) => title);
  const each = (words: (title: ListedTitle) => string | null) =>
    [...new Set(person.titles.map(words).filter((text) => text))].join('; ');
  return {
    ordinal: String(ordinal),
    name: person.name,
    male: person.female ? '' : formatDate(person.born),
    female: person.female ? formatDate(person.born) : '',
    ethnicity: person.ethnicity ?? '',
    religion: person.religion ?? '',
    homePlace: person.homePlace ?? '',
    post: person.post ?? '',
    joined: person.joined ? formatDate(person.joined) : '',
    education: person.education ?? '',
    theory: person.theory ?? '',
    language: person.language ?? '',
    computing: person.computing ?? '',
    title1: first ?? '',
    title2: second ?? '',
    title3: others.join('; '),
    source: each(({ source }) => SOURCES[source]),
    standing: each(({ standing }) => STANDINGS[standing]),
    votes: person.titles.length === 1 ? votesOf(person.titles[0]) : each((title) => titledVotes(title)),
    ratings: ratingsOf(person.ratings),
    note: each(({ note }) => note),
  };
}

const STEP_ORDER = Object.keys(VOTE_STEPS);

const votesOf = (title: ListedTitle | undefined): string =>
  [...(title?.votes ?? [])]
    .sort((a, b) => STEP_ORDER.indexOf(a.step) - STEP_ORDER.indexOf(b.step))
    .map(({ votes, summoned }) => `${votes}/${summoned} (${formatShare(votes, summoned)})`)
    .join('; ');

const titledVotes = (title: ListedTitle): string => (title.votes.length ? `${title.title}: ${votesOf(title)}` : '');

/** Rated years in their order: "2023 T, 2024 XS". */
export const ratingsOf = (ratings: readonly YearRating[]): string =>
  [...ratings]
    .sort((a, b) => a.year - b.year)
    .map(({ year, level }) => `${year} ${LEVEL_WORDS[level].letter}`)
    .join(', ');

/** What the letters of the rating column mean, for the foot of the paper. */
export const RATING_KEY = Object.values(LEVEL_WORDS)
  .map(({ letter, label }) => `${letter}: ${label.toLowerCase()}`)
  .join('; ');
