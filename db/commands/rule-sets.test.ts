import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { RULE_SEED } from '@/domain/rule-sets';
import { AddRuleValueInput } from '@/domain/rule-sets/inputs';
import { leavesOf, withLeaves } from '@/domain/rule-sets/leaves';
import { listRuleHistory, rulesOn } from '../queries/rule-sets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { write } from '../write';
import { addRuleValue } from './rule-sets';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let head: Viewer;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  head = await viewerWith(db, 'board_head', ids.province);
});
after(() => db.drop());

const input = (fields: Record<string, string>) =>
  AddRuleValueInput.parse({
    ruleKey: 'meeting.submit.days',
    validFrom: '01/01/2027',
    citation: 'Quy định 12-QĐ/TU ngày 05/3/2026',
    ...fields,
  });
const paths = (written: { ok: boolean; problems?: { path: string }[] }) => written.problems?.map(({ path }) => path);

test('every value is taken apart into fields and put together again unchanged', () => {
  for (const { key, value } of RULE_SEED) {
    const typed = Object.fromEntries(leavesOf(value).map(({ path, text }) => [path, text]));
    assert.deepEqual(withLeaves(value, typed), value, key);
  }
});

test('a new value holds from its day on, the day before is judged by the old one, and it is audited', async () => {
  assert.ok((await write(head, addRuleValue, input({ value: '7' }))).ok);
  const value = async (date: string) => (await rulesOn(head, date))['meeting.submit.days'];
  assert.equal((await value('2026-12-31')).value, 5);
  assert.deepEqual(await value('2027-01-01'), {
    value: 7,
    citation: 'Quy định 12-QĐ/TU ngày 05/3/2026',
    validFrom: '2027-01-01',
    unsure: false,
  });
  assert.equal((await listRuleHistory(head, 'meeting.submit.days')).length, 2);
  const { rowCount } = await db.owner.query(
    "select 1 from audit_log where action = 'rule.add' and subject_id = 'meeting.submit.days'",
  );
  assert.equal(rowCount, 1);
});

test('a second value from the same day is refused', async () => {
  assert.deepEqual(paths(await write(head, addRuleValue, input({ value: '9' }))), ['validFrom']);
});

test('a value that its rule does not take is refused at its field', async () => {
  assert.deepEqual(paths(await write(head, addRuleValue, input({ validFrom: '01/02/2027', value: 'năm' }))), ['value']);
  assert.deepEqual(
    paths(await write(head, addRuleValue, input({ ruleKey: 'vote.admit', 'value.numerator': '4', 'value.denominator': '3' }))),
    ['value.denominator'],
  );
  assert.deepEqual(paths(await write(head, addRuleValue, input({ ruleKey: 'score.rubric', 'value.groups.0.max': '16' }))), [
    'value.groups.0.max',
    'value.groups',
  ]);
});

test('a value without its document is refused', () => {
  assert.equal(
    AddRuleValueInput.safeParse({ ruleKey: 'meeting.submit.days', validFrom: '1/1/2027', citation: '', value: '7' }).success,
    false,
  );
  assert.equal(
    AddRuleValueInput.safeParse({ ruleKey: 'constructor', validFrom: '1/1/2027', citation: 'Quy định 12-QĐ/TU', value: '7' })
      .success,
    false,
  );
});

test('who may only read rules, and a head outside the province board, change none', async () => {
  for (const viewer of [await viewerWith(db, 'board_officer', ids.province), await viewerWith(db, 'board_head', ids.dongSon)])
    assert.equal((await write(viewer, addRuleValue, input({ validFrom: '01/03/2027', value: '3' }))).ok, false);
});
