/**
 * Small PDFs with drawn tables, as word processors print them: labels over several lines, a table over several pages, page
 * numbers. The font is named, not carried; what its characters mean is told as such programs tell it.
 */
import type { SeenCell } from './figures';

export interface PdfOptions {
  readonly width?: number;
  readonly height?: number;
  /** Space at the foot of the page, at which tables are broken. */
  readonly bottom?: number;
  /** Words in the head of every page. */
  readonly head?: string;
  readonly pageNumbers?: boolean;
  /** Whether the lines between columns are left out from that column on. */
  readonly withoutLines?: boolean;
  /** Whether each cell has lines of its own a little apart from its neighbours', or lines are made of dots. */
  readonly lines?: 'apart' | 'dotted';
  /** Whether a frame stands around each part of a table, touching it on the right. */
  readonly framed?: boolean;
  /** Drawing instructions that every page begins or ends with, such as a watermark or a seal. */
  readonly under?: string;
  readonly over?: string;
  /** Degrees by which the page is to be turned for reading. */
  readonly rotate?: number;
}

export type PdfBlock = string | readonly (readonly SeenCell[])[];

const margin = 60;
const size = 9;

/** A PDF of paragraphs and tables. */
export function pdf(blocks: readonly PdfBlock[], options: PdfOptions = {}): Uint8Array {
  const { width = 595, height = 842, bottom = 70, head, pageNumbers = true } = options;
  const pages: string[] = [];
  let content = '';
  let y = height - 80;
  const endPage = () => {
    if (head !== undefined) content += text(head, width / 2 - 40, height - 40, size);
    if (pageNumbers) content += text(`— ${pages.length + 1} —`, width / 2 - 12, 40, size);
    pages.push(`${options.under ?? ''}${content}${options.over ?? ''}`);
    content = '';
    y = height - 80;
  };
  for (const block of blocks) {
    if (typeof block === 'string') {
      const perLine = Math.floor((width - 2 * margin) / 12);
      for (let i = 0; i < block.length; i += perLine) {
        if (y < bottom + 20) endPage();
        content += text(block.slice(i, i + perLine), margin, y, 12);
        y -= 20;
      }
      y -= 4;
      continue;
    }
    let top = y;
    const frame = () => {
      const [left, right] = [margin - 5, width - margin];
      if (!options.framed || top === y) return;
      content += stroke(left, top, right, top) + stroke(left, y - 12, right, y - 12);
      content += stroke(left, top, left, y - 12) + stroke(right, top, right, y - 12);
    };
    for (const group of rowsOf(block, width - 2 * margin)) {
      if (y - group.height < bottom) {
        frame();
        endPage();
        top = y;
      }
      for (const cell of group.cells) content += draw(cell, margin, y, options);
      y -= group.height;
    }
    frame();
    y -= 30;
  }
  endPage();
  return file(pages, width, height, options.rotate ?? 0);
}

interface DrawnCell {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Whether it goes on from the row above. */
  readonly isOpen: boolean;
  /** Whether it ends with this row. */
  readonly isLast: boolean;
}

/** The rows with the cells that each page shows of them: a cell over several rows is drawn row by row, its words in the first. */
function rowsOf(
  table: readonly (readonly SeenCell[])[],
  total: number,
): { readonly height: number; readonly cells: readonly DrawnCell[] }[] {
  const columns = Math.max(...table.map((row) => row.reduce((sum, { colspan }) => sum + colspan, 0)));
  const labels = { 10: 3, 4: 1 }[columns] ?? 0;
  const share = (total * (labels === 1 ? 0.7 : 1)) / (columns - labels || 1);
  const value = labels === 3 ? 28 : share;
  const widths = Array.from({ length: columns }, (_, i) => (i < labels ? (total - value * (columns - labels)) / labels : value));
  const left = (column: number) => widths.slice(0, column).reduce((a, b) => a + b, 0);
  const free: number[] = [];
  const placed = table.map((row, index) => {
    let column = 0;
    return row.map((cell) => {
      while ((free[column] ?? 0) > index) column++;
      const from = column;
      column += cell.colspan;
      for (let i = from; i < column; i++) free[i] = index + cell.rowspan;
      const inside = left(column) - left(from);
      const perLine = Math.max(1, Math.floor((inside - 4) / size));
      const lines = /^[\d.]*$/.test(cell.text)
        ? [cell.text]
        : Array.from({ length: Math.ceil(cell.text.length / perLine) }, (_, i) => cell.text.slice(i * perLine, (i + 1) * perLine));
      return { index, rows: cell.rowspan, x: left(from), width: inside, lines };
    });
  });
  return table.map((_, index) => {
    const height = Math.max(
      ...placed
        .flat()
        .filter((cell) => cell.index <= index && index < cell.index + cell.rows)
        .map((cell) => (cell.lines.length * (size + 3)) / cell.rows + 6),
      18,
    );
    const cells = placed.flat().flatMap((cell): DrawnCell[] => {
      if (index < cell.index || index >= cell.index + cell.rows) return [];
      const lines = cell.index === index ? cell.lines : [];
      return [{ x: cell.x, width: cell.width, height, lines, isOpen: cell.index < index, isLast: index === cell.index + cell.rows - 1 }];
    });
    return { height, cells };
  });
}

function draw(cell: DrawnCell, left: number, y: number, { lines, withoutLines = false }: PdfOptions): string {
  const [x1, x2, y2] = [left + cell.x, left + cell.x + cell.width, y - cell.height];
  const apart = lines === 'apart' ? 1.6 : 0;
  const [l, r, t, b] = [x1 + apart, x2 - apart, cell.isOpen ? y : y - apart, cell.isLast ? y2 + apart : y2];
  const line = lines === 'dotted' ? dots : stroke;
  const top = cell.isOpen ? '' : line(l, t, r, t);
  const bottom = cell.isLast ? line(l, b, r, b) : '';
  const rules = withoutLines ? '' : line(l, b, l, t) + line(r, b, r, t) + top + bottom;
  const words = cell.lines.map((line0, i) => {
    const x = /^[\d.]+$/.test(line0) ? x1 + cell.width / 2 - (line0.length * size) / 4 : x1 + 3;
    return text(line0, x, y - size - 3 - i * (size + 3), size);
  });
  return rules + words.join('');
}

function stroke(x1: number, y1: number, x2: number, y2: number): string {
  return `${x1.toFixed(2)} ${y1.toFixed(2)} m ${x2.toFixed(2)} ${y2.toFixed(2)} l S\n`;
}

/** The line as squares, as browsers print dotted ones. */
function dots(x1: number, y1: number, x2: number, y2: number): string {
  const count = Math.floor((x2 - x1 + y2 - y1) / 1.5);
  const at = (a: number, b: number, i: number) => (a + ((b - a) * i) / count).toFixed(2);
  return Array.from({ length: count + 1 }, (_, i) => `${at(x1, x2, i)} ${at(y1, y2, i)} 0.75 0.75 re f\n`).join('');
}

/** The instructions for words at a place, counted from the lower left corner. */
export function text(words: string, x: number, y: number, points: number): string {
  const hex = [...words].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${points} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td <${hex}> Tj ET\n`;
}

function file(pages: readonly string[], width: number, height: number, rotate: number): Uint8Array {
  const ranges = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0')).map(
    (high) => `<${high}00> <${high}ff> <${high}00>`,
  );
  const blocks = [0, 100, 200].map((from) => {
    const own = ranges.slice(from, from + 100);
    return `${own.length} beginbfrange\n${own.join('\n')}\nendbfrange`;
  });
  const unicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>',
    `<< /Length ${unicode.length} >>\nstream\n${unicode}\nendstream`,
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    ]),
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body, 'latin1'));
}
