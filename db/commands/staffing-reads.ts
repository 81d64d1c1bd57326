import type { Viewer } from '@/domain/access/viewer';
import { noteReading } from './readings';

/** The board is about to leave the house: who took it and what for. */
export const noteStaffingExport = (viewer: Viewer, unitId: string, year: number, purpose: string, rows: number): Promise<void> =>
  noteReading(viewer, {
    action: 'staffing.export',
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    detail: { purpose, year, rows },
  });
