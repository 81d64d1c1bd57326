import { addDays, type IsoDate } from '@/domain/calendar';
import type { SeedPost } from './demo-cadres';
import { type Asked, eventRow, moment, type Row, RULES, rotationRow, UNDECIDED } from './demo-rotation-rows';
import { endOf, isMain } from './demo-rotation-turns';
import type { Random } from './random';

/** This year's plan, approved, one of its needs filled and one with a name on its way; and the draft of next year's. */
export function planRows(random: Random, asked: Asked, rows: Row[]) {
  const year = Number(asked.today.slice(0, 4));
  const [now, next] = [planRow(random, asked, year, true), planRow(random, asked, year + 1, false)];
  const heads = asked.posts.filter(({ outsider, level, validTo }) => outsider && level === 'commune' && !validTo);
  const empty = heads.filter(
    (post) => !asked.cadres.some(({ holdings }) => holdings.some((held) => held.post === post && !held.endedOn)),
  );
  const [first, second, third] = [...empty, ...heads];
  if (!first || !second || !third) throw new RangeError('no titles for a plan');
  const line = (of: Row, post: SeedPost, month: string, need: string) => lineRow(random, asked, { of, post, month, need });
  const lines = [
    line(now, first, `${year}-12`, 'Vị trí đang trống, cần người ngoài địa phương'),
    line(now, second, `${year}-12`, 'Bố trí cán bộ trong quy hoạch rèn luyện ở cơ sở'),
    line(next, third, `${year + 1}-03`, 'Xã đặc biệt khó khăn, cần tăng cường cán bộ'),
  ];
  return { plans: [now, next], lines, ...proposal(random, asked, rows, first, String(lines[0]?.id)) };
}

const planRow = (random: Random, { people, units }: Asked, year: number, approved: boolean): Row => ({
  id: random.id(`${year - 1}-11-10`),
  unit_id: units.province.id,
  title: `Kế hoạch luân chuyển cán bộ năm ${year}`,
  year,
  purpose:
    'Đào tạo cán bộ trong quy hoạch qua thực tiễn; bố trí bí thư, chủ tịch ủy ban nhân dân cấp xã không là người địa phương; tăng cường cán bộ cho xã khó khăn.',
  policies: 'Bố trí nhà công vụ; hỗ trợ đi lại theo quy định của tỉnh; giữ nguyên phụ cấp chức vụ nếu chức vụ mới thấp hơn.',
  drafted_by: people.officer,
  drafted_at: moment(`${year - 1}-11-10`),
  ...(approved
    ? { decision_number: '214-KH/TU', decision_date: `${year}-01-20`, issuer: 'Ban Thường vụ Tỉnh ủy', signer: 'Nông Văn Hiệp' }
    : UNDECIDED),
  approved_by: approved ? people.head : null,
  approved_at: approved ? moment(`${year}-01-20`) : null,
  version: 1,
  updated_by: people.officer,
  updated_at: moment(`${year - 1}-11-10`),
});

type Need = { of: Row; post: SeedPost; month: string; need: string };

const lineRow = (random: Random, { people, units, today }: Asked, { of, post, month, need }: Need): Row => ({
  id: random.id(`${today.slice(0, 4)}-01-10`),
  plan_id: of.id,
  unit_id: units.province.id,
  post_id: post.id,
  need,
  form: 'designated',
  starts_month: month,
  months: RULES['rotate.min'].value,
  expected: 'returned',
  entered_by: people.officer,
  entered_at: moment(`${today.slice(0, 4)}-01-10`),
});

/** A name for the first need, talked over with both sides and not yet decided. */
function proposal(random: Random, asked: Asked, rows: readonly Row[], post: SeedPost, lineId: string) {
  const taken = new Set(rows.map(({ cadre_id }) => cadre_id));
  const cadre = asked.cadres.find(
    ({ id, holdings, post: own, person }) =>
      own.level === 'province' &&
      own.grade >= 55 &&
      own.grade <= 60 &&
      !taken.has(id) &&
      person.birthYear >= 1980 &&
      holdings.some(isMain),
  );
  if (!cadre) return { proposed: [], events: [] };
  const start = addDays(`${asked.today.slice(0, 7)}-01`, 40).slice(0, 7);
  const row: Row = {
    ...rotationRow(random, asked, {
      ...{ cadre, from: endOf(asked, cadre.post), to: endOf(asked, post), basis: 'a' as const, startedOn: `${start}-01` },
      ...{ endedOn: null, appointmentId: null, placement: null, placementTitle: null },
    }),
    ...{ line_id: lineId, started_on: null, prepare_on: null, due_on: null, decision_number: null, decision_date: null },
    ...{
      issuer: null,
      signer: null,
      proposed_at: moment(addDays(asked.today, -12)),
      updated_at: moment(addDays(asked.today, -12)),
    },
  };
  const event = (kind: string, day: IsoDate) => eventRow(random, row.id, kind, day, asked.people.officer);
  return {
    proposed: [row],
    events: [event('proposed', addDays(asked.today, -12)), event('consulted', addDays(asked.today, -5))],
  };
}
