import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Tx } from '../../client';
import { appointmentEvents } from '../../schema/appointments';
import { procedures } from '../../schema/procedures';
import { within } from '../../scope';
import { type AuditEntry, type Refused, refused } from '../../write';
import { entry, type Procedure, touch } from './lock';

const OF_OTHERS =
  'Quyết định này kết thúc một quy trình nhân sự do cấp khác quản lý. Hãy đề nghị cấp quản lý chức danh đó hủy bút toán.';
const RENEWED_ANEW =
  'Đã mở quy trình bổ nhiệm lại, kéo dài khác cho chức vụ này. Hãy dừng quy trình đó trước khi hủy quyết định của quy trình trước.';

/** The procedure that the entry ended, locked; null: the entry ended none. */
async function endedBy(tx: Tx, viewer: Viewer, eventId: string): Promise<Procedure | Refused | null> {
  const [event] = await tx.select().from(appointmentEvents).where(eq(appointmentEvents.id, eventId));
  if (!event?.procedureId || event.kind === 'ended') return null;
  const [row] = await tx
    .select()
    .from(procedures)
    .where(and(eq(procedures.id, event.procedureId), within(viewer, 'appointment.decide', procedures.managingUnitId)))
    .for('update');
  return row ?? refused('', OF_OTHERS);
}

/** Once the decision that ended a procedure is taken back as wrongly entered, the procedure waits for the right one again. */
export async function reopenProcedure(tx: Tx, viewer: Viewer, eventId: string): Promise<{ audit: AuditEntry[] } | Refused> {
  const row = await endedBy(tx, viewer, eventId);
  if (!row) return { audit: [] };
  if ('problems' in row) return row;
  if (row.holdingId && (await isRenewedAnew(tx, row.id, row.holdingId))) return refused('', RENEWED_ANEW);
  await touch(tx, viewer, row, { concludedOn: null, concludedBy: null, appointmentId: null });
  return { audit: [entry('reopened', row, { eventId })] };
}

const isRenewedAnew = async (tx: Tx, procedureId: string, holdingId: string): Promise<boolean> => {
  const others = await tx
    .select({ id: procedures.id })
    .from(procedures)
    .where(and(eq(procedures.holdingId, holdingId), ne(procedures.id, procedureId), isNull(procedures.concludedOn)));
  return others.length > 0;
};
