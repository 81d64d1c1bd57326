import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { decideProblems, type GroupFacts, proposeProblems } from './problems';
import type { Level } from './words';

const rules = defaultRules();
const [ME, OTHER] = ['me', 'other'];
const rows = (count: number, over: Partial<GroupFacts['rows'][number]> = {}) =>
  Array.from({ length: count }, (_, at) => ({ id: String(at), proposedLevel: 'good' as const, proposedBy: OTHER, ...over }));
const paths = (top: number, group: Partial<GroupFacts> = {}, more: { decisionDate?: string; overReason?: string } = {}) => {
  const facts: GroupFacts = { rows: rows(10), decided: false, prominent: false, ...group };
  const levels = facts.rows.map(({ id }, at) => ({ id, level: (at < top ? 'outstanding' : 'good') as Level }));
  const input = {
    groupId: 'g',
    version: 1,
    decisionNumber: '1',
    decisionDate: '2026-11-22',
    issuer: null,
    signer: null,
    overReason: null,
    levels,
    ...more,
  };
  return decideProblems(input, facts, { accountId: ME, today: '2026-11-22', rules }).map(({ path }) => path);
};

const CASES: [string, ReturnType<typeof paths>, string[]][] = [
  ['one below the ceiling', paths(1), []],
  ['at the ceiling', paths(2), []],
  ['one over the ceiling', paths(3), ['overReason']],
  ['one over the ceiling with a reason', paths(3, {}, { overReason: 'Cấp có thẩm quyền đồng ý' }), []],
  ['at the higher ceiling of a prominent group of twelve', paths(3, { rows: rows(12), prominent: true }), []],
  ['decided today', paths(1, {}, { decisionDate: '2026-11-22' }), []],
  ['decided tomorrow', paths(1, {}, { decisionDate: '2026-11-23' }), ['decisionDate']],
  ['proposed by whoever decides', paths(1, { rows: rows(10, { proposedBy: ME }) }), ['']],
  ['not all proposed', paths(1, { rows: [...rows(9), { id: '9', proposedLevel: null, proposedBy: null }] }), ['']],
  ['decided before', paths(1, { decided: true }), ['']],
  ['emptied row by row', paths(0, { rows: [] }), ['']],
];
for (const [situation, given, expected] of CASES)
  test(`a group ${situation}: ${expected.length ? 'refused' : 'taken'}`, () => assert.deepEqual(given, expected));

test('a group over its ceiling is told the rule of its own ceiling', () => {
  const citation = 'Quy định của tỉnh về nơi nổi trội';
  const own = { ...rules, 'class.cap.outstanding': { ...rules['class.cap.outstanding'], citation } };
  const input = {
    groupId: 'g',
    version: 1,
    decisionNumber: '1',
    decisionDate: '2026-11-22',
    issuer: null,
    signer: null,
    overReason: null,
  };
  const levels = [0, 1].map((id) => ({ id: String(id), level: 'outstanding' as const }));
  const over = (prominent: boolean) =>
    decideProblems(
      { ...input, levels },
      { rows: rows(2), decided: false, prominent },
      { accountId: ME, today: '2026-11-22', rules: own },
    )[0]?.message ?? '';
  assert.match(over(true), /nơi nổi trội/);
  assert.doesNotMatch(over(false), /nơi nổi trội/);
});

test('a group that lost or gained a row since the form was opened is refused', () => {
  const input = {
    groupId: 'g',
    version: 1,
    decisionNumber: '1',
    decisionDate: '2026-11-22',
    issuer: null,
    signer: null,
    overReason: null,
  };
  const facts = { rows: rows(2), decided: false, prominent: false };
  for (const ids of [['0'], ['0', '5'], ['0', '1', '2']])
    assert.match(
      decideProblems({ ...input, levels: ids.map((id) => ({ id, level: 'good' as const })) }, facts, {
        accountId: ME,
        today: '2026-11-22',
        rules,
      })[0]?.message ?? '',
      /Nhóm đã thay đổi/,
    );
});

test('a proposal off what points and conditions give needs its reason', () => {
  const propose = (level: Level, reason: string | null, computed: Level | null) =>
    proposeProblems({ ratingId: 'r', version: 1, level, reason }, computed).map(({ path }) => path);
  assert.deepEqual(propose('good', null, 'good'), []);
  assert.deepEqual(propose('outstanding', null, 'good'), ['reason']);
  assert.deepEqual(propose('done', null, 'good'), ['reason']);
  assert.deepEqual(propose('done', 'Nội bộ còn ý kiến', 'good'), []);
  assert.deepEqual(propose('good', 'Có lý do', null), ['level']);
});
