/**
 * Pages that hold two columns: two pages side by side on wide paper, a text in two columns, a web page with a list beside its
 * text. Each column is a page of its own for whoever reads on. A table is never cut: its lines run across.
 */
import type { Box, Glyph, PageContent } from './content';
import { linesOf } from './lines';

/** The gap between columns is at least this wide, and goes down at least this part of what the page holds. */
const narrowestGap = 5.9;
const shortestGap = 0.4;
/** The step with which a gap is looked for. */
const step = 2;

interface Gap {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The page, or what stands above its columns, each of these, and what stands below, in the order of reading. */
export function columnsOf(page: PageContent): PageContent[] {
  if (page.glyphs.length < 40) return [page];
  for (const gap of gapsOf(page)) {
    const middle = (gap.left + gap.right) / 2;
    const [left, right] = [partOf(page, { ...gap, left: 0, right: middle }), partOf(page, { ...gap, left: middle, right: page.width })];
    if (!areColumns(left, right, gap, page)) continue;
    const above = partOf(page, { left: 0, right: page.width, top: -1, bottom: gap.top });
    const below = partOf(page, { left: 0, right: page.width, top: gap.bottom, bottom: page.height + 1 });
    return [above, left, right, below].filter(({ glyphs }) => glyphs.length > 0);
  }
  return [page];
}

/** The places across the page at which a long way down is free of text and lines, the longest first. */
function gapsOf({ width, height, glyphs, rules, areas }: PageContent): Gap[] {
  const inText = glyphs.filter(({ y }) => y > height * 0.06 && y < height * 0.94);
  const [first, last] = [Math.min(...inText.map(({ y, size }) => y - size)), Math.max(...inText.map(({ y }) => y))];
  const obstacles = [
    ...piecesOf(glyphs),
    ...areas.map(({ left, right, top }) => ({ from: left, to: right, top, bottom: top })),
    ...rules.filter(({ vertical }) => !vertical).map(({ at, from, to }) => ({ from, to, top: at, bottom: at })),
  ].sort((a, b) => a.top - b.top);
  const freeAt = (x: number) => {
    let best = { top: first, bottom: first };
    let end = first - 1;
    const close = (top: number) => {
      if (top - end > best.bottom - best.top) best = { top: end, bottom: top };
    };
    for (const { from, to, top, bottom } of obstacles) {
      if (to < x || from > x + step || top > last || bottom < end) continue;
      close(top);
      end = Math.max(end, bottom);
    }
    close(last + 1);
    return best;
  };
  const gaps: Gap[] = [];
  for (let x = width * 0.12; x < width * 0.88; x += step) {
    const { top, bottom } = freeAt(x);
    if (bottom - top < (last - first) * shortestGap) continue;
    const before = gaps.at(-1);
    if (before && x - before.right < step / 2 && Math.abs(before.top - top) < 30 && Math.abs(before.bottom - bottom) < 30)
      gaps[gaps.length - 1] = { ...before, right: x + step, top: Math.max(before.top, top), bottom: Math.min(before.bottom, bottom) };
    else gaps.push({ left: x, right: x + step, top, bottom });
  }
  return gaps.filter(({ left, right }) => right - left >= narrowestGap).sort((a, b) => b.bottom - b.top - (a.bottom - a.top));
}

interface Obstacle {
  readonly from: number;
  to: number;
  top: number;
  readonly bottom: number;
}

/** What stands on each line without a gap that could be one between columns. */
function piecesOf(glyphs: readonly Glyph[]): Obstacle[] {
  const pieces: Obstacle[] = [];
  for (const { x, y, width, size } of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = pieces.at(-1);
    if (last && last.bottom === y && x - last.to < narrowestGap - step) {
      last.to = Math.max(last.to, x + width);
      last.top = Math.min(last.top, y - size);
    } else pieces.push({ from: x, to: x + width, top: y - size, bottom: y });
  }
  return pieces;
}

/** Whether both sides are text that goes down by itself, and not the columns of a table without lines. */
function areColumns(left: PageContent, right: PageContent, gap: Gap, { width, glyphs }: PageContent): boolean {
  const sides = [left, right].map((side) => {
    const lines = linesOf(side.glyphs);
    const long = lines.filter(({ text }) => hanIn(text) >= 10);
    return { lines, isProse: long.length >= 3, isRuled: side.rules.length >= 8 };
  });
  const [a, b] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const isInMiddle = gap.left < width * 0.56 && gap.right > width * 0.44;
  const isWhole = left.glyphs.length + right.glyphs.length > glyphs.length * 0.9;
  if (isInMiddle && sides.every(({ isProse, isRuled }) => isProse || isRuled))
    return a.isProse || b.isProse || (isWhole && gap.right - gap.left > 30);
  // The rows of a table without lines, its labels on one side.
  if (sides.some(({ lines }) => lines.filter(({ text }) => /(?:\d {2,}){3}/.test(text)).length >= 3)) return false;
  const [aside, text] = a.lines.length < b.lines.length ? [a, b] : [b, a];
  if (!text.isProse || aside.lines.length < 3 || aside.lines.some((line) => hanIn(line.text) < 2)) return false;
  const level = aside.lines.filter(({ y }) => text.lines.some((line) => Math.abs(line.y - y) < 1));
  return level.length * 2 < aside.lines.length;
}

function hanIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** What stands in a box, as if the page began at its left edge. */
function partOf(page: PageContent, { left, right, top, bottom }: Box): PageContent {
  const isIn = (x: number, y: number) => left <= x && x < right && top <= y && y < bottom;
  const glyphs = page.glyphs
    .filter(({ x, y, width, size }: Glyph) => isIn(x + width / 2, y - size * 0.35))
    .map((glyph) => ({ ...glyph, x: glyph.x - left }));
  const rules = page.rules.flatMap((rule) => {
    const middle = (rule.from + rule.to) / 2;
    if (!(rule.vertical ? isIn(rule.at, middle) : isIn(middle, rule.at))) return [];
    return [rule.vertical ? { ...rule, at: rule.at - left } : { ...rule, from: rule.from - left, to: rule.to - left }];
  });
  const areas = page.areas
    .filter((area) => isIn((area.left + area.right) / 2, (area.top + area.bottom) / 2))
    .map((area) => ({ ...area, left: area.left - left, right: area.right - left }));
  return { ...page, width: right - left, glyphs, rules, areas };
}
