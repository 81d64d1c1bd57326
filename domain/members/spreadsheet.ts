const FORMULA_START = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** Text that no spreadsheet takes for a formula, and that XML can hold: an apostrophe stands before a dangerous first character. */
export function safeCell(text: string): string {
  const writable = text.replace(UNWRITABLE, '');
  return FORMULA_START.test(writable) ? `'${writable}` : writable;
}
