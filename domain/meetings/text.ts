/** Free text as kept: NFC, without control characters other than line ends, ends trimmed. */
export const normalizeText = (value: string): string =>
  value
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (char) => (char === '\n' || char === '\t' ? char : ''))
    .trim();
