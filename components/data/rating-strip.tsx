import { type StripYear, stripTitle } from '@/domain/ratings/strip';
import { LEVEL_WORDS, type Level } from '@/domain/ratings/words';

const LOOK: Record<Level, string> = {
  outstanding: 'border-green bg-green-tint text-green font-semibold',
  good: 'border-line bg-paper',
  done: 'border-line bg-paper text-ink-soft',
  failed: 'border-red bg-red-tint text-red-deep font-semibold',
};

/** The ratings of the last years as letters, oldest first; said in full to those who do not see them, and on hovering. */
export const RatingStrip = ({ strip }: { strip: readonly StripYear[] }) => (
  <span role="img" aria-label={`Xếp loại ${stripTitle(strip)}`} title={stripTitle(strip)} className="inline-flex gap-0.5 text-xs">
    {strip.map(({ year, level }) => (
      <span
        key={year}
        className={`min-w-8 rounded border px-1 py-0.5 text-center ${level ? LOOK[level] : 'border-line border-dashed text-ink-soft'}`}
      >
        {level ? LEVEL_WORDS[level].letter : '–'}
      </span>
    ))}
  </span>
);
