/** What the drawing instructions of a page go by from one to the next: the place, the type, the colours. */
import { withoutRadicals } from '../../text/radicals';
import type { Box } from './content';
import type { Matrix } from './matrix';

export interface State {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  ink: number | undefined;
  strokeInk: number;
  alpha: number;
  /** How much of what a group draws is let through. */
  groupAlpha: number;
  blends: boolean;
  clip: Box;
  isClippedToBox: boolean;
}

export interface Font {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
}

export interface FontGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[];
}

export const black = 0;
const everywhere: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** The state in which a page begins. */
export function blankState(matrix: Matrix): State {
  const text = { font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 };
  const paint = { ink: black, strokeInk: black, alpha: 1, groupAlpha: 1, blends: false, clip: everywhere, isClippedToBox: true };
  return { matrix, ...text, ...paint };
}

/** The colour on white paper; undefined where it is a pattern. */
export function inkOnPaper({ ink, alpha, groupAlpha }: State): number | undefined {
  const rest = 1 - alpha * groupAlpha;
  if (ink === undefined || rest === 0) return ink;
  const mixed = (shift: number) => Math.round(((ink >> shift) & 255) * (1 - rest) + 255 * rest) << shift;
  return mixed(16) | mixed(8) | mixed(0);
}

/** The character that people write: fonts name the same shape by its radical or by a code kept for old character sets. */
export function plain(unicode: string): string {
  return withoutRadicals(/[\uf900-\ufaff]/.test(unicode) ? unicode.normalize('NFKC') : unicode);
}

/** @param color as the library writes it: #rrggbb */
export function inkOf(color: unknown): number {
  return Number.parseInt(String(color).slice(1), 16);
}
