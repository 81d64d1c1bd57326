/** For how many days a temporary password opens. */
export const TEMPORARY_DAYS = 7;

const SYLLABLES = [
  'ba',
  'cam',
  'dua',
  'ga',
  'hoa',
  'keo',
  'lua',
  'mai',
  'nam',
  'oi',
  'pho',
  'que',
  'sen',
  'tre',
  'voi',
  'xoai',
  'yen',
  'mit',
  'buoi',
  'chanh',
  'thong',
  'truc',
  'cau',
  'dao',
  'man',
  'tao',
  'tep',
  'cua',
  'muc',
  'hau',
  'vit',
  'ong',
];

/** A temporary password that can be read out on the telephone. random: a whole number from 0 up to but not including its argument. About 45 bits. */
export function temporaryPassword(random: (below: number) => number): string {
  const word = () => SYLLABLES[random(SYLLABLES.length)] ?? 'sen';
  const number = () => String(random(1000)).padStart(3, '0');
  return `${word()}-${word()}-${word()}-${word()}-${word()}-${number()}-${number()}`;
}
