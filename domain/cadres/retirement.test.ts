import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, isIsoDate, latest, type PartialDate } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import type { RetirementRule } from './codes';
import {
  birthMonth,
  birthSpan,
  birthsRetiringIn,
  birthWindows,
  monthIndex,
  monthsEarly,
  monthsLeft,
  retirementAge,
  retirementOf,
  shiftWarning,
} from './retirement';

const rules = defaultRules();
const roadmap = rules['retire.roadmap'].value;
const person = (sex: 'man' | 'woman', born: PartialDate, rule: RetirementRule = 'normal', on: string | null = null) => ({
  female: sex === 'woman',
  born,
  rule,
  on,
});
const retires = (...given: Parameters<typeof person>) => retirementOf(person(...given), rules);

/** Nghị định 135/2020/NĐ-CP, Phụ lục I: year, years and months of age, first and last month of birth. */
const MEN: [number, number, number, string, string][] = [
  [2021, 60, 3, '1961-01', '1961-09'],
  [2022, 60, 6, '1961-10', '1962-06'],
  [2023, 60, 9, '1962-07', '1963-03'],
  [2024, 61, 0, '1963-04', '1963-12'],
  [2025, 61, 3, '1964-01', '1964-09'],
  [2026, 61, 6, '1964-10', '1965-06'],
  [2027, 61, 9, '1965-07', '1966-03'],
];
const WOMEN: [number, number, number, string, string][] = [
  [2021, 55, 4, '1966-01', '1966-08'],
  [2022, 55, 8, '1966-09', '1967-04'],
  [2023, 56, 0, '1967-05', '1967-12'],
  [2024, 56, 4, '1968-01', '1968-08'],
  [2025, 56, 8, '1968-09', '1969-04'],
  [2026, 57, 0, '1969-05', '1969-12'],
  [2027, 57, 4, '1970-01', '1970-08'],
  [2028, 57, 8, '1970-09', '1971-04'],
  [2029, 58, 0, '1971-05', '1971-12'],
  [2030, 58, 4, '1972-01', '1972-08'],
  [2031, 58, 8, '1972-09', '1973-04'],
  [2032, 59, 0, '1973-05', '1973-12'],
  [2033, 59, 4, '1974-01', '1974-08'],
  [2034, 59, 8, '1974-09', '1975-04'],
];

for (const [sex, table, open, last] of [
  ['man', MEN, '1966-04', 62 * 12],
  ['woman', WOMEN, '1975-05', 60 * 12],
] as const)
  test(`every window of the roadmap for a ${sex}, on its first and last day and one day outside`, () => {
    const age = (born: string) => retirementAge(roadmap, sex === 'woman', born);
    table.forEach(([year, years, months, first, end], at) => {
      const before = at === 0 ? (sex === 'man' ? 720 : 660) : (table[at - 1]?.[1] ?? 0) * 12 + (table[at - 1]?.[2] ?? 0);
      const after = at === table.length - 1 ? last : (table[at + 1]?.[1] ?? 0) * 12 + (table[at + 1]?.[2] ?? 0);
      const [opens, closes] = [`${first}-01`, latest(end)];
      assert.deepEqual(
        [addDays(opens, -1), opens, closes, addDays(closes, 1)].map(age),
        [before, years * 12 + months, years * 12 + months, after],
        `${sex} ${year}`,
      );
      for (const born of [opens, closes]) assert.equal(retires(sex, born).leaves.slice(0, 4), String(year), `${sex} ${born}`);
    });
    assert.deepEqual([`${open}-01`, '1990-06-15', '2005-12-31'].map(age), [last, last, last]);
  });

test('the windows follow each other without a gap, from everybody before to everybody after', () => {
  for (const female of [false, true]) {
    const windows = birthWindows(roadmap, female);
    windows.slice(1).forEach((window, at) => {
      assert.equal(monthIndex(window.from ?? ''), monthIndex(windows[at]?.to ?? '') + 1);
    });
    assert.equal(windows[0]?.from, null);
    assert.equal(windows.at(-1)?.to, null);
  }
  assert.deepEqual(
    birthWindows(roadmap, false).map(({ from, to }) => [from, to]),
    [[null, '1960-12'], ...MEN.map(([, , , from, to]) => [from, to]), ['1966-04', null]],
  );
});

test('a man born on 15/01/1966 reaches the age in 10/2027, leaves on its last day, has a pension from 11/2027', () => {
  const his = retires('man', '1966-01-15');
  assert.deepEqual([his.reaches, his.leaves, his.pension], ['2027-10-01', '2027-10-31', '2027-11-01']);
  assert.equal(his.ageMonths, 61 * 12 + 9);
  assert.match(his.basis, /^61 tuổi 9 tháng, theo Nghị định 135\/2020\/NĐ-CP.*hiệu lực từ 01\/01\/2021$/);
  assert.equal(monthsEarly(his, '2025-05-01'), 30);
  assert.equal(monthsLeft(his, '2025-05-01'), 29);
});

/** Chỉ thị 45-CT/TW: level, month of measuring, least months, first births of men and women that have them. */
const CT45: [string, string, number, string, string][] = [
  ['first time in a provincial committee', '2025-09', 60, '1968-09', '1972-05'],
  ['again in a provincial committee', '2025-09', 48, '1967-09', '1971-09'],
  ['first time in a commune', '2025-07', 60, '1968-07', '1972-03'],
  ['first time above the grass roots', '2025-06', 60, '1968-06', '1972-02'],
  ['first time at the grass roots', '2025-04', 60, '1968-04', '1972-01'],
];
for (const [situation, measured, least, man, woman] of CT45)
  test(`the births of Chỉ thị 45 come out exactly: ${situation}`, () => {
    const left = (sex: 'man' | 'woman', born: string) => monthsLeft(retires(sex, born), `${measured}-01`);
    assert.ok(left('man', man) >= least && left('woman', woman) >= least);
    assert.ok(left('man', addMonths(`${man}-01`, -1)) < least && left('woman', addMonths(`${woman}-01`, -1)) < least);
  });

test('the months left that the domain file verified, one by one', () => {
  const cases: ['man' | 'woman', string, string, number][] = [
    ['man', '1968-09', '2025-09-01', 60],
    ['woman', '1972-05', '2025-09-01', 60],
    ['man', '1968-08', '2025-09-01', 59],
    ['woman', '1972-04', '2025-09-01', 59],
    ['man', '1967-09', '2025-09-01', 48],
    ['woman', '1971-09', '2025-09-01', 48],
    ['man', '1968-07', '2025-07-01', 60],
    ['woman', '1972-03', '2025-07-01', 60],
    ['man', '1968-06', '2025-06-01', 60],
    ['woman', '1972-02', '2025-06-01', 60],
    ['man', '1968-04', '2025-04-01', 60],
    ['woman', '1972-01', '2025-04-01', 61],
    ['woman', '1971-12', '2025-04-01', 56],
    ['man', '1967-03', '2025-09-01', 42],
  ];
  for (const [sex, born, day, expected] of cases) assert.equal(monthsLeft(retires(sex, born), day), expected, `${sex} ${born}`);
});

test('months left count months, not days: the last day of the month of reaching still has 0', () => {
  const his = retires('man', '1964-10-31');
  assert.equal(his.reaches, '2026-04-01');
  assert.deepEqual(
    ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map((day) => monthsLeft(his, day)),
    [1, 0, 0, -1],
  );
  assert.deepEqual(
    ['2026-03-31', '2026-04-30', '2026-05-01'].map((day) => monthsEarly(his, day)),
    [2, 1, 0],
  );
});

test('a birth of which only the year is known counts as 1 January; without a day, as its month', () => {
  assert.deepEqual(retires('man', '1965'), retires('man', '1965-01-01'));
  assert.deepEqual(retires('woman', '1970-08'), retires('woman', '1970-08-31'));
  assert.equal(retires('man', '1965').leaves, '2026-07-31');
});

test('nobody reaches the age by the roadmap from January to March (men), to April (women) while the age still rises', () => {
  for (const [sex, from, count, first] of [
    ['man', '1961-01-01', 63, 4],
    ['woman', '1966-01-01', 112, 5],
  ] as const)
    for (let at = 0; at < count; at += 1) {
      const month = Number(retires(sex, addMonths(from, at)).reaches.slice(5, 7));
      assert.ok(month >= first, `${sex} ${addMonths(from, at)}: ${month}`);
    }
});

test('a woman in a listed post works to 60 while the roadmap is lower; the roadmap stands once it is as high; a man keeps his', () => {
  const hers = retires('woman', '1970-03-08', 'women_60');
  assert.deepEqual([hers.leaves, hers.ageMonths], ['2030-03-31', 720]);
  assert.match(hers.basis, /83\/2022/);
  assert.match(retires('woman', '1980-03-08', 'women_60').basis, /135\/2020/);
  assert.deepEqual(retires('man', '1966-01-15', 'women_60'), retires('man', '1966-01-15'));
});

test('a decided day goes before the roadmap; without a day the roadmap answers', () => {
  for (const rule of ['armed', 'extended', 'early'] as const) {
    const his = retires('man', '1966-01-15', rule, '2026-12-15');
    assert.deepEqual([his.reaches, his.leaves, his.pension, his.ageMonths], ['2026-12-01', '2026-12-15', '2027-01-01', null]);
    assert.match(his.basis, /15\/12\/2026$/);
    assert.equal(retires('man', '1966-01-15', rule).leaves, '2027-10-31');
  }
  assert.equal(retires('man', '1966-01-15', 'normal', '2026-12-15').leaves, '2027-10-31');
});

test('a decided day is warned about when it goes the wrong way or more than 60 months from the roadmap', () => {
  const warned = (rule: RetirementRule, on: string) => shiftWarning(person('man', '1966-01-15', rule, on), rules);
  assert.equal(warned('extended', '2032-09-30'), null);
  assert.equal(warned('extended', '2032-10-31'), null);
  assert.match(warned('extended', '2032-11-01') ?? '', /61 tháng.*60 tháng theo Nghị định 135/);
  assert.match(warned('extended', '2027-09-30') ?? '', /sớm hơn/);
  assert.equal(warned('early', '2022-10-31'), null);
  assert.match(warned('early', '2022-09-30') ?? '', /61 tháng/);
  assert.equal(warned('early', '2027-10-30'), null);
  assert.match(warned('early', '2027-10-31') ?? '', /không sớm hơn/);
  assert.equal(warned('armed', '2015-01-01'), null);
});

const day = fc
  .record({ y: fc.integer({ min: 1955, max: 2005 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 31 }) })
  .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  .filter(isIsoDate);
const sex = fc.constantFrom('man' as const, 'woman' as const);

test('who is born later never retires earlier; a woman never later than a man of the same birthday', () => {
  fc.assert(
    fc.property(sex, day, day, (one, a, b) => {
      const [older, younger] = a <= b ? [a, b] : [b, a];
      assert.ok(retires(one, older).leaves <= retires(one, younger).leaves);
      assert.ok(retires('woman', a).leaves <= retires('man', a).leaves);
    }),
  );
});

test('work ends on the last day of a month, the pension begins the day after, and early months are one more than months left', () => {
  fc.assert(
    fc.property(sex, day, day, (one, born, event) => {
      const retirement = retires(one, born);
      assert.equal(addDays(retirement.leaves, 1), retirement.pension);
      assert.equal(retirement.pension.slice(8), '01');
      assert.equal(monthsEarly(retirement, event), monthsLeft(retirement, event) + 1);
    }),
  );
});

const stored = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

test('the birth months looked for are exactly those of who retires in the month asked for, and their span holds whatever part of the date is known', () => {
  fc.assert(
    fc.property(sex, stored, fc.integer({ min: -3, max: 3 }), (one, born, away) => {
      const { reaches } = retires(one, born);
      const births = birthsRetiringIn(roadmap, one === 'woman', addMonths(reaches, away));
      assert.equal(births.includes(birthMonth(born)), away === 0);
      const span = birthSpan(births);
      if (away === 0) assert.ok(span && born >= span.from && born < span.before);
      if (span && born.length > 4 && !births.includes(birthMonth(born))) assert.ok(born < span.from || born >= span.before);
    }),
    { numRuns: 2000 },
  );
});

test('a month that nobody reaches has no births; a span of January begins with the year alone', () => {
  assert.deepEqual(birthsRetiringIn(roadmap, false, '2027-02-01'), []);
  assert.deepEqual(birthsRetiringIn(roadmap, false, '2027-04-01'), ['1965-07']);
  assert.deepEqual(birthsRetiringIn(roadmap, true, '2027-04-01', 720), ['1967-04']);
  assert.deepEqual(birthSpan(['1966-02', '1965-12']), { from: '1965-12', before: '1966-03' });
  assert.deepEqual(birthSpan(['1966-01']), { from: '1966', before: '1966-02' });
  assert.deepEqual(birthSpan(['1965-12']), { from: '1965-12', before: '1966' });
  assert.equal(birthSpan([]), null);
});
