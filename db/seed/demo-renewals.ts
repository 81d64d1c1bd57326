import { addDays, addWorkingDays, type IsoDate } from '@/domain/calendar';
import { STEPS } from '@/domain/procedures/steps';
import { HOLIDAYS } from '@/domain/rule-sets';
import type { SeedCadre, SeedHolding } from './demo-cadres';
import { sortKeyOf } from './demo-people';
import type { Random } from './random';

type Row = Record<string, unknown>;
type Asked = { cadres: readonly SeedCadre[]; events: readonly Row[]; today: IsoDate; officer: string };
type Books = Record<'procedures' | 'procedure_candidates' | 'procedure_steps', Row[]>;
type Ending = { cadre: SeedCadre; holding: SeedHolding; termEndsOn: IsoDate };

/** Days before the end of the term on which notice went out, and working days that the person then took. */
const [NOTICE, ACCOUNT] = [92, 5];
const [SOONEST, LATEST] = [20, 70];
const at = (day: string) => `${day}T15:00:00+07:00`;

/** One person whose term ends within weeks: told in time, has handed in their own account, the vote is to come. */
export function demoRenewal(random: Random, books: Books, asked: Asked): void {
  const ending = soonest(asked);
  if (!ending) return;
  const { cadre, holding, termEndsOn } = ending;
  const noticedOn = addWorkingDays(addDays(termEndsOn, -NOTICE), -1, HOLIDAYS);
  const handedIn = addWorkingDays(noticedOn, ACCOUNT, HOLIDAYS);
  const { post } = holding;
  const base = { procedure_id: random.id(noticedOn), managing_unit_id: post.managingUnitId };
  const candidate = random.id(noticedOn);
  books.procedures.push({
    ...(books.procedures[0] && Object.fromEntries(Object.keys(books.procedures[0]).map((column) => [column, null]))),
    id: base.procedure_id,
    post_id: post.id,
    unit_id: post.unitId,
    managing_unit_id: post.managingUnitId,
    source: 'incumbent',
    reason: 'Hết thời hạn giữ chức vụ; đơn vị có nhu cầu tiếp tục bố trí.',
    opened_on: noticedOn,
    opened_by: asked.officer,
    holding_id: holding.id,
    term_ends_on: termEndsOn,
    version: 3,
    updated_by: asked.officer,
    updated_at: at(handedIn),
  });
  books.procedure_candidates.push({
    ...base,
    id: candidate,
    cadre_id: cadre.id,
    full_name: cadre.person.fullName,
    sort_key: sortKeyOf(cadre.person),
    present_title: post.title,
    added_by: asked.officer,
  });
  const days = [noticedOn, handedIn];
  for (const step of STEPS.incumbent.slice(0, days.length)) {
    const heldOn = days[step.number - 1] ?? handedIn;
    books.procedure_steps.push({
      ...(books.procedure_steps[0] && Object.fromEntries(Object.keys(books.procedure_steps[0]).map((column) => [column, null]))),
      ...base,
      ...{ id: random.id(heldOn), number: step.number, sitting: 1, held_on: heldOn },
      minutes_number: step.key === 'notice' ? `${random.int(41, 95)}-TB/BTCTU` : null,
      ...{ summoned: 0, present: 0, members: null, issued: 0, collected: 0, valid: 0 },
      ...{ outcome: 'held', onward: `{${candidate}}` },
      note: step.key === 'self_review' ? 'Tự nhận xét: hoàn thành tốt nhiệm vụ các năm trong thời hạn giữ chức vụ.' : null,
      ...{ entered_by: asked.officer, entered_at: at(heldOn) },
    });
  }
}

/** Titles that the province decides on come first. */
const rankOf = ({ holding: { post } }: Ending) => (post.tier === 'province' ? 0 : 1);

function soonest({ cadres, events, today }: Asked): Ending | undefined {
  const ends = new Map(events.filter(({ kind }) => kind === 'begun').map((row) => [row.appointment_id, row.term_ends_on]));
  return cadres
    .flatMap((cadre) => cadre.holdings.map((holding) => ({ cadre, holding, termEndsOn: String(ends.get(holding.id) ?? '') })))
    .filter(({ holding: { post, endedOn } }) => !post.elected && !post.body && !endedOn)
    .filter(({ termEndsOn }) => termEndsOn >= addDays(today, SOONEST) && termEndsOn <= addDays(today, LATEST))
    .toSorted(
      (a, b) => rankOf(a) - rankOf(b) || a.termEndsOn.localeCompare(b.termEndsOn) || a.holding.id.localeCompare(b.holding.id),
    )[0];
}
