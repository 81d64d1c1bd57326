import type { Random } from '@/db/seed/random';

const MEGABYTE = 1024 * 1024;
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', '$ACTION_ID_x', 'key', 'json', ''];

/** Texts that people's papers, keyboards and attackers come up with. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'Lò\0Văn An',
  '\u0001\u001b[31m\u007f\u0085',
  'An\u202Enas\u202C',
  '\u200B\u200D\uFEFF\u2060',
  '\u2066abc\u2069\u200F',
  'e\u0301\u0301\u0301\u0301'.repeat(50),
  '\uFFFE\uFFFF',
  '\u{1F600}\u{10FFFF}',
  'NaN',
  'Infinity',
  '-1',
  '1.5',
  '1e400',
  '2147483648',
  '99999999999999999999999',
  '0x10',
  '0',
  '31/02/2026',
  '00/00/0000',
  '2026-13-01',
  '2026-00-01',
  '0000-01-01',
  '9999-99-99',
  '275760-09-13',
  '2026-Q5',
  '1900-Q1',
  '99:99',
  'not-a-uuid',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{00000000-0000-0000-0000-000000000000}',
  "'; drop table members; --",
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  '%00%ff%',
  '\r\nSet-Cookie: a=b',
  '__proto__',
  'constructor',
  '$K1',
  '$undefined',
  'null',
  'true',
  '[]',
  '{"__proto__":{"admin":true}}',
];

/** Bytes that are no UTF-8: a lone continuation, an overlong slash, half a letter, a surrogate, 0xFF. */
const BAD_UTF8 = [[0x80], [0xc0, 0xaf], [0xe1, 0xbb], [0xed, 0xa0, 0x80], [0xff, 0xfe], [0xf8, 0x88, 0x80, 0x80, 0x80]];

export const junkName = (random: Random): string => (random.chance(0.7) ? random.pick(NAMES) : random.pick(TEXTS).slice(0, 100));
export const junkText = (random: Random): string =>
  random.chance(0.008) ? random.pick(['a', 'ệ', '\0', ' ', '"']).repeat(MEGABYTE) : random.pick(TEXTS);
export const badBytes = (random: Random): Buffer =>
  Buffer.concat([Buffer.from('Lò Văn '), Buffer.from(random.pick(BAD_UTF8)), Buffer.from(' An')]);

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

/** What a JSON body may hold where something else is expected; written out, so that names and halves of letters stay as they are. */
const JSON_VALUES: readonly string[] = [
  'null',
  'true',
  '[]',
  '{}',
  '[[[]]]',
  '-1',
  '1.5',
  '1e308',
  '1e999',
  '99999999999',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800 nửa chữ"',
  '"\\u202Engược"',
  '{"__proto__":{"toString":1}}',
  '{"toString":null,"valueOf":1}',
  deep(500, '[', ']'),
  '["a","a"]',
];

export const junkJson = (random: Random): string =>
  random.chance(0.4) ? JSON.stringify(junkText(random)) : random.pick(JSON_VALUES);

/** A whole body that is no body. */
export const junkDocument = (random: Random): string =>
  random.pick([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '12',
    '{"__proto__":{"unitId":"x"},"constructor":{"prototype":{"a":1}}}',
    '{"toString":1,"hasOwnProperty":1}',
    deep(200_000, '[', ']'),
    deep(50_000, '{"a":', '}'),
    '{"minutes":null}',
    `{"minutes":${JSON.stringify('x'.repeat(MEGABYTE))}}`,
  ]);
