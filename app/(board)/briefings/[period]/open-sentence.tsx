'use client';

import { Tag } from '@/components/data/page';

/** A piece as it travels: words, or a number that opens to the rows of a figure, of one child when it is named. */
export type OpenPiece = string | readonly [text: string, figure: string, child?: string];

/** A sentence whose numbers open. base: the address of a number's rows; because: what makes it urgent. */
export const OpenSentence = ({ pieces, base, because }: { pieces: readonly OpenPiece[]; base: string; because?: string }) => (
  <p className="border-line border-b px-4 py-2.5 last:border-b-0">
    {because && (
      <>
        <Tag kind="late">Cần quyết</Tag>{' '}
      </>
    )}
    {pieces.map((piece) => (typeof piece === 'string' ? piece : <Open key={piece.join()} piece={piece} base={base} />))}
    {because && <span className="block text-sm text-ink-soft">{because}</span>}
  </p>
);

const Open = ({ piece: [text, figure, child], base }: { piece: Exclude<OpenPiece, string>; base: string }) => (
  <a href={`${base}${child ? `&row=${child}` : ''}&figure=${figure}`} className="font-semibold">
    {text}
  </a>
);
