import { addDays, addMonths } from '@/domain/calendar';
import type { SeedCadre, SeedHolding, SeedPost } from './demo-cadres';
import { randomFrom } from './random';

const SEED = 20_260_322;
/** A title is held at least so many months before its holder moves on. */
const LEAST_MONTHS = 6;
/** How much higher than the title left the title taken may be. */
const MOST_STEPS = 15;

type Candidate = { cadre: SeedCadre; since: string };

/**
 * Who left the seats that stand empty: each seat of an office gets a former holder who took the present title, equal or higher, on the day from which it
 * stands empty. Seats in committees stay as the congress or the designation left them.
 */
export function formerHolders(posts: readonly SeedPost[], cadres: readonly SeedCadre[]): void {
  const random = randomFrom(SEED);
  const candidates = cadres
    .flatMap(candidate)
    .toSorted((a, b) => b.since.localeCompare(a.since) || (a.cadre.id < b.cadre.id ? -1 : 1));
  for (const { post, seat } of emptySeats(posts, cadres)) {
    const at = candidates.findIndex((one) => mayHaveHeld(post, one));
    const [found] = at < 0 ? [] : candidates.splice(at, 1);
    if (!found) continue;
    const { cadre, since } = found;
    const early = addDays(addMonths(since, -random.int(26, 52)), random.int(0, 20));
    const fromOn = [early, post.validFrom].toSorted().at(-1) ?? early;
    cadre.holdings.unshift({ id: random.id(fromOn), post, seat, person: cadre.person, fromOn, endedOn: since, endKind: 'moved' });
  }
}

/** Whoever was given the title held now by a decision, and held none before. */
function candidate(cadre: SeedCadre): Candidate[] {
  const [only, ...others] = cadre.holdings;
  return only && !others.length && !only.post.elected ? [{ cadre, since: only.fromOn }] : [];
}

const mayHaveHeld = (post: SeedPost, { cadre, since }: Candidate): boolean =>
  cadre.post.id !== post.id &&
  cadre.post.grade >= post.grade &&
  cadre.post.grade - post.grade <= MOST_STEPS &&
  since >= addMonths(post.validFrom, LEAST_MONTHS);

/** Seats of offices that nobody holds, of the highest titles first. */
function emptySeats(posts: readonly SeedPost[], cadres: readonly SeedCadre[]): Pick<SeedHolding, 'post' | 'seat'>[] {
  const held = new Set(cadres.flatMap(({ holdings }) => holdings.filter(({ endedOn }) => !endedOn).map(placeOf)));
  return posts
    .filter(({ validTo, body }) => !validTo && !body)
    .toSorted((a, b) => b.grade - a.grade)
    .flatMap((post) => Array.from({ length: post.seats }, (_, at) => ({ post, seat: at + 1 })))
    .filter((place) => !held.has(placeOf(place)));
}

const placeOf = ({ post, seat }: Pick<SeedHolding, 'post' | 'seat'>) => `${post.id} ${seat}`;
