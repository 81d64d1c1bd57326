import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import { dossierDoubts } from '@/domain/procedures/doubts';
import type { Rules } from '@/domain/rule-sets';
import type { Tx } from '../../client';
import { appointments } from '../../schema/appointments';
import { procedurePapers } from '../../schema/procedures';
import { within } from '../../scope';

export type HoldingRow = typeof appointments.$inferSelect;

/** The holding on which the viewer decides; undefined out of reach. */
export async function heldForDecision(tx: Tx, viewer: Viewer, appointmentId: string): Promise<HoldingRow | undefined> {
  const [held] = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.id, appointmentId), within(viewer, 'appointment.decide', appointments.managingUnitId)));
  return held;
}

/** Whether the file of that candidate lacks a paper on the day it counts, in words. */
export async function paperDoubts(tx: Tx, viewer: Viewer, candidateId: string, on: IsoDate, rules: Rules): Promise<string[]> {
  const papers = await tx
    .select()
    .from(procedurePapers)
    .where(and(eq(procedurePapers.candidateId, candidateId), within(viewer, 'procedure.read', procedurePapers.managingUnitId)));
  return dossierDoubts(new Map(papers.map(({ key, issuedOn }) => [key, issuedOn])), on, rules);
}
