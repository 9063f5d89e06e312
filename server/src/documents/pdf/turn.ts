/** Pages whose text stands turned, as a person turns them to read. */
import type { Area, Box, Marks, Point } from './content';
import { boxOf } from './matrix';

/** The page as a person holds it to read: turned the way most of its characters stand. Characters that stand otherwise are left out. */
export function turned(
  marks: Marks,
  width: number,
  height: number,
): { readonly marks: Marks; readonly width: number; readonly height: number } {
  const counts = new Map<number, number>();
  for (const { turn } of marks.glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  const quarter = Math.abs(most) % 90 === 0 ? most : 0;
  const own = marks.glyphs.filter(({ turn }) => (turn === -180 ? 180 : turn) === (quarter === -180 ? 180 : quarter));
  if (quarter === 0) return { marks: { ...marks, glyphs: own }, width, height };
  const turnPoint = ([x, y]: Point): Point => {
    if (quarter === 90) return [y, width - x];
    return quarter === -90 ? [height - y, x] : [width - x, height - y];
  };
  const turnBox = <B extends Box>(box: B): B => ({
    ...box,
    ...boxOf([turnPoint([box.left, box.top]), turnPoint([box.right, box.bottom])]),
  });
  const isOnSide = Math.abs(quarter) === 90;
  const glyphs = own.map((glyph) => {
    const [x, y] = turnPoint([glyph.x, glyph.y]);
    return { ...glyph, x, y };
  });
  const rules = marks.rules.map(({ vertical, at, from, to, ink = 0 }) => {
    const [x1, y1] = turnPoint(vertical ? [at, from] : [from, at]);
    const [x2, y2] = turnPoint(vertical ? [at, to] : [to, at]);
    return vertical === isOnSide
      ? { vertical: false, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2), ink }
      : { vertical: true, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2), ink };
  });
  return {
    marks: { ...marks, glyphs, rules, areas: marks.areas.map((area): Area => turnBox(area)), pictures: marks.pictures.map(turnBox) },
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
  };
}
