/**
 * What the page and its engine say to each other. The engine runs in a worker; the values here are all that passes between
 * the two, words already in the reader's language.
 */
import type { Severity } from '../findings/finding';

/** How a file stands: the words of the list of units, as far as they can be said of a file. */
export type FileState = 'unreadable' | 'not-a-report' | 'errors' | 'warnings' | 'clean';

/** What a copy may be saved as; `same`: as the file itself was. */
export const copyKinds = ['same', 'docx', 'html', 'md', 'txt'] as const;
export type CopyKind = (typeof copyKinds)[number];

export interface ShownFix {
  readonly title: string;
  readonly safe: boolean;
}

export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What the rule is about, in a few words. */
  readonly rule: string;
  /** Words by which a person finds the place. */
  readonly place: string;
  readonly start: number;
  readonly end: number;
  readonly related: readonly { readonly start: number; readonly end: number }[];
  /** Places in other files. */
  readonly elsewhere: readonly ElsewhereShown[];
  readonly fix?: ShownFix;
}

export interface ElsewhereShown {
  readonly name: string;
  readonly message: string;
  readonly start: number;
}

/** A file as it stands now. */
export interface ShownFile {
  readonly id: number;
  readonly name: string;
  readonly state: FileState;
  /** Why it cannot be read, or is not checked. */
  readonly problem?: string;
  /** The report's title; empty where it has none. */
  readonly title: string;
  readonly findings: readonly ShownFinding[];
  /** What is to be told about the reading. */
  readonly notes: readonly string[];
  /** How many findings can be mended without asking. */
  readonly safe: number;
  /** How many tables normalizing would change. */
  readonly normalizable: number;
  /** Whether it says something else than the file that was chosen. */
  readonly changed: boolean;
  readonly copies: readonly CopyKind[];
}

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** How many changes could not be written into the file. */
  readonly left?: number;
}

/** What became of the file, and the others that became others by it. */
export interface Changed {
  readonly file: ShownFile;
  readonly others: readonly ShownFile[];
}

/** The questions, with what each is asked by and what it answers. */
export interface Questions {
  start: { readonly ask: { readonly language: 'zh' | 'en' }; readonly answer: null };
  clear: { readonly ask: null; readonly answer: null };
  /** Takes a `.nianbao.json` or `.nianbao-review.json`, before the files for which it counts; answers what is wrong in it. */
  config: { readonly ask: { readonly name: string; readonly bytes: Uint8Array }; readonly answer: readonly string[] };
  open: { readonly ask: { readonly name: string; readonly bytes: Uint8Array; readonly modified?: number }; readonly answer: ShownFile };
  /** Holds the files against each other; answers those that became others by it. */
  together: { readonly ask: null; readonly answer: readonly ShownFile[] };
  paste: { readonly ask: { readonly name: string; readonly html: string; readonly text: string }; readonly answer: ShownFile };
  /** The text with the places of its findings marked, as HTML. */
  paper: { readonly ask: { readonly id: number }; readonly answer: string };
  /** What to say over a place, as HTML; empty where there is nothing. */
  hover: { readonly ask: { readonly id: number; readonly offset: number }; readonly answer: string };
  /** Reads the text as a report whatever it holds. */
  take: { readonly ask: { readonly id: number }; readonly answer: Changed };
  mend: { readonly ask: { readonly id: number }; readonly answer: Changed };
  normalize: { readonly ask: { readonly id: number }; readonly answer: Changed };
  fix: { readonly ask: { readonly id: number; readonly finding: number }; readonly answer: Changed };
  undo: { readonly ask: { readonly id: number }; readonly answer: Changed };
  copy: { readonly ask: { readonly id: number; readonly kind: CopyKind }; readonly answer: SavedFile | { readonly problem: string } };
  /** What was found in all files, as `--format json` of the command line. */
  json: { readonly ask: null; readonly answer: string };
}

export type Question = keyof Questions;

export type Ask = <Name extends Question>(name: Name, question: Questions[Name]['ask']) => Promise<Questions[Name]['answer']>;

export interface AskMessage {
  readonly number: number;
  readonly name: Question;
  readonly question: unknown;
}

export interface AnswerMessage {
  readonly number: number;
  readonly answer?: unknown;
  /** What went wrong; a fault of ours. */
  readonly fault?: string;
}
