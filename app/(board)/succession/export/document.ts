import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { TablePaper } from '@/domain/succession/paper';
import { type HeadCell, headCells } from '@/domain/succession/paper-head';

const PAGE = { width: 297, height: 210 };
const MARGINS = { top: 20, bottom: 15, left: 15, right: 15, header: 10 };
const WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

type Look = { bold?: boolean; italics?: boolean; size?: number; underline?: boolean };
const run = (text: string, { size = 14, underline, ...rest }: Look = {}) =>
  new TextRun({ text, ...rest, size: size * 2, underline: underline ? {} : undefined });
const line = (
  text: string,
  look: Look = {},
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.CENTER,
  after = 0,
) => new Paragraph({ alignment, spacing: { after: after * 20 }, children: [run(text, look)] });

/** The paper as a Word document: landscape A4, Times New Roman, heads repeated on each page. */
export function tableDocument(paper: TablePaper): Document {
  const { header, ...margins } = MARGINS;
  const margin = { ...Object.fromEntries(Object.entries(margins).map(([side, mm]) => [side, twips(mm)])), header: twips(header) };
  return new Document({
    title: `${paper.name} ${paper.about}`,
    creator: paper.issuer,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          // The package turns a landscape page itself: width and height are those of the upright one.
          page: {
            margin,
            size: { width: twips(PAGE.height), height: twips(PAGE.width), orientation: PageOrientation.LANDSCAPE },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children: [
          line(paper.marks[0] ?? '', { bold: true }, AlignmentType.RIGHT, 6),
          headBlock(paper),
          line(paper.name.toUpperCase(), { bold: true, size: 16 }),
          line(paper.about, { bold: true }),
          line('-----', {}, AlignmentType.CENTER, 6),
          grid(paper),
          ...[...paper.notes, paper.marks[1] ?? ''].map((note) => line(note, { size: 11 }, AlignmentType.LEFT, 2)),
          signature(paper),
        ],
      },
    ],
  });
}

function columns(left: Paragraph[], right: Paragraph[]): Table {
  const half = twips(WIDTH / 2);
  const cell = (children: Paragraph[]) => new TableCell({ children, borders: BARE, width: { size: half, type: WidthType.DXA } });
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: BARE,
    width: { size: twips(WIDTH), type: WidthType.DXA },
    columnWidths: [half, half],
    rows: [new TableRow({ cantSplit: true, children: [cell(left), cell(right)] })],
  });
}

const headBlock = ({ superior, issuer, placeAndDate }: TablePaper) =>
  columns(
    [line(superior.toUpperCase()), line(issuer.toUpperCase(), { bold: true }), line('*'), line('Số …')],
    [
      line('ĐẢNG CỘNG SẢN VIỆT NAM', { bold: true, size: 15, underline: true }, AlignmentType.CENTER, 4),
      line(placeAndDate, { italics: true }),
    ],
  );

const signature = ({ authority, signer }: TablePaper) =>
  columns(
    [
      line('Nơi nhận', { underline: true }, AlignmentType.LEFT),
      line('- Như trên,', { size: 12 }, AlignmentType.LEFT),
      line('- Lưu.', { size: 12 }, AlignmentType.LEFT),
    ],
    [
      ...(authority ? [line(authority.toUpperCase(), { bold: true })] : []),
      line(signer.toUpperCase(), { bold: true }, AlignmentType.CENTER, 70),
    ],
  );

/** Twenty columns, none of whose words is broken. */
const TEXT = 7.5;

function grid(paper: TablePaper): Table {
  const whole = paper.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = paper.columns.map(({ width }) => Math.round((twips(WIDTH) * width) / whole));
  const body = [...paper.rows, ...(paper.total ? [paper.total] : [])];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(WIDTH), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...headCells(paper.columns).map(
        (cells) => new TableRow({ tableHeader: true, cantSplit: true, children: cells.map(headCell) }),
      ),
      ...body.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, at) => bodyCell(String(text), Boolean(paper.columns[at]?.num), cells === paper.total)),
          }),
      ),
    ],
  });
}

const SPACE = { top: 30, bottom: 30, left: 28, right: 28 };
const headCell = ({ label, columns: columnSpan, rows: rowSpan }: HeadCell) =>
  new TableCell({
    columnSpan,
    rowSpan,
    margins: SPACE,
    verticalAlign: VerticalAlign.CENTER,
    children: [line(label, { bold: true, size: TEXT })],
  });
const bodyCell = (text: string, middle: boolean, bold: boolean) =>
  new TableCell({
    margins: SPACE,
    children: [line(text, { size: TEXT, bold }, middle ? AlignmentType.CENTER : AlignmentType.LEFT)],
  });
