import { and, eq } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { Tx } from '../../client';
import { successionCampaigns, successionEntries, successionLists } from '../../schema/succession';
import { within } from '../../scope';
import { type AuditEntry, notFound, type Refused, refused, stale } from '../../write';

export type List = typeof successionLists.$inferSelect;
export type Entry = typeof successionEntries.$inferSelect;
type Campaign = typeof successionCampaigns.$inferSelect;

/** The list in reach, locked, and its campaign. version: as the form was opened with; not given where several may add at a time. */
export async function lockList(
  tx: Tx,
  viewer: Viewer,
  permission: Permission,
  { listId, version }: { listId: string; version?: number },
): Promise<{ list: List; campaign: Campaign } | Refused> {
  const [found] = await tx
    .select({ list: successionLists, campaign: successionCampaigns })
    .from(successionLists)
    .innerJoin(successionCampaigns, eq(successionCampaigns.id, successionLists.campaignId))
    .where(and(eq(successionLists.id, listId), within(viewer, permission, successionLists.managingUnitId)))
    .for('update', { of: successionLists });
  if (!found) return notFound();
  if (version !== undefined && found.list.version !== version) return stale(tx, found.list.updatedBy, found.list.updatedAt);
  return found;
}

/** Why nothing may be changed on a list any more; null while it is being drafted. */
export function notDrafting({ list, campaign }: { list: List; campaign: Campaign }): Refused | null {
  if (list.approvedAt) return refused('', 'Danh sách này đã được phê duyệt; người mới được đề xuất ở đợt rà soát sau.');
  if (campaign.closedAt) return refused('', 'Đợt quy hoạch này đã kết thúc.');
  if (list.submittedAt) return refused('', 'Danh sách đã trình, đang chờ phê duyệt; muốn sửa thì cấp phê duyệt phải trả lại.');
  return null;
}

/** Why nothing is decided on a list; null while it waits for its approval. */
export function notWaiting({ list, campaign }: { list: List; campaign: Campaign }): Refused | null {
  if (list.approvedAt || !list.submittedAt) return refused('', 'Danh sách này không ở bước chờ phê duyệt.');
  return campaign.closedAt ? refused('', 'Đợt quy hoạch này đã kết thúc.') : null;
}

/** Changes the list itself and notes by whom. */
export async function stamp(tx: Tx, viewer: Viewer, list: List, set: Partial<List> = {}): Promise<void> {
  await tx
    .update(successionLists)
    .set({ ...set, version: list.version + 1, updatedBy: viewer.accountId, updatedAt: new Date() })
    .where(eq(successionLists.id, list.id));
}

export const listEntry = (action: string, list: List, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  action,
  subjectType: 'succession_list',
  subjectId: list.id,
  unitId: list.managingUnitId,
  detail,
});

export const nameEntry = (action: string, entry: Entry, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  action,
  subjectType: 'succession_entry',
  subjectId: entry.id,
  unitId: entry.managingUnitId,
  detail: { postId: entry.postId, cadreId: entry.cadreId, ...detail },
});

/** The name in reach, locked, in the version that the form was opened with. */
export async function lockEntry(
  tx: Tx,
  viewer: Viewer,
  permission: Permission,
  { entryId, version }: { entryId: string; version: number },
): Promise<Entry | Refused> {
  const [entry] = await tx
    .select()
    .from(successionEntries)
    .where(and(eq(successionEntries.id, entryId), within(viewer, permission, successionEntries.managingUnitId)))
    .for('update');
  if (!entry) return notFound();
  return entry.version === version ? entry : stale(tx, entry.leftBy, entry.leftAt);
}
