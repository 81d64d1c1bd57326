import { pastRotations } from './demo-rotation-papers';
import { planRows } from './demo-rotation-plans';
import { type Asked, eventsOf, moment, type Row, ratingsOf, rotationRow } from './demo-rotation-rows';
import { running, toDistricts } from './demo-rotation-turns';
import { type Random, randomFrom } from './random';

/** Past and running rotations of the invented province, two plans, a name on its way, and a report whose parts do not add up. */
export function demoRotations(asked: Asked) {
  const random = randomFrom(20_220_428);
  const past = pastRotations(random, asked);
  const turns = [...toDistricts(random, asked), ...running(asked)].toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  const decided = turns.map((turn) => rotationRow(random, asked, turn));
  const rows = [...past.rows, ...decided];
  const plans = planRows(random, asked, rows);
  const events = decided.flatMap((row) => eventsOf(random, asked, row));
  for (const { id, appointment_id } of decided) {
    const given = asked.events.find((event) => event.appointment_id === appointment_id && event.kind === 'begun');
    // Written with the decision, by one moment, as a rotation writes them.
    const began = events.find((event) => event.rotation_id === id && event.kind === 'begun');
    if (given && began) Object.assign(given, { rotation_id: id, entered_at: began.entered_at });
  }
  return {
    rotation_plans: plans.plans,
    rotation_plan_lines: plans.lines,
    rotations: [...rows, ...plans.proposed],
    rotation_events: [...past.events, ...events, ...plans.events],
    rotation_ratings: decided.flatMap((row) => ratingsOf(random, asked, row)),
    rotation_reports: [reportRow(random, asked)],
  };
}

const reportRow = (random: Random, { units, people }: Asked): Row => ({
  id: random.id('2018-10-03'),
  unit_id: units.province.id,
  title: 'Luân chuyển cán bộ 2010–2018',
  source: 'Báo cáo 365-BC/TU ngày 03/10/2018 về công tác luân chuyển cán bộ',
  from_month: '2010-01',
  to_month: '2018-10',
  total: 164,
  vertical: 126,
  lines: [
    { from: 'province', to: 'district', turns: 19 },
    { from: 'district', to: 'province', turns: 4 },
    { from: 'district', to: 'commune', turns: 85 },
    { from: 'commune', to: 'district', turns: 13 },
  ],
  note: null,
  version: 1,
  updated_by: people.officer,
  updated_at: moment('2018-10-03'),
});
