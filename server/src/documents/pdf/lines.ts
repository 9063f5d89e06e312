/** Characters of a page put together to lines, and the words of a cell or a paragraph made of them. */
import type { Glyph } from './content';

export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Base line and size of its characters. */
  readonly y: number;
  readonly size: number;
}

/** A gap this many times the size of the characters stands between words; a wider one between columns. */
const wordGap = 0.45;
const columnGap = 1.4;

/** Lines from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of withoutDoubles(glyphs)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(glyph.y - first.y) <= Math.max(glyph.size, first.size) * 0.45) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map(lineOf);
}

/** In the order of their base lines. Bold type is often made by drawing a character twice, a hair apart. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const seen = new Map<string, Glyph[]>();
  return sorted.filter((glyph) => {
    const key = `${glyph.text} ${Math.round(glyph.x / 8)}`;
    const near = [key, `${glyph.text} ${Math.round(glyph.x / 8) - 1}`, `${glyph.text} ${Math.round(glyph.x / 8) + 1}`].flatMap(
      (one) => seen.get(one) ?? [],
    );
    if (near.some((other) => Math.abs(other.x - glyph.x) < glyph.size * 0.2 && Math.abs(other.y - glyph.y) < glyph.size * 0.2))
      return false;
    const own = seen.get(key);
    if (own) own.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}

function lineOf(row: readonly Glyph[]): TextLine {
  const sorted = [...row].sort((a, b) => a.x - b.x);
  let text = '';
  let end: number | undefined;
  for (const { text: character, x, width, size } of sorted) {
    if (end !== undefined && x - end > size * columnGap) text += '  ';
    else if (end !== undefined && x - end > size * wordGap) text += ' ';
    text += character;
    end = x + width;
  }
  const first = sorted[0] as Glyph;
  const sizes = sorted.map(({ size }) => size).sort((a, b) => a - b);
  return { text: tidy(text), left: first.x, right: end ?? first.x, y: first.y, size: sizes[sizes.length >> 1] as number };
}

/** Blanks that only spread Chinese characters over a line are none. */
function tidy(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}、。，：；（）“”]) (?=[\p{Script=Han}、。，：；（）“”])/gu, '');
}

/** The words of a cell; a number that fills its cell goes on below. */
export function cellWords(glyphs: readonly Glyph[], width: number): string {
  const lines = linesOf(glyphs);
  let text = '';
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const words = line.text.trim();
    if (before) {
      const goesOn = /^[\d.]+$/.test(words) && /^[\d.]+$/.test(before.text) && before.right - before.left > width - 2 * before.size;
      text += goesOn ? '' : '\n';
    }
    text += words;
  }
  return text;
}
