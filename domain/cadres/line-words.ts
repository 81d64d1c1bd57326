import { formatDate } from '@/domain/calendar';
import { LEVELS } from '@/domain/posts/kinds';
import { DISCIPLINES, TRAINING_KINDS } from './codes';
import type { AddLine } from './inputs';

type Line = AddLine extends infer Each ? (Each extends AddLine ? Omit<Each, 'cadreId'> : never) : never;

const span = (from: string | null, to: string | null, open: string): string | null =>
  from || to ? `${from ? formatDate(from) : '…'} – ${to ? formatDate(to) : open}` : null;

function partsOf(line: Line): (string | null)[] {
  if (line.line === 'history') return [span(line.fromMonth, line.toMonth, 'nay'), line.words, line.level && LEVELS[line.level]];
  if (line.line === 'training') {
    const valid = line.validTo && `giá trị đến ${formatDate(line.validTo)}`;
    const { kind, name, form, school, fromMonth, toMonth, certificate } = line;
    return [TRAINING_KINDS[kind], name, form, school, span(fromMonth, toMonth, '…'), certificate, valid];
  }
  if (line.line === 'award') return [`năm ${line.year}`, line.form, line.issuer, line.decisionNumber];
  const ends = line.endsOn && `hết thời hạn ${formatDate(line.endsOn)}`;
  return [
    DISCIPLINES[line.form],
    `ngày ${formatDate(line.decidedOn)}`,
    ends,
    line.issuer,
    line.decisionNumber,
    line.reason && `lý do: ${line.reason}`,
  ];
}

/** Everything that a line of a file says, on one line: what is kept of it when it is taken out. */
export const lineWords = (line: Line): string => partsOf(line).filter(Boolean).join(' · ');
