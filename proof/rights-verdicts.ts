import type { Permission } from '@/domain/access/offices';
import type { ActionCase, RouteCase } from './expectations/cases';
import { type Person, PLACES, type Place, type World } from './rights-world';

/** forbidden: no office of theirs has the right; hidden: the target is out of reach; aboveOnly: in reach, but the unit above decides. */
export type Verdict = 'ok' | 'forbidden' | 'hidden' | 'aboveOnly' | 'elsewhere';
export type Tried = { who: Person; place: Place; verdict: Verdict };
export type Case = RouteCase | ActionCase;

const PARENT: Partial<Record<Place, Place>> = { own: 'parent', child: 'own', sibling: 'parent' };

/** From domain/access/offices.ts alone: does the office reach there for that right? */
function reaches({ office, at, ended }: Person, permission: Permission, place: Place): boolean {
  const reach = ended ? undefined : office.permissions[permission];
  if (!reach) return false;
  return at === 'province' ? reach === 'subtree' : place === 'own' || (place === 'child' && reach === 'subtree');
}

const holds = ({ office, ended }: Person, permission: Permission) => !ended && permission in office.permissions;

/** What the statement of rights says of this person, this case and this place. */
export function verdictOf(who: Person, asked: Case, place: Place): Verdict {
  const { needs } = asked;
  if (typeof needs === 'string') return 'ok';
  if (!holds(who, needs[0] as Permission)) return 'forbidden';
  if (asked.provinceWide && who.at !== 'province') return 'address' in asked ? 'hidden' : 'aboveOnly';
  if (!asked.targeted) return 'ok';
  if (!needs.every((permission) => reaches(who, permission, place)))
    return 'orElse' in asked && asked.orElse && reaches(who, asked.orElse, place) ? 'elsewhere' : 'hidden';
  const above = PARENT[place];
  const decided = !asked.above || who.at === 'province' || (above && needs.every((one) => reaches(who, one, above)));
  return decided ? 'ok' : 'aboveOnly';
}

const LONG = process.env.PROOF_LONG === '1';

/**
 * Every office × place for a case. Of those whose rights do not end at a place (ended terms, the whole province) one place each; in the
 * short form also two of the five for an office that has no such right anywhere.
 */
export function combinations(world: World, asked: Case): Tried[] {
  return world.people.flatMap((who) =>
    placesFor(who, asked).map((place) => ({ who, place, verdict: verdictOf(who, asked, place) })),
  );
}

function placesFor(who: Person, asked: Case): readonly Place[] {
  if (who.at === 'province') return ['other'];
  if (who.ended || !asked.targeted) return ['own'];
  return LONG || verdictOf(who, asked, 'own') !== 'forbidden' ? PLACES : ['own', 'other'];
}

export const nameOf = (asked: Case): string =>
  'address' in asked ? asked.address : `${asked.file} ${asked.name} ${asked.of ?? ''}`;
export const sayWho = ({ who, place }: Pick<Tried, 'who' | 'place'>): string =>
  `${who.office.key} at ${who.at}${who.ended ? ' (ended)' : ''} → ${place}`;
