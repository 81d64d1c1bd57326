import { oneLine } from './text';

const APOSTROPHES = /[‘’ʼ]/g;

/** The name as it is stored: NFC, single-spaced, without signs that show nothing or turn the direction of writing; a name all in capitals or all in small letters becomes title case, any other stays as typed. */
export function normalizeName(typed: string): string {
  const name = oneLine(typed);
  const oneCase = name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi');
  return oneCase ? titleCase(name) : name;
}

/** Lower case, no marks, đ → d, single spaces; the same for NFC and NFD. What searching compares. */
export function foldName(typed: string): string {
  return oneLine(typed).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(APOSTROPHES, "'");
}

/** Every word suffix of the folded name: 'Nguyễn Văn An' → ['nguyen van an', 'van an', 'an']. */
export function nameParts(name: string): string[] {
  const words = foldName(name).split(' ').filter(Boolean);
  return words.map((_, start) => words.slice(start).join(' '));
}

/** 'Nguyễn Văn An' → ['An', 'Nguyễn Văn'], the order Vietnamese lists are sorted in. */
export function givenNameFirst(name: string): [given: string, rest: string] {
  const words = oneLine(name).split(' ');
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}

/**
 * A printable key whose byte order (C collation) is the order of Intl.Collator('vi') on the given name, then on family and middle name:
 * letters first, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), so that every An stands before every Án; case and the shape of an
 * apostrophe do not count.
 */
export function nameSortKey(name: string): string {
  return givenNameFirst(name).map(collated).join(' ').trimEnd();
}

function collated(part: string): string {
  const letters = clusters(part).map(weigh);
  const tones = letters.map((letter) => `0${letter.tone}`).join('');
  return `${letters.map((letter) => letter.primary).join('')} ${tones.replace(/0*$/, '')}`;
}

const ALPHABET = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
/** Space and punctuation as ICU orders them, before digits and letters. */
const PUNCTUATION = [...` _-,;:!?.'"()/`];
const SHAPE_MARKS = /[\u0302\u0306\u031b]/u;
const TONE_ORDER = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

type Weight = { primary: string; tone: string };

/** Primary bytes: '!'… punctuation, '0'…'9', 'A'… letters, '~' + the character for anything else; a plain space parts the levels. */
function weigh(cluster: string): Weight {
  const [base = '', ...marks] = cluster;
  const shaped = (base + marks.filter((mark) => SHAPE_MARKS.test(mark)).join('')).normalize('NFC');
  const known = ALPHABET.includes(shaped) ? shaped : base;
  const unplaced = known === shaped ? marks.filter((mark) => !SHAPE_MARKS.test(mark)) : marks;
  return { primary: primaryOf(known), tone: unplaced.map(toneOf).join('') };
}

function primaryOf(character: string): string {
  if (/^[0-9]$/.test(character)) return character;
  const punctuation = PUNCTUATION.indexOf(character);
  if (punctuation >= 0) return String.fromCharCode(0x21 + punctuation);
  const letter = ALPHABET.indexOf(character);
  return letter >= 0 ? String.fromCharCode(0x41 + letter) : `~${character}`;
}

function toneOf(mark: string): string {
  const order = TONE_ORDER.indexOf(mark);
  return order >= 0 ? String(order + 1) : '9';
}

function clusters(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(APOSTROPHES, "'")
      .normalize('NFD')
      .match(/\P{M}\p{M}*/gu) ?? []
  );
}

function titleCase(name: string): string {
  return name.toLocaleLowerCase('vi').replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));
}
