import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { RecordPapersInput } from '@/domain/procedures/inputs';
import { withoutScope } from '../../scope';
import { done, faults, paths, procedureWorld } from '../../testing-procedures';
import { write } from '../../write';
import { addCandidate, openProcedure, recordPolicyAnswer, removeCandidate, stopProcedure } from './open';
import { recordPapers, recordStep } from './steps';

const { db, officer, head, stranger, owned, plantPost, plant, versionOf, actions, opening, opened, sitting, throughSteps } =
  await procedureWorld();
after(() => db.drop());

test('a procedure is opened on a title that the office decides on, with its trace; another office finds nothing', async () => {
  const post = await plantPost();
  const { procedureId } = await done(write(officer, openProcedure, opening(post)));
  assert.deepEqual(await actions(procedureId), ['procedure.opened']);
  assert.match((await faults(write(stranger, openProcedure, opening(post))))[0]?.message ?? '', /Không tìm thấy/);
  assert.deepEqual(await paths(write(officer, openProcedure, opening(post, { openedOn: '23/11/2026' }))), ['openedOn']);
  assert.deepEqual(await paths(write(officer, openProcedure, opening(post, { policyAskedOn: '23/11/2026' }))), ['policyAskedOn']);
  assert.match((await faults(write(head, openProcedure, opening(post))))[0]?.message ?? '', /không có quyền/);
});

test('with its scope taken away another office still changes nothing of a procedure', async () => {
  const { procedureId, post } = await opened();
  const step = await sitting(procedureId, 1);
  await withoutScope(async () => {
    assert.ok(!(await write(stranger, recordStep, step)).ok);
    assert.ok(!(await write(stranger, openProcedure, opening(post))).ok);
  });
});

test('an answer to the policy comes after it was asked for, and is not changed once steps stand on it', async () => {
  const { procedureId } = await opened({ agreed: false });
  const answer = async (policyAnsweredOn: string) => ({
    procedureId,
    version: await versionOf(procedureId),
    policyAnsweredOn,
    policyNumber: '812-CV/BTCTU',
    policyApproved: 'yes' as const,
  });
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 1))), ['']);
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, await answer('2026-11-01'))), ['policyAnsweredOn']);
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, await answer('2026-11-23'))), ['policyAnsweredOn']);
  await done(write(officer, recordPolicyAnswer, await answer('2026-11-02')));
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, await answer('2026-11-03'))), ['']);
});

test('names are added and taken off before the first meeting only, each once', async () => {
  const { procedureId, people, a, b } = await opened();
  const version = () => versionOf(procedureId);
  assert.deepEqual(
    await paths(write(officer, addCandidate, { procedureId, version: await version(), cadreId: people[0]?.cadreId ?? '' })),
    ['cadreId'],
  );
  await done(write(officer, removeCandidate, { procedureId, version: await version(), candidateId: b }));
  assert.equal(
    (
      await owned('select count(*) from procedure_candidates where procedure_id = $1 and removed_at is not null', [procedureId])
    )[0].count,
    1,
  );
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  const late = await plant('Hà Văn Muộn');
  assert.deepEqual(await paths(write(officer, addCandidate, { procedureId, version: await version(), cadreId: late.cadreId })), [
    '',
  ]);
  assert.deepEqual(await paths(write(officer, removeCandidate, { procedureId, version: await version(), candidateId: a })), ['']);
});

test('steps are written in their order; who goes on is what the rules of the day made of the votes', async () => {
  const { procedureId, a, b } = await opened();
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 7 }))), ['']);
  await throughSteps(procedureId, a, b);
  const steps = await owned('select number, outcome, onward from procedure_steps where procedure_id = $1 order by number', [
    procedureId,
  ]);
  assert.deepEqual(
    steps.map(({ outcome, onward }) => [outcome, onward.length]),
    [
      ['held', 2],
      ['top_two', 2],
      ['passed', 1],
      ['heard', 1],
      ['passed', 1],
    ],
  );
  const votes = await owned('select count(*) from procedure_votes where procedure_id = $1', [procedureId]);
  assert.equal(votes[0].count, 6, 'steps 2 and 3 of two names, 4 and 5 of one');
  assert.equal((await actions(procedureId)).filter((action) => action === 'procedure.stepRecorded').length, 5);
});

const NOMINATED: [words: string, first: number, second: number][] = [
  ['two with as many votes', 5, 5],
  ['the first and the second', 6, 5],
];
for (const [words, first, second] of NOMINATED)
  test(`of ${words} who go on because nobody has over half, either is chosen without a doubt`, async () => {
    for (const chosen of ['a', 'b'] as const) {
      const course = await opened();
      const { procedureId, a, b } = course;
      await done(write(officer, recordStep, await sitting(procedureId, 1)));
      await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: first, [b]: second })));
      const { warnings } = await done(write(officer, recordStep, await sitting(procedureId, 3, { [course[chosen]]: 8 })));
      assert.deepEqual(warnings, []);
    }
  });

test('what the rules doubted at a sitting stays beside it', async () => {
  const { procedureId } = await opened();
  await done(
    write(officer, recordStep, await sitting(procedureId, 1, {}, { present: '7', issued: '0', collected: '0', valid: '0' })),
  );
  const [row] = await owned('select warnings from procedure_steps where procedure_id = $1', [procedureId]);
  assert.match(row.warnings.join(), /cần ít nhất 8 người/);
});

test('a sitting without a quorum is kept, and the step is held again with its reason', async () => {
  const { procedureId } = await opened();
  const short = { present: '7', issued: '0', collected: '0', valid: '0' };
  const { warnings } = await done(write(officer, recordStep, await sitting(procedureId, 1, {}, short)));
  assert.match(warnings.join(), /cần ít nhất 8 người/);
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 2))), ['']);
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 1))), ['againReason']);
  await done(write(officer, recordStep, await sitting(procedureId, 1, {}, { againReason: 'Họp lại do thiếu người dự' })));
  const kept = await owned('select sitting, outcome from procedure_steps where procedure_id = $1 order by sitting', [
    procedureId,
  ]);
  assert.deepEqual(kept, [
    { sitting: 1, outcome: 'no_quorum' },
    { sitting: 2, outcome: 'held' },
  ]);
});

test('exactly half waits until the head has decided; what cannot be counted is refused and nothing is kept', async () => {
  const { procedureId, a, b } = await opened({ source: 'outside' });
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 8, [b]: 5 }))), [`votes-${a}`]);
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 6, [b]: 6 })));
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 3))), ['']);
  const again = { headChoice: b, againReason: 'Người đứng đầu quyết định' };
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 6, [b]: 6 }, again)));
  await done(write(officer, recordStep, await sitting(procedureId, 3)));
  const [last] = await owned('select onward from procedure_steps where procedure_id = $1 and number = 3', [procedureId]);
  assert.deepEqual(last.onward, [b]);
});

test('votes of somebody who did not come on from the step before are not taken', async () => {
  const { procedureId, a, b } = await opened();
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 12 })));
  await done(write(officer, recordStep, await sitting(procedureId, 3, { [a]: 7, [b]: 5 })));
  const votes = await owned(
    'select v.candidate_id from procedure_votes v join procedure_steps s on s.id = v.step_id where s.procedure_id = $1 and s.number = 3',
    [procedureId],
  );
  assert.deepEqual(votes, [{ candidate_id: a }]);
});

test('a form opened before another one was saved is told who was first', async () => {
  const { procedureId } = await opened();
  const late = await sitting(procedureId, 1);
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  assert.equal((await faults(write(officer, recordStep, late)))[0]?.stale, true);
});

test('papers of a file are kept by the day they were made, changed and taken out', async () => {
  const { procedureId, a } = await opened();
  const papers = async (more: object) =>
    RecordPapersInput.parse({ procedureId, version: await versionOf(procedureId), candidateId: a, ...more });
  await done(write(officer, recordPapers, await papers({ 'paper-health': '01/10/2026', 'paper-diplomas': '', dossierOn: '' })));
  await done(write(officer, recordPapers, await papers({ 'paper-health': '02/10/2026', 'paper-assets': '03/10/2026' })));
  await done(write(officer, recordPapers, await papers({ 'paper-assets': '' })));
  const kept = await owned('select key, issued_on from procedure_papers where candidate_id = $1 order by key', [a]);
  assert.deepEqual(kept, [{ key: 'health', issued_on: '2026-10-02' }]);
  assert.deepEqual(await paths(write(officer, recordPapers, await papers({ 'paper-health': '23/11/2026' }))), ['paper-health']);
  assert.deepEqual(await paths(write(stranger, recordPapers, await papers({ 'paper-health': '02/10/2026' }))), ['']);
});

test('a procedure is stopped with its reason, and then nothing is written into it', async () => {
  const { procedureId } = await opened();
  await done(write(officer, stopProcedure, { procedureId, version: await versionOf(procedureId), stopReason: 'Có vấn đề mới' }));
  const [row] = await owned('select stop_reason, concluded_on from procedures where id = $1', [procedureId]);
  assert.deepEqual(row, { stop_reason: 'Có vấn đề mới', concluded_on: '2026-11-22' });
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 1))), ['']);
});

test('a sitting that was written is never changed, not even by the owner of the tables', async () => {
  const { procedureId } = await opened();
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  await assert.rejects(owned('update procedure_steps set present = 1 where procedure_id = $1', [procedureId]), /never changed/);
  await assert.rejects(owned('delete from procedure_steps where procedure_id = $1', [procedureId]), /never changed/);
});
