import { isUuid } from '@/domain/text';
import type { Placed } from './planning';
import type { Change } from './what-if';

type Search = Record<string, string | string[] | undefined>;

/** More names than these on trial at once say nothing. */
const MOST = 20;

/** The names that an address puts on trial: add and drop, each "<title>.<person>"; whatever is not of that form counts as not there. */
export const trialOf = (search: Search): Change => ({ add: placedOf(search.add), remove: placedOf(search.drop) });

function placedOf(given: string | string[] | undefined): Placed[] {
  const texts = given === undefined ? [] : [given].flat();
  return texts.slice(0, MOST).flatMap((text) => {
    const [titleId, personId, ...others] = text.split('.');
    return isUuid(titleId) && isUuid(personId) && !others.length ? [{ titleId, personId }] : [];
  });
}

const idOf = ({ titleId, personId }: Placed): string => `${titleId}.${personId}`;

/** What stands in the address beside the names on trial: the title that candidates are looked for, and the name searched. */
export type Looking = { title?: string; q?: string };

export function trialAddress(path: string, { add, remove }: Change, { title, q }: Looking = {}): string {
  const query = new URLSearchParams();
  for (const each of add) query.append('add', idOf(each));
  for (const each of remove) query.append('drop', idOf(each));
  if (title) query.set('title', title);
  if (q) query.set('q', q);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

const without = (list: readonly Placed[], gone: Placed) => list.filter((each) => idOf(each) !== idOf(gone));
const withOne = (list: readonly Placed[], more: Placed) => [...without(list, more), more];

/** Puts a name on trial: to be added, to be taken off, or neither any more. */
export const tryAdding = ({ add, remove }: Change, name: Placed): Change => ({
  add: withOne(add, name),
  remove: without(remove, name),
});
export const tryRemoving = ({ add, remove }: Change, name: Placed): Change => ({
  add: without(add, name),
  remove: withOne(remove, name),
});
export const leaveAlone = ({ add, remove }: Change, name: Placed): Change => ({
  add: without(add, name),
  remove: without(remove, name),
});
