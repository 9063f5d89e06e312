/** What a page of a PDF shows, as far as reading goes. All places in points, y downwards from the top of the page as it is shown. */

export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A straight line along one of the axes. */
export interface Rule {
  readonly vertical: boolean;
  /** The x of a vertical line, the y of a horizontal one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly hasImages: boolean;
  /** Characters that the file gives no meaning, so that they cannot be read. */
  readonly unknown: number;
}

/** A place on the page. */
export type Point = readonly [x: number, y: number];

/** Text that is turned by a quarter is read with the page turned; anything between is a watermark. */
export interface Marks {
  readonly glyphs: (Glyph & { readonly turn: number })[];
  readonly rules: Rule[];
  hasImages: boolean;
  unknown: number;
}
