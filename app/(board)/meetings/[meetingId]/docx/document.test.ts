import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Packer } from 'docx';
import { fromBufferPromise } from 'yauzl';
import type { Paper } from '@/domain/meetings/paper';
import { paperDocument } from './document';

const PAPER: Paper = {
  draft: false,
  superior: 'ĐẢNG BỘ XÃ ĐÔNG SƠN',
  issuer: 'CHI BỘ THÔN TÂY SƠN',
  number: 'Số 11-BB/CB',
  placeAndDate: 'Đông Sơn, ngày 03 tháng 11 năm 2026',
  name: 'BIÊN BẢN',
  about: 'sinh hoạt chi bộ thường kỳ tháng 11 năm 2026',
  opening: [{ kind: 'text', text: 'Hồi 19 giờ 30, ngày 03/11/2026.' }],
  sections: [
    { heading: 'II. Nội dung', blocks: [{ kind: 'text', lead: '1. Thời sự.', text: 'Tài liệu <số 5> & phụ lục.' }] },
    {
      heading: 'IV. Phân công',
      blocks: [{ kind: 'table', head: ['TT', 'Việc'], widths: [10, 90], centred: [0], rows: [['1', 'Đối thoại với 2 hộ']] }],
    },
  ],
  closing: [{ kind: 'text', text: 'Kết thúc hồi 20 giờ 45 cùng ngày.' }],
  signers: [
    { title: 'THƯ KÝ', name: 'Hoàng Thị Dung' },
    { title: 'CHỦ TRÌ', name: 'Cà Văn Ấn' },
  ],
};
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };

/** The parts of the zip by their name. */
async function unzipped(file: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const zip = await fromBufferPromise(file);
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

const parts = async (paper: Paper = PAPER) => unzipped(await Packer.toBuffer(paperDocument(paper, MARGINS)));
const textOf = (xml = '') =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('the document says what the paper says, in its order', async () => {
  const lines = textOf((await parts()).get('word/document.xml'))
    .split('\n')
    .filter(Boolean);
  assert.deepEqual(lines, [
    ...['ĐẢNG BỘ XÃ ĐÔNG SƠN', 'CHI BỘ THÔN TÂY SƠN', '*', 'Số 11-BB/CB'],
    ...['ĐẢNG CỘNG SẢN VIỆT NAM', 'Đông Sơn, ngày 03 tháng 11 năm 2026'],
    ...['BIÊN BẢN', 'sinh hoạt chi bộ thường kỳ tháng 11 năm 2026', '-----', 'Hồi 19 giờ 30, ngày 03/11/2026.'],
    ...['II. Nội dung', '1. Thời sự. Tài liệu <số 5> & phụ lục.', 'IV. Phân công', 'TT', 'Việc', '1', 'Đối thoại với 2 hộ'],
    ...['Kết thúc hồi 20 giờ 45 cùng ngày.', 'THƯ KÝ', 'Hoàng Thị Dung', 'CHỦ TRÌ', 'Cà Văn Ấn'],
  ]);
});

test('the page is A4 with the margins of the rules, in Times New Roman 14', async () => {
  const found = await parts();
  const xml = found.get('word/document.xml') ?? '';
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/);
  for (const margin of ['w:top="1134"', 'w:right="850"', 'w:bottom="1134"', 'w:left="1701"', 'w:header="567"'])
    assert.ok(xml.match(/<w:pgMar [^>]*>/)?.[0].includes(margin), margin);
  assert.match(found.get('word/styles.xml') ?? '', /w:ascii="Times New Roman"[\s\S]*<w:sz w:val="28"\/>/);
});

test('the page number stands on top from the second page on', async () => {
  const found = await parts();
  assert.match(found.get('word/document.xml') ?? '', /<w:titlePg/);
  const numbered = [...found].filter(([name, xml]) => /^word\/header\d/.test(name) && />PAGE</.test(xml));
  assert.equal(numbered.length, 1);
});

test('without a number there is no number line; a draft says so first', async () => {
  const lines = textOf((await parts({ ...PAPER, number: null, draft: true })).get('word/document.xml'))
    .split('\n')
    .filter(Boolean);
  assert.equal(lines[0], 'DỰ THẢO');
  assert.ok(!lines.some((line) => line.startsWith('Số')));
});
