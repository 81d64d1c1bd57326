import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterValues, filterWords, listAddress, readFilters } from '@/domain/members/filters';

const TODAY = '2026-11-22';
const read = (params: Record<string, string>) => readFilters(filterValues(params), TODAY).filters;

test('an empty address asks for everyone who counts', () => {
  assert.deepEqual(read({}), { status: 'current' });
  assert.deepEqual(read({ status: 'nonsense', sex: 'x', age: '9', cell: "'; drop table" }), { status: 'current' });
});

test('a search with a digit is a card number without dots and spaces, any other a folded name', () => {
  assert.deepEqual(read({ q: '23.051 774' }), { status: 'current', card: '23051774' });
  assert.deepEqual(read({ q: '  Đặng  THỊ ' }), { status: 'current', name: 'dang thi' });
  assert.deepEqual(read({ q: 'Nguyễn'.normalize('NFD') }), { status: 'current', name: 'nguyen' });
});

test('joined between typed days includes both ends', () => {
  assert.deepEqual(read({ joinedFrom: '3/2/2020', joinedTo: '2021' }).joined, { after: '2020-02-02', upTo: '2021-12-31' });
});

test('a day that does not exist is told at its field and not searched for', () => {
  const { filters, problems } = readFilters({ joinedFrom: '31/02/2020' }, TODAY);
  assert.equal(filters.joined, undefined);
  assert.equal(problems[0]?.path, 'joinedFrom');
});

test('the address keeps only what is set', () => {
  assert.equal(listAddress({ q: 'hà', status: undefined }, { unit: 'u', after: null }), '/members?unit=u&q=h%C3%A0');
  assert.equal(listAddress({}), '/members');
});

test('the filters read as words at the head of an export', () => {
  assert.deepEqual(filterWords({ sex: 'female', age: '61', joinedFrom: '1/1/2020' }, 'Chi bộ thôn Đông Hà'), [
    'Chính thức, dự bị',
    'Nữ',
    'Chi bộ thôn Đông Hà',
    'tuổi đời 61 trở lên',
    'vào Đảng từ 01/01/2020',
  ]);
});
