import { Card, Tag } from '@/components/data/page';
import { type Briefing, unbalanced } from '@/domain/briefings/briefing';
import { DECREASES, type FigureKey, INCREASES, inSentence } from '@/domain/briefings/figures';
import { OpenNumber } from './open-number';

/** Start + increases − decreases = end, each part open to its rows. */
export function BalanceStrip({ briefing }: { briefing: Briefing }) {
  const wrong = unbalanced([briefing.total, ...briefing.rows]);
  const places = briefing.rows.length;
  const tag = wrong.length ? (
    <Tag kind="late">không khớp sổ: {wrong.map(({ row }) => row.name).join(', ')}</Tag>
  ) : (
    <Tag kind="ok">{places ? `khớp sổ ở cả ${places} đơn vị` : 'khớp sổ'}</Tag>
  );
  return (
    <Card title="Số đảng viên trong quý" aside={tag} className="mb-5">
      <div className="grid grid-cols-2 gap-x-4 gap-y-5 p-4 text-center lg:flex lg:items-start lg:justify-between">
        <Part briefing={briefing} figure="stockStart" words="đầu quý" />
        <Sign>+</Sign>
        <Part briefing={briefing} figure="increases" words={<Kinds briefing={briefing} keys={INCREASES} name="tăng" />} />
        <Sign>−</Sign>
        <Part briefing={briefing} figure="decreases" words={<Kinds briefing={briefing} keys={DECREASES} name="giảm" />} />
        <Sign>=</Sign>
        <Part briefing={briefing} figure="stockEnd" words={briefing.frozen ? 'cuối quý, theo số đã chốt' : 'cuối quý'} />
      </div>
    </Card>
  );
}

const Sign = ({ children }: { children: string }) => (
  <span aria-hidden="true" className="hidden text-2xl leading-10 text-ink-soft lg:block">
    {children}
  </span>
);

function Part({ briefing, figure, words }: { briefing: Briefing; figure: FigureKey; words: React.ReactNode }) {
  return (
    <div className="min-w-0 lg:max-w-[34%]">
      <OpenNumber
        briefing={briefing}
        figure={figure}
        className="inline-block min-h-10 text-[26px] font-semibold no-underline tabular-nums hover:underline"
      />
      <div className="text-sm text-ink-soft">{words}</div>
    </div>
  );
}

/** Only the kinds that occurred; each opens too. */
function Kinds({ briefing, keys, name }: { briefing: Briefing; keys: readonly FigureKey[]; name: string }) {
  const present = keys.filter((key) => briefing.total.now[key] > 0);
  if (!present.length) return `${name} trong quý`;
  return (
    <>
      {name}:{' '}
      {present.map((key, at) => (
        <span key={key}>
          {at > 0 && ', '}
          {inSentence(key)} <OpenNumber briefing={briefing} figure={key} className="inline-block min-h-6 tabular-nums" />
        </span>
      ))}
    </>
  );
}
