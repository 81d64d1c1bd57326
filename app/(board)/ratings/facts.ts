import type { RatingRow } from '@/db/queries/ratings/group';
import type { RatingFacts } from '@/domain/ratings/proposal';
import type { Subject } from '@/domain/ratings/words';

/** What a rating stands on, as the rules ask it. */
export const factsOf = (row: RatingRow, subject: Subject): RatingFacts => ({
  ...row,
  subject,
  leads: row.leadsUnitName !== null,
});
