import { Card } from '@/components/data/page';
import type { ProcedureFile } from '@/db/queries/procedures/procedure';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { renewalClock, renewalClockWords } from '@/domain/procedures/renewals';
import type { Rules } from '@/domain/rule-sets';
import { TermFacts } from '../term-facts';

/** For whoever is kept in the title: the term, what is due before it ends, and what is proposed. */
export function Term({ file, today, rules }: { file: ProcedureFile; today: IsoDate; rules: Rules }) {
  if (!file.termEndsOn) return null;
  const clock = renewalClock(file.termEndsOn, file.concludedOn ?? today, rules);
  return (
    <Card title="Thời hạn giữ chức vụ">
      {!file.concludedOn && (
        <p className={`px-4 pt-3 ${clock.overdue ? 'font-semibold text-red-deep' : ''}`}>
          {renewalClockWords(clock).replace(/^./, (first) => first.toLocaleUpperCase('vi'))}
        </p>
      )}
      <TermFacts
        termEndsOn={file.termEndsOn}
        holding={file.holding}
        rules={rules}
        more={[
          ['Mở ngày', [formatDate(file.openedOn), file.openedByName].filter(Boolean).join(', ')],
          ['Lý do', file.reason],
          ['Cấp quyết định', file.managingUnitName],
        ]}
      />
    </Card>
  );
}
