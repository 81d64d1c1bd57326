import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { isLocal, needsOf, type PlannerPost } from './needs';

const RULES = defaultRules();
const TODAY = '2026-11-22';
const POST: PlannerPost = {
  id: 'p1',
  title: 'Bí thư Đảng ủy',
  unitId: 'u1',
  unitName: 'Đảng bộ xã Đông Sơn',
  level: 'commune',
  head: true,
  outsider: false,
  holder: { name: 'Trần Văn Lực', since: '2021-03-01', homePlace: 'xã Tân Lập, tỉnh Bình Sơn' },
};
const reasons = (over: Partial<PlannerPost>) => needsOf([{ ...POST, ...over }], TODAY, RULES).flatMap((need) => need.reasons);
const heldSince = (since: string) => ({ name: 'Trần Văn Lực', since, homePlace: 'xã Tân Lập' });

for (const [since, needed] of [
  ['2016-11-23', false],
  ['2016-11-22', true],
  ['2016-11-21', true],
] as const)
  test(`a head in one place since ${since} has ${needed ? '' : 'not yet '}had two terms`, () => {
    assert.equal(reasons({ holder: heldSince(since) }).length, needed ? 1 : 0);
  });

test('the ground names the terms, the limit and its document', () => {
  assert.match(
    reasons({ holder: heldSince('2011-05-01') })[0] ?? '',
    /Trần Văn Lực đã đứng đầu ở đây 3 nhiệm kỳ liên tiếp, tối đa 2 \(theo Quy định 65-QĐ\/TW/,
  );
});

test('terms count for heads only', () => {
  assert.deepEqual(reasons({ head: false, holder: heldSince('2010-01-01') }), []);
});

test('a post that wants an outsider is needed when vacant, held by a local, or by somebody of unknown origin', () => {
  assert.match(reasons({ outsider: true, holder: null })[0] ?? '', /hiện còn trống/);
  assert.match(
    reasons({ outsider: true, holder: { ...heldSince('2024-01-01'), homePlace: 'Xã Đông Sơn, huyện Bình Giang' } })[0] ?? '',
    /quê ở đây/,
  );
  assert.match(
    reasons({ outsider: true, holder: { ...heldSince('2024-01-01'), homePlace: null } })[0] ?? '',
    /chưa ghi quê quán/,
  );
  assert.deepEqual(reasons({ outsider: true, holder: heldSince('2024-01-01') }), []);
  assert.deepEqual(reasons({ holder: null }), []);
});

for (const [homePlace, place, expected] of [
  ['xã Đông Sơn, huyện Bình Giang, tỉnh Bình Sơn', 'Đảng bộ xã Đông Sơn', true],
  ['Đông Sơn, Bình Giang', 'Đảng bộ xã Đông Sơn', true],
  ['ĐÔNG SƠN; nay là phường Trần Phú', 'Đông Sơn', true],
  ['xã Cũ (nay là xã Đông Sơn), tỉnh Bình Sơn', 'Đảng bộ xã Đông Sơn', true],
  ['xã Cũ nay là xã Đông Sơn', 'Đảng bộ xã Đông Sơn', true],
  ['xã Đồng Sơn, tỉnh Bình Sơn', 'Đảng bộ xã Đông Sơn', false],
  ['xã Đông Sơn Hạ, tỉnh Bình Sơn', 'Đảng bộ xã Đông Sơn', false],
  ['tỉnh Nam Định', 'Đảng bộ phường Trần Phú', false],
  ['  ', 'Đảng bộ xã Đông Sơn', null],
  [null, 'Đảng bộ xã Đông Sơn', null],
] as const)
  test(`home "${homePlace}" and ${place}: ${expected === null ? 'not known' : expected ? 'local' : 'from elsewhere'}`, () =>
    assert.equal(isLocal(homePlace, place), expected));
