/** The shapes of a path as far as tables are drawn with them: straight lines, thin boxes that are lines, frames, filled boxes. */
import type { Box, Point, Rule } from './content';
import { boxOf, moved, type Matrix } from './matrix';

/** A filled box at most this thick is a line, and a longer one that is at most so thick and not just a spot. */
const thickestLine = 3;
const thickestLongLine = 6;
/** Lines shorter than this belong to characters or pictures. */
const shortestLine = 3;
/** More boxes than these in one path are a picture. */
const mostBoxes = 60;

export interface Shapes {
  readonly rules: readonly Rule[];
  readonly boxes: readonly Box[];
}

/** The lines of a path that is drawn along its edge. */
export function stroked(figures: readonly Point[][]): Shapes {
  const rules = figures.flatMap((points) => points.slice(1).flatMap((point, i) => ruleFrom(points[i] as Point, point)));
  return { rules, boxes: [] };
}

/** The lines and boxes of a path that is filled. */
export function filled(figures: readonly Point[][]): Shapes {
  const boxes = figures.filter(isUpright).map(boxOf);
  const ring = boxes.length === 2 && figures.length === 2 ? ringOf(boxes[0] as Box, boxes[1] as Box) : undefined;
  if (ring) return { rules: ring, boxes: [] };
  const rules = figures.flatMap((points) => thinRules(boxOf(points)));
  const large = boxes.filter((box) => box.right - box.left > thickestLine && box.bottom - box.top > thickestLine);
  const isPlain =
    boxes.length === figures.length && figures.length <= mostBoxes && !large.some((a) => large.some((b) => a !== b && meet(a, b)));
  return { rules, boxes: isPlain ? large : [] };
}

/** The part of a line that lies within a box. */
export function within<R extends Rule>(rule: R, { left, right, top, bottom }: Box): R[] {
  const [least, most, start, end] = rule.vertical ? [left, right, top, bottom] : [top, bottom, left, right];
  // A line on the edge is drawn by half.
  if (rule.at < least - 1 || rule.at > most + 1) return [];
  const [from, to] = [Math.max(rule.from, start), Math.min(rule.to, end)];
  return from < to ? [{ ...rule, from, to }] : [];
}

/** The figures of a path as points: move 0, line 1, curve 2, quadratic curve 3, close 4. */
export function figuresIn(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  let figure: Point[] = [];
  const point = (i: number): Point => moved(matrix, [data[i] as number, data[i + 1] as number]);
  for (let i = 0; i < data.length;) {
    const step = data[i++];
    if (step === 0) {
      figure = [point(i)];
      figures.push(figure);
      i += 2;
    } else if (step === 1) {
      figure.push(point(i));
      i += 2;
    } else if (step === 2) {
      // A curve is no line: what follows begins anew behind it.
      figure = [point(i + 4)];
      figures.push(figure);
      i += 6;
    } else if (step === 3) {
      figure = [point(i + 2)];
      figures.push(figure);
      i += 4;
    } else if (figure[0] && figure.length > 1) {
      const [first, last] = [figure[0], figure.at(-1) as Point];
      if (first[0] !== last[0] || first[1] !== last[1]) figure.push(first);
    }
  }
  return figures.filter((own) => own.length > 1);
}

/** Whether the points go around an upright box. */
function isUpright(points: readonly Point[]): boolean {
  const isClosed = points.length === 5 && points[0]?.[0] === points[4]?.[0] && points[0]?.[1] === points[4]?.[1];
  if (points.length !== 4 && !isClosed) return false;
  return points.slice(1).every(([x, y], i) => {
    const [beforeX, beforeY] = points[i] as Point;
    return Math.abs(x - beforeX) < 0.1 || Math.abs(y - beforeY) < 0.1;
  });
}

function thinRules({ left, right, top, bottom }: Box): Rule[] {
  const [width, height] = [right - left, bottom - top];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  // A dot of a dotted line, along or across the page.
  if (height < shortestLine / 3 && width < shortestLine / 3)
    return [
      { vertical: false, at: y, from: left, to: right },
      { vertical: true, at: x, from: top, to: bottom },
    ];
  const isThin = (thickness: number, length: number) =>
    thickness < length && (thickness <= thickestLine || (thickness <= thickestLongLine && length > 2.5 * thickness));
  if (isThin(height, width)) return ruleFrom([left, y], [right, y]);
  return isThin(width, height) ? ruleFrom([x, top], [x, bottom]) : [];
}

/** The lines of a frame, filled between its outer and its inner edge. */
function ringOf(a: Box, b: Box): Rule[] | undefined {
  const [outer, inner] = a.left < b.left ? [a, b] : [b, a];
  const sides = [inner.left - outer.left, outer.right - inner.right, inner.top - outer.top, outer.bottom - inner.bottom];
  if (!sides.every((side) => side > 0 && side <= thickestLongLine)) return undefined;
  const [left, right, top, bottom] = [
    (outer.left + inner.left) / 2,
    (outer.right + inner.right) / 2,
    (outer.top + inner.top) / 2,
    (outer.bottom + inner.bottom) / 2,
  ];
  return [
    { vertical: true, at: left, from: top, to: bottom },
    { vertical: true, at: right, from: top, to: bottom },
    { vertical: false, at: top, from: left, to: right },
    { vertical: false, at: bottom, from: left, to: right },
  ];
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function ruleFrom([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  const vertical = Math.abs(x1 - x2) < 0.7;
  if (!vertical && Math.abs(y1 - y2) >= 0.7) return [];
  const [from, to] = vertical ? [Math.min(y1, y2), Math.max(y1, y2)] : [Math.min(x1, x2), Math.max(x1, x2)];
  return to - from >= shortestLine / 3 ? [{ vertical, at: vertical ? (x1 + x2) / 2 : (y1 + y2) / 2, from, to }] : [];
}
