export type Margins = { top: number; bottom: number; left: number; right: number };

/** Margins in mm, from the rules, over those of print.css. They cannot be a style attribute: @page has no element. */
export function PageMargins({ margins: { top, right, bottom, left }, nonce }: { margins: Margins; nonce?: string }) {
  const sides = `${top}mm ${right}mm ${bottom}mm ${left}mm`;
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {`@page { margin: ${sides} } @media screen and (min-width: 801px) { .sheet:not(.appendix) { padding: ${sides} } }`}
    </style>
  );
}
