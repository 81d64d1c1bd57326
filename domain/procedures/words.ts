import type { Outcome } from './ballots';

export const OUTCOME_WORDS: Record<Outcome['kind'], string> = {
  no_quorum: 'Không đủ số người dự, phải họp lại',
  held: 'Đã họp',
  passed: 'Đạt trên mức quy định',
  top_two: 'Không ai quá mức; lấy hai người cao nhất',
  tie: 'Đúng bằng mức, chờ người đứng đầu quyết định',
  head: 'Đúng bằng mức, người đứng đầu đã quyết định',
  heard: 'Đã lấy ý kiến',
  refused: 'Không ai đạt',
};
