import { addDays, addMonths, formatDate, type IsoDate } from '@/domain/calendar';

/** The four levels of a rating, best first. */
export const LEVELS = ['outstanding', 'good', 'done', 'failed'] as const;
export type Level = (typeof LEVELS)[number];

/** letter: what a strip shows; label: what papers write. */
export const LEVEL_WORDS: Record<Level, { letter: string; label: string }> = {
  outstanding: { letter: 'XS', label: 'Hoàn thành xuất sắc nhiệm vụ' },
  good: { letter: 'T', label: 'Hoàn thành tốt nhiệm vụ' },
  done: { letter: 'HT', label: 'Hoàn thành nhiệm vụ' },
  failed: { letter: 'KHT', label: 'Không hoàn thành nhiệm vụ' },
};

/** The level of a stored word; null for none or an unknown one. */
export const levelOf = (stored: string | null | undefined): Level | null => LEVELS.find((level) => level === stored) ?? null;

/** Best is 0. */
export const rankOf = (level: Level): number => LEVELS.indexOf(level);

/** Who is rated. */
export const SUBJECTS = ['person', 'collective'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const SUBJECT_WORDS: Record<Subject, string> = { person: 'Cá nhân', collective: 'Tập thể' };

const ROMAN = ['I', 'II', 'III', 'IV'];

/** 'năm 2025', 'quý III/2025'. quarter 0: the year as a whole. */
export const termLabel = ({ year, quarter }: { year: number; quarter: number }): string =>
  quarter === 0 ? `năm ${year}` : `quý ${ROMAN[quarter - 1]}/${year}`;

/** The first day of the term. */
export const termStartOf = ({ year, quarter }: { year: number; quarter: number }): IsoDate =>
  addMonths(`${year}-01-01`, Math.max(0, quarter - 1) * 3);

/** The last day of the term. */
export const termEndOf = ({ year, quarter }: { year: number; quarter: number }): IsoDate =>
  quarter === 0 ? `${year}-12-31` : addDays(addMonths(`${year}-01-01`, quarter * 3), -1);

/** The day whose rules a term is judged by: its last one, or today while it runs. */
export const rulesDayOf = (term: { year: number; quarter: number }, today: IsoDate): IsoDate =>
  [termEndOf(term), today].sort()[0] ?? today;

export type RatingPaper = {
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
  issuer: string | null;
  signer: string | null;
};

/** The decision on ratings as a list names it: number, day, issuer, signer; what an old paper does not say is left out. */
export const decisionWords = ({ decisionNumber, decisionDate, issuer, signer }: RatingPaper): string =>
  [
    [
      'Quyết định',
      decisionNumber && `số ${decisionNumber}`,
      decisionDate && `ngày ${formatDate(decisionDate)}`,
      issuer && `của ${issuer}`,
    ],
    [signer && `người ký: ${signer}`],
  ]
    .map((part) => part.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
