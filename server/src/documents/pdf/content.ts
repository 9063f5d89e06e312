/** What a page of a PDF shows, as far as reading goes. All places in points, y downwards from the top of the page as it is shown. */

export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Its colour as it looks on white paper: 0xRRGGBB. */
  readonly ink: number;
}

/** A straight line along one of the axes. */
export interface Rule {
  readonly vertical: boolean;
  /** The x of a vertical line, the y of a horizontal one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Its colour, where that is known. */
  readonly ink?: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Boxes filled with a colour, such as the ground of a cell. */
  readonly areas: readonly Box[];
  /** Whether it shows pictures, or so many shapes that they are one. */
  readonly hasImages: boolean;
  /** Whether its characters are those that a program found in a picture. */
  readonly isRecognized: boolean;
  /** Characters that the file gives no meaning, so that they cannot be read. */
  readonly unknown: number;
}

/** A place on the page. */
export type Point = readonly [x: number, y: number];

/** A character as it is drawn. */
export interface Mark extends Glyph {
  /** The direction in which it is read: degrees. */
  readonly turn: number;
  /** Its place in the order of drawing. */
  readonly step: number;
  readonly isInvisible: boolean;
}

/** A box filled with a colour that nothing shines through. */
export interface Area extends Box {
  readonly ink: number;
  readonly step: number;
}

/** All that is drawn on a page. */
export interface Marks {
  readonly glyphs: Mark[];
  readonly rules: Rule[];
  readonly areas: Area[];
  /** Where pictures stand. */
  readonly pictures: Box[];
  /** How many shapes are drawn that are no lines of a table. */
  figures: number;
  unknown: number;
}
