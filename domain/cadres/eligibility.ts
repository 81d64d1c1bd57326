import { addMonths, formatDate, type IsoDate } from '@/domain/calendar';
import { basisOf, type InForce, type Rules } from '@/domain/rule-sets';
import { readinessFor, type StandardAnswer } from '@/domain/succession/readiness';
import { DISCIPLINES } from './codes';
import { standing as disciplineOn, WAIT_RULES, waiting } from './discipline';
import {
  type Candidate,
  type Line,
  type Standing,
  situationOf,
  sourceOf,
  standingOf,
  type Verdict,
  type WantedPost,
} from './eligibility-facts';
import { grassrootsMonths, monthsAtGrade, monthsRunning, presentTitle } from './holdings';
import { placesIn } from './home-place';
import { AGE_SITUATIONS, type AgeSituation, ageAnswer } from './months-left';
import { monthsLeft, retirementOf } from './retirement';
import { hasHeadedLongEnough } from './terms';

type Answer = Pick<Line, 'verdict' | 'words'>;
type Asked = { person: Candidate; post: WantedPost; day: IsoDate; rules: Rules; standing: Standing; situation: AgeSituation };

/** Every condition with what the file says of it, by the rules of that day. Nothing blocks: exceptions belong to the competent authority. */
export function eligibility(person: Candidate, post: WantedPost, day: IsoDate, rules: Rules, wanted?: AgeSituation): Line[] {
  const stands = standingOf(person, post, day);
  const asked: Asked = { person, post, day, rules, standing: stands, situation: wanted ?? situationOf(post, stands) };
  return [age, planning, timeInPost, disciplineInForce, disciplineWait, ...PAPERS, local, terms]
    .flatMap((ask) => ask(asked) ?? [])
    .concat(standards(asked));
}

const line = (key: string, condition: string, answer: Answer, rule: InForce<unknown>): Line => ({
  key,
  condition,
  ...answer,
  basis: basisOf(rule),
  unsure: rule.unsure,
});
const met = (is: boolean): Verdict => (is ? 'pass' : 'fail');
const NOT_ASKED: Answer = { verdict: 'pass', words: 'Không đặt ra: chức vụ tương đương hoặc thấp hơn chức vụ đang giữ' };

function age({ person, day, rules, situation }: Asked): Line {
  const retirement = retirementOf(
    { female: person.female, born: person.born, rule: person.retirementRule, on: person.retirementDate },
    rules,
  );
  const answer = ageAnswer(situation, retirement, day, rules);
  const left = monthsLeft(retirement, day);
  const name = AGE_SITUATIONS[situation];
  const condition = `Tuổi: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const retires = `nghỉ hưu ${formatDate(retirement.leaves)} (${retirement.basis})`;
  if (answer === null)
    return line(
      'age',
      condition,
      { verdict: left > 0 ? 'pass' : 'authority', words: `Không tính tuổi; còn ${left} tháng, ${retires}` },
      rules['months.appoint'],
    );
  const short = answer.enough ? '' : `, thiếu ${answer.needed - answer.left} tháng`;
  return {
    key: 'age',
    condition,
    verdict: met(answer.enough),
    words: `Còn ${answer.left} tháng, cần ${answer.needed} tháng${short}; ${retires}`,
    basis: answer.basis,
    unsure: answer.unsure,
  };
}

const asksForMore = (standing: Standing) => standing === 'higher' || standing === 'first';

function planning({ person, post, day, rules, standing }: Asked): Line {
  const rule = rules['appoint.planned'];
  const make = (answer: Answer) => line('planning', 'Trong quy hoạch', answer, rule);
  if (rule.value === 'free') return make({ verdict: 'pass', words: 'Không bắt buộc' });
  if (!asksForMore(standing)) return make(NOT_ASKED);
  const source = sourceOf(person, post, day) === 'local' ? 'Nguồn tại chỗ' : 'Nguồn từ nơi khác';
  if (person.planned === null)
    return make({ verdict: 'authority', words: `${source}: quy hoạch do cấp quản lý chức danh đối chiếu` });
  const own = person.planned.find(({ postId }) => postId === post.id);
  const planned = own ?? person.planned.find(({ grade }) => grade >= post.grade);
  if (planned) return make({ verdict: 'pass', words: `${source}: đã quy hoạch ${planned.title}` });
  const needed =
    source === 'Nguồn tại chỗ' ? 'chức danh này hoặc chức danh tương đương trở lên' : 'chức danh tương đương trở lên';
  return make({
    verdict: 'authority',
    words: `${source}: chưa quy hoạch ${needed}; cấp bổ nhiệm quyết định trường hợp ngoại lệ và chịu trách nhiệm`,
  });
}

function timeInPost({ person, post, day, rules, standing }: Asked): Line {
  const rule = rules['post.time'];
  const make = (answer: Answer) => line('time', 'Thời gian giữ chức vụ hiện tại hoặc tương đương', answer, rule);
  if (standing === 'first') return make({ verdict: 'pass', words: 'Không đặt ra: chưa giữ chức vụ' });
  if (standing !== 'higher') return make(NOT_ASKED);
  const present = presentTitle(person.holdings, day, post.body);
  const months = present === null ? 0 : monthsAtGrade(person.holdings, present.grade, post.body, day);
  return make({ verdict: met(months >= rule.value), words: `${months} tháng (${present?.title}), cần ${rule.value} tháng` });
}

function disciplineInForce({ person, day, rules }: Asked): Line {
  const stands = disciplineOn(person.disciplines, day, rules);
  const words = stands
    ? `${DISCIPLINES[stands.discipline.form]} ngày ${formatDate(stands.discipline.decidedOn)}, còn hiệu lực đến ${formatDate(stands.until)}`
    : 'Không có kỷ luật còn hiệu lực';
  return line('discipline', 'Không trong thời hạn kỷ luật', { verdict: met(!stands), words }, rules['discipline.expiry']);
}

function disciplineWait({ person, day, rules, standing }: Asked): Line {
  const condition = 'Chờ sau kỷ luật để giữ chức vụ cao hơn';
  const waits = waiting(person.disciplines, day, rules);
  if (!waits) return line('wait', condition, { verdict: 'pass', words: 'Không phải chờ' }, rules['wait.reprimand']);
  const rule = rules[WAIT_RULES[waits.discipline.form]];
  if (!asksForMore(standing)) return line('wait', condition, NOT_ASKED, rule);
  const words = `${DISCIPLINES[waits.discipline.form]} ngày ${formatDate(waits.discipline.decidedOn)}: chờ ${rule.value} tháng, từ ${formatDate(waits.until)}`;
  return line('wait', condition, { verdict: 'fail', words }, rule);
}

const paper = (key: string, name: string, of: (person: Candidate) => IsoDate | null) =>
  function onPaper({ person, day, rules }: Asked): Line {
    const rule = rules['papers.validity'];
    const condition = `${name} trong ${rule.value} tháng`;
    const made = of(person);
    if (made === null || made > day) return line(key, condition, { verdict: 'fail', words: 'Hồ sơ chưa ghi' }, rule);
    const until = addMonths(made, rule.value);
    const words = `Ngày ${formatDate(made)}, ${until < day ? 'hết' : 'còn'} giá trị ${until < day ? 'từ' : 'đến'} ${formatDate(until)}`;
    return line(key, condition, { verdict: met(day <= until), words }, rule);
  };
const PAPERS = [
  paper('health', 'Giấy khám sức khỏe', ({ healthCheckedOn }) => healthCheckedOn),
  paper('resume', 'Sơ yếu lý lịch 2C được xác nhận', ({ resumeCertifiedOn }) => resumeCertifiedOn),
];

/** Only where the title is not for a local person. What the file cannot decide stays with the authority: old place names, whole provinces. */
function local({ person, post, rules }: Asked): Line | null {
  if (!post.outsider || rules['post.local'].value === 'any') return null;
  const home = person.homePlace;
  const isLocal = placesIn(home ?? '').includes(post.place.toLocaleLowerCase('vi'));
  const answer: Answer = isLocal
    ? { verdict: 'fail', words: `Quê quán ${home}: là người địa phương` }
    : { verdict: 'authority', words: home ? `Quê quán ${home}: đối chiếu địa bàn` : 'Hồ sơ chưa ghi quê quán' };
  return line('local', 'Không là người địa phương', answer, rules['post.local']);
}

function terms({ person, post, day, rules, standing }: Asked): Line | null {
  if (!post.outsider || post.rank !== 'head' || standing !== 'held') return null;
  const months = monthsRunning(person.holdings, post.id, day);
  const limit = rules['head.terms'];
  const words = `Đã giữ liên tục ${months} tháng, ${limit.value} nhiệm kỳ là ${limit.value * rules['appoint.term'].value} tháng`;
  return line(
    'terms',
    'Không quá số nhiệm kỳ liên tiếp ở một nơi',
    { verdict: met(!hasHeadedLongEnough(months, rules)), words },
    limit,
  );
}

const CATALOGUE = 'tiêu chuẩn của chức danh trong danh mục';

function standards({ person, post, day }: Asked): Line[] {
  const present = presentTitle(person.holdings, day, post.body);
  const { answers } = readinessFor(post.standards, {
    ...person,
    presentPostMonths: present && monthsAtGrade(person.holdings, present.grade, post.body, day),
    grassrootsMonths: grassrootsMonths(person.history, person.holdings, day),
  });
  const basis = basisOf({ citation: CATALOGUE, validFrom: post.standardsFrom });
  const checked = answers.map((answer) => standardLine(answer, basis));
  const { text } = post.standards;
  if (!text) return checked;
  return [...checked, { key: 'text', condition: 'Tiêu chuẩn khác', verdict: 'authority', words: text, basis, unsure: false }];
}

const standardLine = ({ key, label, asked, has, met: is }: StandardAnswer, basis: string): Line => ({
  key: `standard.${key}`,
  condition: `${label}: ${asked}`,
  verdict: is === null ? 'authority' : met(is),
  words: has,
  basis,
  unsure: false,
});

export type Count = Record<Verdict, number>;
export const countVerdicts = (lines: readonly Line[]): Count => ({
  pass: lines.filter(({ verdict }) => verdict === 'pass').length,
  fail: lines.filter(({ verdict }) => verdict === 'fail').length,
  authority: lines.filter(({ verdict }) => verdict === 'authority').length,
});

/** 'Đạt 9/12 điều kiện; 2 chưa đạt; 1 do cấp có thẩm quyền quyết định.' */
export function eligibilityWords(lines: readonly Line[]): string {
  const { pass, fail, authority } = countVerdicts(lines);
  const rest = [...(fail ? [`${fail} chưa đạt`] : []), ...(authority ? [`${authority} do cấp có thẩm quyền quyết định`] : [])];
  return [`Đạt ${pass}/${lines.length} điều kiện`, ...rest].join('; ');
}
