import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { Viewer } from '@/domain/access/viewer';
import { type Briefing, type BriefingContext, coveredUpTo } from '@/domain/briefings/briefing';
import { FIGURES } from '@/domain/briefings/figures';
import type { FreezeInput, ReopenInput } from '@/domain/briefings/freeze';
import { change, type Tx } from '../client';
import { assemble } from '../queries/briefings/briefing';
import { shownUnit } from '../queries/units';
import { briefingFigures, briefings } from '../schema/briefings';
import { readLog } from '../schema/records';
import { within } from '../scope';
import { auditRow, command, notFound, refused, stale } from '../write';

type Which = { unitId: string; period: string };
type Kept = typeof briefings.$inferSelect;

async function lockedBriefing(tx: Tx, { unitId, period }: Which): Promise<Kept | undefined> {
  const [kept] = await tx
    .select()
    .from(briefings)
    .where(and(eq(briefings.unitId, unitId), eq(briefings.period, period)))
    .for('update');
  return kept;
}

const lastHand = (kept: Kept | undefined): [string | null, Date | null] =>
  kept?.frozenAt ? [kept.frozenBy, kept.frozenAt] : [kept?.reopenedBy ?? null, kept?.reopenedAt ?? null];

/** Keeps the quarter of a unit and its children as it stands now: figures in rows, everything else the page needs beside them. */
export const freezeBriefing = command<z.output<typeof FreezeInput>, Which>(
  'freezeBriefing',
  'briefing.freeze',
  async (tx, viewer, input) => {
    const unit = await shownUnit(tx, viewer, 'briefing.freeze', input.unitId);
    const asOf = coveredUpTo(input.period, viewer.today);
    if (!unit) return notFound();
    if (!asOf) return refused('', 'Quý này chưa bắt đầu nên chưa có số liệu để chốt.');
    const kept = await lockedBriefing(tx, input);
    if ((kept?.version ?? 0) !== input.version) return stale(tx, ...lastHand(kept));
    if (kept?.frozenAt) return refused('', 'Số liệu quý này đã được chốt. Muốn chốt lại, hãy mở lại trước.');
    const briefing = await assemble(tx, viewer, unit, input.period, asOf);
    const id = kept?.id ?? uuidv7();
    await stamp(tx, viewer, id, input, contextOf(briefing));
    await tx.insert(briefingFigures).values(snapshot(id, briefing));
    return {
      result: { unitId: unit.id, period: input.period },
      audit: [
        {
          action: 'briefing.freeze',
          subjectType: 'briefing',
          subjectId: id,
          unitId: unit.id,
          detail: { period: input.period, asOf, rows: briefing.rows.length },
        },
      ],
    };
  },
);

/** The freeze's moment is the statement's own: what committed while the figures were read counts as known. */
async function stamp(
  tx: Tx,
  viewer: Viewer,
  id: string,
  { unitId, period, version }: Which & { version: number },
  context: BriefingContext,
) {
  const stamped = { frozenAt: sql`clock_timestamp()`, frozenBy: viewer.accountId, context, version: version + 1 };
  if (version === 0) await tx.insert(briefings).values({ id, unitId, period, ...stamped });
  else await tx.update(briefings).set(stamped).where(eq(briefings.id, id));
}

const besides = <R extends { now: unknown }>({ now: _, ...rest }: R): Omit<R, 'now'> => rest;

const contextOf = ({ asOf, unit, total, rows, series }: Briefing): BriefingContext => ({
  asOf,
  unitName: unit.name,
  rows: [besides(total), ...rows.map(besides)],
  series,
});

const snapshot = (briefingId: string, { total, rows }: Briefing) =>
  [total, ...rows].flatMap((row) =>
    FIGURES.map(({ key }) => ({ briefingId, rowUnitId: row.unitId, figure: key, value: row.now[key] })),
  );

/** Lets the quarter run with the records again. The snapshot goes; who froze, who reopened and why stay in the log. */
export const reopenBriefing = command<z.output<typeof ReopenInput>, Which>(
  'reopenBriefing',
  'briefing.freeze',
  async (tx, viewer, input) => {
    const [reachable] = await tx
      .select({ id: briefings.id })
      .from(briefings)
      .where(
        and(
          eq(briefings.unitId, input.unitId),
          eq(briefings.period, input.period),
          within(viewer, 'briefing.freeze', briefings.unitId),
        ),
      );
    const kept = reachable && (await lockedBriefing(tx, input));
    if (!kept) return notFound();
    if (kept.version !== input.version) return stale(tx, ...lastHand(kept));
    if (!kept.frozenAt) return refused('', 'Số liệu quý này đang mở, không cần mở lại.');
    await tx.delete(briefingFigures).where(eq(briefingFigures.briefingId, kept.id));
    await tx
      .update(briefings)
      .set({
        frozenAt: null,
        frozenBy: null,
        context: {},
        reopenedAt: sql`clock_timestamp()`,
        reopenedBy: viewer.accountId,
        reopenReason: input.reason,
        version: kept.version + 1,
      })
      .where(eq(briefings.id, kept.id));
    return {
      result: { unitId: kept.unitId, period: kept.period },
      audit: [
        {
          action: 'briefing.reopen',
          subjectType: 'briefing',
          subjectId: kept.id,
          unitId: kept.unitId,
          detail: { period: kept.period },
        },
      ],
    };
  },
);

/** The tables are about to leave as a file: who, of which unit and quarter. Committed before the first byte. */
export const noteBriefingExport = (viewer: Viewer, { unitId, period }: Which): Promise<void> =>
  change(
    viewer,
    async (tx) =>
      void (await tx
        .insert(readLog)
        .values(
          auditRow(viewer, { action: 'briefing.export', subjectType: 'briefing', subjectId: period, unitId, detail: { period } }),
        )),
    () => true,
  );
