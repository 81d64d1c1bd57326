import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { type Learner, needsOf, type PlannedTitle } from './needs';

const rules = defaultRules();
const none = { theory: null, defence: null };
const secretary: PlannedTitle = { title: 'Bí thư Đảng ủy xã', tier: 'province', level: 'commune', standards: none };
const deputy: PlannedTitle = { title: 'Phó Trưởng phòng', tier: 'committee', level: 'province', standards: none };
const cellHead: PlannedTitle = { title: 'Bí thư chi bộ', tier: 'committee', level: 'grassroots', standards: none };
const lacks = (over: Partial<Learner>) =>
  needsOf({ theory: 'advanced', defence: 2, planned: [secretary], ...over }, rules).map(
    ({ text, title }) => `${text} (${title})`,
  );

const CASES: [string, Partial<Learner>, string[]][] = [
  ['who has both courses lacks nothing', {}, []],
  ['a degree in theory stands over the advanced course', { theory: 'bachelor' }, []],
  ['one level below what the title asks is lacking', { theory: 'middle' }, ['Lý luận chính trị: cao cấp (Bí thư Đảng ủy xã)']],
  ['the intermediate level is enough for a division', { theory: 'middle', planned: [deputy] }, []],
  ['below it is not', { theory: 'basic', planned: [deputy] }, ['Lý luận chính trị: trung cấp (Phó Trưởng phòng)']],
  [
    'of two titles the more demanding one is named',
    { theory: 'none', planned: [deputy, secretary] },
    ['Lý luận chính trị: cao cấp (Bí thư Đảng ủy xã)'],
  ],
  [
    'a course of a lower object group does not stand for a higher one',
    { defence: 3 },
    ['Quốc phòng, an ninh: đối tượng 2 (Bí thư Đảng ủy xã)'],
  ],
  ['a course of a higher object group stands for a lower one', { defence: 1 }, []],
  ['no course at all is lacking', { defence: null }, ['Quốc phòng, an ninh: đối tượng 2 (Bí thư Đảng ủy xã)']],
  [
    'the title’s own standard goes before the rule of its tier',
    { theory: 'middle', planned: [{ ...secretary, standards: { theory: 'middle', defence: null } }] },
    [],
  ],
  [
    'a cell asks the basic course and object group 4',
    { theory: 'none', defence: null, planned: [cellHead] },
    ['Lý luận chính trị: sơ cấp (Bí thư chi bộ)', 'Quốc phòng, an ninh: đối tượng 4 (Bí thư chi bộ)'],
  ],
  ['nobody planned lacks anything', { theory: 'none', defence: null, planned: [] }, []],
];
for (const [situation, learner, expected] of CASES) test(situation, () => assert.deepEqual(lacks(learner), expected));

test('a need names the document or the title’s standard', () => {
  const asked = (planned: PlannedTitle) => needsOf({ theory: 'none', defence: 1, planned: [planned] }, rules)[0]?.basis;
  assert.match(asked(deputy) ?? '', /Quy định 57-QĐ\/TW/);
  assert.equal(asked({ ...deputy, standards: { theory: 'basic', defence: null } }), 'theo tiêu chuẩn chức danh');
});
