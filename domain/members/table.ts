import { formatDate, type IsoDate, type PartialDate } from '@/domain/calendar';
import {
  partyAge,
  probationEnds,
  type StandingFacts,
  standingWord,
  type Tone,
  type WordRules,
} from '@/domain/members/standing-words';

/** What a row of the list is made from. */
export type ListedMember = StandingFacts & {
  id: string;
  fullName: string;
  born: PartialDate;
  cellName: string;
  official: PartialDate | null;
  cardNumber: string | null;
};

/** A row as it travels to the browser: id, name before the given name, given name, born, cell, joined, official, party age, card, word, tone. */
export type MemberTuple = [
  id: string,
  before: string,
  given: string,
  born: string,
  cell: string,
  joined: string,
  official: string,
  years: number,
  card: string,
  word: string,
  tone: Tone,
];

/** '23051774' → '23.051.774'; other numbers as they are. */
export const formatCard = (number: string | null): string =>
  number ? number.replace(/^(\d{2})(\d{3})(\d{3})$/, '$1.$2.$3') : '—';

/** 'Nguyễn Văn An' → ['Nguyễn Văn', 'An']. */
export function splitName(fullName: string): [before: string, given: string] {
  const at = fullName.lastIndexOf(' ');
  return [fullName.slice(0, Math.max(0, at)), fullName.slice(at + 1)];
}

/** The official date, or how long the probation runs. */
export function officialWords(member: Pick<ListedMember, 'status' | 'official' | 'joined'>, rules: WordRules): string {
  if (member.official) return formatDate(member.official);
  const ends = member.status === 'probationary' ? probationEnds(member.joined, rules) : null;
  if (ends) return `dự bị đến ${formatDate(ends)}`;
  return member.status === 'probationary' ? 'dự bị' : '—';
}

export function memberTuple(member: ListedMember, today: IsoDate, rules: WordRules): MemberTuple {
  const [before, given] = splitName(member.fullName);
  const { text, tone } = standingWord(member, today, rules);
  const dates = [formatDate(member.born), member.cellName, formatDate(member.joined), officialWords(member, rules)] as const;
  return [member.id, before, given, ...dates, partyAge(member.joined, today), formatCard(member.cardNumber), text, tone];
}
