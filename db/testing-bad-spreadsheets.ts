import { type ArchiveEntry, archive } from './testing-archives';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const sheetXml = (rows: string, before = XML) => `${before}<worksheet xmlns="${NS}"><sheetData>${rows}</sheetData></worksheet>`;
const WORKBOOK = `${XML}<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
const STYLES = `${XML}<styleSheet xmlns="${NS}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng', 'Số thẻ'];
const row = (number: number | string, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const rowOf = (number: number, values: readonly string[]) =>
  row(number, ...values.map((value, at) => text(`${'ABCDE'[at]}${number}`, value)));
const HEADER = rowOf(1, HEAD);
const PERSON = rowOf(2, ['Lò Văn An', 'Nam', '01/02/1980', '03/02/2005', '45000001']);
const GOOD = sheetXml(HEADER + PERSON);

type Parts = Record<string, string | Buffer | null>;
/** A good workbook with some parts other than they should be; null leaves one out. */
const book = (changed: Parts = {}, more: readonly ArchiveEntry[] = []): Buffer => {
  const parts: Parts = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': GOOD,
    ...changed,
  };
  return archive([...Object.entries(parts).flatMap(([name, part]) => (part === null ? [] : [{ name, text: part }])), ...more]);
};
const rows = (more: string) => book({ 'xl/worksheets/sheet1.xml': sheetXml(HEADER + more) });
const cell = (xml: string) => rows(row(2, text('A2', 'Lò Văn An'), text('E2', '45000001'), xml));
const sheet = (xml: string | Buffer) => book({ 'xl/worksheets/sheet1.xml': xml });
const strings = (xml: string) =>
  book({
    'xl/sharedStrings.xml': xml,
    'xl/worksheets/sheet1.xml': sheetXml(`${HEADER}${row(2, '<c r="A2" t="s"><v>0</v></c>', text('B2', 'Nam'))}`),
  });
const cut = (share: number) => {
  const whole = book();
  return whole.subarray(0, Math.floor(whole.length * share));
};
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]>';
const MB = 1024 * 1024;

/** `dear`: takes seconds, and is sent over HTTP only. `refused`: with a message for the file. `read`: taken as far as it goes, with whatever is wrong told by row. */
export type BadSpreadsheet = { what: string; expected: 'refused' | 'read'; make: () => Buffer; name?: string; dear?: true };
const refused = (what: string, make: () => Buffer, name?: string): BadSpreadsheet => ({
  what,
  expected: 'refused',
  make,
  ...(name && { name }),
});
const read = (what: string, make: () => Buffer): BadSpreadsheet => ({ what, expected: 'read', make });

const dear = (bad: BadSpreadsheet): BadSpreadsheet => ({ ...bad, dear: true });

/** Two million texts, each another: within every limit of the file, beyond the memory for lists. */
export const tooManyTexts = (): Buffer =>
  strings(
    `${XML}<sst xmlns="${NS}">${Array.from({ length: 2_000_000 }, (_, at) => `<si><t>${String(at).padStart(60, 'Chi bộ thôn ')}</t></si>`).join('')}</sst>`,
  );

/** Spreadsheets as attackers, broken disks and other programs make them. */
export const BAD_SPREADSHEETS: readonly BadSpreadsheet[] = [
  refused('nothing at all', () => Buffer.alloc(0)),
  refused('four bytes of an archive', () => Buffer.from('PK\x03\x04')),
  refused('an old .xls', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])),
  refused('an encrypted workbook', () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
  ),
  refused('comma separated text', () => Buffer.from('STT,Họ và tên\n1,Lò Văn An')),
  refused('a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ')),
  refused('a page', () => Buffer.from('<html><table><tr><td>Họ và tên</td></tr></table></html>')),
  refused('a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  refused('a workbook named .xls', () => book(), 'danh-sach.xls'),
  refused('a workbook named .xlsm', () => book(), 'danh-sach.xlsm'),
  refused('a workbook whose name only looks right', () => book(), 'danh-sach.exe\u202Exslx.'),
  ...[0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map((share) => refused(`a workbook cut at ${share * 100} %`, () => cut(share))),
  refused('a bomb: one part unpacks to more than is borne', () => sheet(Buffer.alloc(201 * MB, 0x20))),
  refused('a bomb that hides its size', () =>
    archive([
      { name: 'xl/workbook.xml', text: WORKBOOK },
      { name: 'xl/worksheets/sheet1.xml', text: Buffer.alloc(120 * MB, 0x20), declared: 100 },
    ]),
  ),
  dear(
    refused('many parts', () =>
      book(
        {},
        Array.from({ length: 60_000 }, (_, at) => ({ name: `xl/media/${at}.png`, text: '' })),
      ),
    ),
  ),
  dear(read('a bomb of shared texts', () => strings(`${XML}<sst xmlns="${NS}">${'<si><t>x</t></si>'.repeat(4_000_000)}</sst>`))),
  refused('laughs in the sheet', () => sheet(sheetXml(HEADER + row(2, text('A2', '&j;')), XML + LAUGHS))),
  refused('laughs in the shared texts', () => strings(`${XML}${LAUGHS}<sst xmlns="${NS}"><si><t>&j;</t></si></sst>`)),
  refused('laughs in the workbook', () =>
    book({ 'xl/workbook.xml': WORKBOOK.replace(XML, XML + LAUGHS).replace('Danh sách', '&j;') }),
  ),
  refused('a file from outside in the sheet', () => sheet(sheetXml(HEADER + row(2, text('A2', '&a;')), XML + OUTSIDE))),
  refused('a file from outside in the shared texts', () =>
    strings(`${XML}${OUTSIDE}<sst xmlns="${NS}"><si><t>&a;</t></si></sst>`),
  ),
  refused('macros', () => book({}, [{ name: 'xl/vbaProject.bin', text: 'x' }])),
  refused('macros in another place', () => book({}, [{ name: 'customUI/VBAPROJECT.BIN', text: 'x' }])),
  refused('old macro sheets', () => book({}, [{ name: 'xl/macrosheets/sheet1.xml', text: 'x' }])),
  refused('a million columns in a row', () =>
    rows(
      row(
        2,
        '<c r="A2"/>'.repeat(1_000),
        ...Array.from({ length: 300 }, (_, at) =>
          text(`${'ABCDEFGHIJKLMNOP'[at % 16]}${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at % 26]}2`, 'x'),
        ),
      ),
    ),
  ),
  dear(refused('a million cells of one row', () => rows(row(2, '<c r="XFD2" t="n"><v>1</v></c>'.repeat(1_000_000))))),
  dear(
    refused('more rows than a sheet can have', () =>
      rows(Array.from({ length: 1_200_000 }, (_, at) => `<row r="${at + 2}"/>`).join('')),
    ),
  ),
  dear(
    refused('a million rows', () =>
      rows(Array.from({ length: 130_000 }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>1</v></c></row>`).join('')),
    ),
  ),
  dear(
    read('a million empty rows', () =>
      rows(
        `${Array.from({ length: 900_000 }, (_, at) => `<row r="${at + 2}"/>`).join('')}${row(950_000, text('A950000', 'Lò Văn An'), text('B950000', 'Nam'))}`,
      ),
    ),
  ),
  dear(
    read('blank cells to the last column in many rows', () =>
      rows(PERSON + Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 3}"><c r="XFD${at + 3}" s="1"/></row>`).join('')),
    ),
  ),
  refused('a cell nowhere', () => cell(text('ZZZZZ99999999', 'x'))),
  refused('a cell without a place', () => cell('<c><v>1</v></c>')),
  refused('a row with an absurd number', () =>
    rows(row('99999999999', text('A99999999999', 'Lò Văn An'), text('B99999999999', 'Nam'))),
  ),
  refused('a row with a negative number', () => rows(row(-5, text('A5', 'Lò Văn An'), text('B5', 'Nam')))),
  refused('the same row twice', () => rows(PERSON + PERSON)),
  refused('rows out of order', () => rows(rowOf(9, ['Lò Văn Ba', 'Nam']) + rowOf(4, ['Lò Văn Bốn', 'Nam']))),
  read('cells out of order and twice', () => cell(text('C2', 'x') + text('B2', 'Nam') + text('C2', '01/02/1980'))),
  read('a wrong number of a shared text', () => cell('<c r="B2" t="s"><v>999999</v></c><c r="C2" t="s"><v>-1</v></c>')),
  read('errors and formulas', () =>
    cell('<c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>1/0</f><v>#DIV/0!</v></c><c r="D2"><f>cmd|calc</f><v>1</v></c>'),
  ),
  read('numbers that are none', () => cell('<c r="B2"><v>NaN</v></c><c r="C2"><v>1e999</v></c><c r="D2"><v>-1e308</v></c>')),
  read('dates that are none', () =>
    cell('<c r="C2" s="1"><v>-1</v></c><c r="D2" s="1"><v>99999999999</v></c><c r="E2" s="1"><v>NaN</v></c>'),
  ),
  read('halves of letters and control signs', () => cell(text('B2', 'x&#x202E;y&#x200B;'))),
  dear(read('a text of five megabytes', () => cell(text('B2', 'ệ'.repeat(2 * MB))))),
  read('a style that does not exist', () => cell('<c r="B2" s="99999"><v>5</v></c>')),
  read('a wrong checksum', () =>
    archive([
      { name: 'xl/workbook.xml', text: WORKBOOK },
      { name: 'xl/_rels/workbook.xml.rels', text: RELATIONS },
      { name: 'xl/worksheets/sheet1.xml', text: GOOD, sum: 1 },
    ]),
  ),
  read('the same part twice', () => book({}, [{ name: 'xl/worksheets/sheet1.xml', text: GOOD }])),
  read('no styles', () => book({ 'xl/styles.xml': null })),
  refused('no workbook', () => book({ 'xl/workbook.xml': null })),
  refused('no sheet', () => book({ 'xl/worksheets/sheet1.xml': null })),
  refused('no relations', () => book({ 'xl/_rels/workbook.xml.rels': null })),
  refused('a sheet without rows', () => sheet(sheetXml(''))),
  refused('a header and nothing below', () => sheet(sheetXml(HEADER))),
  refused('a name that leads out of the archive', () => book({}, [{ name: '../../etc/cron.d/x', text: 'x' }])),
  refused('an absolute name', () => book({}, [{ name: '/etc/passwd', text: 'x' }])),
  refused('XML that ends too early', () => sheet(GOOD.slice(0, -40))),
  refused('XML with unclosed parts', () => sheet(sheetXml(`${HEADER}<row r="2"><c>`))),
  refused('XML in UTF-16', () => sheet(Buffer.from(`\ufeff${GOOD.replace('UTF-8', 'UTF-16')}`, 'utf16le'))),
  refused('bytes in place of XML', () => sheet(Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)))),
  dear(refused('deep nesting', () => sheet(sheetXml('<a>'.repeat(300_000))))),
  refused('a workbook that is another sheet', () => book({ 'xl/workbook.xml': GOOD.slice(0, 50) })),
  refused('a document of Word', () => archive([{ name: 'word/document.xml', text: XML }])),
];
