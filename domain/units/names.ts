import { nameSortKey } from '@/domain/names';

/** Byte order (C collation) of unit names as Vietnamese lists have them, numbers by value: thôn 2 before thôn 10. */
export function unitSortKey(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\d+/g, (digits) => digits.padStart(4, '0'))
    .split(' ');
  // nameSortKey puts the last word first, as for people: turned round once, it comes out in reading order.
  return nameSortKey([...words.slice(1), words[0]].join(' '));
}

/** 'Đảng bộ xã Nà Lâu' → 'Xã Nà Lâu', 'Chi bộ thôn 2' → 'Thôn 2': what crumbs and narrow columns show. */
export function unitShortName(name: string): string {
  const rest = name.replace(/^(Đảng bộ cơ sở|Đảng bộ bộ phận|Chi bộ cơ sở|Đảng bộ|Chi bộ)\s+/iu, '').trim();
  const short = rest || name.trim();
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
}
