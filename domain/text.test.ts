import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askedText, cleanText, cleanTree, oneLine } from './text';

test('what turns, hides or breaks text is left out; lines and letters stay', () => {
  assert.equal(cleanText('Lò\0 Văn\u202E An\u2066\r\ndòng 2\rdòng 3\tô\u007f\u0085\uFFFE'), 'Lò Văn An\ndòng 2\ndòng 3\tô');
  assert.equal(cleanText('nửa \ud800 chữ'), 'nửa \ufffd chữ');
  assert.equal(cleanText('Lo\u0300'), 'Lò');
  assert.equal(cleanText('Lo\u202E\u0300'), 'Lò');
  assert.equal(oneLine('Lo\u200B\u0300'), 'Lò');
  assert.equal(oneLine(' Lò\u200B\u00AD  Văn\n\u0001An\u202E\u{E0041} '), 'Lò Văn An');
});

test('any text at all comes out well formed, in NFC, without control signs, and stays as it is the second time', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.nat(0xffff).map((code) => String.fromCharCode(code)),
          fc.constantFrom('\u202E', '\r', '\0'),
        ),
      }),
      (text) => {
        for (const clean of [cleanText, oneLine]) {
          const kept = clean(text);
          assert.ok(kept.isWellFormed() && kept === kept.normalize('NFC'));
          assert.doesNotMatch(kept, /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
          assert.equal(clean(kept), kept);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('text in which nothing is to be mended takes no other way out than text with something hidden in it', () => {
  const signs = fc.constantFrom(
    ' ',
    '  ',
    'a',
    'Z',
    '~',
    '\u0080',
    '\u00a0',
    '\u00ad',
    'À',
    '×',
    'ɏ',
    'ɐ',
    '\u0300',
    'Ạ',
    'ỹ',
    'Ỻ',
    '\n',
  );
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 12 }), (text) => {
      assert.equal(oneLine(text), oneLine(`\u200b${text}`));
    }),
    { numRuns: 2_000 },
  );
  for (let code = 0x20; code < 0x2000; code += 1) {
    const sign = String.fromCharCode(code);
    assert.equal(oneLine(`a${sign}a`), oneLine(`a\u200b${sign}a`), `U+${code.toString(16)}`);
  }
});

test('every text of a body is cleaned, names of fields and __proto__ as plain data', () => {
  const body = cleanTree(
    JSON.parse('{"a":["x\\u0000",{"b\\u202E":"\\ud800"}],"n":1,"__proto__":{"admin":"y\\u0000"}}'),
  ) as object;
  assert.deepEqual(JSON.stringify(body), '{"a":["x",{"b":"\ufffd"}],"n":1,"__proto__":{"admin":"y"}}');
  assert.equal(Object.getPrototypeOf(body), Object.prototype);
  assert.throws(() => cleanTree(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)), RangeError);
});

test('a value of an address is one text, or none', () => {
  assert.equal(askedText(' a\0b '), 'ab');
  assert.equal(askedText(['a', 'b']), undefined);
  assert.equal(askedText(undefined), undefined);
});
