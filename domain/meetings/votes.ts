import type { Rules } from '../rule-sets';
import type { VoteRules } from './paper';

/** The shares that a cell's votes are counted against, of the rules in force on a day. */
export const votesIn = (rules: Rules): VoteRules => ({
  ordinary: rules['vote.ordinary'].value,
  admission: rules['vote.admit'].value,
  official: rules['vote.official'].value,
  strike_off: rules['vote.strikeoff'].value,
});
