/** What a sentence states: a number or words such as 未收到, and the cells it has to agree with. `figures.ts` reads them. */
import type { Span } from '../../text/span';
import type { MetricForm } from './metrics';

/** Why a figure is not held against the tables. */
export type Reserve =
  /** 余, 多, 约, 近: equals nothing. */
  | 'approximate'
  /** Another year, or a change against one. */
  | 'year'
  /** Another scope than the tables': 本级, 各部门, 全县 in a department's report. */
  | 'scope'
  /** Only those that came by one channel. */
  | 'channel'
  /** A part that no cell counts: 其中受理…, 延期答复…. */
  | 'part'
  /** Of another matter: 公文 by attribute, decisions as published. */
  | 'matter'
  /** Whose it is, of which time or channel cannot be told: its clause holds words that are not known. */
  | 'unknown'
  /** A bare 行政许可17件: counts only beside others of its kind. Settled within the sentence. */
  | 'list';

/** A cell of the tables by the ids of its row and column, added or taken away. */
export interface Addend {
  /** Id of the row; with `*` all rows of the group of that id. */
  readonly row: string;
  /** Id of the column, or 法人 for its five columns. */
  readonly column: string;
  readonly sign: 1 | -1;
}

/** What a sentence says of one number or word, by the sentence alone: offsets count from its start. */
export interface SentenceFigure {
  /** Id in `metrics`. */
  readonly metric: string;
  readonly form: MetricForm;
  readonly value: number;
  /** Measure word, '' if none stands. */
  readonly unit: string;
  readonly decimals: number;
  /** The number without its measure word, or the words that say none or all. */
  readonly span: Span;
  /** `number`: a number stands there. `none`: words that say zero. `all`: words that say as many as the total before. */
  readonly said: 'number' | 'none' | 'all';
  /** The phrase of `phrases.ts` that fitted; '' for words. */
  readonly phrase: string;
  readonly reserve: Reserve | undefined;
  /** Each a sum of cells; the figure agrees if it equals one of them. */
  readonly readings: readonly (readonly Addend[])[];
  readonly severity: 'error' | 'warning';
  /** Also accepted in place of `value`: what the wording leaves open, such as 新制定5件，修改4件 for 9. */
  readonly also: readonly number[];
  /** Of 结转 with a year: that year and where it stands. */
  readonly carriedTo: { readonly year: number; readonly span: Span } | undefined;
  /** Behind 其中 or in brackets: part of a total named before. */
  readonly inner: boolean;
}

/** The same where its sentence stands: offsets count from the start of the text. */
export interface Figure extends SentenceFigure {
  readonly sentence: Span;
  readonly paragraph: number;
}
