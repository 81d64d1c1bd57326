import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { alarmWindows, outlookMonths, retiringBirths } from '@/domain/cadres/alarms';
import { retirementOf } from '@/domain/cadres/retirement';
import { addDays, addMonths, monthOf } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { getAlarmCounts, listExpiringPapers, listExpiringTerms, listRetiring, PAGE_SIZE } from './alarms';

const rules = defaultRules();
const TODAY = '2026-11-22';
const months = outlookMonths(TODAY, rules);
const asked = {
  terms: alarmWindows(TODAY, rules['appoint.alarm'].value),
  papers: alarmWindows(TODAY, [rules['papers.remind'].value]),
  births: retiringBirths(months, rules),
  months,
};
const all = { from: null, to: '9999-12-31' };

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let commune: Viewer;
let stranger: Viewer;
let everywhere: { unit: { id: string; depth: number }; tier: null };
let seats = 0;
const named = new Map<string, string>();

const cadre = async (fullName: string, more: Partial<Parameters<typeof addCadre>[1]> = {}) => {
  const { cadreId } = await addCadre(db, {
    cellId: units.cellA,
    committeeId: units.dongSon,
    managingUnitId: units.dongSon,
    fullName,
    ...more,
  });
  named.set(cadreId, fullName);
  return cadreId;
};

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  stranger = await viewerWith(db, 'committee_officer', units.tayHa);
  everywhere = { unit: { id: units.province, depth: 0 }, tier: null };
});
after(() => db.drop());

async function ending(fullName: string, days: number, more: { tier?: 'province' | 'committee'; endedOn?: string } = {}) {
  const tier = more.tier ?? 'committee';
  const managingUnitId = tier === 'province' ? units.province : units.dongSon;
  seats += 1;
  const post = await addPost(db, { unitId: units.dongSon, managingUnitId, tier, title: `Chức danh ${seats}` });
  const cadreId = await cadre(fullName, { managingUnitId, tier });
  return addHolding(db, cadreId, post, { fromOn: '2020-06-01', termEndsOn: addDays(TODAY, days), endedOn: more.endedOn });
}

test('terms are counted by how near their end is and listed the earliest first; ended, taken-back and endless ones are not', async () => {
  const days = [-40, -1, 0, 30, 31, 90, 91, 180, 181];
  for (const day of days) await ending(`Lò Văn ${day}`, day, { tier: day > 0 ? 'committee' : 'province' });
  await ending('Đã thôi', 5, { endedOn: '2026-11-30' });
  const reversed = await ending('Ghi nhầm', 5);
  await db.owner.query('update appointments set reversed = true where id = $1', [reversed]);
  const { terms } = await getAlarmCounts(officer, everywhere, asked);
  assert.deepEqual(terms, [
    { within: 0, count: 2 },
    { within: 30, count: 2 },
    { within: 90, count: 2 },
    { within: 180, count: 2 },
  ]);
  for (const window of asked.terms) {
    const { rows } = await listExpiringTerms(officer, everywhere, window);
    assert.equal(rows.length, terms.find(({ within }) => within === window.within)?.count);
    for (const { termEndsOn } of rows) assert.ok((window.from === null || termEndsOn >= window.from) && termEndsOn <= window.to);
  }
  const { rows, hasNext } = await listExpiringTerms(officer, everywhere, all);
  assert.deepEqual(
    rows.map(({ name }) => name),
    days.map((day) => `Lò Văn ${day}`),
  );
  assert.equal(hasNext, false);
  assert.deepEqual([rows[0]?.unit, rows[0]?.elected, rows[0]?.front], ['Đảng bộ xã Đông Sơn', false, false]);
});

test('a lower office does not see the terms of cadres of a higher tier, and another commune sees none; a tier and a unit narrow them', async () => {
  const of = async (viewer: Viewer, scope: { unit: { id: string; depth: number }; tier: 'province' | 'committee' | null }) =>
    (await getAlarmCounts(viewer, scope, asked)).terms.map(({ count }) => count);
  const dongSon = { id: units.dongSon, depth: 1 };
  assert.deepEqual(await of(commune, { unit: dongSon, tier: null }), [0, 1, 2, 2]);
  assert.deepEqual(await of(stranger, { unit: { id: units.tayHa, depth: 1 }, tier: null }), [0, 0, 0, 0]);
  assert.deepEqual(await of(stranger, everywhere), [0, 0, 0, 0]);
  assert.deepEqual((await listExpiringTerms(stranger, everywhere, all)).rows, []);
  assert.deepEqual(await of(officer, { ...everywhere, tier: 'province' }), [2, 1, 0, 0]);
  assert.deepEqual(await of(officer, { unit: { id: units.tayHa, depth: 1 }, tier: null }), [0, 0, 0, 0]);
  assert.deepEqual(await of(officer, { unit: dongSon, tier: null }), [2, 2, 2, 2]);
});

test('everyone who retires within the outlook is counted in the month that the rule says, whatever part of the birth is known', async () => {
  const expected = new Map<string, number>();
  const add = async (draft: {
    female: boolean;
    born: string;
    rule: 'normal' | 'women_60' | 'armed' | 'extended';
    on: string | null;
  }) => {
    const cadreId = await cadre(`Hà ${draft.born} ${draft.rule}`, { female: draft.female, born: draft.born });
    await db.owner.query('update cadres set retirement_rule = $2, retirement_date = $3 where id = $1', [
      cadreId,
      draft.rule,
      draft.on,
    ]);
    const month = monthOf(retirementOf(draft, rules).leaves);
    if (months.includes(month)) expected.set(month, (expected.get(month) ?? 0) + 1);
  };
  for (let at = 0; at < 132; at += 1) {
    const born = addMonths('1963-01-15', at).slice(0, at % 12 === 0 ? 4 : at % 3 === 0 ? 7 : 10);
    await add({ female: at % 2 === 0, born, rule: 'normal', on: null });
    if (at % 5 === 0) await add({ female: true, born, rule: 'women_60', on: null });
  }
  await add({ female: false, born: '1980-01-01', rule: 'armed', on: '2027-02-10' });
  await add({ female: false, born: '1966-01-15', rule: 'extended', on: '2031-10-31' });
  await add({ female: false, born: '1966-01-15', rule: 'extended', on: '2031-11-01' });
  await add({ female: false, born: '1966-01-15', rule: 'armed', on: null });
  await add({ female: false, born: '1966-01-15', rule: 'women_60', on: null });
  const { retirements } = await getAlarmCounts(officer, everywhere, asked);
  assert.deepEqual(new Map(retirements.map(({ month, count }) => [month, count])), new Map([...expected].sort()));
});

test('a month opens on exactly those it counts, in the order of lists, with the title held now', async () => {
  const head = await addPost(db, { unitId: units.dongSon, managingUnitId: units.dongSon, title: 'Chánh Văn phòng', grade: 60 });
  const body = await addPost(db, {
    unitId: units.dongSon,
    managingUnitId: units.dongSon,
    title: 'Đảng ủy viên',
    grade: 90,
    body: true,
  });
  const cadreId = await cadre('Vì Thị An', { female: true, born: '1970-02-01' });
  await addHolding(db, cadreId, body);
  await addHolding(db, cadreId, head);
  const { retirements } = await getAlarmCounts(officer, everywhere, asked);
  const counted = retirements.find(({ month }) => month === '2027-06-01')?.count;
  const one = { births: retiringBirths(['2027-06-01'], rules), months: ['2027-06-01'] };
  const { rows } = await listRetiring(officer, everywhere, one);
  assert.equal(rows.length, counted);
  for (const { female, born, retirementRule: rule, retirementDate: on } of rows)
    assert.equal(retirementOf({ female, born, rule, on }, rules).leaves, '2027-06-30');
  assert.deepEqual(
    rows.filter((row) => row.cadreId === cadreId).map(({ title, unit }) => [title, unit]),
    [['Chánh Văn phòng', 'Đảng bộ xã Đông Sơn']],
  );
  assert.equal(
    rows.findIndex((row) => row.cadreId === cadreId),
    0,
    'An stands first by given name',
  );
});

test('the whole outlook comes in pages, each person once, forwards and back', async () => {
  const seen: string[] = [];
  let page = await listRetiring(officer, everywhere, asked);
  assert.equal(page.hasPrevious, false);
  for (;;) {
    seen.push(...page.rows.map(({ cadreId }) => cadreId));
    if (!page.hasNext) break;
    assert.equal(page.rows.length, PAGE_SIZE);
    page = await listRetiring(officer, everywhere, asked, { after: page.rows.at(-1)?.cadreId });
  }
  const { retirements } = await getAlarmCounts(officer, everywhere, asked);
  assert.equal(
    seen.length,
    retirements.reduce((sum, { count }) => sum + count, 0),
  );
  assert.equal(new Set(seen).size, seen.length);
  const back = await listRetiring(officer, everywhere, asked, { before: page.rows[0]?.cadreId });
  assert.deepEqual(
    back.rows.map(({ cadreId }) => cadreId),
    seen.slice(-PAGE_SIZE - page.rows.length, -page.rows.length),
  );
  assert.equal(back.hasNext, true);
});

test('who left the book of members retires no more; a stranger and a forged cursor get nothing', async () => {
  const cadreId = await cadre('Đã ra khỏi sổ', { born: '1966-01-15' });
  const one = { births: retiringBirths(['2027-10-01'], rules), months: ['2027-10-01'] };
  const count = async (viewer: Viewer) => (await listRetiring(viewer, everywhere, one)).rows.length;
  const before = await count(officer);
  await db.owner.query('update cadres set serving = false where id = $1', [cadreId]);
  assert.equal(await count(officer), before - 1);
  assert.equal(await count(stranger), 0);
  assert.deepEqual((await listRetiring(officer, everywhere, one, { after: randomUUID() })).rows, []);
  assert.equal((await listRetiring(officer, everywhere, one, { after: "x' or true" })).rows.length, before - 1);
});

test('certificates that run out are counted and listed, but for those that a later one of the same kind took over from', async () => {
  const cadreId = await cadre('Quàng Văn Bảy');
  const paper = (validTo: string | null, kind: string, name: string) =>
    db.owner.query(
      'insert into cadre_trainings (id, cadre_id, managing_unit_id, kind, name, valid_to) values ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), cadreId, units.dongSon, kind, name, validTo],
    );
  await paper('2026-11-21', 'language', 'Tiếng Thái');
  await paper('2026-11-22', 'defence', 'Đối tượng 3');
  await paper('2027-02-20', 'informatics', 'Ứng dụng CNTT');
  await paper('2027-02-21', 'update', 'Cập nhật kiến thức');
  await paper('2026-12-01', 'skills', 'Kỹ năng lãnh đạo 2021');
  await paper('2031-12-01', 'skills', 'Kỹ năng lãnh đạo 2026');
  await paper(null, 'theory', 'Cao cấp lý luận chính trị');
  assert.deepEqual((await getAlarmCounts(commune, everywhere, asked)).papers, [
    { within: 0, count: 1 },
    { within: 90, count: 2 },
  ]);
  const { rows } = await listExpiringPapers(commune, everywhere, { from: null, to: '2027-02-20' });
  assert.deepEqual(
    rows.map(({ title, validTo, name }) => [title, validTo, name]),
    [
      ['Tiếng Thái', '2026-11-21', 'Quàng Văn Bảy'],
      ['Đối tượng 3', '2026-11-22', 'Quàng Văn Bảy'],
      ['Ứng dụng CNTT', '2027-02-20', 'Quàng Văn Bảy'],
    ],
  );
  assert.deepEqual((await listExpiringPapers(stranger, everywhere, all)).rows, []);
});
