import { type AgeRules, type AgeSituation, ageAnswer } from '../cadres/months-left';
import type { Retirement } from '../cadres/retirement';
import type { ExpiringPost, ExpiryRules } from '../cadres/terms';
import type { IsoDate } from '../calendar';
import type { Problem } from '../problems';
import { askReason } from '../rotations/problems';
import type { Rules } from '../rule-sets';
import { type Decision, type DecisionContext, decisionProblems } from './decision-problems';
import { countPapers, dossierOn, dossierWords } from './dossier';
import { type Pause, pausesFor, pauseWords } from './pauses';
import { renewalDoubts } from './renewals';
import { noticeDoubts } from './step-problems';

export type DoubtRules = ExpiryRules & AgeRules & Pick<Rules, 'appoint.notice'>;

/**
 * What a decision is looked at again for. noticedOn: when the end of the term was told; ageOn: the day on which age counts; situation and
 * retirement null: nobody's age is asked, or the file is not in reach. unitIds: of the title decided on and those above it.
 */
export type DoubtContext = {
  post: ExpiringPost;
  termEndsOn: IsoDate | null;
  noticedOn: IsoDate | null;
  ageOn: IsoDate;
  situation: AgeSituation | null;
  retirement: Pick<Retirement, 'reaches' | 'leaves'> | null;
  pauses: readonly Pause[];
  unitIds: ReadonlySet<string>;
  rules: DoubtRules;
};

/** Warnings that stand beside the decision with the reason of whoever decided all the same: none of them blocks. */
export function decisionDoubts({ kind, decidedOn, until }: Decision, context: DoubtContext): string[] {
  const { termEndsOn, noticedOn, retirement, post, rules, pauses, unitIds } = context;
  const renews = kind === 'reappointment' || kind === 'extension';
  return [
    ...(renews && termEndsOn && noticedOn ? noticeDoubts(noticedOn, termEndsOn, rules) : []),
    ...(renews && termEndsOn && retirement ? renewalDoubts({ kind, termEndsOn, until, post }, retirement, rules) : []),
    ...(renews ? [] : ageDoubts(context)),
    ...pausesFor(pauses, { unitIds, on: decidedOn, kind }).map(pauseWords),
  ];
}

function ageDoubts({ situation, retirement, ageOn, rules }: DoubtContext): string[] {
  const answer = situation && retirement && ageAnswer(situation, retirement, ageOn, rules);
  if (!answer || answer.enough) return [];
  return [`Còn ${Math.max(answer.left, 0)} tháng đến tuổi nghỉ hưu, cần ít nhất ${answer.needed} tháng (${answer.basis}).`];
}

/** The file as it stood on the day it counts: words where a paper is missing or out of date. */
export function dossierDoubts(
  issued: ReadonlyMap<string, IsoDate>,
  on: IsoDate,
  rules: Pick<Rules, 'papers.validity'>,
): string[] {
  const papers = dossierOn(issued, on, rules);
  const { missing, expired } = countPapers(papers);
  return missing || expired ? [`Hồ sơ chưa đủ: ${dossierWords(papers, rules)}.`] : [];
}

/** Errors of a decision; else the warnings that stand beside it, which ask for a reason before anything is written. */
export function weighDecision(
  decision: Decision,
  context: DecisionContext,
  doubts: readonly string[],
  reason: string | null,
): { problems: Problem[] } | { warnings: string[] } {
  const { errors, warnings } = decisionProblems(decision, context);
  if (errors.length) return { problems: errors };
  const all = [...warnings.map(({ message }) => message), ...doubts];
  const questions = askReason(
    all.map((message) => ({ message })),
    reason,
  );
  return questions.length ? { problems: questions } : { warnings: all };
}
