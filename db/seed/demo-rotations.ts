import { addDays, addMonths, type IsoDate } from '@/domain/calendar';
import { levelOfPost, type RotationLevel } from '@/domain/rotations/levels';
import { dueOn, prepareOn } from '@/domain/rotations/stay';
import type { Placement, RotationBasis } from '@/domain/rotations/words';
import { defaultRules } from '@/domain/rule-sets';
import type { SeedCadre, SeedHolding, SeedPost } from './demo-cadres';
import type { DemoUnits } from './demo-units';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
type Asked = {
  units: DemoUnits;
  cadres: readonly SeedCadre[];
  posts: readonly SeedPost[];
  managers: ReadonlyMap<string, string>;
  people: { officer: string; head: string };
  today: IsoDate;
};
type End = { postId: string | null; unitId: string | null; title: string; unitName: string; level: RotationLevel };
type Turn = {
  cadre: SeedCadre;
  from: End;
  to: End;
  basis: RotationBasis;
  startedOn: IsoDate;
  endedOn: IsoDate | null;
  appointmentId: string | null;
  placement: Placement | null;
  placementTitle: string | null;
};

const RULES = defaultRules();
const REFORM = '2025-07-01';
/** Bodies from which people went out, and districts where they went, in the years before the catalogue. */
const OLD_MOVES: readonly (readonly [number, RotationLevel, string, string, RotationLevel, string, string])[] = [
  [2012, 'agency', 'Phó Trưởng phòng', 'Sở Nội vụ', 'district', 'Phó Trưởng Ban Tổ chức Huyện ủy', 'Đảng bộ huyện Mường Sơn'],
  [
    2013,
    'district',
    'Trưởng phòng Nội vụ',
    'Đảng bộ huyện Tân Bình',
    'commune',
    'Bí thư Đảng ủy xã Tân Lập',
    'Đảng bộ xã Tân Lập',
  ],
  [
    2014,
    'district',
    'Phó Trưởng Ban Dân vận Huyện ủy',
    'Đảng bộ huyện Mường Sơn',
    'commune',
    'Chủ tịch UBND xã Bản Phố',
    'Đảng bộ xã Bản Phố',
  ],
  [
    2015,
    'commune',
    'Bí thư Đảng ủy xã Nà Lâu',
    'Đảng bộ xã Nà Lâu',
    'district',
    'Phó Chủ nhiệm UBKT Huyện ủy',
    'Đảng bộ huyện Mường Sơn',
  ],
  [
    2015,
    'agency',
    'Trưởng phòng',
    'Ban Tuyên giáo Tỉnh ủy',
    'district',
    'Trưởng Ban Tuyên giáo Thành ủy',
    'Đảng bộ thành phố Bình Sơn',
  ],
  [
    2016,
    'district',
    'Chánh Văn phòng Huyện ủy',
    'Đảng bộ huyện Tân Bình',
    'commune',
    'Bí thư Đảng ủy xã Thanh Bình',
    'Đảng bộ xã Thanh Bình',
  ],
  [
    2017,
    'district',
    'Phó Trưởng phòng Tài chính',
    'Đảng bộ thành phố Bình Sơn',
    'commune',
    'Chủ tịch UBND xã Hòa An',
    'Đảng bộ xã Hòa An',
  ],
  [
    2018,
    'district',
    'Trưởng Ban Tổ chức Huyện ủy',
    'Đảng bộ huyện Mường Sơn',
    'agency',
    'Phó Trưởng phòng',
    'Ban Tổ chức Tỉnh ủy',
  ],
];
const FORMER = [
  ['Trưởng phòng', 'Ban Tổ chức Tỉnh ủy'],
  ['Trưởng phòng', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['Phó Chánh Văn phòng', 'Văn phòng Tỉnh ủy'],
  ['Trưởng phòng', 'Sở Giáo dục và Đào tạo'],
] as const;

/** Past and running rotations of the invented province, two plans, a name on its way, and a report whose parts do not add up. */
export function demoRotations(asked: Asked) {
  const random = randomFrom(20_220_428);
  const turns = [...oldMoves(random, asked), ...toDistricts(random, asked), ...running(asked)].toSorted((a, b) =>
    a.startedOn < b.startedOn ? -1 : 1,
  );
  const rows = turns.map((turn) => rotationRow(random, asked, turn));
  const plans = planRows(random, asked, rows);
  return {
    rotation_plans: plans.plans,
    rotation_plan_lines: plans.lines,
    rotations: [...rows, ...plans.proposed],
    rotation_events: [...rows.flatMap((row) => eventsOf(random, asked, row)), ...plans.events],
    rotation_ratings: rows.flatMap((row) => ratingsOf(random, asked, row)),
    rotation_reports: [reportRow(random, asked)],
  };
}

const unitNames = ({ units }: Asked) =>
  new Map(units.rows.units.map(({ id, name, kind }) => [String(id), { name: String(name), kind: String(kind) }]));

function endOf(asked: Asked, post: SeedPost): End {
  const unit = unitNames(asked).get(post.unitId);
  return {
    postId: post.id,
    unitId: post.unitId,
    title: post.title,
    unitName: unit?.name ?? '',
    level: levelOfPost(post.level, unit?.kind ?? 'U'),
  };
}

const words = (level: RotationLevel, title: string, unitName: string): End => ({
  ...{ postId: null, unitId: null, title, unitName, level },
});

/** Before the catalogue: ends and posts are known by their names only. */
function oldMoves(random: Random, { cadres }: Asked): Turn[] {
  const elders = cadres.filter(({ person, post }) => person.birthYear <= 1979 && post.grade >= 60);
  return OLD_MOVES.flatMap(([year, fromLevel, fromTitle, fromUnit, toLevel, toTitle, toUnit], at) => {
    // The first one went out twice.
    const cadre = elders[(at % 6) * 3];
    if (!cadre) return [];
    const startedOn = `${year}-0${random.int(2, 9)}-01`;
    return [
      {
        cadre,
        from: words(fromLevel, fromTitle, fromUnit),
        to: words(toLevel, toTitle, toUnit),
        basis: at % 3 === 2 ? ('b' as const) : ('a' as const),
        startedOn,
        endedOn: addMonths(startedOn, random.int(36, 44)),
        appointmentId: null,
        placement: random.pick(['returned', 'higher', 'elsewhere'] as const),
        placementTitle: fromUnit,
      },
    ];
  });
}

/** To posts of the districts in their last term; all of them ended with the district level. */
function toDistricts(random: Random, asked: Asked): Turn[] {
  const held = asked.cadres.flatMap((cadre) =>
    cadre.holdings.filter(({ post, endedOn }) => post.level === 'district' && endedOn).map((holding) => ({ cadre, holding })),
  );
  return held.slice(0, 7).map(({ cadre, holding }, at) => {
    const [title, unit] = FORMER[at % FORMER.length] ?? FORMER[0];
    const short = holding.fromOn > addMonths(REFORM, -36);
    return {
      cadre,
      from: words('agency', title, unit),
      to: endOf(asked, holding.post),
      basis: holding.post.outsider ? ('b' as const) : ('a' as const),
      startedOn: holding.fromOn,
      endedOn: REFORM,
      appointmentId: holding.id,
      placement: short || random.chance(0.5) ? ('elsewhere' as const) : ('higher' as const),
      placementTitle: cadre.post.title,
    };
  });
}

const isMain = ({ post, endedOn }: SeedHolding) => !post.body && !endedOn;

/** Those who are out now: secretaries sent to communes at the reform, and district people at work in the province since two or three years. */
function running(asked: Asked): Turn[] {
  const main = asked.cadres.flatMap((cadre) => cadre.holdings.filter(isMain).map((holding) => ({ cadre, holding })));
  const secretaries = main.filter(
    ({ cadre, holding: { post } }) =>
      post.outsider && post.level === 'commune' && cadre.holdings.filter((held) => !held.post.body).length === 1,
  );
  const down = secretaries.slice(0, 5).map(({ cadre, holding }, at) => {
    const [title, unit] = FORMER[at % FORMER.length] ?? FORMER[0];
    return turnOf(cadre, words('agency', title, unit), endOf(asked, holding.post), holding, 'b');
  });
  const [oldest, newest] = [addMonths(asked.today, -40), addMonths(asked.today, -9)];
  const chosen = new Set(down.map(({ cadre }) => cadre));
  const up = main
    .filter(
      ({ cadre, holding }) =>
        holding.post.level === 'province' &&
        !holding.post.elected &&
        !chosen.has(cadre) &&
        cadre.holdings.filter(({ post }) => !post.body).length === 1,
    )
    .filter(({ holding }) => holding.fromOn >= oldest && holding.fromOn <= newest)
    .toSorted((a, b) => (a.holding.fromOn < b.holding.fromOn ? -1 : 1))
    .slice(0, 5)
    .map(({ cadre, holding }, at) => {
      const from =
        holding.fromOn < REFORM && at % 2 === 0
          ? words('district', 'Phó Chủ nhiệm Ủy ban Kiểm tra Huyện ủy', 'Đảng bộ huyện Tân Bình')
          : words('agency', 'Phó Trưởng phòng', 'Sở Kế hoạch và Đầu tư');
      return turnOf(cadre, from, endOf(asked, holding.post), holding, 'a');
    });
  return [...down, ...up];
}

const turnOf = (cadre: SeedCadre, from: End, to: End, { fromOn, id }: SeedHolding, basis: RotationBasis): Turn => ({
  ...{ cadre, from, to, basis, startedOn: fromOn, endedOn: null, appointmentId: id, placement: null, placementTitle: null },
});

const moment = (day: IsoDate) => `${day}T09:00:00+07:00`;
const unstamped = { withdrawn_at: null, updated_by: null };

function rotationRow(random: Random, { managers, people }: Asked, turn: Turn): Row {
  const { cadre, from, to, startedOn, endedOn } = turn;
  const stay = { startedOn, until: null, endedOn };
  return {
    id: random.id(startedOn),
    cadre_id: cadre.id,
    managing_unit_id: managers.get(cadre.id),
    line_id: null,
    basis: turn.basis,
    planned_for:
      turn.basis === 'a'
        ? random.pick(['Phó Giám đốc sở và tương đương', 'Ủy viên Ban Chấp hành Đảng bộ tỉnh', 'Bí thư Đảng ủy xã'])
        : null,
    ...endColumns(from, to),
    expected: random.pick(['returned', 'higher', 'elsewhere'] as const),
    proposed_start: startedOn,
    until: null,
    reason: null,
    proposed_by: people.officer,
    proposed_at: moment(addDays(startedOn, -40)),
    started_on: startedOn,
    prepare_on: prepareOn(stay, RULES),
    due_on: dueOn(stay, RULES),
    appointment_id: turn.appointmentId,
    decision_number: `${random.int(101, 1890)}-QĐ/TU`,
    decision_date: addDays(startedOn, -random.int(3, 12)),
    issuer: 'Ban Thường vụ Tỉnh ủy',
    signer: 'Nông Văn Hiệp',
    ended_on: endedOn,
    placement: turn.placement,
    placement_title: turn.placementTitle,
    result_note: endedOn
      ? random.pick(['Hoàn thành tốt nhiệm vụ ở nơi luân chuyển.', 'Trưởng thành về công tác lãnh đạo cơ sở.', null])
      : null,
    ...unstamped,
    version: 1,
    updated_at: moment(endedOn ?? startedOn),
  };
}

const endColumns = (from: End, to: End) => ({
  from_post_id: from.postId,
  from_unit_id: from.unitId,
  from_title: from.title,
  from_unit_name: from.unitName,
  from_level: from.level,
  to_post_id: to.postId,
  to_unit_id: to.unitId,
  to_title: to.title,
  to_unit_name: to.unitName,
  to_level: to.level,
});

function eventsOf(random: Random, { people }: Asked, row: Row): Row[] {
  const started = String(row.started_on);
  const decision = {
    decision_number: row.decision_number,
    decision_date: row.decision_date,
    issuer: row.issuer,
    signer: row.signer,
  };
  const none = { decision_number: null, decision_date: null, issuer: null, signer: null };
  const event = (kind: string, day: IsoDate, by: string, more: Row = none): Row => ({
    ...{ id: random.id(day), rotation_id: row.id, kind, effective_on: day, ...more },
    ...{ note: null, warnings: [], entered_by: by, entered_at: moment(day) },
  });
  return [
    event('proposed', addDays(started, -40), people.officer),
    event('consulted', addDays(started, -33), people.officer),
    event('appraised', addDays(started, -25), people.officer),
    event('submitted', addDays(started, -18), people.officer),
    event('begun', started, people.head, decision),
    ...(row.ended_on
      ? [
          event('ended', String(row.ended_on), people.head, {
            ...decision,
            decision_number: `${random.int(101, 1890)}-QĐ/TU`,
            decision_date: addDays(String(row.ended_on), -5),
          }),
        ]
      : []),
  ];
}

/** Of each year that is over; this year's word is still to come. */
function ratingsOf(random: Random, { people, today }: Asked, row: Row): Row[] {
  const [first, last] = [Number(String(row.started_on).slice(0, 4)), Number(String(row.ended_on ?? today).slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => ({
    id: random.id(`${first + at}-12-15`),
    rotation_id: row.id,
    year: first + at,
    level: random.chance(0.2) ? 'outstanding' : random.chance(0.9) ? 'good' : 'done',
    note: null,
    entered_by: people.officer,
    entered_at: moment(`${first + at}-12-20`),
  }));
}

/** This year's plan, approved, one of its needs filled and one with a name on its way; and the draft of next year's. */
function planRows(random: Random, asked: Asked, rows: Row[]) {
  const { people, units, today } = asked;
  const year = Number(today.slice(0, 4));
  const plan = (of: number, approved: boolean): Row => ({
    id: random.id(`${of - 1}-11-10`),
    unit_id: units.province.id,
    title: `Kế hoạch luân chuyển cán bộ năm ${of}`,
    year: of,
    purpose:
      'Đào tạo cán bộ trong quy hoạch qua thực tiễn; bố trí bí thư, chủ tịch ủy ban nhân dân cấp xã không là người địa phương; tăng cường cán bộ cho xã khó khăn.',
    policies: 'Bố trí nhà công vụ; hỗ trợ đi lại theo quy định của tỉnh; giữ nguyên phụ cấp chức vụ nếu chức vụ mới thấp hơn.',
    drafted_by: people.officer,
    drafted_at: moment(`${of - 1}-11-10`),
    decision_number: approved ? `214-KH/TU` : null,
    decision_date: approved ? `${of}-01-20` : null,
    issuer: approved ? 'Ban Thường vụ Tỉnh ủy' : null,
    signer: approved ? 'Nông Văn Hiệp' : null,
    approved_by: approved ? people.head : null,
    approved_at: approved ? moment(`${of}-01-20`) : null,
    version: 1,
    updated_by: people.officer,
    updated_at: moment(`${of - 1}-11-10`),
  });
  const [now, next] = [plan(year, true), plan(year + 1, false)];
  const heads = asked.posts.filter(({ outsider, level, validTo }) => outsider && level === 'commune' && !validTo);
  const line = (of: Row, post: SeedPost, month: string, need: string): Row => ({
    id: random.id(`${year}-01-10`),
    plan_id: of.id,
    unit_id: units.province.id,
    post_id: post.id,
    need,
    form: 'designated',
    starts_month: month,
    months: RULES['rotate.min'].value,
    expected: 'returned',
    entered_by: people.officer,
    entered_at: moment(`${year}-01-10`),
  });
  const empty = heads.filter(
    (post) => !asked.cadres.some(({ holdings }) => holdings.some((held) => held.post === post && !held.endedOn)),
  );
  const [first, second, third] = [...empty, ...heads];
  if (!first || !second || !third) throw new RangeError('no titles for a plan');
  const lines = [
    line(now, first, `${year}-12`, 'Vị trí đang trống, cần người ngoài địa phương'),
    line(now, second, `${year}-12`, 'Bố trí cán bộ trong quy hoạch rèn luyện ở cơ sở'),
    line(next, third, `${year + 1}-03`, 'Xã đặc biệt khó khăn, cần tăng cường cán bộ'),
  ];
  return { plans: [now, next], lines, ...proposal(random, asked, rows, first, String(lines[0]?.id)) };
}

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
  const event = (kind: string, day: IsoDate): Row => ({
    ...{ id: random.id(day), rotation_id: row.id, kind, effective_on: day, decision_number: null, decision_date: null },
    ...{ issuer: null, signer: null, note: null, warnings: [], entered_by: asked.people.officer, entered_at: moment(day) },
  });
  return {
    proposed: [row],
    events: [event('proposed', addDays(asked.today, -12)), event('consulted', addDays(asked.today, -5))],
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
