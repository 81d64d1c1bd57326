import type { TagKind } from '@/components/data/page';
import type { Board, BoardTitle } from '@/db/queries/succession/board';
import type { PlannedPerson } from '@/db/queries/succession/persons';
import { lastRatedYear, type StripYear, stripOf } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { personChecks } from '@/domain/succession/checks';
import { readinessFor } from '@/domain/succession/readiness';
import { missingWords, READINESS_TAGS, readinessWords } from '../check-tags';
import type { ChosenTerm } from '../chosen-term';

/** A person planned for a title as the table draws them; levels as [year, level]. person null: managed above the viewer, so not named. */
export type NameTuple = [
  entryId: string,
  personId: string,
  proposed: 0 | 1,
  person:
    | null
    | [name: string, about: string, tone: TagKind, readiness: string, missing: string, against: string[], strip: StripYear[]],
];
export type TitleTuple = [id: string, name: string, unit: string, names: NameTuple[]];

/** The board as tuples for the browser: half the bytes of cells drawn on the server. */
export function boardLines({ titles, persons }: Board, rules: Rules, term: ChosenTerm, today: string): TitleTuple[] {
  const year = lastRatedYear(today);
  const personOf = (person: PlannedPerson, title: BoardTitle): NameTuple[3] => {
    const report = readinessFor(title.standards, person);
    const against = personChecks(person, title, { from: term.termFrom, day: term.countedOn }, rules)
      .filter(({ verdict }) => verdict === 'against')
      .map(({ words }) => words);
    const about = `${person.born.slice(0, 4)}${person.female ? ', nữ' : ''}`;
    const tone = READINESS_TAGS[report.readiness];
    return [
      person.name,
      about,
      tone,
      readinessWords(report),
      missingWords(report),
      against,
      stripOf(person.ratings, year, rules),
    ];
  };
  return titles.map((title) => [
    title.id,
    title.name,
    title.unitName,
    title.names.map(({ entryId, personId, approvedOn }) => {
      const person = persons.get(personId);
      return [entryId, personId, approvedOn ? 0 : 1, person ? personOf(person, title) : null];
    }),
  ]);
}
