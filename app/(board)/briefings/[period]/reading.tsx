import Link from 'next/link';
import { Card, Tag } from '@/components/data/page';
import { rowsAddress } from '@/domain/briefings/address';
import type { Briefing } from '@/domain/briefings/briefing';
import { type Piece, sentences, sentenceText } from '@/domain/briefings/sentences';

/** What the figures say, each number open. dangerLine in per cent; basis: the rule it stands on. */
export function Reading({ briefing, dangerLine, basis }: { briefing: Briefing; dangerLine: number; basis: string }) {
  const said = sentences(briefing, dangerLine);
  return (
    <Card title="Đọc trong hai phút">
      {said.map((sentence) => (
        <p key={sentenceText(sentence)} className="border-line border-b px-4 py-2.5 last:border-b-0">
          {sentence.urgent && (
            <>
              <Tag kind="late">Cần quyết</Tag>{' '}
            </>
          )}
          {sentence.pieces.map((piece) => (
            <Said
              key={typeof piece === 'string' ? piece : `${piece.figure}${piece.rowId ?? ''}${piece.text}`}
              piece={piece}
              briefing={briefing}
            />
          ))}
          {sentence.urgent && (
            <span className="block text-sm text-ink-soft">
              Mức báo động {dangerLine}% {basis}.
            </span>
          )}
        </p>
      ))}
    </Card>
  );
}

function Said({ piece, briefing }: { piece: Piece; briefing: Briefing }) {
  if (typeof piece === 'string') return piece;
  return (
    <Link
      href={rowsAddress(briefing.period, briefing.unit.id, piece.figure, { rowId: piece.rowId })}
      prefetch={false}
      className="font-semibold"
    >
      {piece.text}
    </Link>
  );
}
