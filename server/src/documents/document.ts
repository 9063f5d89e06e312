/**
 * A document as read, whatever kind of file it came from: paragraphs and tables in the order in which a person reads them, each
 * with where it stands in the file. Values only; one reader per kind of file makes them, `compose` turns them into a text.
 */
import { type Message, msg } from '../text/message';

/** The kinds of file that can be read. */
export const documentKinds = ['docx', 'xlsx', 'html', 'pdf', 'doc'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Where something stands in the file, as far as its kind has such places. */
export interface Origin {
  /** Page of a PDF, from 1. */
  readonly page?: number;
  /** Name of a sheet; undefined where the file has only one that says anything. */
  readonly sheet?: string;
  /** Cell of a sheet, such as D12. */
  readonly cell?: string;
  /** Paragraph or cell of a Word file, by which a copy of the file can be mended. */
  readonly node?: number;
}

/** Characters of a paragraph or cell that come from one run of a Word file; those of no source are made by the reader. */
export interface Run {
  /** Offset in the text of the paragraph or cell. */
  readonly at: number;
  readonly length: number;
  /** Number of the piece of text in the file, and where in it these characters begin. */
  readonly source: number;
  readonly from: number;
}

/** A piece of text: what is seen of a paragraph or a cell. */
export interface Words {
  readonly text: string;
  readonly origin?: Origin;
  readonly runs?: readonly Run[];
}

export interface Paragraph extends Words {
  readonly kind: 'paragraph';
  /** What is shown with it or below it and is no text: a table may be in it, and nobody can read it. */
  readonly shows?: Shown;
}

/** A page that is a picture may hold anything. */
export type Shown = 'picture' | 'object' | 'page';

/** A cell with the places of the grid that it takes, half open. */
export interface TableCell extends Words {
  readonly from: number;
  readonly to: number;
  /** How many rows it reaches over, its own included. */
  readonly lines: number;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** Cells by the row in which they begin. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Whether rows go on to the width of the table with blank cells, as those of a sheet do, which keeps only what was filled in. */
  readonly isSheet?: true;
  /** Why nobody can say for certain which figure belongs to which cell; undefined where the file itself says so. */
  readonly doubt?: Message;
}

export type Block = Paragraph | DocumentTable;

/** What a reader gives. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly blocks: readonly Block[];
  /** What was left out or taken in a certain way, for people. */
  readonly notes: readonly Message[];
}

export const onlyPictures = msg('是扫描件，只有图片没有文字，读不了；请用电子版（Word 或由 Word 导出的 PDF）');

/** Why a file cannot be read: thrown by readers, told by whoever asked. */
export class UnreadableDocument extends Error {
  constructor(readonly problem: Message) {
    super(problem.template);
  }
}
