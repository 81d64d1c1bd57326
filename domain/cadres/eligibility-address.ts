import { type IsoDate, parseTypedDate } from '@/domain/calendar';
import { type AgeSituation, isAgeSituation } from './months-left';

type Params = Readonly<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined);

/** What the report is asked for. searchCadre, searchPost: what was typed to find them. */
export type Question = {
  cadre?: string;
  post?: string;
  day: IsoDate;
  situation?: AgeSituation;
  searchCadre: string;
  searchPost: string;
  /** What is wrong with the day that was typed; the report then stands on today. */
  problem?: string;
};

/** The day of the report as typed; today where nothing, or nothing readable, was. */
function dayOf(typed: string | undefined, today: IsoDate): { day: IsoDate; problem?: string } {
  if (!typed) return { day: today };
  const parsed = parseTypedDate(typed, 'ngày xét');
  if ('problem' in parsed) return { day: today, problem: parsed.problem };
  if (parsed.date.length === 10) return { day: parsed.date };
  return { day: today, problem: 'Hãy ghi đủ ngày, tháng, năm của ngày xét, ví dụ 22/11/2026.' };
}

export function questionOf(params: Params, today: IsoDate): Question {
  const situation = one(params.case);
  return {
    cadre: one(params.cadre),
    post: one(params.post),
    ...dayOf(one(params.day), today),
    situation: isAgeSituation(situation) ? situation : undefined,
    searchCadre: one(params.q)?.slice(0, 100) ?? '',
    searchPost: one(params.p)?.slice(0, 100) ?? '',
  };
}

/** The address of a report, or of the page on which its person and title are chosen. What was typed to find them does not go along. */
export function eligibilityAddress(
  { cadre, post, day, situation }: Pick<Question, 'cadre' | 'post' | 'situation'> & { day?: IsoDate },
  { print = false } = {},
): string {
  const given = Object.entries({ cadre, post, day, case: situation }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${print ? '/print' : ''}/cadres/eligibility?${new URLSearchParams(given)}`;
}
