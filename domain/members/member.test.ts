import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AddMemberInput, EditMemberInput, entryProblems, memberProblems, numberProblems } from '@/domain/members/member';
import { defaultRules } from '@/domain/rule-sets';

const TODAY = '2026-11-22';
const ID = '018f0000-0000-7000-8000-000000000001';
const FORM = {
  memberId: ID,
  version: '1',
  fullName: 'nguyễn  văn an',
  sex: 'male',
  born: '1/2/1980',
  joined: '3/2/2005',
  official: '03/02/2006',
};
const messages = (form: object) => {
  const read = EditMemberInput.safeParse({ ...FORM, ...form });
  return read.success ? {} : Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
};
const fields = (form: object) => Object.keys(messages(form));

test('a form as typed is read: name in its stored form, dates, empty text as nothing', () => {
  const read = EditMemberInput.parse({
    ...FORM,
    phone: '0912 345 678',
    cardNumber: '23.051.774',
    biographyNumber: '012345 bs',
    note: ' ',
  });
  assert.equal(read.fullName, 'Nguyễn Văn An');
  assert.deepEqual([read.born, read.joined, read.official], ['1980-02-01', '2005-02-03', '2006-02-03']);
  assert.deepEqual(
    [read.phone, read.cardNumber, read.biographyNumber, read.note, read.version],
    ['0912345678', '23051774', '012345BS', null, 1],
  );
});

for (const [field, good, bad] of [
  ['fullName', ['Lò Văn Hải', 'H’Hen Niê'], ['Hải', 'An 2 Văn', '', '=1+1 x']],
  ['sex', ['male', 'female'], ['', 'x']],
  ['born', ['1980', '2/1980', '1/2/1980'], ['31/02/1980', 'abc', '']],
  ['official', ['', '2006'], ['30/2/2006']],
  ['version', ['3'], ['x']],
] as const) {
  test(`${field}: what is taken and what is refused`, () => {
    for (const value of good) assert.deepEqual(fields({ [field]: value }), [], `${field} ${value}`);
    for (const value of bad) assert.deepEqual(fields({ [field]: value }), [field], `${field} ${value}`);
  });
}

for (const [field, good, bad] of [
  ['cardNumber', ['12345678', '012345678901', 'BS-12345'], ['1234567', '123456789', 'AB?CD123']],
  ['biographyNumber', ['123456A', '123456ABC', '123456ĐB'], ['12345A', '123456', '123456ABCD']],
  ['phone', ['0912345678', '+84912345678'], ['912345678', '09123', '09x2345678']],
  ['email', ['a@b.vn'], ['a@b', 'ab.vn']],
  ['citizenId', ['034068001234'], ['03406800123', '0340680012345']],
] as const) {
  test(`${field}: what such a number looks like, and what stood in the book before stays`, () => {
    assert.deepEqual(numberProblems({ [field]: null }), []);
    for (const value of good) assert.deepEqual(numberProblems({ [field]: value }), []);
    for (const value of bad) {
      assert.deepEqual(
        numberProblems({ [field]: value }).map((problem) => problem.path),
        [field],
      );
      assert.deepEqual(numberProblems({ [field]: value }, { [field]: value }), []);
    }
  });
}

const dates = (born: string, joined: string, official: string | null = null, exceptionReason: string | null = null) =>
  memberProblems({ born, joined, official, exceptionReason }, TODAY, defaultRules()).map((problem) => problem.path);

test('dates stand in order and not in the future', () => {
  assert.deepEqual(dates('1980-02-01', '2005-02-03', '2006-02-03'), []);
  assert.deepEqual(dates('1980', '2005-02', '2005'), []);
  assert.deepEqual(dates('1980', '2005', '2004'), ['official']);
  assert.deepEqual(dates('1980', '1979'), ['joined']);
  assert.deepEqual(dates('1980', '2026-11-23'), ['joined']);
  assert.deepEqual(dates('1980', '2026'), []);
});

test('joining on the 18th birthday passes, a day before asks for a reason and names the rule, with a reason it passes', () => {
  assert.deepEqual(dates('1987-02-03', '2005-02-03'), []);
  assert.deepEqual(dates('1987-02-04', '2005-02-03'), ['exceptionReason']);
  assert.deepEqual(dates('1987-02-04', '2005-02-03', null, 'Thanh niên xung phong'), []);
  assert.match(
    memberProblems({ born: '1990', joined: '2005', official: null, exceptionReason: null }, TODAY, defaultRules())[0]?.message ??
      '',
    /theo .+, hiệu lực từ \d\d\/\d\d\/\d{4}/,
  );
});

test('with only years known the benefit of the doubt is given', () => {
  assert.deepEqual(dates('1987', '2005'), []);
  assert.deepEqual(dates('1988', '2005'), ['exceptionReason']);
});

test('an admission needs its decision, made before the ceremony, and no official date', () => {
  const add = (form: object) =>
    entryProblems(AddMemberInput.parse({ ...FORM, cellId: ID, entry: 'admission', ...form }), TODAY).map(
      (problem) => problem.path,
    );
  assert.deepEqual(add({}), ['official', 'decisionNumber', 'decisionDate', 'issuer']);
  const decision = { official: '', decisionNumber: '12-QĐ/ĐU', decisionDate: '3/2/2005', issuer: 'Đảng ủy xã' };
  assert.deepEqual(add(decision), []);
  assert.deepEqual(add({ ...decision, decisionDate: '4/2/2005' }), ['decisionDate']);
  assert.deepEqual(add({ ...decision, joined: '2/2005', decisionDate: '1/1/2005' }), ['joined']);
});

test('a transfer from outside names the place; the entry is neither in the future nor before joining', () => {
  const add = (form: object) =>
    entryProblems(AddMemberInput.parse({ ...FORM, cellId: ID, entry: 'transferred_in', ...form }), TODAY).map(
      (problem) => problem.path,
    );
  assert.deepEqual(add({}), ['place']);
  assert.deepEqual(add({ place: 'Hà Nội', entryOn: '22/11/2026' }), []);
  assert.deepEqual(add({ place: 'Hà Nội', entryOn: '23/11/2026' }), ['entryOn']);
  assert.deepEqual(add({ place: 'Hà Nội', entryOn: '2/2/2005' }), ['entryOn']);
});
