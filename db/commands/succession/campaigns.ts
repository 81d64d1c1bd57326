import { and, eq, isNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import type { CloseCampaign, OpenCampaign, SetDue } from '@/domain/succession/inputs';
import type { Tx } from '../../client';
import { successionCampaigns, successionLists } from '../../schema/succession';
import { within } from '../../scope';
import { command, notFound, refused, stale } from '../../write';

/**
 * Opens a round for a unit and everything below it: a list for each unit with titles and each committee that manages them, with its deadline.
 * Gives the campaign's id.
 */
export const openCampaign = command('openCampaign', 'succession.write', async (tx, viewer, input: OpenCampaign) => {
  const { unitId, dueOn, dueOwnOn, ...campaign } = input;
  const [reached] = (
    await tx.execute<{ ok: boolean }>(
      sql`select ${within(viewer, 'succession.write', sql`u.id`)} as ok from units u where u.id = ${unitId}::uuid and u.closed_on is null`,
    )
  ).rows;
  if (!reached?.ok) return notFound();
  const { termKind, termFrom } = campaign;
  const open = and(eq(successionCampaigns.unitId, unitId), isNull(successionCampaigns.closedAt));
  const [running] = await tx
    .select({ name: successionCampaigns.name })
    .from(successionCampaigns)
    .where(and(open, eq(successionCampaigns.termKind, termKind), eq(successionCampaigns.termFrom, termFrom)));
  if (running) return refused('termFrom', `Nhiệm kỳ này đang có đợt “${running.name}” chưa kết thúc. Hãy kết thúc đợt đó trước.`);
  const id = uuidv7();
  await tx.insert(successionCampaigns).values({ id, unitId, ...campaign, openedBy: viewer.accountId });
  const { rowCount } = await tx.execute(sql`
    insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on)
    select uuidv7(), ${id}::uuid, p.unit_id, p.managing_unit_id, case when p.unit_id = ${unitId}::uuid then ${dueOwnOn}::date else ${dueOn}::date end
    from posts p join unit_tree t on t.unit_id = p.managing_unit_id and t.ancestor_id = ${unitId}::uuid
    where p.valid_to is null and ${within(viewer, 'succession.write', sql`p.managing_unit_id`)}
    group by p.unit_id, p.managing_unit_id`);
  if (!rowCount)
    return refused('unitId', 'Tổ chức này chưa có chức danh nào trong danh mục. Hãy lập danh mục chức danh trước khi mở đợt.');
  return {
    result: { campaignId: id, lists: rowCount },
    audit: [
      {
        action: 'succession.opened',
        subjectType: 'succession_campaign',
        subjectId: id,
        unitId,
        detail: { kind: campaign.kind, from: termFrom, rows: rowCount },
      },
    ],
  };
});

/** Ends a round: what was approved stays, names that nobody has decided on lapse, and nothing more is proposed in it. */
export const closeCampaign = command('closeCampaign', 'succession.write', async (tx, viewer, input: CloseCampaign) => {
  const [row] = await tx
    .select()
    .from(successionCampaigns)
    .where(and(eq(successionCampaigns.id, input.campaignId), within(viewer, 'succession.write', successionCampaigns.unitId)))
    .for('update');
  if (!row) return notFound();
  if (row.version !== input.version) return stale(tx, row.closedBy, row.closedAt);
  if (row.closedAt) return refused('', 'Đợt này đã kết thúc.');
  await tx
    .update(successionCampaigns)
    .set({ closedAt: new Date(), closedBy: viewer.accountId, version: row.version + 1 })
    .where(eq(successionCampaigns.id, row.id));
  const count = await lapse(tx, viewer, row.id);
  return {
    result: { campaignId: row.id },
    audit: [
      {
        action: 'succession.closed',
        subjectType: 'succession_campaign',
        subjectId: row.id,
        unitId: row.unitId,
        detail: { count },
      },
    ],
  };
});

/** How many names of the campaign were still waiting. */
async function lapse(tx: Tx, viewer: Viewer, campaignId: string): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update succession_entries e set left_on = ${viewer.today}, left_reason = 'lapsed', left_by = ${viewer.accountId}, left_at = now(), version = e.version + 1
    from succession_lists l where l.id = e.list_id and l.campaign_id = ${campaignId} and e.left_on is null and e.approved_on is null
      and ${within(viewer, 'succession.write', sql`e.managing_unit_id`)}`);
  return rowCount ?? 0;
}

/** Gives one list another deadline; whoever opened the round decides. */
export const setListDue = command('setListDue', 'succession.write', async (tx, viewer, input: SetDue) => {
  const [found] = await tx
    .select({ list: successionLists })
    .from(successionLists)
    .innerJoin(successionCampaigns, eq(successionCampaigns.id, successionLists.campaignId))
    .where(
      and(
        eq(successionLists.id, input.listId),
        within(viewer, 'succession.write', successionCampaigns.unitId),
        within(viewer, 'succession.write', successionLists.managingUnitId),
      ),
    )
    .for('update', { of: successionLists });
  if (!found) return notFound();
  const { list } = found;
  if (list.version !== input.version) return stale(tx, list.updatedBy, list.updatedAt);
  await tx
    .update(successionLists)
    .set({ dueOn: input.dueOn, version: list.version + 1, updatedBy: viewer.accountId, updatedAt: new Date() })
    .where(eq(successionLists.id, list.id));
  return {
    result: { campaignId: list.campaignId },
    audit: [
      {
        action: 'succession.due',
        subjectType: 'succession_list',
        subjectId: list.id,
        unitId: list.managingUnitId,
        detail: { before: list.dueOn, value: input.dueOn },
      },
    ],
  };
});
