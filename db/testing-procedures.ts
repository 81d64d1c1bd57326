import assert from 'node:assert/strict';
import { OpenProcedureInput, RecordStepInput } from '@/domain/procedures/inputs';
import { addCandidate, openProcedure, recordPolicyAnswer } from './commands/procedures/open';
import { recordStep } from './commands/procedures/steps';
import { smallProvince, testDatabase, viewerWith } from './testing';
import { addCadre, addPost } from './testing-cadres';
import { write } from './write';

type Problems = { path: string; message: string; stale?: true }[];
/** What was written; fails where it was refused. */
export async function done<R>(written: Promise<{ ok: true; result: R } | { ok: false; problems: Problems }>): Promise<R> {
  const answer = await written;
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.result;
}
/** Why it was refused; fails where it was carried out. */
export async function faults(written: Promise<{ ok: boolean; problems?: Problems }>): Promise<Problems> {
  const answer = await written;
  assert.ok(!answer.ok, 'was carried out');
  return answer.problems ?? [];
}
export const paths = async (written: Parameters<typeof faults>[0]) => (await faults(written)).map(({ path }) => path);

/** The files of the people here hold no papers, so every decision needs a reason. */
export const REASON = 'Hồ sơ bổ sung sau, theo kết luận của Ban Thường vụ';

/** A province of its own with who drafts, who decides and who belongs elsewhere, and procedures opened and led through their steps in it. */
export async function procedureWorld() {
  const db = await testDatabase();
  const ids = await smallProvince(db);
  const officer = await viewerWith(db, 'board_officer', ids.province);
  const head = await viewerWith(db, 'board_head', ids.province);
  const stranger = await viewerWith(db, 'committee_officer', ids.tayHa);
  const owned = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;
  const plantPost = (title = 'Trưởng phòng') =>
    addPost(db, { title, unitId: ids.dongSon, managingUnitId: ids.province, tier: 'province' });
  const plant = (fullName: string) =>
    addCadre(db, { fullName, cellId: ids.cellA, committeeId: ids.dongSon, managingUnitId: ids.province, tier: 'province' });
  const versionOf = async (id: string) =>
    (await owned('select version from procedures where id = $1', [id]))[0].version as number;
  const actions = async (id: string) =>
    (await owned('select action from audit_log where subject_id = $1 order by seq', [id])).map(({ action }) => action);

  const opening = (postId: string, more: object = {}) =>
    OpenProcedureInput.parse({
      postId,
      source: 'local',
      reason: 'Kiện toàn',
      openedOn: '02/11/2026',
      policyAskedOn: '02/11/2026',
      ...more,
    });

  /** Opened, with two people, and the policy agreed to unless told. */
  async function opened({
    source = 'local',
    agreed = true,
    postId,
  }: {
    source?: string;
    agreed?: boolean;
    postId?: string;
  } = {}) {
    const post = postId ?? (await plantPost());
    const { procedureId } = await done(write(officer, openProcedure, opening(post, { source })));
    const people = [await plant('Lò Văn Hải'), await plant('Cà Thị Lan')];
    for (const { cadreId } of people)
      await done(write(officer, addCandidate, { procedureId, version: await versionOf(procedureId), cadreId }));
    if (agreed)
      await done(
        write(officer, recordPolicyAnswer, {
          procedureId,
          version: await versionOf(procedureId),
          policyAnsweredOn: '2026-11-04',
          policyNumber: '812-CV/BTCTU',
          policyApproved: 'yes',
        }),
      );
    const candidates = await owned(
      'select id, cadre_id from procedure_candidates where procedure_id = $1 order by full_name desc',
      [procedureId],
    );
    return { procedureId, post, people, a: candidates[0].id as string, b: candidates[1].id as string };
  }

  const sitting = async (procedureId: string, number: number, votes: Record<string, number> = {}, more: object = {}) =>
    RecordStepInput.parse({
      procedureId,
      version: await versionOf(procedureId),
      number,
      heldOn: `${String(4 + number).padStart(2, '0')}/11/2026`,
      summoned: '12',
      present: '12',
      members: '12',
      issued: '12',
      collected: '12',
      valid: '12',
      ...Object.fromEntries(Object.entries(votes).map(([id, got]) => [`votes-${id}`, String(got)])),
      ...more,
    });

  async function throughSteps(procedureId: string, a: string, b: string) {
    await done(write(officer, recordStep, await sitting(procedureId, 1)));
    await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 6, [b]: 5 })));
    await done(write(officer, recordStep, await sitting(procedureId, 3, { [a]: 8, [b]: 4 })));
    await done(write(officer, recordStep, await sitting(procedureId, 4, { [a]: 11 })));
    await done(write(officer, recordStep, await sitting(procedureId, 5, { [a]: 12 }, { committeeOpinion: 'Nhất trí' })));
  }

  return {
    db,
    ids,
    officer,
    head,
    stranger,
    owned,
    plantPost,
    plant,
    versionOf,
    actions,
    opening,
    opened,
    sitting,
    throughSteps,
  };
}
