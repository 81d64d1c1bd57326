import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { read } from '../../client';
import { within } from '../../scope';

/** "Tạm dừng công tác cán bộ" in a unit and below it; toOn: the last day, null: until it is ended. */
export type Pause = {
  id: string;
  unitId: string;
  unitName: string;
  fromOn: string;
  toOn: string | null;
  reason: string;
  exceptions: string | null;
  decisionNumber: string | null;
  version: number;
  enteredBy: string | null;
  mayChange: boolean;
};
export type PauseOver = Omit<Pause, 'version' | 'enteredBy' | 'mayChange'>;
const MOST = 200;

/** Those that hold for the viewer's units: of the units themselves, above and below them; newest first. */
export const listPauses = (viewer: Viewer): Promise<Pause[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<Pause>(sql`
      select x.id, x.unit_id as "unitId", u.short_name as "unitName", x.from_on as "fromOn", x.to_on as "toOn", x.reason, x.exceptions, x.decision_number as "decisionNumber", x.version,
        account_name(x.entered_by) as "enteredBy", ${within(viewer, 'post.change', sql`x.unit_id`)} as "mayChange"
      from personnel_pauses x join units u on u.id = x.unit_id
      where ${within(viewer, 'post.read', sql`x.unit_id`)} or exists (select from unit_tree t where t.ancestor_id = x.unit_id and ${within(viewer, 'post.read', sql`t.unit_id`)})
      order by x.from_on desc, x.id desc limit ${MOST}`);
    return rows;
  });

/** Those that hold over a unit on a day: its own and those decided above it. Everyone may know of them. */
export const listPausesOver = (viewer: Viewer, unitId: string, day: string): Promise<PauseOver[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<PauseOver>(sql`
      select x.id, x.unit_id as "unitId", u.short_name as "unitName", x.from_on as "fromOn", x.to_on as "toOn", x.reason, x.exceptions, x.decision_number as "decisionNumber"
      from unit_tree t join personnel_pauses x on x.unit_id = t.ancestor_id join units u on u.id = x.unit_id
      where t.unit_id = ${unitId} and x.from_on <= ${day} and (x.to_on is null or x.to_on >= ${day}) order by t.depth, x.from_on limit 20`);
    return rows;
  });
