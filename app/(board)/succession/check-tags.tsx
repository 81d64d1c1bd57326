import { Tag, type TagKind } from '@/components/data/page';
import { CHECK_LABELS, type Check, type Verdict } from '@/domain/succession/checks';
import { READINESS_WORDS, type Readiness, type ReadinessReport } from '@/domain/succession/readiness';

const VERDICT_TAGS: Record<Verdict, [kind: TagKind, words: string]> = {
  met: ['ok', 'Đạt'],
  against: ['late', 'Chưa đúng'],
  decide: ['due', 'Cấp có thẩm quyền quyết định'],
  remind: ['due', 'Nhắc'],
  unknown: ['plain', 'Chưa rõ'],
};

export const VerdictTag = ({ verdict }: { verdict: Verdict }) => (
  <Tag kind={VERDICT_TAGS[verdict][0]}>{VERDICT_TAGS[verdict][1]}</Tag>
);

/** What a rule says, with its source; those met are left out. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const open = checks.filter(({ verdict }) => verdict !== 'met');
  if (!open.length) return null;
  return (
    <ul className="grid gap-1 text-sm">
      {open.map((check) => (
        <li key={check.key + check.words}>
          <VerdictTag verdict={check.verdict} /> {CHECK_LABELS[check.key]}: {check.words}{' '}
          <span className="text-ink-soft">
            ({check.basis}
            {check.unsure && ', cần đối chiếu'})
          </span>
        </li>
      ))}
    </ul>
  );
}

export const READINESS_TAGS: Record<Readiness, TagKind> = { ready: 'ok', missing: 'due', unclear: 'plain', unstated: 'plain' };
/** 'Chưa đủ tiêu chuẩn: đạt 3/5'. */
export const readinessWords = ({ readiness, asked, met }: ReadinessReport): string =>
  `${READINESS_WORDS[readiness]}${asked > 0 ? `: đạt ${met}/${asked}` : ''}`;
/** 'thiếu lý luận chính trị từ cao cấp; …', or nothing. */
export const missingWords = ({ missing }: ReadinessReport): string =>
  missing.length ? `thiếu ${missing.map(({ label, asked }) => `${label.toLocaleLowerCase('vi')} ${asked}`).join('; ')}` : '';

/** Ready or not, and what is missing. */
export const ReadinessTag = ({ report }: { report: ReadinessReport }) => (
  <span className="inline-flex flex-wrap items-center gap-x-2">
    <Tag kind={READINESS_TAGS[report.readiness]}>{readinessWords(report)}</Tag>
    {report.missing.length > 0 && <span className="text-ink-soft text-sm">{missingWords(report)}</span>}
  </span>
);
