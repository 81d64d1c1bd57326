import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { Rank, System } from '@/domain/posts/kinds';
import type { Standards } from '@/domain/posts/standards';
import type { Administration, Professional, RetirementRule, Theory } from './codes';
import type { Disciplined } from './discipline';
import { type Holding, isHeldOn, presentTitle, type WorkLine } from './holdings';
import type { AgeSituation } from './months-left';

export const VERDICTS = { pass: 'Đạt', fail: 'Chưa đạt', authority: 'Cấp có thẩm quyền quyết định' } as const;
export type Verdict = keyof typeof VERDICTS;

/** One condition asked of one person for one title. basis: the rule in force on the day. unsure: not confirmed from the signed text. */
export type Line = { key: string; condition: string; verdict: Verdict; words: string; basis: string; unsure: boolean };

/** A title that somebody is planned for. */
export type PlannedTitle = { postId: string; title: string; grade: number };

/** What the file says of a person. planned null: the viewer may not see the planning. */
export type Candidate = {
  female: boolean;
  born: PartialDate;
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
  homePlace: string | null;
  theory: Theory;
  professional: Professional;
  administration: Administration;
  defence: number | null;
  healthCheckedOn: IsoDate | null;
  resumeCertifiedOn: IsoDate | null;
  holdings: readonly Holding[];
  history: readonly WorkLine[];
  disciplines: readonly Disciplined[];
  planned: readonly PlannedTitle[] | null;
};

/** The title that is looked at. place: the short name of its unit ("Xã Đông Sơn"). standardsFrom: since when the catalogue asks for them. */
export type WantedPost = {
  id: string;
  title: string;
  unitId: string;
  place: string;
  grade: number;
  rank: Rank;
  system: System;
  elected: boolean;
  body: boolean;
  outsider: boolean;
  standards: Standards;
  standardsFrom: IsoDate;
};

/** How the title stands to the one held: first: none is held; held: it is this one. */
export type Standing = 'first' | 'higher' | 'equal' | 'lower' | 'held';
export type Source = 'local' | 'outside';

/** How the title stands to what the person holds on that day; seats in committees are compared with each other. */
export function standingOf(
  person: Pick<Candidate, 'holdings'>,
  post: Pick<WantedPost, 'id' | 'grade' | 'body'>,
  day: IsoDate,
): Standing {
  if (person.holdings.some((one) => one.postId === post.id && isHeldOn(one, day))) return 'held';
  const present = presentTitle(person.holdings, day, post.body);
  if (present === null) return 'first';
  if (post.grade === present.grade) return 'equal';
  return post.grade > present.grade ? 'higher' : 'lower';
}

/** Local: the person holds a title in the same unit. */
export const sourceOf = (person: Pick<Candidate, 'holdings'>, post: Pick<WantedPost, 'unitId'>, day: IsoDate): Source =>
  person.holdings.some((one) => one.unitId === post.unitId && isHeldOn(one, day)) ? 'local' : 'outside';

/** For what age is counted when nobody says otherwise. */
export function situationOf(post: Pick<WantedPost, 'elected' | 'system'>, standing: Standing): AgeSituation {
  if (standing === 'held' && post.elected) return post.system === 'front' ? 'front_reelection' : 'reelection';
  if (standing === 'first' || standing === 'higher') return post.elected ? 'nomination' : 'first';
  return 'same';
}
