import { basisOf, type Rules } from '@/domain/rule-sets';
import { LEVEL_WORDS, LEVELS, type Level, rankOf, type Subject } from './words';

export type RatingRules = Pick<Rules, 'class.bands' | 'class.extra' | 'class.late' | 'class.ontime' | 'class.done'>;

/** What a rating stands on. null: not known yet. Tasks are counted; `above` is per cent of work over what was required. */
export type RatingFacts = {
  subject: Subject;
  /** A head: the field or unit led has to meet the level too. */
  leads: boolean;
  /** 0 to 100, halves allowed */
  points: number | null;
  assigned: number | null;
  done: number | null;
  onTime: number | null;
  above: number | null;
  /** Units directly below and members of the leadership disciplined in the term. */
  disciplined: number | null;
  ledLevel: Level | null;
  /** A violation that the regulation lists for "không hoàn thành"; the text names it. */
  violation: string | null;
};

/** met null: no figures to tell it by. */
export type Condition = { level: Level; met: boolean | null; text: string; basis: string };
export type Proposal = { level: Level | null; byPoints: Level | null; conditions: Condition[] };

/** The level whose band the points lie in; its lower end belongs to it. */
export function levelByPoints(points: number, rules: Pick<Rules, 'class.bands'>): Level {
  const { outstanding, good, done } = rules['class.bands'].value;
  if (points >= outstanding) return 'outstanding';
  if (points >= good) return 'good';
  return points >= done ? 'done' : 'failed';
}

/**
 * The best level whose points and conditions are all met, with every condition beside it: a proposal, the authority decides.
 * A condition without figures holds its level back. null: no points yet.
 */
export function proposalOf(facts: RatingFacts, rules: RatingRules): Proposal {
  const conditions = conditionsOf(facts, rules);
  if (facts.violation) return { level: 'failed', byPoints: pointsLevel(facts, rules), conditions };
  const byPoints = pointsLevel(facts, rules);
  if (byPoints === null) return { level: null, byPoints, conditions };
  const unmet = new Set(conditions.filter(({ met }) => met !== true).map(({ level }) => level));
  const level = LEVELS.slice(rankOf(byPoints)).find((candidate) => !unmet.has(candidate)) ?? 'failed';
  return { level, byPoints, conditions };
}

const pointsLevel = ({ points }: RatingFacts, rules: RatingRules) => (points === null ? null : levelByPoints(points, rules));

function conditionsOf(facts: RatingFacts, rules: RatingRules): Condition[] {
  return [
    ...(['outstanding', 'good'] as const).flatMap((level) => [onTime(level, facts, rules), ...ledMeets(level, facts, rules)]),
    aboveRequired(facts, rules),
    ...nobodyDisciplined(facts, rules),
    allDone(facts, rules),
    fewLate(facts, rules),
    ...listed(facts, rules),
  ].sort((a, b) => rankOf(a.level) - rankOf(b.level));
}

function onTime(level: Level, { assigned, onTime: kept }: RatingFacts, rules: RatingRules): Condition {
  const rule = rules['class.ontime'];
  const met = assigned && kept !== null ? kept * 100 >= assigned * rule.value : null;
  return { level, met, text: `${rule.value}% việc được giao xong đúng hạn, bảo đảm chất lượng`, basis: basisOf(rule) };
}

function ledMeets(level: Level, { leads, ledLevel }: RatingFacts, rules: RatingRules): Condition[] {
  if (!leads) return [];
  const met = ledLevel === null ? null : rankOf(ledLevel) <= rankOf(level);
  const text = `Lĩnh vực, đơn vị phụ trách đạt “${LEVEL_WORDS[level].label}” trở lên`;
  return [{ level, met, text, basis: basisOf(rules['class.ontime']) }];
}

function aboveRequired({ above }: RatingFacts, rules: RatingRules): Condition {
  const rule = rules['class.extra'];
  const met = above === null ? null : above >= rule.value;
  return { level: 'outstanding', met, text: `Khối lượng vượt yêu cầu từ ${rule.value}%`, basis: basisOf(rule) };
}

function nobodyDisciplined({ subject, disciplined }: RatingFacts, rules: RatingRules): Condition[] {
  if (subject === 'person') return [];
  const text = 'Không có đơn vị trực thuộc, thành viên lãnh đạo bị kỷ luật trong kỳ';
  const met = disciplined === null ? null : disciplined === 0;
  return [{ level: 'outstanding', met, text, basis: basisOf(rules['class.extra']) }];
}

function allDone({ assigned, done }: RatingFacts, rules: RatingRules): Condition {
  const rule = rules['class.done'];
  const met = assigned && done !== null ? done * 100 >= assigned * rule.value : null;
  return { level: 'done', met, text: `${rule.value}% việc được giao đã xong`, basis: basisOf(rule) };
}

function fewLate({ assigned, done, onTime: kept }: RatingFacts, rules: RatingRules): Condition {
  const rule = rules['class.late'];
  const met = assigned && done !== null && kept !== null ? (done - kept) * 100 <= assigned * rule.value : null;
  return { level: 'done', met, text: `Việc xong chậm hạn không quá ${rule.value}%`, basis: basisOf(rule) };
}

const listed = ({ violation }: RatingFacts, rules: RatingRules): Condition[] =>
  violation
    ? [
        {
          level: 'failed',
          met: true,
          text: `Vi phạm thuộc trường hợp xếp mức này: ${violation}`,
          basis: basisOf(rules['class.bands']),
        },
      ]
    : [];
