import type { Viewer } from '@/domain/access/viewer';
import { listPart } from '@/domain/cadres/list-parts';
import { type Course, getClass, listCandidates, listPlannedLearners } from '../queries/trainings';
import { noteReading } from './readings';

/** Names of those planned are need-to-know: their reading is on record before they are shown. */
export async function openPlannedLearners(viewer: Viewer, unitId: string, from?: string) {
  await noteReading(viewer, { action: 'training.needs', subjectType: 'unit', subjectId: unitId, unitId });
  return listPlannedLearners(viewer, unitId, from);
}

/** Whom to send to a class; without a name these are the planned, and their reading is on record. */
export async function openCandidates(viewer: Viewer, course: Course, name: string) {
  if (!name)
    await noteReading(viewer, {
      action: 'training.needs',
      subjectType: 'training_class',
      subjectId: course.id,
      unitId: course.unitId,
    });
  return listCandidates(viewer, course, name);
}

/** How many learners one part of a printed list holds. */
const PART_SIZE = 500;

/** A part of the list of a class for paper, with its printing on record; null, and nothing written, out of reach or where there is no such part. */
export async function openClassList(viewer: Viewer, classId: string, asked?: string | string[], size = PART_SIZE) {
  const part = listPart(asked, Number.MAX_SAFE_INTEGER, size)?.part;
  const found = await getClass(viewer, classId, { part, size });
  const place = found && listPart(asked, found.counts.turns, size);
  if (!place) return null;
  const { id, unitId } = found.head;
  const detail = { rows: found.turns.length };
  await noteReading(viewer, { action: 'training.print', subjectType: 'training_class', subjectId: id, unitId, detail });
  return { ...found, place };
}

/** The list of who lacks what is about to leave the house: who took it and what for. */
export const noteNeedsExport = (viewer: Viewer, unitId: string, purpose: string, rows: number): Promise<void> =>
  noteReading(viewer, { action: 'training.export', subjectType: 'unit', subjectId: unitId, unitId, detail: { purpose, rows } });
