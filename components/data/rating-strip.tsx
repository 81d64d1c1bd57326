import { type StripYear, stripTitle } from '@/domain/ratings/strip';
import { LEVEL_WORDS } from '@/domain/ratings/words';

/** The ratings of the last years as letters, oldest first; said in full to those who do not see them, and on hovering. */
export const RatingStrip = ({ strip }: { strip: readonly StripYear[] }) => (
  <span role="img" title={`Xếp loại ${stripTitle(strip)}`} className="strip">
    {strip.map(({ year, level }) => (
      <i key={year} className={level ?? undefined}>
        {level ? LEVEL_WORDS[level].letter : '–'}
      </i>
    ))}
  </span>
);
