import type { DemoUnits } from './demo-units';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
type Learner = { memberId: string; committeeId: string; cadre: Row | null };
type Plan = {
  unitId: string;
  kind: string;
  name: string;
  theory?: string;
  defence?: number;
  school: string;
  place: string;
  fromOn: string;
  toOn: string;
  planned: number;
  others?: number;
  decisionNumber: string;
};

/** Five classes of this year and the last with who sat in them; what cadres finished stands in their files. */
export function demoTrainings(
  { province, committees }: DemoUnits,
  members: readonly Row[],
  cadres: readonly Row[],
  by: { officer: string; today: string },
) {
  const random = randomFrom(20_260_905);
  const out = { training_classes: [] as Row[], training_turns: [] as Row[], cadre_trainings: [] as Row[] };
  const byMember = new Map(cadres.map((cadre) => [cadre.member_id, cadre]));
  const year = Number(by.today.slice(0, 4));
  const ward = committees.find(({ name }) => name === 'Đảng bộ phường Trần Phú') ?? province;
  const learners = members.flatMap((member): Learner[] =>
    member.status === 'official'
      ? [{ memberId: String(member.id), committeeId: String(member.committee_id), cadre: byMember.get(member.id) ?? null }]
      : [],
  );
  const some = (wanted: (learner: Learner) => boolean, count: number) => picked(random, learners.filter(wanted), count);
  const advanced = some(({ cadre }) => cadre?.theory === 'middle' && cadre.defence === 3, 12);
  const classes: [Plan, Learner[]][] = [
    [middleClass(province.id, year), some(({ cadre }) => cadre?.theory === 'middle', 28)],
    [advancedClass(province.id, year), advanced],
    [
      defenceClass(province.id, year),
      [...advanced.slice(0, 5), ...some((one) => one.cadre?.defence === 3 && !advanced.includes(one), 33)],
    ],
    [cellClass(ward.id, year), some(({ committeeId }) => committeeId === ward.id, 22)],
    [candidateClass(ward.id, year), []],
  ];
  for (const [plan, sent] of classes) addClass(random, out, plan, sent, by);
  return out;
}

const SCHOOL = 'Trường Chính trị tỉnh Bình Sơn';
const middleClass = (unitId: string, year: number): Plan => ({
  ...{
    unitId,
    kind: 'theory',
    theory: 'middle',
    name: 'Trung cấp lý luận chính trị hệ không tập trung khóa 12',
    school: SCHOOL,
    place: 'Phường Trần Phú',
  },
  ...{ fromOn: `${year - 1}-09-08`, toOn: `${year}-08-28`, planned: 45, decisionNumber: '318-QĐ/TU' },
});
const advancedClass = (unitId: string, year: number): Plan => ({
  ...{
    unitId,
    kind: 'theory',
    theory: 'advanced',
    name: 'Cao cấp lý luận chính trị hệ không tập trung',
    school: 'Học viện Chính trị khu vực I',
  },
  ...{ place: 'Hà Nội', fromOn: `${year}-03-16`, toOn: `${year + 1}-08-27`, planned: 15, decisionNumber: '97-QĐ/TU' },
});
const defenceClass = (unitId: string, year: number): Plan => ({
  ...{
    unitId,
    kind: 'defence',
    defence: 3,
    name: 'Bồi dưỡng kiến thức quốc phòng và an ninh đối tượng 3, khóa 2',
    school: 'Trường Quân sự tỉnh',
  },
  ...{
    place: 'Bộ Chỉ huy Quân sự tỉnh',
    fromOn: `${year}-05-11`,
    toOn: `${year}-05-22`,
    planned: 40,
    decisionNumber: '164-QĐ/HĐGDQPAN',
  },
});
const cellClass = (unitId: string, year: number): Plan => ({
  ...{
    unitId,
    kind: 'cell',
    name: 'Bồi dưỡng nghiệp vụ công tác đảng cho bí thư, cấp ủy viên chi bộ',
    school: 'Trung tâm Chính trị',
  },
  ...{
    place: 'Hội trường phường Trần Phú',
    fromOn: `${year}-07-14`,
    toOn: `${year}-07-17`,
    planned: 25,
    decisionNumber: '41-KH/ĐU',
  },
});
const candidateClass = (unitId: string, year: number): Plan => ({
  ...{ unitId, kind: 'candidate', name: 'Bồi dưỡng nhận thức về Đảng cho quần chúng ưu tú đợt 2', school: 'Trung tâm Chính trị' },
  ...{
    place: 'Hội trường phường Trần Phú',
    fromOn: `${year}-09-21`,
    toOn: `${year}-09-25`,
    planned: 60,
    others: 52,
    decisionNumber: '58-KH/ĐU',
  },
});

function picked(random: Random, pool: readonly Learner[], count: number): Learner[] {
  const left = [...pool];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.int(0, left.length - 1), 1)[0]).filter(
    (one) => one !== undefined,
  );
}

type Out = ReturnType<typeof demoTrainings>;

function addClass(
  random: Random,
  out: Out,
  plan: Plan,
  sent: readonly Learner[],
  { officer, today }: { officer: string; today: string },
): void {
  const id = random.id(plan.fromOn);
  const {
    unitId,
    kind,
    name,
    theory = null,
    defence = null,
    school,
    place,
    fromOn,
    toOn,
    planned,
    others = 0,
    decisionNumber,
  } = plan;
  const edited = { version: 1, updated_by: officer, updated_at: `${fromOn}T09:00:00+07:00` };
  out.training_classes.push({
    ...{ id, unit_id: unitId, kind, name, theory, defence, school, place, from_on: fromOn, to_on: toOn, planned, others },
    ...{ decision_number: decisionNumber, ...edited },
  });
  for (const { memberId, committeeId, cadre } of sent) {
    const over = toOn < today;
    const result = over ? (random.chance(0.05) ? 'failed' : random.chance(0.2) ? 'distinction' : 'passed') : 'enrolled';
    const certificate = over && result !== 'failed' ? `${random.int(1200, 9800)}/${toOn.slice(0, 4)}` : null;
    out.training_turns.push({
      ...{ id: random.id(fromOn), class_id: id, unit_id: unitId, committee_id: committeeId, member_id: memberId },
      ...{ result, certificate, entered_by: officer, ...edited },
    });
    if (cadre && certificate && (kind === 'theory' || kind === 'defence'))
      out.cadre_trainings.push({
        ...{ id: random.id(toOn), cadre_id: cadre.id, managing_unit_id: cadre.managing_unit_id, kind, name, school, form: null },
        ...{ from_month: fromOn.slice(0, 7), to_month: toOn.slice(0, 7), certificate, valid_to: null, class_id: id },
        ...{ entered_by: officer, entered_at: `${toOn}T15:00:00+07:00` },
      });
  }
}
