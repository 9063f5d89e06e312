/** What is known and gathered while a Word file is read, shared by the readers of its paragraphs and tables. */
import type { Block } from '../document';
import type { XmlElement } from '../package/xml';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** A `<w:t>` of the file: where it and its run stand in the source. */
export interface TextSource {
  readonly text: XmlElement;
  readonly run: XmlElement;
  /** Words of the text as the file holds them. */
  readonly words: string;
  /** The insertion (`<w:ins>`) that was not yet accepted and in which it stands. */
  readonly inserted: XmlElement | undefined;
  /** Number of the paragraph or cell to which it belongs. */
  readonly node: number;
}

/** A paragraph, or a cell by its paragraphs. */
export interface TextNode {
  readonly paragraphs: readonly XmlElement[];
}

export interface DocxReading {
  readonly numbering: Numbering;
  readonly styles: Styles;
  /** The paragraphs of each footnote and endnote by `footnote:id`. */
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly sources: TextSource[];
  readonly nodes: TextNode[];
  /** The fields that are open, the innermost last; they reach over paragraphs. */
  readonly fields: Field[];
  /** Hidden texts, deleted and inserted ones, as far as met. */
  readonly hidden: string[];
  /** The blocks of the file that stands in the place of that relation; none, and told, where it cannot be read. */
  readonly chunk: (id: string) => readonly Block[];
  deletions: number;
  insertions: number;
  leftContents: boolean;
  leftChunk: boolean;
  /** Whether something else than text is shown. */
  showsMore: boolean;
}

export interface Field {
  instruction: string;
  /** Whether its result has begun. */
  shown: boolean;
}
