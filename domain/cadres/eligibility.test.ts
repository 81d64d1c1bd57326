import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '@/domain/calendar';
import { Standards } from '@/domain/posts/standards';
import { defaultRules, type Rules } from '@/domain/rule-sets';
import { eligibility, eligibilityWords } from './eligibility';
import { type Candidate, situationOf, sourceOf, standingOf, type WantedPost } from './eligibility-facts';
import type { Holding } from './holdings';

const rules = defaultRules();
const DAY = '2026-11-22';
const deputy: Holding = {
  postId: 'deputy',
  title: 'Phó Trưởng phòng Tổ chức cán bộ',
  unitId: 'board',
  grade: 30,
  level: 'province',
  body: false,
  from: '2022-01-01',
  to: null,
};
const person = (more: Partial<Candidate> = {}): Candidate => ({
  female: false,
  born: '1980-05-20',
  retirementRule: 'normal',
  retirementDate: null,
  homePlace: 'xã Bình Minh, tỉnh Quảng Ngãi',
  theory: 'advanced',
  professional: 'master',
  administration: 'principal',
  defence: 3,
  healthCheckedOn: '2026-09-01',
  resumeCertifiedOn: '2026-09-01',
  holdings: [deputy],
  history: [{ from: '2005-01', to: '2009-12', level: 'commune' }],
  disciplines: [],
  planned: [{ postId: 'head', title: 'Trưởng phòng Tổ chức cán bộ', grade: 40 }],
  ...more,
});
const post = (more: Partial<WantedPost> = {}): WantedPost => ({
  id: 'head',
  title: 'Trưởng phòng Tổ chức cán bộ',
  unitId: 'board',
  place: 'Tỉnh Quảng Ngãi',
  grade: 40,
  rank: 'head',
  system: 'party',
  elected: false,
  body: false,
  outsider: false,
  standards: Standards.parse({}),
  standardsFrom: '2025-10-08',
  ...more,
});
type Change = { person?: Partial<Candidate>; post?: Partial<WantedPost>; day?: string; rules?: Rules };
const report = ({ person: of = {}, post: to = {}, day = DAY, rules: by = rules }: Change = {}) =>
  eligibility(person(of), post(to), day, by);
const line = (key: string, change: Change = {}) => report(change).find((one) => one.key === key);
const verdict = (key: string, change: Change = {}) => line(key, change)?.verdict;

test('somebody ready for a higher title passes every line, each with its rule and the day from which it holds', () => {
  const lines = report();
  assert.deepEqual(
    lines.map(({ key, verdict: is }) => [key, is]),
    ['age', 'planning', 'time', 'discipline', 'wait', 'health', 'resume'].map((key) => [key, 'pass']),
  );
  for (const { basis } of lines) assert.match(basis, /^theo .+, hiệu lực từ \d\d\/\d\d\/\d{4}$/);
  assert.equal(eligibilityWords(lines), 'Đạt 7/7 điều kiện');
});

test('how a title stands to the one held, and for what age is then counted', () => {
  const seat: Holding = { ...deputy, postId: 'seat', grade: 80, body: true };
  const stands = (to: Partial<WantedPost>, holdings: Holding[] = [deputy]) => standingOf({ holdings }, post(to), DAY);
  assert.deepEqual(
    [stands({}), stands({ grade: 30 }), stands({ grade: 29 }), stands({ id: 'deputy', grade: 30 }), stands({}, [])],
    ['higher', 'equal', 'lower', 'held', 'first'],
  );
  assert.equal(stands({}, [seat]), 'first');
  assert.equal(stands({ body: true, grade: 80 }, [deputy]), 'first');
  assert.equal(stands({ body: true, grade: 90 }, [deputy, seat]), 'higher');
  assert.equal(stands({}, [{ ...deputy, to: DAY }]), 'first');
  const asked = (elected: boolean, system: WantedPost['system'], standing: ReturnType<typeof stands>) =>
    situationOf({ elected, system }, standing);
  assert.deepEqual(
    [
      asked(false, 'state', 'higher'),
      asked(false, 'state', 'first'),
      asked(false, 'state', 'held'),
      asked(true, 'party', 'held'),
      asked(true, 'front', 'held'),
      asked(true, 'party', 'higher'),
      asked(true, 'party', 'first'),
      asked(true, 'party', 'equal'),
    ],
    ['first', 'first', 'same', 'reelection', 'front_reelection', 'nomination', 'nomination', 'same'],
  );
});

test('age: 59 months left fail, 60 and 61 pass, with the months missing in words', () => {
  const at = (day: string) => line('age', { person: { born: '1969-11-05' }, day });
  assert.deepEqual(
    ['2026-12-01', '2026-11-30', '2026-10-31'].map((day) => at(day)?.verdict),
    ['fail', 'pass', 'pass'],
  );
  assert.match(at('2026-12-01')?.words ?? '', /^Còn 59 tháng, cần 60 tháng, thiếu 1 tháng; nghỉ hưu 30\/11\/2031/);
  assert.match(
    line('age', { post: { grade: 30 }, person: { born: '1966-04-01' } })?.words ?? '',
    /^Không tính tuổi; còn 17 tháng/,
  );
  assert.equal(verdict('age', { post: { grade: 30 }, person: { born: '1964-01-01' } }), 'authority');
  const rotated = eligibility(person({ born: '1974-10-01' }), post(), DAY, rules, 'rotation').find(({ key }) => key === 'age');
  assert.deepEqual([rotated?.verdict, rotated?.condition], ['fail', 'Tuổi: luân chuyển cán bộ trong quy hoạch']);
});

test('planning: local sources need this title or an equivalent-or-higher one, outside sources an equivalent-or-higher one; exceptions are the authority’s', () => {
  const planned = (grade: number, postId = 'other') => [{ postId, title: 'Chánh Văn phòng', grade }];
  const away: Partial<Candidate> = { holdings: [{ ...deputy, unitId: 'elsewhere' }] };
  const of = (more: Partial<Candidate>) => line('planning', { person: more });
  assert.equal(sourceOf(person(), post(), DAY), 'local');
  assert.equal(sourceOf(person(away), post(), DAY), 'outside');
  assert.deepEqual(
    [39, 40, 41].map((grade) => of({ planned: planned(grade) })?.verdict),
    ['authority', 'pass', 'pass'],
  );
  assert.deepEqual(
    [39, 40, 41].map((grade) => of({ ...away, planned: planned(grade) })?.verdict),
    ['authority', 'pass', 'pass'],
  );
  assert.match(of({ planned: planned(40, 'head') })?.words ?? '', /^Nguồn tại chỗ: đã quy hoạch/);
  assert.match(of({ planned: [] })?.words ?? '', /^Nguồn tại chỗ: chưa quy hoạch chức danh này hoặc/);
  assert.match(of({ ...away, planned: [] })?.words ?? '', /^Nguồn từ nơi khác: chưa quy hoạch chức danh tương đương/);
  assert.match(of({ planned: null })?.words ?? '', /đối chiếu/);
  assert.equal(of({ planned: null })?.verdict, 'authority');
  assert.match(line('planning', { post: { grade: 30 }, person: { planned: [] } })?.words ?? '', /^Không đặt ra/);
  const free: Rules = { ...rules, 'appoint.planned': { ...rules['appoint.planned'], value: 'free' } };
  assert.equal(verdict('planning', { person: { planned: [] }, rules: free }), 'pass');
});

test('time in the present title: 23 months fail, 24 and 25 pass; not asked of a first or an equal title', () => {
  const since = (months: number) => ({ person: { holdings: [{ ...deputy, from: addMonths(DAY, -months) }] } });
  assert.deepEqual(
    [23, 24, 25].map((months) => verdict('time', since(months))),
    ['fail', 'pass', 'pass'],
  );
  assert.match(line('time', since(23))?.words ?? '', /^23 tháng \(Phó Trưởng phòng.*cần 24 tháng$/);
  assert.equal(verdict('time', { person: { holdings: [] } }), 'pass');
  assert.equal(verdict('time', { ...since(1), post: { grade: 30 } }), 'pass');
});

for (const [form, months] of [
  ['reprimand', 24],
  ['warning', 36],
  ['removal', 60],
] as const)
  test(`${form}: a higher title must wait ${months} months to the day, an equal one only until it no longer stands`, () => {
    const on = (decidedOn: string, endsOn: string | null = null, to: Partial<WantedPost> = {}) => {
      const change = { person: { disciplines: [{ form, decidedOn, endsOn }] }, post: to };
      return [verdict('discipline', change), verdict('wait', change)];
    };
    const wait = addMonths(DAY, -months);
    assert.deepEqual(
      [on(addDays(wait, 1)), on(wait), on(addDays(wait, -1))],
      [
        ['pass', 'fail'],
        ['pass', 'pass'],
        ['pass', 'pass'],
      ],
    );
    assert.deepEqual(on(addDays(wait, 1), null, { grade: 30 }), ['pass', 'pass']);
    assert.deepEqual(on('2026-01-01', '2026-11-23'), ['fail', 'fail']);
    assert.deepEqual(on('2026-01-01', DAY), ['pass', 'fail']);
  });

test('papers hold for 6 months to the day, and what the file does not have is not passed', () => {
  for (const [key, field] of [
    ['health', 'healthCheckedOn'],
    ['resume', 'resumeCertifiedOn'],
  ] as const) {
    const made = (on: string | null) => verdict(key, { person: { [field]: on } });
    assert.deepEqual(
      ['2026-05-21', '2026-05-22', '2026-05-23', DAY, '2026-11-23', null].map(made),
      ['fail', 'pass', 'pass', 'pass', 'fail', 'fail'],
      key,
    );
  }
  assert.equal(line('health')?.condition, 'Giấy khám sức khỏe trong 6 tháng');
});

test('a title for outsiders: who was born there fails, of others the authority compares; other titles do not ask', () => {
  const outsider = (homePlace: string | null) =>
    verdict('local', { post: { outsider: true, place: 'Xã Bình Minh' }, person: { homePlace } });
  for (const home of ['Xã BÌNH MINH, tỉnh Quảng Ngãi', 'xã Cũ (nay là xã Bình Minh)', 'xã bình minh'])
    assert.equal(outsider(home), 'fail', home);
  for (const home of ['xã Bình Minh Hạ, tỉnh Quảng Ngãi', 'phường Bình Minh', 'xã Đông Sơn', null])
    assert.equal(outsider(home), 'authority', String(home));
  assert.equal(line('local'), undefined);
});

test('a head of such a place for two whole terms running does not stay for a third', () => {
  const head = (months: number, more: Partial<WantedPost> = {}) =>
    verdict('terms', {
      person: { holdings: [{ ...deputy, postId: 'head', grade: 40, from: addMonths(DAY, -months) }] },
      post: { outsider: true, ...more },
    });
  assert.deepEqual(
    [119, 120, 121].map((months) => head(months)),
    ['pass', 'fail', 'fail'],
  );
  assert.equal(head(121, { outsider: false }), undefined);
  assert.equal(head(121, { rank: 'deputy' }), undefined);
});

test('standards of the title are asked one by one at their thresholds; what is only text is for the authority to read', () => {
  const asked = (standards: Partial<Standards>, more: Partial<Candidate> = {}) =>
    report({ post: { standards: Standards.parse(standards) }, person: more })
      .filter(({ key }) => key.startsWith('standard.') || key === 'text')
      .map(({ verdict: is }) => is);
  assert.deepEqual(asked({ theory: 'advanced' }, { theory: 'middle' }), ['fail']);
  assert.deepEqual(asked({ theory: 'advanced' }), ['pass']);
  assert.deepEqual(asked({ professional: 'university' }, { professional: 'college' }), ['fail']);
  assert.deepEqual(asked({ administration: 'senior' }), ['fail']);
  assert.deepEqual(
    [2, 3, 4].map((defence) => asked({ defence })[0]),
    ['fail', 'pass', 'pass'],
  );
  assert.deepEqual(
    [59, 60, 61].map((grassrootsMonths) => asked({ grassrootsMonths })[0]),
    ['pass', 'pass', 'fail'],
  );
  assert.deepEqual(asked({ grassrootsMonths: 12 }, { history: [], holdings: [] }), ['authority']);
  assert.deepEqual(
    [58, 59].map((presentPostMonths) => asked({ presentPostMonths })[0]),
    ['pass', 'fail'],
  );
  assert.deepEqual(asked({ text: 'Có uy tín cao trong cấp ủy.' }), ['authority']);
  assert.deepEqual(asked({}), []);
  const [only] = report({ post: { standards: Standards.parse({ theory: 'advanced' }) } }).slice(-1);
  assert.deepEqual([only?.condition, only?.words], ['Lý luận chính trị: từ cao cấp', 'Cao cấp']);
  assert.match(only?.basis ?? '', /danh mục, hiệu lực từ 08\/10\/2025$/);
});

test('the rule of the day decides: a stricter value makes the same person fail, and is cited', () => {
  const stricter: Rules = {
    ...rules,
    'post.time': { value: 60, citation: 'Quy định 12-QĐ/TU ngày 05/3/2026', validFrom: '2026-03-05', unsure: true },
  };
  const time = line('time', { rules: stricter });
  assert.deepEqual([time?.verdict, time?.unsure], ['fail', true]);
  assert.equal(time?.basis, 'theo Quy định 12-QĐ/TU ngày 05/3/2026, hiệu lực từ 05/03/2026');
});

test('the summary counts what fails and what is left to the authority', () => {
  assert.equal(
    eligibilityWords(report({ person: { planned: [], healthCheckedOn: null, resumeCertifiedOn: null } })),
    'Đạt 4/7 điều kiện; 2 chưa đạt; 1 do cấp có thẩm quyền quyết định',
  );
});

test('who is old enough on a day is so on every earlier one; who no longer waits and has served long enough stays so', () => {
  const months = fc.integer({ min: 0, max: 300 });
  const form = fc.constantFrom('reprimand' as const, 'warning' as const, 'removal' as const);
  fc.assert(
    fc.property(months, fc.integer({ min: 0, max: 262 }), fc.integer({ min: 0, max: 60 }), form, (birth, from, apart, kind) => {
      const who: Partial<Candidate> = {
        born: addMonths('1962-01-15', birth),
        holdings: [{ ...deputy, from: addMonths('2005-01-01', from) }],
        disciplines: [{ form: kind, decidedOn: '2023-06-01', endsOn: null }],
      };
      const [early, late] = [DAY, addMonths(DAY, apart)];
      const passes = (key: string, day: string) => verdict(key, { person: who, day }) === 'pass';
      if (passes('age', late)) assert.ok(passes('age', early));
      for (const key of ['time', 'wait', 'discipline']) if (passes(key, early)) assert.ok(passes(key, late), key);
    }),
  );
});
