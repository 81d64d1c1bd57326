import { addDays, addWorkingDays, type IsoDate } from '@/domain/calendar';
import { type Count, outcomeOf } from '@/domain/procedures/ballots';
import { PAPERS } from '@/domain/procedures/dossier';
import { STEPS, type Step } from '@/domain/procedures/steps';
import { defaultRules, HOLIDAYS } from '@/domain/rule-sets';
import type { SeedCadre, SeedHolding, SeedPost } from './demo-cadres';
import { sortKeyOf } from './demo-people';
import { demoRenewal } from './demo-renewals';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
type Asked = {
  cadres: readonly SeedCadre[];
  posts: readonly SeedPost[];
  events: readonly Row[];
  today: IsoDate;
  officer: string;
  head: string;
};
type Case = { post: SeedPost; people: SeedCadre[]; openedOn: IsoDate; answered: IsoDate | null; reason: string };
type Books = Record<'procedures' | 'procedure_candidates' | 'procedure_steps' | 'procedure_votes' | 'procedure_papers', Row[]>;

const RULES = defaultRules();
const workday = (from: IsoDate, days: number) => addWorkingDays(from, days, HOLIDAYS);
const at = (day: string) => `${day}T15:00:00+07:00`;

/**
 * Four procedures that the board keeps: one that waits for its policy, one before its third step, one that ended in an appointment, one
 * that keeps somebody in the title.
 */
export function demoProcedures(asked: Asked): Books {
  const random = randomFrom(20_250_909);
  const books: Books = {
    procedures: [],
    procedure_candidates: [],
    procedure_steps: [],
    procedure_votes: [],
    procedure_papers: [],
  };
  const [asking, running] = vacancies(asked);
  if (running) {
    const openedOn = workday(asked.today, -24);
    const answered = workday(openedOn, 9);
    const seats = { ...running, openedOn, answered, reason: 'Kiện toàn một cấp phó còn thiếu theo quy định; nguồn tại chỗ.' };
    openCase(random, books, asked, seats, 2);
  }
  if (asking) {
    const openedOn = workday(asked.today, -6);
    const reason = 'Bổ sung một cấp phó còn thiếu so với số lượng được giao; nguồn tại chỗ.';
    openCase(random, books, asked, { ...asking, openedOn, answered: null, reason }, 0);
  }
  const done = recent(asked);
  if (done) concluded(random, books, asked, done);
  demoRenewal(random, books, asked);
  return books;
}

const bodyOf = ({ code }: Pick<SeedPost, 'code'>) => code.slice(0, code.lastIndexOf('-'));
const isDecidedHere = ({ tier, elected, body, validTo }: SeedPost) => tier === 'province' && !elected && !body && !validTo;

/** Titles with an empty seat, with three people of the same body who stand below it. */
function vacancies({ cadres, posts }: Asked): { post: SeedPost; people: SeedCadre[] }[] {
  const held = new Map<string, number>();
  for (const { holdings } of cadres)
    for (const { post, endedOn } of holdings) if (!endedOn) held.set(post.id, (held.get(post.id) ?? 0) + 1);
  return posts
    .filter((post) => isDecidedHere(post) && post.rank === 'deputy' && (held.get(post.id) ?? 0) < post.seats)
    .map((post) => ({ post, people: below(cadres, post).slice(0, 3) }))
    .filter(({ people }) => people.length === 3);
}

const below = (cadres: readonly SeedCadre[], post: SeedPost): SeedCadre[] =>
  cadres
    .filter(({ post: own }) => own.grade < post.grade && bodyOf(own) === bodyOf(post))
    .toSorted((a, b) => b.post.grade - a.post.grade || a.id.localeCompare(b.id));

type Recent = { cadre: SeedCadre; holding: SeedHolding };
/** Somebody appointed to such a title within the last years, by a decision that the ledger has. */
function recent({ cadres, today }: Asked): Recent | undefined {
  const since = addDays(today, -900);
  return cadres
    .flatMap((cadre) => cadre.holdings.map((holding) => ({ cadre, holding })))
    .filter(
      ({ holding }) =>
        isDecidedHere(holding.post) && holding.post.rank === 'deputy' && holding.fromOn >= since && !holding.endedOn,
    )
    .filter(({ holding }) => below(cadres, holding.post).length >= 2)
    .toSorted((a, b) => b.holding.fromOn.localeCompare(a.holding.fromOn))[0];
}

function concluded(random: Random, books: Books, asked: Asked, { cadre, holding }: Recent): void {
  const event = asked.events.find((row) => row.appointment_id === holding.id && row.kind === 'begun');
  const decided = String(event?.decision_date ?? holding.fromOn);
  const answered = workday(decided, -24);
  const openedOn = workday(answered, -8);
  const people = [cadre, ...below(asked.cadres, holding.post).slice(0, 2)];
  const reason = 'Kiện toàn cấp phó sau khi sắp xếp tổ chức bộ máy; nguồn tại chỗ.';
  const id = openCase(random, books, asked, { post: holding.post, people, openedOn, answered, reason }, 5);
  const row = books.procedures.at(-1);
  if (!row || !event) return;
  event.procedure_id = id;
  Object.assign(row, {
    appointment_id: holding.id,
    concluded_on: decided,
    concluded_by: asked.head,
    dossier_on: workday(decided, -3),
    updated_at: at(decided),
  });
}

/** One procedure with its people, their papers and that many steps held. */
function openCase(random: Random, books: Books, { officer, cadres, today }: Asked, given: Case, steps: number): string {
  const { post, people, openedOn, answered, reason } = given;
  const base = { procedure_id: random.id(openedOn), managing_unit_id: post.managingUnitId };
  const last = answered ? workday(answered, 4 * Math.max(1, steps)) : openedOn;
  books.procedures.push({
    id: base.procedure_id,
    post_id: post.id,
    unit_id: post.unitId,
    managing_unit_id: post.managingUnitId,
    source: 'local',
    reason,
    opened_on: openedOn,
    opened_by: officer,
    policy_asked_on: openedOn,
    policy_asked_number: `${random.int(110, 480)}-TTr/ĐU`,
    policy_answered_on: answered,
    policy_number: answered && `${random.int(300, 990)}-CV/BTCTU`,
    policy_approved: answered && true,
    dossier_on: null,
    concluded_on: null,
    concluded_by: null,
    appointment_id: null,
    stop_reason: null,
    holding_id: null,
    term_ends_on: null,
    version: 1,
    updated_by: officer,
    updated_at: at(last < today ? last : openedOn),
  });
  const candidates = people.map((cadre, order) => ({ id: random.id(openedOn), cadre, order }));
  for (const { id, cadre } of candidates)
    books.procedure_candidates.push({
      ...base,
      id,
      cadre_id: cadre.id,
      full_name: cadre.person.fullName,
      sort_key: sortKeyOf(cadre.person),
      present_title: steps === 5 && cadre === people[0] ? (earlierTitle(cadres, post) ?? cadre.post.title) : cadre.post.title,
      added_by: officer,
    });
  const ids = candidates.map(({ id }) => id);
  let standing = ids;
  for (const step of STEPS.local.slice(0, steps))
    standing = hold(random, books, base, step, standing, workday(answered ?? openedOn, step.number * 4), officer);
  for (const { id, order } of candidates)
    if (steps && (steps < 5 || order === 0)) papersOf(random, books, base, id, order, last, officer);
  return base.procedure_id;
}

const earlierTitle = (cadres: readonly SeedCadre[], post: SeedPost) => below(cadres, post)[0]?.post.title;

const PEOPLE: Record<number, number> = { 1: 9, 2: 31, 3: 9, 4: 64, 5: 9 };
const CHAIR = 'Nguyễn Mạnh Hà';
const SECRETARY = 'Lò Thị Thanh Huyền';

/** One sitting with its votes by the rules themselves; gives who goes on. */
function hold(
  random: Random,
  books: Books,
  base: Row,
  step: Step,
  standing: readonly string[],
  heldOn: IsoDate,
  officer: string,
): string[] {
  const summoned = PEOPLE[step.number] ?? 9;
  const present = summoned - (summoned > 20 ? random.int(1, 4) : 0);
  const slips = step.ballot === 'none' ? 0 : present;
  const votes = standing.map((candidateId, order) => ({
    candidateId,
    votes: step.ballot === 'none' ? 0 : share(step, slips, order, standing.length),
  }));
  const members = step.base === 'members' ? summoned : null;
  const count: Count = { summoned, present, members, issued: slips, collected: slips, valid: slips, votes, headChoice: null };
  const { kind, onward } = outcomeOf(step, count, RULES);
  const id = random.id(heldOn);
  books.procedure_steps.push({
    ...base,
    id,
    number: step.number,
    sitting: 1,
    held_on: heldOn,
    place: step.number === 4 ? 'Hội trường lớn' : 'Phòng họp tầng 2',
    chair_name: CHAIR,
    secretary_name: SECRETARY,
    minutes_number: `${random.int(11, 89)}-BB/ĐU`,
    summoned,
    present,
    members,
    issued: slips,
    collected: slips,
    valid: slips,
    outcome: kind,
    onward: `{${onward.join(',')}}`,
    committee_opinion: step.key === 'decide' ? 'Văn bản của Ban Thường vụ Đảng ủy: nhất trí giới thiệu.' : null,
    note: step.key === 'review' ? 'Thống nhất danh sách ba đồng chí trong quy hoạch, đủ tiêu chuẩn, điều kiện.' : null,
    entered_by: officer,
    entered_at: at(heldOn),
  });
  if (step.ballot !== 'none')
    books.procedure_votes.push(
      ...votes.map(({ candidateId, votes: got }) => ({ ...base, step_id: id, candidate_id: candidateId, votes: got })),
    );
  return [...onward];
}

/** The first name well over half, the others what is left; at the nomination of several it is closer. */
function share(step: Step, slips: number, order: number, names: number): number {
  if (step.ballot === 'opinion') return slips - 3 - order * 9;
  const first = names === 1 ? slips : step.ballot === 'nomination' ? Math.floor(slips * 0.64) : slips - 2;
  const rest = slips - first;
  return order === 0 ? first : order === 1 ? Math.ceil(rest * 0.7) : Math.floor(rest * 0.3);
}

/** The files differ: the first is whole, the others still miss papers, and one health certificate is out of date. */
function papersOf(
  random: Random,
  books: Books,
  base: Row,
  candidateId: string,
  order: number,
  day: IsoDate,
  officer: string,
): void {
  const missing = order === 0 ? 0 : order * 2 + 1;
  for (const [place, { key }] of PAPERS.entries()) {
    if (place >= PAPERS.length - missing) continue;
    const age = order === 1 && key === 'biography' ? 215 : random.int(9, 120);
    books.procedure_papers.push({
      ...base,
      candidate_id: candidateId,
      key,
      issued_on: addDays(day, -age),
      recorded_by: officer,
      recorded_at: at(day),
    });
  }
}
