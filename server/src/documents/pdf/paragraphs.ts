/** Lines of a page put together to paragraphs: a line that fills the page goes on in the next one. */
import type { TextLine } from './lines';

export interface FoundParagraph {
  readonly text: string;
  readonly page: number;
}

/** A line with the edges of the text on its page. */
export interface PlacedLine extends TextLine {
  readonly page: number;
  readonly leftEdge: number;
  readonly rightEdge: number;
}

const opening =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[部章])/;

/** Lines with the edges of the text of their page. */
export function placed(lines: readonly TextLine[], page: number): PlacedLine[] {
  const long = lines.filter(({ text }) => text.length > 9);
  const leftEdge = Math.min(...long.map(({ left }) => left));
  const rightEdge = Math.max(...long.map(({ right }) => right));
  return lines.map((line) => ({ ...line, page, leftEdge, rightEdge }));
}

export function paragraphsOf(lines: readonly PlacedLine[]): FoundParagraph[] {
  const paragraphs: { text: string; page: number }[] = [];
  let before: PlacedLine | undefined;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && before && continues(before, line)) open.text += separator(open.text, line.text) + line.text.trim();
    else paragraphs.push({ text: line.text.trim(), page: line.page });
    before = line;
  }
  return paragraphs;
}

function continues(before: PlacedLine, line: PlacedLine): boolean {
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
