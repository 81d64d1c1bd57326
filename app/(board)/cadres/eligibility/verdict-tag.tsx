import { Tag, type TagKind } from '@/components/data/page';
import { VERDICTS, type Verdict } from '@/domain/cadres/eligibility-facts';

const SIGNS: Record<Verdict, string> = { pass: '✓', fail: '✗', authority: '◇' };
const KINDS: Record<Verdict, TagKind> = { pass: 'ok', fail: 'late', authority: 'due' };

/** A verdict by sign and words, so that it reads without colour. */
export const VerdictTag = ({ verdict }: { verdict: Verdict }) => (
  <Tag kind={KINDS[verdict]}>
    <span aria-hidden>{SIGNS[verdict]}</span> {VERDICTS[verdict]}
  </Tag>
);

export const signOf = (verdict: Verdict): string => `${SIGNS[verdict]} ${VERDICTS[verdict]}`;
