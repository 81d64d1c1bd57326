import { Card, Facts } from '@/components/data/page';
import type { TakenBack as Entry } from '@/db/queries/procedures/procedure';
import { APPOINTMENT_EVENTS } from '@/domain/appointments/kinds';
import { formatDate } from '@/domain/calendar';

/** Decisions of the procedure that were entered wrongly: they stay told, with when, by whom and why each was taken back. */
export const TakenBack = ({ of: entries }: { of: readonly Entry[] }) =>
  entries.map((entry) => (
    <Card key={entry.id} title="Quyết định ghi sai, đã hủy">
      <Facts
        rows={[
          ['Người được quyết định', entry.name],
          ['Hình thức', APPOINTMENT_EVENTS[entry.event]],
          ['Số quyết định', entry.decisionNumber],
          ['Hiệu lực đã ghi', formatDate(entry.effectiveOn)],
          ['Ngày hủy', formatDate(entry.takenOn)],
          ['Người hủy', entry.who],
          ['Lý do hủy', entry.reason],
        ]}
      />
    </Card>
  ));
