import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { type Learner, needsOf, type PlannedTitle } from './needs';
import { theoryOf } from './words';

const rules = defaultRules();
const secretary: PlannedTitle = { title: 'Bí thư Đảng ủy xã', tier: 'province' };
const deputy: PlannedTitle = { title: 'Phó Trưởng phòng', tier: 'unit' };
const lacks = (over: Partial<Learner>) =>
  needsOf({ theory: 'advanced', defence: [2], planned: [secretary], ...over }, rules).map(
    ({ text, title }) => `${text} (${title})`,
  );

const CASES: [string, Partial<Learner>, string[]][] = [
  ['who has both courses lacks nothing', {}, []],
  ['a degree in theory stands over the advanced course', { theory: 'bachelor' }, []],
  [
    'one level below what the title asks is lacking',
    { theory: 'intermediate' },
    ['Lý luận chính trị: cao cấp (Bí thư Đảng ủy xã)'],
  ],
  ['the intermediate level is enough for a division', { theory: 'intermediate', planned: [deputy] }, []],
  ['below it is not', { theory: 'basic', planned: [deputy] }, ['Lý luận chính trị: trung cấp (Phó Trưởng phòng)']],
  [
    'of two titles the more demanding one is named',
    { theory: 'none', planned: [deputy, secretary] },
    ['Lý luận chính trị: cao cấp (Bí thư Đảng ủy xã)'],
  ],
  [
    'a course of a lower object group does not stand for a higher one',
    { defence: [3, 4] },
    ['Quốc phòng, an ninh: đối tượng 2 (Bí thư Đảng ủy xã)'],
  ],
  ['a course of a higher object group stands for a lower one', { defence: [1] }, []],
  ['no course at all is lacking', { defence: [] }, ['Quốc phòng, an ninh: đối tượng 2 (Bí thư Đảng ủy xã)']],
  [
    'the title’s own standard goes before the rule of its tier',
    { theory: 'intermediate', planned: [{ ...secretary, theory: 'intermediate' }] },
    [],
  ],
  ['nobody planned lacks anything', { theory: 'none', defence: [], planned: [] }, []],
];
for (const [situation, learner, expected] of CASES) test(situation, () => assert.deepEqual(lacks(learner), expected));

test('a need names the document or the title’s standard', () => {
  const asked = (planned: PlannedTitle) => needsOf({ theory: 'none', defence: [1], planned: [planned] }, rules)[0]?.basis;
  assert.match(asked(deputy) ?? '', /Quy định 57-QĐ\/TW/);
  assert.equal(asked({ ...deputy, theory: 'basic' }), 'theo tiêu chuẩn chức danh');
});

test('the words of a member record are read, whatever their case', () => {
  assert.deepEqual(['Cao cấp', ' cử nhân ', null, 'Lớp 12'].map(theoryOf), ['advanced', 'bachelor', 'none', 'none']);
});
