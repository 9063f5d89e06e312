/**
 * Writes a report as a Word file in the layout of official documents (GB/T 9704): A4, margins of 37, 35, 28 and 26 mm, 22 lines
 * a page; the title in 小标宋 of 22 points, headings in 黑体 and 楷体, text in 仿宋 of 16 points; page numbers as — 1 —, to the right
 * on odd and to the left on even pages; each table on one page, its cells merged as the form prints them.
 */
import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
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
import { openZip } from '../package/zip';
import type { ExportBlock, ExportCell, ExportTable, ExportText } from './export';
import { columnWidths } from './widths';

/** Twentieths of a point. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);
/** Size in half points. */
const [size2, size3, size4, sizeTable, sizeWideTable] = [44, 32, 28, 21, 18];
const lineHeight = 28 * 20;
const textWidth = mm(210 - 28 - 26);

/** The font of each level. Where it is missing, the font table names others. */
const fonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  paragraph: '仿宋_GB2312',
  signature: '仿宋_GB2312',
  table: '宋体',
  latin: 'Times New Roman',
} as const;

export async function writeDocx(blocks: readonly ExportBlock[], title: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'nianbao',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font(fonts.paragraph), size: size3 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23), gutter: 0 },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: blocks.flatMap((block, i) =>
          block.kind === 'table' ? tableOf(block, blocks[i + 1]) : [paragraphOf(block, placeOf(blocks, i))],
        ),
      },
    ],
  });
  return withFontTable(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function font(eastAsia: string): { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string; readonly cs: string } {
  return { ascii: fonts.latin, hAnsi: fonts.latin, eastAsia, cs: fonts.latin };
}

function pageNumber(alignment: (typeof AlignmentType)['RIGHT' | 'LEFT']): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const indent = alignment === AlignmentType.RIGHT ? { right: mm(5) } : { left: mm(5) };
  return new Footer({
    children: [new Paragraph({ alignment, indent, children: [new TextRun({ children, font: font(fonts.table), size: size4 })] })],
  });
}

const exactly = { line: lineHeight, lineRule: LineRuleType.EXACT } as const;

/** Where a paragraph stands: before a table, which begins a page of its own if it takes most of one; a little below a table. */
function placeOf(blocks: readonly ExportBlock[], i: number) {
  const next = blocks[i + 1];
  const isTable = next?.kind === 'table';
  const pageBreakBefore = isTable && next.rows.length > 20;
  const isBelow = blocks[i - 1]?.kind === 'table' && !pageBreakBefore;
  return { spacing: { ...exactly, ...(isBelow && { before: lineHeight / 2 }) }, keepNext: isTable, pageBreakBefore };
}

function paragraphOf({ kind, text }: ExportText, place: ReturnType<typeof placeOf>): Paragraph {
  switch (kind) {
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 35 * 20, lineRule: LineRuleType.EXACT, after: lineHeight },
        children: runs(brokenTitle(text), { font: font(fonts.title), size: size2 }),
      });
    case 'signature':
      return new Paragraph({ alignment: AlignmentType.RIGHT, spacing: place.spacing, indent: { right: mm(11) }, children: runs(text, {}) });
    case 'paragraph':
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: indented,
        ...place,
        children: paragraphRuns(text),
      });
    default:
      return new Paragraph({
        indent: indented,
        ...place,
        keepNext: true,
        outlineLevel: kind === 'heading' ? 0 : 1,
        children: runs(text, { font: font(fonts[kind]) }),
      });
  }
}

/** A title that does not fit on a line is broken before the year. */
function brokenTitle(text: string): string {
  return text.length > 20 ? text.replace(/^([^\d]{4,20})(?=20\d\d年)/, '$1\n') : text;
}

/** Two characters of the text. */
const indented = { firstLine: size3 * 20, firstLineChars: 200 } as const;

/** A heading that the sentence goes on behind is set as a heading: （一）主动公开情况。 */
function paragraphRuns(text: string): TextRun[] {
  const heading = /^[（(][一二三四五六七八九十]{1,3}[）)][^。\n]{1,24}。/.exec(text)?.[0];
  return heading === undefined
    ? runs(text, {})
    : [...runs(heading, { font: font(fonts.subheading) }), ...runs(text.slice(heading.length), {})];
}

function runs(text: string, looks: IRunOptions): TextRun[] {
  return text.split('\n').map((line, i) => new TextRun({ ...looks, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

/** A table that stays on one page; the smallest of paragraphs where none follows, for tables that touch are one to Word. */
function tableOf(table: ExportTable, next: ExportBlock | undefined): (Table | Paragraph)[] {
  const isWide = table.width > 8;
  const widths = columnWidths(table, textWidth, (isWide ? sizeWideTable : sizeTable) * 10);
  const rows = table.rows.map(
    (cells, i) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((cell) =>
          cellOf(cell, { isWide, isLabel: isWide && isLabel(cell, cells), keepNext: i + 1 < table.rows.length }),
        ),
      }),
  );
  const margins = { left: isWide ? 30 : 80, right: isWide ? 30 : 80, top: 20, bottom: 20 };
  return [
    new Table({
      rows,
      columnWidths: widths,
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      margins,
    }),
    ...(next && next.kind !== 'table' ? [] : [new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] })]),
  ];
}

/** Whether the cell names its row alone, beside its figures: such labels of different length begin below each other. */
function isLabel({ isValue, lines }: ExportCell, row: readonly ExportCell[]): boolean {
  return !isValue && lines === 1 && row.some((cell) => cell.isValue);
}

interface CellLooks {
  readonly isWide: boolean;
  readonly isLabel: boolean;
  readonly keepNext: boolean;
}

function cellOf({ text, columns, lines }: ExportCell, { isWide, isLabel: begins, keepNext }: CellLooks): TableCell {
  const alignment = begins ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    columnSpan: columns,
    rowSpan: lines,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment,
        keepNext,
        spacing: { line: isWide ? 280 : 360, lineRule: LineRuleType.EXACT },
        children: runs(text, { font: font(fonts.table), size: isWide ? sizeWideTable : sizeTable }),
      }),
    ],
  });
}

/** Which fonts may stand in for those that a machine lacks. */
const standIns: readonly [font: string, others: string][] = [
  [fonts.title, '小标宋,华文中宋,宋体'],
  [fonts.paragraph, '仿宋,FangSong,华文仿宋'],
  [fonts.subheading, '楷体,KaiTi,华文楷体'],
  [fonts.heading, 'SimHei'],
  [fonts.table, 'SimSun'],
  [fonts.latin, 'Times'],
];

function withFontTable(bytes: Uint8Array): Uint8Array {
  const entries = standIns.map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/></w:font>`);
  const part = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
  return openZip(bytes).with(new Map([['word/fontTable.xml', new TextEncoder().encode(part)]]));
}
