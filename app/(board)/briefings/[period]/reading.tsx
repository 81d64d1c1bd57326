import { Card } from '@/components/data/page';
import { rowsBase } from '@/domain/briefings/address';
import type { Briefing } from '@/domain/briefings/briefing';
import { type Piece, sentences, sentenceText } from '@/domain/briefings/sentences';
import { type OpenPiece, OpenSentence } from './open-sentence';

/** What the figures say, each number open. dangerLine in per cent; basis: the rule it stands on. */
export function Reading({ briefing, dangerLine, basis }: { briefing: Briefing; dangerLine: number; basis: string }) {
  const base = rowsBase(briefing.period, briefing.unit.id);
  return (
    <Card title="Đọc trong hai phút">
      {sentences(briefing, dangerLine).map((sentence) => (
        <OpenSentence
          key={sentenceText(sentence)}
          pieces={sentence.pieces.map(travelling)}
          base={base}
          because={sentence.urgent ? `Mức báo động ${dangerLine}% ${basis}.` : undefined}
        />
      ))}
    </Card>
  );
}

const travelling = (piece: Piece): OpenPiece =>
  typeof piece === 'string' ? piece : piece.rowId ? [piece.text, piece.figure, piece.rowId] : [piece.text, piece.figure];
