/** Lines of a page put together to paragraphs: a line that fills the page goes on in the next one. */
import type { TextLine } from './lines';

export interface FoundParagraph {
  readonly text: string;
  readonly page: number;
}

/** The heading of a section, which ends with its line. */
const heading = /^[一二三四五六]、.{2,28}(?:情况|事项|问题|措施)$/;

/** A line with the edges of the text on its page. */
export interface PlacedLine extends TextLine {
  readonly page: number;
  readonly isRecognized: boolean;
  readonly leftEdge: number;
  readonly rightEdge: number;
}

const opening =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[部章])/;

interface PageOfLines {
  readonly number: number;
  readonly width: number;
  readonly isRecognized: boolean;
  readonly lines: readonly TextLine[];
}

/** Lines of all pages with the edges of the text on paper of that width. */
export function placed(pages: readonly PageOfLines[]): PlacedLine[][] {
  const edges = new Map<number, { left: number; right: number }>();
  for (const { width, lines } of pages) {
    const own = edges.get(Math.round(width)) ?? { left: Infinity, right: 0 };
    for (const { text, left, right } of lines) {
      if (text.length < 10) continue;
      own.left = Math.min(own.left, left);
      own.right = Math.max(own.right, right);
    }
    edges.set(Math.round(width), own);
  }
  return pages.map(({ number, width, isRecognized, lines }) => {
    const { left = 0, right = width } = edges.get(Math.round(width)) ?? {};
    return lines.map((line) => ({ ...line, page: number, isRecognized, leftEdge: left, rightEdge: right }));
  });
}

export function paragraphsOf(all: readonly PlacedLine[]): FoundParagraph[] {
  const paragraphs: { text: string; page: number }[] = [];
  let before: PlacedLine | undefined;
  for (const line of withTitle(all)) {
    const open = paragraphs.at(-1);
    if (open && before && continues(before, line)) open.text += separator(open.text, line.text) + line.text.trim();
    else paragraphs.push({ text: line.text.trim(), page: line.page });
    before = line;
  }
  return paragraphs;
}

/** The lines of a large title on the first page made one: where it is broken is a matter of the page. */
function withTitle(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const first = lines.findIndex(({ page, text }) => page === 1 && text.length > 3);
  const [top, second, third] = lines.slice(first, first + 3);
  if (!top || !second || first > 3 || /政府信息公开.*报告\s*$/.test(top.text)) return lines;
  for (const parts of [[top, second], ...(third ? [[top, second, third]] : [])]) {
    const text = parts.map((line) => line.text.trim()).join('');
    const isLarge = parts.every(({ size }) => Math.abs(size - top.size) < 1) && top.size > medianSize(lines) * 1.1;
    if (isLarge && /^[^。；]{6,80}政府信息公开[^。；]{0,8}报告$/.test(text))
      return [...lines.slice(0, first), { ...top, text }, ...lines.slice(first + parts.length)];
  }
  return lines;
}

function medianSize(lines: readonly PlacedLine[]): number {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

function continues(before: PlacedLine, line: PlacedLine): boolean {
  if (heading.test(before.text.trim())) return false;
  if (before.text.includes('  ') || line.text.includes('  ')) return false;
  const isFull = before.right > before.rightEdge - 1.6 * before.size;
  const isIndented = line.left > line.leftEdge + 1.2 * line.size;
  if (!isFull || isIndented) return false;
  if (opening.test(line.text) && /[。；;：:情况项]$/.test(before.text.trim())) return false;
  if (Math.abs(before.size - line.size) > 1.5) return false;
  return before.page !== line.page || line.y - before.y < 2.6 * Math.max(before.size, line.size);
}

function separator(text: string, next: string): string {
  return /[A-Za-z,.;]$/.test(text) && /^[A-Za-z]/.test(next) ? ' ' : '';
}
