import { DISCIPLINES } from '@/domain/cadres/codes';
import { monthsLeft } from '@/domain/cadres/retirement';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { LEVEL_WORDS, rankOf } from '@/domain/ratings/words';
import { basisOf, type RuleKey, type Rules } from '@/domain/rule-sets';
import { isNextTerm, type Person, type Placed, type PlanTerm, type Title } from './planning';

export type CheckKey = 'higher' | 'appointing' | 'age' | 'discipline' | 'rating' | 'titles' | 'persons' | 'fewest';

/** decide: left to the competent level; remind: a reminder that asks for nothing; unknown: the book lacks what the rule needs. */
export type Verdict = 'met' | 'against' | 'decide' | 'remind' | 'unknown';

/** One rule asked of one person, one title or both. basis: the rule and since when it holds. */
export type Check = {
  key: CheckKey;
  verdict: Verdict;
  words: string;
  basis: string;
  unsure: boolean;
  personId?: string;
  titleId?: string;
};

export const CHECK_LABELS: Record<CheckKey, string> = {
  higher: 'Chức danh cao hơn chức vụ hiện tại',
  appointing: 'Không đồng thời với bổ nhiệm',
  age: 'Đủ tuổi công tác',
  discipline: 'Kỷ luật đã hết hiệu lực',
  rating: 'Kết quả xếp loại',
  titles: 'Số chức danh của một người',
  persons: 'Số người của một chức danh',
  fewest: 'Không quy hoạch một người',
};

type Answer = Pick<Check, 'verdict' | 'words'>;

const ruled = (rules: Rules, rule: RuleKey, key: CheckKey, answer: Answer): Check => ({
  key,
  ...answer,
  basis: basisOf(rules[rule]),
  unsure: rules[rule].unsure,
});

/** What the rules say of a person for a title; nothing here blocks: the competent level decides, and answers for it. */
export function personChecks(person: Person, title: Title, term: PlanTerm, rules: Rules): Check[] {
  return [
    ruled(rules, 'plan.persons', 'higher', higher(person, title)),
    ruled(rules, 'plan.persons', 'appointing', appointing(person, title)),
    ageCheck(person, term, rules),
    ruled(rules, 'plan.titles', 'discipline', discipline(person, term.day)),
    ruled(rules, 'plan.rating', 'rating', rating(person, term.day, rules)),
  ].map((check) => ({ ...check, personId: person.id, titleId: title.id }));
}

function higher({ grade }: Person, title: Title): Answer {
  if (title.body) return { verdict: 'met', words: 'cơ cấu cấp ủy, không so với chức vụ đang giữ' };
  if (grade === null) return { verdict: 'unknown', words: 'chưa ghi chức vụ hiện nay nên chưa so được' };
  if (grade < title.grade) return { verdict: 'met', words: 'cao hơn chức vụ hiện nay' };
  return {
    verdict: 'against',
    words: `${grade === title.grade ? 'ngang' : 'thấp hơn'} chức vụ hiện nay; chỉ quy hoạch chức danh cao hơn`,
  };
}

const appointing = (person: Person, title: Title): Answer =>
  person.appointing.includes(title.id)
    ? { verdict: 'against', words: 'đang làm quy trình bổ nhiệm chính chức danh này' }
    : { verdict: 'met', words: 'không có quy trình bổ nhiệm cùng chức danh' };

/** Against one term stands the rule of one term; anything else is said by that of two. */
function ageCheck(person: Person, term: PlanTerm, rules: Rules): Check {
  const answer = age(person, term, rules);
  return ruled(rules, answer.verdict === 'against' || !isNextTerm(term) ? 'plan.terms.least' : 'plan.terms', 'age', answer);
}

function age({ reaches }: Person, term: PlanTerm, rules: Rules): Answer {
  if (reaches === null) return { verdict: 'unknown', words: 'chưa tính được tuổi nghỉ hưu: thiếu ngày sinh' };
  const length = rules['appoint.term'].value;
  const left = monthsLeft({ reaches }, isNextTerm(term) ? term.from : term.day);
  const since = isNextTerm(term) ? `từ đầu nhiệm kỳ ${formatDate(term.from)}` : `từ ${formatDate(term.day)}`;
  const words = `còn ${left} tháng công tác ${since}`;
  const [least, full] = [rules['plan.terms.least'].value * length, rules['plan.terms'].value * length];
  if (left < least) return { verdict: 'against', words: `${words}, thiếu ${least - left} tháng` };
  if (isNextTerm(term) && left < full)
    return { verdict: 'decide', words: `${words}, chưa đủ ${rules['plan.terms'].value} nhiệm kỳ` };
  return { verdict: 'met', words };
}

/** Planning asks only that the discipline has run out; the waiting time of 24, 36, 60 months is for appointments. */
function discipline(person: Person, day: IsoDate): Answer {
  const running = person.discipline.find(({ endsOn }) => endsOn === null || endsOn > day);
  if (running) return { verdict: 'against', words: `${DISCIPLINES[running.form].toLowerCase()} chưa hết hiệu lực` };
  const removed = person.discipline.find(({ form }) => form === 'removal');
  if (removed) return { verdict: 'decide', words: 'đã bị cách chức; quy định chỉ nêu khiển trách, cảnh cáo đã hết hiệu lực' };
  return { verdict: 'met', words: person.discipline.length ? 'kỷ luật đã hết hiệu lực' : 'không bị kỷ luật' };
}

function rating(person: Person, day: IsoDate, rules: Rules): Answer {
  const finished = person.ratings.filter(({ year }) => year < Number(day.slice(0, 4)));
  const latest = finished.reduce<(typeof finished)[number] | null>(
    (last, each) => (last && last.year >= each.year ? last : each),
    null,
  );
  if (!latest) return { verdict: 'unknown', words: 'chưa có kết quả xếp loại' };
  const words = `năm ${latest.year}: ${LEVEL_WORDS[latest.level].label.toLowerCase()}`;
  const met = rankOf(latest.level) <= rankOf(rules['plan.rating'].value);
  return { verdict: met ? 'met' : 'against', words };
}

/** What the rules say of the list as a whole: persons for each title, titles of each person at one level. Only what is not met. */
export function listChecks(placed: readonly Placed[], titles: readonly Title[], rules: Rules): Check[] {
  return [...titles.flatMap((title) => titleChecks(title, placed, rules)), ...manyTitles(placed, titles, rules)];
}

/** A committee is judged by its coefficient, not by persons a title. */
function titleChecks(title: Title, placed: readonly Placed[], rules: Rules): Check[] {
  if (title.body) return [];
  const count = new Set(placed.flatMap(({ titleId, personId }) => (titleId === title.id ? personId : []))).size;
  const [most, fewest] = [rules['plan.persons'].value, rules['plan.persons.min'].value];
  if (count > most) {
    const answer: Answer = { verdict: 'against', words: `${title.name}: ${count} người, nhiều hơn ${most} người` };
    return [{ ...ruled(rules, 'plan.persons', 'persons', answer), titleId: title.id }];
  }
  if (count >= fewest) return [];
  const answer: Answer = {
    verdict: 'remind',
    words: `${title.name}: ${count === 0 ? 'chưa có ai' : `mới có ${count} người`}, nên có từ ${fewest} người`,
  };
  return [{ ...ruled(rules, 'plan.persons.min', 'fewest', answer), titleId: title.id }];
}

/** Titles of one person at one level, each title once. */
export function titlesAtLevel(placed: readonly Placed[], titles: readonly Title[]): Map<string, Map<string, number>> {
  const levels = new Map(titles.map(({ id, level }) => [id, level]));
  const held = new Map<string, Map<string, number>>();
  for (const { personId, titleId } of distinct(placed)) {
    const level = levels.get(titleId);
    if (level === undefined) continue;
    const counts = held.get(personId) ?? new Map<string, number>();
    held.set(personId, counts.set(level, (counts.get(level) ?? 0) + 1));
  }
  return held;
}

const distinct = (placed: readonly Placed[]): Placed[] => [
  ...new Map(placed.map((each) => [`${each.personId} ${each.titleId}`, each])).values(),
];

function manyTitles(placed: readonly Placed[], titles: readonly Title[], rules: Rules): Check[] {
  const most = rules['plan.titles'].value;
  return [...titlesAtLevel(placed, titles)].flatMap(([personId, levels]) =>
    [...levels.values()]
      .filter((count) => count > most)
      .map((count) => {
        const answer: Answer = { verdict: 'against', words: `được quy hoạch ${count} chức danh ở một cấp, nhiều hơn ${most}` };
        return { ...ruled(rules, 'plan.titles', 'titles', answer), personId };
      }),
  );
}

/** Whether a reason must be given for proposing a person in spite of these. */
export const asksForReason = (checks: readonly Check[]): boolean => checks.some(({ verdict }) => verdict === 'against');
