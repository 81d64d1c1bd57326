import { Card, Tag } from '@/components/data/page';
import type { Condition, Proposal } from '@/domain/ratings/proposal';
import { LEVEL_WORDS } from '@/domain/ratings/words';

const verdict = ({ met }: Condition) =>
  met === null ? <Tag kind="due">Chưa có số liệu</Tag> : met ? <Tag kind="ok">Đạt</Tag> : <Tag kind="late">Không đạt</Tag>;

/** What points and conditions give, each with its rule; the authority decides. */
export const Conditions = ({ proposal: { level, byPoints, conditions } }: { proposal: Proposal }) => (
  <Card title="Theo điểm và điều kiện" aside={level ? LEVEL_WORDS[level].label : 'chưa có điểm'}>
    {byPoints && byPoints !== level && (
      <p className="px-4 pt-3">
        Riêng theo điểm là “{LEVEL_WORDS[byPoints].label}”; có điều kiện chưa đạt nên xếp thấp hơn. Cấp có thẩm quyền quyết định.
      </p>
    )}
    <ul className="cells">
      {conditions.map((condition) => (
        <li key={condition.level + condition.text}>
          <div>
            <span>
              <b>{LEVEL_WORDS[condition.level].letter}</b> · {condition.text}
              <small className="block text-ink-soft">{condition.basis}</small>
            </span>
            {verdict(condition)}
          </div>
        </li>
      ))}
    </ul>
  </Card>
);
