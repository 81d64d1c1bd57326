import type { ReactNode } from 'react';
import { Facts } from '@/components/data/page';
import type { RenewedHolding } from '@/db/queries/procedures/procedure';
import { decideBy, noticeBy, PROPOSALS } from '@/domain/cadres/terms';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { renewalAt } from '@/domain/procedures/renewals';
import { basisOf, type Rules } from '@/domain/rule-sets';

type Props = {
  termEndsOn: IsoDate;
  /** null: the file is not in reach. */
  holding: RenewedHolding | null;
  rules: Rules;
  more?: [string, ReactNode][];
};

/** When the term ends, by when notice and decision are due, and what the months left to retirement suggest, with the rule beside each. */
export function TermFacts({ termEndsOn, holding, rules, more = [] }: Props) {
  const [notice, decide] = [rules['appoint.notice'], rules['appoint.decide']];
  return (
    <Facts
      rows={[
        ...more,
        ['Giữ chức vụ từ', holding && formatDate(holding.fromOn)],
        ['Hết thời hạn', formatDate(termEndsOn)],
        [
          'Thông báo chậm nhất',
          <Ruled
            key="notice"
            words={formatDate(noticeBy(termEndsOn, rules))}
            rule={`${notice.value} ngày, ${basisOf(notice)}`}
          />,
        ],
        [
          'Quyết định chậm nhất',
          <Ruled
            key="decide"
            words={formatDate(decideBy(termEndsOn, rules))}
            rule={`${decide.value} ngày, ${basisOf(decide)}`}
          />,
        ],
        ['Đề xuất', holding && <Proposed key="proposal" termEndsOn={termEndsOn} holding={holding} rules={rules} />],
      ]}
    />
  );
}

function Proposed({ termEndsOn, holding, rules }: { termEndsOn: IsoDate; holding: RenewedHolding; rules: Rules }) {
  const { retirement, expiry } = renewalAt(holding, termEndsOn, rules);
  const { proposal, monthsLeft, basis } = expiry;
  return (
    <Ruled
      words={PROPOSALS[proposal]}
      rule={`Khi hết thời hạn còn ${Math.max(monthsLeft, 0)} tháng đến tuổi nghỉ hưu (${formatDate(retirement.leaves)}); ${basis}`}
    />
  );
}

const Ruled = ({ words, rule }: { words: string; rule: string }) => (
  <>
    {words}
    <span className="block text-ink-soft text-sm">{rule}</span>
  </>
);
