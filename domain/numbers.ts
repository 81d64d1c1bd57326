const MINUS = '\u2212';

/** 1234 → '1.234'. */
export function formatCount(count: number): string {
  const digits = String(Math.abs(Math.trunc(count))).replace(/\B(?=(\d{3})+$)/g, '.');
  return count <= -1 ? MINUS + digits : digits;
}

/** Share in per cent, rounded half up to one decimal (816 of 1000 → 81.6); null when there is nothing to share. Counts of whole things. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 2000 + whole) / (whole * 2)) / 10;
}

/** '81,6%', always one decimal; '—' when the whole is 0. */
export function formatShare(part: number, whole: number): string {
  const percent = percentOf(part, whole);
  return percent === null ? '—' : `${percent.toFixed(1).replace('.', ',')}%`;
}

/** '+4', '−5' (a real minus), '0'. */
export function formatDelta(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference);
}
