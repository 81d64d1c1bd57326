import type { Outcome } from './ballots';
import type { Step } from './steps';

export const OUTCOME_WORDS: Record<Outcome['kind'], string> = {
  no_quorum: 'Không đủ số người dự, phải họp lại',
  held: 'Đã họp',
  passed: 'Đạt trên mức quy định',
  top_two: 'Không ai quá mức; lấy những người cao nhất',
  tie: 'Đúng bằng mức, chờ người đứng đầu quyết định',
  head: 'Đúng bằng mức, người đứng đầu đã quyết định',
  heard: 'Đã lấy ý kiến',
  refused: 'Không ai đạt',
};

/** What came of a step in words; papers that went between offices were not a meeting. */
export const outcomeWords = (step: Pick<Step, 'meeting'>, kind: Outcome['kind']): string =>
  kind === 'held' && !step.meeting ? 'Đã xong' : OUTCOME_WORDS[kind];
