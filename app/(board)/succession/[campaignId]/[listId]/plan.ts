import type { PlanList } from '@/db/queries/succession/list';
import { type Check, personChecks } from '@/domain/succession/checks';
import { type Placed, personsOf, type Title } from '@/domain/succession/planning';
import { type ReadinessReport, readinessFor } from '@/domain/succession/readiness';
import { type PlanShare, planShares } from '@/domain/succession/shares';
import { type Change, changed, compare, pictureOf, type WhatIf } from '@/domain/succession/what-if';

/** The list as it stands against the list with the names on trial. */
export function weighed({ campaign, rules, titles, entries, persons }: PlanList, trial: Change): WhatIf {
  const picture = (placed: readonly Placed[]) => pictureOf(placed, titles, persons, rules, campaign.countedOn);
  const placed = entries.map(({ personId, titleId }) => ({ personId, titleId }));
  return compare(picture(placed), picture(changed(placed, trial)));
}

/** The shares of the names on one title. */
export function sharesOfTitle({ campaign, rules, entries, persons }: PlanList, { id }: Pick<Title, 'id'>): PlanShare[] {
  const names = entries.filter(({ titleId }) => titleId === id);
  return planShares(personsOf(names, persons), rules, campaign.countedOn);
}

/** What the rules and the standard say of one name; null for a cadre whom another level manages. */
export function judged(list: PlanList, { personId, titleId }: Placed): { checks: Check[]; report: ReadinessReport } | null {
  const person = list.persons.get(personId);
  const title = list.titles.find(({ id }) => id === titleId);
  if (!person || !title) return null;
  const term = { from: list.campaign.termFrom, day: list.campaign.countedOn };
  return { checks: personChecks(person, title, term, list.rules), report: readinessFor(title.standards, person) };
}
