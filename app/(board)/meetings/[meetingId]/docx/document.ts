import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock } from '@/domain/meetings/paper';

/** Margins in mm. */
type Margins = { top: number; bottom: number; left: number; right: number };
type Run = { bold?: boolean; italics?: boolean; size?: number; underline?: boolean };

const A4 = { width: 210, height: 297 };
const HEADER_MM = 10;
const INDENT_MM = 10;
/** Whole twentieths of a point; the package's own conversion cuts off and makes A4 too short. */
const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
const points = (size: number) => size * 2;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

const run = (text: string, { size, underline, ...rest }: Run = {}) =>
  new TextRun({ text, ...rest, size: points(size ?? 14), underline: underline ? {} : undefined });
const centred = (text: string, look: Run = {}, after = 0) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: after * 20 }, children: [run(text, look)] });

/** The same paper as the browser prints, as a Word document: A4, Times New Roman 14, page number from the second page on top. */
export function paperDocument(paper: Paper, margins: Margins): Document {
  const { top, bottom, left, right } = margins;
  const page = {
    size: { width: twips(A4.width), height: twips(A4.height) },
    margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right), header: twips(HEADER_MM) },
  };
  const width = A4.width - left - right;
  return new Document({
    title: `${paper.name} ${paper.about}`,
    creator: paper.issuer,
    styles: { default: { document: { run: { font: 'Times New Roman', size: points(14), language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
            ],
          }),
        },
        footers: { default: new Footer({ children: [new Paragraph({})] }) },
        children: bodyOf(paper, width),
      },
    ],
  });
}

const bodyOf = (paper: Paper, width: number) => [
  ...(paper.draft ? [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run('DỰ THẢO', { bold: true })] })] : []),
  headerBlock(paper, width),
  centred('', {}, 4),
  centred(paper.name, { bold: true, size: 16 }),
  centred(paper.about, { bold: true }),
  centred('-----', {}, 6),
  ...blocksOf(paper.opening, width),
  ...paper.sections.flatMap(({ heading, blocks }) => [headingOf(heading), ...blocksOf(blocks, width)]),
  ...paper.closing.flatMap((block) => (block.kind === 'text' ? [paragraph(block, true)] : [])),
  signatures(paper, width),
];

const headingOf = (heading: string) =>
  new Paragraph({ keepNext: true, spacing: { before: 160, after: 80 }, children: [run(heading, { bold: true })] });

/** Two columns without lines. */
function columns(left: Paragraph[], right: Paragraph[], width: number, cantSplit = false): Table {
  const cell = (children: Paragraph[]) =>
    new TableCell({ children, borders: BARE, width: { size: twips(width / 2), type: WidthType.DXA } });
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: BARE,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: [twips(width / 2), twips(width / 2)],
    rows: [new TableRow({ cantSplit, children: [cell(left), cell(right)] })],
  });
}

const headerBlock = ({ superior, issuer, number, placeAndDate }: Paper, width: number) =>
  columns(
    [centred(superior), centred(issuer, { bold: true }), centred('*'), ...(number ? [centred(number)] : [])],
    [centred('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, size: 15, underline: true }, 4), centred(placeAndDate, { italics: true })],
    width,
  );

function signatures({ signers }: Paper, width: number): Table {
  const [left = [], right = []] = signers.map(({ title, name }) => [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 240, after: 1400 },
      children: [run(title, { bold: true })],
    }),
    centred(name, { bold: true }),
  ]);
  return columns(left, right, width, true);
}

const blocksOf = (blocks: readonly PaperBlock[], width: number) =>
  blocks.map((block) => (block.kind === 'table' ? grid(block, width) : paragraph(block)));

const paragraph = ({ lead, text }: Extract<PaperBlock, { kind: 'text' }>, keepNext = false) =>
  new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(INDENT_MM) },
    spacing: { before: 60, after: 60, line: 320 },
    children: [...(lead ? [run(`${lead} `, { bold: true })] : []), run(text)],
  });

function grid({ head, widths, centred: middle, rows }: Extract<PaperBlock, { kind: 'table' }>, width: number): Table {
  const sizes = widths.map((share) => Math.round((twips(width) * share) / 100));
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      verticalAlign: bold ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      width: { size: sizes[at] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: bold || middle.includes(at) ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(text, { bold, size: 13 })],
        }),
      ],
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text, at) => cell(text, at, isHead)) });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: sizes,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
