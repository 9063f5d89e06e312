/** Pages whose text stands turned, as a person turns them to read. */
import type { Marks, PageContent, Point } from './content';

/** The page as a person holds it to read: turned the way most of its characters stand. Characters that stand otherwise are left out. */
export function turned({ glyphs, rules, hasImages, unknown }: Marks, width: number, height: number): PageContent {
  const counts = new Map<number, number>();
  for (const { turn } of glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  const most = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  const quarter = Math.abs(most) % 90 === 0 ? most : 0;
  const own = glyphs.filter(({ turn }) => (turn === -180 ? 180 : turn) === (quarter === -180 ? 180 : quarter));
  if (quarter === 0) return { width, height, glyphs: own, rules, hasImages, unknown };
  const turnPoint = ([x, y]: Point): Point => {
    if (quarter === 90) return [y, width - x];
    return quarter === -90 ? [height - y, x] : [width - x, height - y];
  };
  const isOnSide = Math.abs(quarter) === 90;
  return {
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    glyphs: own.map((glyph) => {
      const [x, y] = turnPoint([glyph.x, glyph.y]);
      return { ...glyph, x, y };
    }),
    rules: rules.map(({ vertical, at, from, to }) => {
      const [x1, y1] = turnPoint(vertical ? [at, from] : [from, at]);
      const [x2, y2] = turnPoint(vertical ? [at, to] : [to, at]);
      return vertical === isOnSide
        ? { vertical: false, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
        : { vertical: true, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
    }),
    hasImages,
    unknown,
  };
}
