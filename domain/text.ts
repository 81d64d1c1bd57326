/** Marks that turn the direction of writing: with them a name or a file's ending reads otherwise than it is. */
const DIRECTION = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const UNKEPT = new RegExp(`(?![\\n\\t])\\p{Cc}|[${DIRECTION}]|\\p{Noncharacter_Code_Point}`, 'gu');
/** Signs that show nothing: those above, joiners, soft hyphens, marks of byte order. */
const UNSEEN = /\p{Cf}|\p{Noncharacter_Code_Point}/gu;

/** Text as it may be kept, from whatever came in: NFC, whole letters, lines ended by \n, no control signs but \n and \t, none that turn the direction of writing. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNKEPT, '').normalize('NFC');

/** Latin letters as one sign each, digits and common signs, single spaces between: as nearly all text comes, and nothing is left to mend in it. */
const MENDED = /^(?:[!-~À-ɏẠ-ỹ]+(?: [!-~À-ɏẠ-ỹ]+)*)?$/;

/** The same on one line and without any sign that shows nothing, ends trimmed: for names, numbers and whatever is compared. */
export const oneLine = (text: string): string => (MENDED.test(text) ? text : mended(text));

const mended = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Every text inside a parsed JSON body cleaned, names of fields too. Throws RangeError where it is nested too deep to be one of ours. */
export function cleanTree(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanTree);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [cleanText(name), cleanTree(part)]));
}

/** One value of an address, cleaned; nothing when it is missing or stands there several times. */
export const askedText = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? cleanText(value).trim().slice(0, 500) : undefined;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** Words that begin a line, inside a sentence. */
export const lowerFirst = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
