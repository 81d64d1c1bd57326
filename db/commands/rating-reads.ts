import type { Viewer } from '@/domain/access/viewer';
import { getGroup, getRating } from '../queries/ratings/group';
import { listOwnRatings } from '../queries/ratings/own';
import { noteReading } from './readings';

/** The table of a group with its reading on record; null, and nothing written, out of reach. */
export async function openGroupTable(viewer: Viewer, groupId: string) {
  const table = await getGroup(viewer, groupId);
  if (!table) return null;
  const { group, rows } = table;
  await noteReading(viewer, {
    action: 'rating.read',
    subjectType: 'rating_group',
    subjectId: group.id,
    unitId: group.unitId,
    detail: { year: group.year, rows: rows.length },
  });
  return table;
}

/** One rating with its reading on record; null, and nothing written, out of reach. */
export async function openRating(viewer: Viewer, ratingId: string) {
  const rating = await getRating(viewer, ratingId);
  if (!rating) return null;
  const { group, row } = rating;
  await noteReading(viewer, {
    action: 'rating.read',
    subjectType: 'rating',
    subjectId: row.id,
    unitId: group.unitId,
    detail: { year: group.year },
  });
  return rating;
}

/** What the viewer's own units say of themselves, with the reading on record for each unit. */
export async function openOwnRatings(viewer: Viewer) {
  const rows = await listOwnRatings(viewer);
  for (const unitId of new Set(rows.map((row) => row.unitId)))
    await noteReading(viewer, { action: 'rating.read', subjectType: 'unit', subjectId: unitId, unitId });
  return rows;
}

/** The table is about to leave the house: who took it and what for. */
export const noteGroupExport = (
  viewer: Viewer,
  { id, unitId, year }: { id: string; unitId: string; year: number },
  purpose: string,
  rows: number,
) =>
  noteReading(viewer, {
    action: 'rating.export',
    subjectType: 'rating_group',
    subjectId: id,
    unitId,
    detail: { purpose, year, rows },
  });
