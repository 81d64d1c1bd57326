'use client';

/** A number as it travels: its figure, the number in words, what it is called. */
export type OpenFigure = readonly [figure: string, text: string, label: string];
/** One part of the sum: words below it, or the kinds that make it up. */
export type SumPart = readonly [sign: string, number: OpenFigure, words: string, kinds?: readonly OpenFigure[]];

/** A sum whose numbers open. base: the address of a number's rows; of: whose numbers they are. */
export const OpenSum = ({ parts, base, of }: { parts: readonly SumPart[]; base: string; of: string }) => (
  <div className="open-sum">
    {parts.map(([sign, number, words, kinds]) => (
      <div key={number[0]}>
        {sign && <i aria-hidden="true">{sign}</i>}
        <div>
          <Open number={number} base={base} of={of} className="total" />
          <small>
            {kinds ? `${words}: ` : words}
            {kinds?.map((kind, at) => (
              <span key={kind[0]}>
                {`${at ? ', ' : ''}${smallFirst(kind[2])} `}
                <Open number={kind} base={base} of={of} />
              </span>
            ))}
          </small>
        </div>
      </div>
    ))}
  </div>
);

const smallFirst = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

type OpenProps = { number: OpenFigure; base: string; of: string; className?: string };

const Open = ({ number: [figure, text, label], base, of, className }: OpenProps) => (
  <a
    href={`${base}&figure=${figure}`}
    className={className}
    aria-label={`${text} – ${label}, ${of}: mở danh sách`}
    data-figure={figure}
  >
    {text}
  </a>
);
