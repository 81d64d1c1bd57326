import assert from 'node:assert/strict';
import type { Viewer } from '@/domain/access/viewer';
import { EndRotationInput, ProposeRotationInput, RecordStepInput, StartRotationInput } from '@/domain/rotations/inputs';
import { proposeRotation, recordStep, startRotation } from './commands/rotations/moves';
import { endRotation } from './commands/rotations/stays';
import { smallProvince, type TestDatabase, viewerWith } from './testing';
import { addCadre, addHolding, addPost } from './testing-cadres';
import { type Written, write } from './write';

export const DECISION = { decisionNumber: '215-QĐ/TU', decisionDate: '15/10/2026', issuer: 'Ban Thường vụ Tỉnh ủy' };
export const faults = (written: Written<unknown>) => (written.ok ? [] : written.problems.map(({ path }) => path));
export const words = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
export function resultOf<R>(written: Written<R>): R {
  assert.deepEqual(words(written), '');
  if (!written.ok) throw new Error('refused');
  return written.result;
}

/** A province with its offices, and what a test does to rotations in it. */
export async function rotationProvince(db: TestDatabase) {
  const units = await smallProvince(db);
  const officer = await viewerWith(db, 'board_officer', units.province);
  const head = await viewerWith(db, 'board_head', units.province);
  const commune = await viewerWith(db, 'committee_officer', units.dongSon);
  /** An officer of the board's kind whose reach is one commune. */
  const elsewhere = () => viewerWith(db, 'board_officer', units.dongSon);
  const managed = { managingUnitId: units.province, tier: 'province' as const };
  const version = async (rotationId: string) =>
    String((await db.owner.query('select version from rotations where id = $1', [rotationId])).rows[0]?.version);
  const person = async (fullName: string) =>
    (await addCadre(db, { ...managed, cellId: units.cellC, committeeId: units.tayHa, fullName, born: '1985-03-02' })).cadreId;

  /** A head of division since 2022, the empty post of a commune's secretary, and an empty higher one. */
  async function mover() {
    const division = await addPost(db, {
      ...managed,
      ...{ unitId: units.province, title: 'Trưởng phòng, Ban Tổ chức Tỉnh ủy', level: 'province', grade: 60 },
    });
    const secretary = await addPost(db, { ...managed, unitId: units.dongSon, title: 'Bí thư Đảng ủy xã Đông Sơn', grade: 60 });
    const deputyHead = await addPost(db, {
      ...managed,
      ...{ unitId: units.province, title: 'Phó Trưởng Ban Tổ chức Tỉnh ủy', level: 'province', grade: 70 },
    });
    const cadreId = await person('Lò Văn Ánh');
    const former = await addHolding(db, cadreId, division, { fromOn: '2022-02-01' });
    return { division, secretary, deputyHead, cadreId, former };
  }
  type Mover = Awaited<ReturnType<typeof mover>>;

  async function prepared({ cadreId, secretary }: Mover, startsOn: string): Promise<string> {
    const asked = { cadreId, postId: secretary, basis: 'c', startsOn, expected: 'returned' };
    const { rotationId } = resultOf(await write(officer, proposeRotation, ProposeRotationInput.parse(asked)));
    for (const step of ['consulted', 'appraised', 'submitted']) await said(rotationId, step);
    return rotationId;
  }
  const said = async (rotationId: string, step: string) =>
    resultOf(
      await write(
        officer,
        recordStep,
        RecordStepInput.parse({ rotationId, version: await version(rotationId), step, heldOn: '10/10/2026' }),
      ),
    );
  const start = async (rotationId: string, startedOn: string) =>
    write(
      head,
      startRotation,
      StartRotationInput.parse({ ...DECISION, rotationId, version: await version(rotationId), startedOn }),
    );
  async function begun(who: Mover, startedOn = '01/11/2023'): Promise<string> {
    const rotationId = await prepared(who, startedOn);
    resultOf(await start(rotationId, startedOn));
    return rotationId;
  }
  const end = async (rotationId: string, typed: object) =>
    write(
      head,
      endRotation,
      EndRotationInput.parse({ ...DECISION, rotationId, version: await version(rotationId), endedOn: '10/11/2026', ...typed }),
    );
  const audits = async (action: string, subject: string, viewer?: Viewer) =>
    (
      await db.owner.query(
        'select unit_id, detail from audit_log where action = $1 and subject_id = $2 and ($3::uuid is null or account_id = $3)',
        [action, subject, viewer?.accountId ?? null],
      )
    ).rows;
  return { units, officer, head, commune, elsewhere, managed, version, person, mover, prepared, said, start, begun, end, audits };
}
