import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { ReportedLine } from '@/domain/rotations/reported';
import { read } from '../../client';
import { within } from '../../scope';

/** Reported totals beside what the ledger has for the same months, by pair of levels. */
export type ReportRow = {
  id: string;
  version: number;
  unitId: string;
  title: string;
  source: string;
  fromMonth: string;
  toMonth: string;
  total: number;
  vertical: number | null;
  lines: ReportedLine[];
  note: string | null;
  counted: ReportedLine[];
};
const MOST_REPORTS = 50;

export const listReports = (viewer: Viewer, unitId: string): Promise<ReportRow[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<ReportRow>(sql`
          select p.id, p.version, p.unit_id as "unitId", p.title, p.source, p.from_month as "fromMonth", p.to_month as "toMonth", p.total, p.vertical, p.lines, p.note,
            coalesce((select jsonb_agg(jsonb_build_object('from', n.from_level, 'to', n.to_level, 'turns', n.turns)) from (
              select r.from_level, r.to_level, count(*)::int as turns from rotations r
              where r.started_on >= (p.from_month || '-01')::date and r.started_on < ((p.to_month || '-01')::date + interval '1 month')
                and ${within(viewer, 'rotation.read', sql`r.managing_unit_id`)}
              group by 1, 2) n), '[]') as counted
          from rotation_reports p where p.unit_id = ${unitId} and ${within(viewer, 'rotation.read', sql`p.unit_id`)}
          order by p.from_month desc, p.id limit ${MOST_REPORTS}`)
      ).rows,
  );
