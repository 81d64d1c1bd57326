import type { ImportField, Mapping } from '@/domain/members/import/fields';
import { foldName } from '@/domain/names';

/** `whole` and `leaf` are folded, words only; `words` keep their marks, because 'nam' (man) and 'năm' (year) fold alike. */
type Header = { whole: string; leaf: string; words: string[] };

const BIRTH = /\b(ngay|thang|nam) sinh\b|\bsinh ngay\b|^sinh$/;

/** Tried in this order: the narrower header before the wider one. */
const RULES: [ImportField, (header: Header) => boolean][] = [
  ['ordinal', ({ whole }) => /^(stt|tt|so tt|so thu tu)$/.test(whole)],
  ['bornMale', ({ whole, words }) => BIRTH.test(whole) && words.at(-1) === 'nam'],
  ['bornFemale', ({ whole, words }) => BIRTH.test(whole) && words.at(-1) === 'nữ'],
  ['gender', ({ whole }) => /^(gioi tinh|phai|nam nu)( nam nu)?$/.test(whole)],
  ['maleMark', ({ leaf, words }) => leaf === 'nam' && words.at(-1) === 'nam'],
  ['femaleMark', ({ leaf }) => leaf === 'nu'],
  ['givenName', ({ whole, leaf }) => leaf === 'ten' && (whole === 'ten' || /^ho/.test(whole))],
  ['fullName', ({ whole }) => /^ho( va)?( ten| chu dem| dem|$)|^(ho )?ten dang vien/.test(whole)],
  ['born', ({ whole }) => BIRTH.test(whole)],
  ['ethnicity', ({ whole }) => /\bdan toc\b/.test(whole)],
  ['religion', ({ whole }) => /\bton giao\b/.test(whole)],
  ['homePlace', ({ whole }) => /\bque quan\b|\bnguyen quan\b|^que\b/.test(whole)],
  ['citizenId', ({ whole, leaf }) => /\bcccd\b|can cuoc|dinh danh|\bcmnd\b|\bcmt\b/.test(whole) && !isIssue(leaf)],
  ['phone', ({ whole }) => /dien thoai|\bsdt\b|\bso dt\b|di dong/.test(whole)],
  ['cardNumber', ({ whole, leaf }) => /\bso the\b|\bthe dang\b|\bso tdv\b/.test(whole) && !isIssue(leaf)],
  ['biographyNumber', ({ whole }) => /\bso (ly lich|ll)\b/.test(whole)],
  ['official', ({ whole }) => /chinh thuc|\bngay ct\b/.test(whole)],
  [
    'joined',
    ({ whole }) =>
      /^(ngay|thang|nam|thoi gian|thoi diem)?.*(vao dang|ket nap|\bkn\b)/.test(whole) &&
      !/nghe|truoc khi|noi |\bso\b/.test(whole),
  ],
  ['politicalTheory', ({ whole }) => /ly luan|\bllct\b|chinh tri/.test(whole)],
  ['generalEducation', ({ whole }) => /van hoa|pho thong|\bgdpt\b|hoc van/.test(whole)],
  ['professionalLevel', ({ whole }) => /chuyen mon|\bcmnv\b|nghiep vu/.test(whole)],
  ['occupation', ({ whole }) => /^nghe|nghe nghiep|cong viec/.test(whole) && !/truoc khi/.test(whole)],
  ['cell', ({ whole }) => /chi bo|(noi|don vi) sinh hoat|sinh hoat tai/.test(whole) && !/chuc|so dang vien/.test(whole)],
  ['address', ({ whole }) => /dia chi|\bnoi o\b|\bcho o\b|thuong tru|tam tru|cu tru/.test(whole)],
  ['note', ({ whole }) => /ghi chu/.test(whole)],
];

/** The field of each column by the usual words of Vietnamese member lists; the first column that fits keeps the field. */
export function guessMapping(headers: string[]): Mapping {
  const mapping: Mapping = [];
  for (const [column, text] of headers.entries()) {
    const header = taken(text);
    const twin = column > 0 && text !== '' && text === headers[column - 1] && mapping[column - 1] === 'fullName';
    const field = twin ? 'givenName' : RULES.find(([name, fits]) => !mapping.includes(name) && fits(header))?.[0];
    mapping.push(header.whole === '' ? null : (field ?? null));
  }
  return mapping;
}

/** The same for two files whose headers say the same, however they are typed: under it a unit's mapping is remembered. */
export function headerSignature(headers: string[]): string {
  return headers.map((header) => taken(header).whole).join('|');
}

function taken(text: string): Header {
  const leaf = text.split(' / ').at(-1) ?? '';
  return {
    whole: plain(foldName(text)),
    leaf: plain(foldName(leaf)),
    words: plain(text.normalize('NFC').toLowerCase()).split(' '),
  };
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** 'Số thẻ / Ngày cấp' holds no number. */
function isIssue(leaf: string): boolean {
  return /^(ngay|noi)\b/.test(leaf);
}
