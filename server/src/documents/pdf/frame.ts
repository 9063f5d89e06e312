/** Frames around tables: lines that belong to no cell, such as those of a table that only holds another one. */
import type { Glyph, Rule } from './content';

/** Lines this close are one: those around neighbouring cells may each have their own. No cell is as small. */
export const close = 4.5;
/** A frame stands this far from its table at most. */
const widestGap = 20;

/** The lines without those of a frame around the table: between the two runs an empty strip that no line of the table enters. */
export function withoutFrame(lines: readonly Rule[], glyphs: readonly Glyph[]): readonly Rule[] {
  return [true, false].reduce((left, vertical) => withoutSides(left, vertical, glyphs), lines);
}

/** Without the two outer lines of one direction. */
function withoutSides(lines: readonly Rule[], vertical: boolean, glyphs: readonly Glyph[]): readonly Rule[] {
  const places = clusters(lines.filter((line) => line.vertical === vertical).map(({ at }) => at));
  const [first, second] = places;
  const [beforeLast, last] = places.slice(-2);
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined || places.length < 4) return lines;
  const others = lines.filter((line) => line.vertical !== vertical);
  const ends = clusters(others.map(({ at }) => at));
  const isStrip = (from: number, to: number): boolean => {
    if (to - from > widestGap || ends.length < 4) return false;
    const entering = others.filter((line) => Math.min(line.to, to) - Math.max(line.from, from) > (to - from) / 2);
    const strip = { from, to, start: ends[0] as number, end: ends.at(-1) as number };
    return entering.length < 3 && !glyphs.some((glyph) => stands(glyph, strip, vertical));
  };
  const outer = [...(isStrip(first, second) ? [first] : []), ...(isStrip(beforeLast, last) ? [last] : [])];
  if (outer.length === 0) return lines;
  return lines.filter((line) => line.vertical !== vertical || !outer.some((at) => Math.abs(line.at - at) <= close));
}

/** Whether a character stands in a strip along a line of that direction. */
function stands(
  { x, y, width, size }: Glyph,
  { from, to, start, end }: { readonly from: number; readonly to: number; readonly start: number; readonly end: number },
  vertical: boolean,
): boolean {
  const [across, along] = vertical ? [x + width / 2, y - size / 3] : [y - size / 3, x + width / 2];
  return from < across && across < to && start < along && along < end;
}

/** The first of each group of values that lie close together, in their order. */
export function clusters(values: readonly number[], tolerance = close): number[] {
  const result: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (result.length === 0 || value - (result.at(-1) as number) > tolerance) result.push(value);
  return result;
}
