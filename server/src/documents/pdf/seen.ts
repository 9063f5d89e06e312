/**
 * What a person sees of the characters that a page draws. Files hold others: a figure under the white box that covers it, white
 * on white, outside of the paper, in the pale type of a watermark, or as invisible text behind a scan.
 */
import type { Area, Mark, Marks, PageContent, Point } from './content';
import { holds } from './matrix';
import { within } from './shapes';
import { turned } from './turn';

/** Colours that differ less than this from what lies behind cannot be seen; those that differ less than `pale` are watermarks. */
const unseen = 24;
const pale = 72;
const white = 0xffffff;
/** A page of more shapes than these shows a picture, or words that were turned to shapes. */
const fewestShapes = 200;

export function seenOf(all: Marks, paperWidth: number, paperHeight: number): PageContent {
  const { marks, width, height } = turned(all, paperWidth, paperHeight);
  const onPaper = marks.glyphs.filter((glyph) => {
    const [x, y] = middleOf(glyph);
    return x > 0 && x < width && y > 0 && y < height && !isCovered(glyph, marks.areas);
  });
  const visible = onPaper.filter((glyph) => !glyph.isInvisible && contrastOf(glyph, marks) >= unseen);
  const clear = visible.filter((glyph) => contrastOf(glyph, marks) >= pale);
  // A page all in pale type is meant to be read.
  const shown = clear.length * 20 > visible.length ? clear : visible;
  const isRecognized = marks.pictures.length > 0 && onPaper.length - visible.length > 4 * shown.length;
  const glyphs = isRecognized ? onPaper : shown;
  const { areas, unknown } = marks;
  const hasImages = marks.pictures.length > 0 || marks.figures > fewestShapes;
  const rules = marks.rules.flatMap((rule) => within(rule, { left: 0, right: width, top: 0, bottom: height }));
  return { width, height, glyphs, rules, areas, hasImages, isRecognized, unknown };
}

export function middleOf({ x, y, width, size }: Pick<Mark, 'x' | 'y' | 'width' | 'size'>): Point {
  return [x + width / 2, y - size * 0.35];
}

/** Whether a box that was filled later lies over the character. */
function isCovered(glyph: Mark, areas: readonly Area[]): boolean {
  const middle = middleOf(glyph);
  return areas.some((area) => area.step > glyph.step && holds(area, middle));
}

/** How far the colour of a character differs from what lies behind it; what stands on a picture is taken as seen. */
function contrastOf(glyph: Mark, { areas, pictures }: Marks): number {
  const ground = areas.findLast((area) => area.step < glyph.step && holds(area, middleOf(glyph)))?.ink;
  if (ground === undefined && glyph.ink === 0) return 255;
  if (pictures.some((picture) => holds(picture, middleOf(glyph)))) return 255;
  return difference(glyph.ink, ground ?? white);
}

export function difference(a: number, b: number): number {
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255))));
}
