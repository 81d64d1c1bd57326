import type { IsoDate } from '@/domain/calendar';
import type { Rules } from '@/domain/rule-sets';
import { type Check, listChecks } from './checks';
import { type Person, type Placed, personsOf, type Title } from './planning';
import { type Coefficient, coefficientOf, type PlanShare, planShares } from './shares';

/** Names that are added to a list, or taken off it, to see what moves; nothing is saved. */
export type Change = { add: readonly Placed[]; remove: readonly Placed[] };

export type Picture = { persons: number; shares: PlanShare[]; coefficients: Map<string, Coefficient>; checks: Check[] };

export type Move<T> = { before: T; after: T };

export type WhatIf = {
  persons: Move<number>;
  shares: Move<PlanShare>[];
  coefficients: { titleId: string; before: Coefficient; after: Coefficient }[];
  /** What stands against the list with the change. */
  checks: Check[];
  /** Findings that the change brings, and those it does away with. */
  arising: Check[];
  settled: Check[];
};

const idOf = ({ personId, titleId }: Placed): string => `${personId} ${titleId}`;

/** The list as it would be; a name both added and removed is not on it, and none stands twice. */
export function changed(placed: readonly Placed[], { add, remove }: Change): Placed[] {
  const gone = new Set(remove.map(idOf));
  return [...new Map([...placed, ...add].map((each) => [idOf(each), each])).values()].filter((each) => !gone.has(idOf(each)));
}

/** Every ratio and finding of a list. `at`: the day on which ages count. */
export function pictureOf(
  placed: readonly Placed[],
  titles: readonly Title[],
  persons: ReadonlyMap<string, Person>,
  rules: Rules,
  at: IsoDate,
): Picture {
  const planned = personsOf(placed, persons);
  const coefficients = titles.flatMap((title) => {
    const coefficient = coefficientOf(
      title,
      new Set(placed.filter(({ titleId }) => titleId === title.id).map(({ personId }) => personId)).size,
      rules,
    );
    return coefficient ? [[title.id, coefficient] as const] : [];
  });
  return {
    persons: planned.length,
    shares: planShares(planned, rules, at),
    coefficients: new Map(coefficients),
    checks: listChecks(placed, titles, rules),
  };
}

/** Both pictures side by side. */
export function compare(before: Picture, after: Picture): WhatIf {
  return {
    persons: { before: before.persons, after: after.persons },
    shares: before.shares.flatMap((share, index) => {
      const then = after.shares[index];
      return then ? [{ before: share, after: then }] : [];
    }),
    coefficients: [...before.coefficients].flatMap(([titleId, coefficient]) => {
      const then = after.coefficients.get(titleId);
      return then ? [{ titleId, before: coefficient, after: then }] : [];
    }),
    checks: after.checks,
    arising: onlyIn(after.checks, before.checks),
    settled: onlyIn(before.checks, after.checks),
  };
}

function onlyIn(these: readonly Check[], those: readonly Check[]): Check[] {
  const known = new Set(those.map(findingOf));
  return these.filter((check) => !known.has(findingOf(check)));
}

const findingOf = ({ key, personId, titleId, words }: Check): string => [key, personId, titleId, words].join(' ');
