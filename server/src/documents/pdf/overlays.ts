/**
 * Text that lies over the text of a page: seals, stamps, watermarks, running heads that a program prints across a table. It stands
 * otherwise than the text below, and runs over the lines of a table or over other characters, which no text of a table does.
 */
import type { Box, Glyph } from './content';
import type { DrawnGrid } from './grid';
import { boxOf, common } from './matrix';
import { difference, middleOf } from './seen';

/** Characters of one look that follow one another on a line. */
export interface TextRun extends Box {
  readonly glyphs: readonly Glyph[];
  readonly ink: number;
  readonly size: number;
}

/** Colours that differ more than this are different ones. */
const otherInk = 60;
/** Characters this many times larger are of another kind. */
const larger = 2.5;
/** Characters of a run stand at most this far apart, in sizes. */
const widestGap = 0.6;

export function runsOf(glyphs: readonly Glyph[]): TextRun[] {
  const looks = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const look = `${glyph.ink} ${Math.round(glyph.size * 2)}`;
    const own = looks.get(look);
    if (own) own.push(glyph);
    else looks.set(look, [glyph]);
  }
  return [...looks.values()].flatMap(runsOfOneLook);
}

/** What a run says and where, whatever number stands in it: the same on several pages for a running head. Bare numbers have none. */
export function keyOf({ glyphs, left, bottom }: TextRun): string | undefined {
  const text = glyphs.map((glyph) => glyph.text).join('');
  return /^[\d.]*$/.test(text) ? undefined : `${text.replace(/\d+/g, '#')} ${Math.round(left / 3)} ${Math.round(bottom / 3)}`;
}

/** How many characters of a document have each look. */
export type Looks = Map<string, { readonly ink: number; readonly size: number; count: number }>;

export function countLooks(looks: Looks, runs: readonly TextRun[]): void {
  for (const run of runs) {
    const known = looks.get(lookOf(run));
    if (known) known.count += run.glyphs.length;
    else looks.set(lookOf(run), { ink: run.ink, size: run.size, count: run.glyphs.length });
  }
}

/** What `runsOf` a page found, the tables drawn on it, and what of it is to be told apart by. */
interface Surroundings {
  readonly grids: readonly DrawnGrid[];
  /** The looks of the document as far as it was read. */
  readonly looks: Looks;
  /** Whether the pages beside have it, too. */
  readonly isRepeated: (run: TextRun) => boolean;
}

/** The characters that lie over others or over the lines of a grid. */
export function overlaysIn(runs: readonly TextRun[], { grids, looks, isRepeated }: Surroundings): ReadonlySet<Glyph> {
  const main = mainLook(looks);
  const isOdd = (run: TextRun) => difference(run.ink, main.ink) > otherInk || run.size > larger * main.size;
  const odd = new Set(runs.filter(isOdd));
  const own = runs.filter((run) => !odd.has(run) && !isRepeated(run));
  const cells = cellFinder(grids);
  const over = runs.filter((run) => !own.includes(run) && (crossesLines(run, cells) || own.some((other) => overlap(run, other))));
  const dropped = new Set(over.flatMap(({ glyphs }) => glyphs));
  const withFigures = new Set(own.flatMap(({ glyphs }) => glyphs.filter(({ text }) => /\d/.test(text)).map(cells)));
  withFigures.delete(undefined);
  for (const look of new Set(over.filter((run) => odd.has(run)).map(lookOf))) {
    const alike = runs.filter((run) => lookOf(run) === look);
    const isAllOver = over.filter((run) => lookOf(run) === look).length * 3 >= alike.length;
    // What looks the same and stands in a cell beside a figure belongs to it, too.
    for (const { glyphs } of alike) for (const glyph of glyphs) if (isAllOver || withFigures.has(cells(glyph))) dropped.add(glyph);
  }
  return dropped;
}

function lookOf({ ink, size }: TextRun): string {
  return `${ink} ${Math.round(size * 2)}`;
}

function runsOfOneLook(glyphs: readonly Glyph[]): TextRun[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Glyph[][] = [];
  for (const glyph of sorted) {
    const first = lines.at(-1)?.[0];
    if (first && Math.abs(first.y - glyph.y) <= glyph.size * 0.2) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => {
    const runs: Glyph[][] = [];
    let end = -Infinity;
    for (const glyph of line.sort((a, b) => a.x - b.x)) {
      if (glyph.x - end <= glyph.size * widestGap) runs.at(-1)?.push(glyph);
      else runs.push([glyph]);
      end = glyph.x + glyph.width;
    }
    return runs.map(runOf);
  });
}

function runOf(glyphs: readonly Glyph[]): TextRun {
  const { ink, size } = glyphs[0] as Glyph;
  const box = boxOf(glyphs.flatMap(({ x, y, width }) => [[x, y - size * 0.8] as const, [x + width, y + size * 0.1] as const]));
  return { ...box, glyphs, ink, size };
}

/** The colour of most characters, and the size of most of these. */
function mainLook(looks: Looks): { readonly ink: number; readonly size: number } {
  const counts = new Map<number, number>();
  for (const { ink, count } of looks.values()) counts.set(ink, (counts.get(ink) ?? 0) + count);
  const ink = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  return [...looks.values()].filter((look) => look.ink === ink).sort((a, b) => b.count - a.count)[0] ?? { ink, size: Infinity };
}

/** Finds the cell in which a character stands. */
function cellFinder(grids: readonly DrawnGrid[]): (glyph: Glyph) => Box | undefined {
  return (glyph) => {
    const [x, y] = middleOf(glyph);
    for (const { left, right, top, bottom, cells } of grids) {
      if (x < left || x > right || y < top || y > bottom) continue;
      return cells.find((cell) => cell.left <= x && x <= cell.right && cell.top <= y && y <= cell.bottom);
    }
    return undefined;
  };
}

/** Whether the characters of a run go on over the line between two cells as they do within one. */
function crossesLines({ glyphs, size }: TextRun, cells: (glyph: Glyph) => Box | undefined): boolean {
  const steps = glyphs.slice(1).map((glyph, i) => glyph.x - (glyphs[i] as Glyph).x);
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  return glyphs.some((glyph, i) => {
    const cell = cells(glyph);
    if (!cell) return false;
    const over = Math.max(cell.left - glyph.x, glyph.x + glyph.width - cell.right);
    if (over > size * 0.15) return true;
    const next = glyphs[i + 1];
    return next !== undefined && cells(next) !== cell && glyphs.length > 2 && next.x - glyph.x <= usual * 1.08;
  });
}

function overlap(a: TextRun, b: TextRun): boolean {
  const { left, right, top, bottom } = common(a, b);
  const covered = (right - left) * (bottom - top);
  if (covered === 0) return false;
  return covered > 0.15 * Math.min(extent(a), extent(b)) || a.glyphs.some((one) => b.glyphs.some((other) => areOver(one, other)));
}

function extent({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function areOver(a: Glyph, b: Glyph): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const along = Math.min(a.y, b.y) - Math.max(a.y - a.size * 0.75, b.y - b.size * 0.75);
  return across > 0 && along > 0 && across * along > 0.2 * Math.min(a.width * a.size, b.width * b.size) * 0.75;
}
