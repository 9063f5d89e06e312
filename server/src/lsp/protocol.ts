/**
 * Every request and notification of our own, once for client and server: its name, what is sent and what is answered. Types
 * only, so that the client may import this one file of the server. What the language server protocol itself defines is not here.
 */
import type { Diagnostic, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

/** Requests that the client sends. */
export interface Requests {
  'nianbao/status': Asks<OfDocument, Status>;
  'nianbao/outline': Asks<OfDocument, readonly OutlineNode[]>;
  'nianbao/outlineEdit': Asks<OfDocument & { readonly id: string }, WorkspaceEdit | null>;
  'nianbao/cursor': Asks<OfDocument & { readonly selections: readonly Range[] }, CursorAnswer>;
  'nianbao/page': Asks<OfDocument & { readonly lines?: boolean }, PageAnswer>;
  'nianbao/normalize': Asks<NormalizeParams, NormalizeAnswer>;
  'nianbao/recompute': Asks<OfDocument & { readonly position?: Position }, WorkspaceEdit | null>;
  'nianbao/decorations': Asks<OfDocument & { readonly tabSize: number }, DecorationsAnswer>;
  'nianbao/fixAll': Asks<OfDocument, FixAllAnswer>;
  'nianbao/paste': Asks<PasteParams, PasteAnswer>;
  'nianbao/copyTable': Asks<CopyParams, CopyAnswer>;
  'nianbao/nextCell': Asks<NextCellParams, NextCellAnswer>;
  'nianbao/newReport': Asks<NewReportParams, NewReportAnswer>;
  'nianbao/readDocument': Asks<DocumentParams, DocumentAnswer>;
  'nianbao/mendDocument': Asks<MendParams, MendAnswer>;
  'nianbao/export': Asks<ExportParams, ExportAnswer>;
  'nianbao/silencing': Asks<SilencingParams, SilencingAnswer>;
  'nianbao/decide': Asks<DecideParams, DecideAnswer>;
  'nianbao/compareYears': Asks<OfDocument & { readonly file?: string }, CompareYearsAnswer>;
  'nianbao/nextReport': Asks<OfDocument, NewReportAnswer | null>;
  'nianbao/mark': Asks<MarkParams, DecideAnswer>;
  'nianbao/folderOutput': Asks<FolderOutputParams, FolderOutput>;
  'nianbao/threads': Asks<OfDocument, ThreadsAnswer>;
  'nianbao/rules': Asks<OfDocument, readonly RuleAnswer[]>;
  'nianbao/checkFolder': Asks<CheckFolderParams, FolderOutcome>;
  'nianbao/folder': Asks<{ readonly year?: number }, FolderList>;
}

/** Requests that the server sends. */
export interface ServerRequests {
  /** A file of the project; null where there is none or it cannot be read. */
  'nianbao/readFile': Asks<OfDocument, { readonly text: string } | null>;
  /** The files below a folder that fit `pattern`; without one: the file itself, if it is there. */
  'nianbao/listFiles': Asks<OfDocument & { readonly pattern?: string }, { readonly files: readonly ListedFile[] } | null>;
  /** The bytes of a file, in Base64; null where it cannot be read. */
  'nianbao/readBytes': Asks<OfDocument, { readonly content: string } | null>;
}

/** Notifications: of the client what the user said of a document, of the server each new status, of a document and of the folder. */
export interface Notifications {
  'nianbao/take': TakeParams;
  'nianbao/statusChanged': Status;
  'nianbao/folderChanged': FolderStatus;
}

export interface Asks<P, A> {
  readonly params: P;
  readonly answer: A;
}

export type RequestName = keyof Requests;

export interface OfDocument {
  readonly uri: string;
}

/** What the client sends with `initialize`. All of it is optional. */
export interface InitializationOptions {
  /** Base URI of the rules' pages. */
  readonly pages?: string;
  /** Language of messages, stronger than the client's locale. */
  readonly language?: string;
  /** Whether the server offers itself as formatter; a client that does so itself, for reports only, says no. */
  readonly formatting?: boolean;
  /** Whether the client wants `nianbao/statusChanged`. */
  readonly status?: boolean;
  /** Whether the client answers `nianbao/readFile`. */
  readonly files?: boolean;
  /** Whether the client has the command `nianbao.silence`, which asks how and why; others are offered comments. */
  readonly silencing?: boolean;
  /** Whether the client has the commands `nianbao.reveal`, which selects a range, and `nianbao.look`, which shows the hover there. */
  readonly looks?: boolean;
  /** Whether the client has commands and a view for the whole folder, and wants `nianbao/folderChanged`. */
  readonly folder?: boolean;
  /** Settings for clients that cannot be asked for them. */
  readonly settings?: unknown;
  /** By document, whether the user said that it is a report or that it is none. */
  readonly taken?: Readonly<Record<string, boolean>>;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule may be set to. */
export type Level = Severity | 'off';

export interface RuleAnswer {
  readonly id: string;
  readonly title: string;
  /** Unless somebody chose otherwise. */
  readonly own: Level;
  /** In the document asked about. */
  readonly level: Level;
}

/** What the server says of a document. */
export interface Status extends OfDocument {
  /** Whether the text is taken for a report. */
  readonly report: boolean;
  /** Whether the text was decoded by the wrong encoding. */
  readonly garbled: boolean;
  readonly why: string;
  /** Why formatting has left a table as it is. */
  readonly left?: string;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** What it can be told by: its year, its unit, and how many identities of its tables fail. Only of reports. */
  readonly year?: number;
  readonly unit?: string;
  readonly fails?: number;
  /** Places still to be filled in, in a text that was never saved; counted in `information` too. */
  readonly toDo?: number;
  /** Findings that are not shown because it was decided so beside the text. */
  readonly silenced?: number;
  /** What a look at the document's tables goes by, from settings, project and the user's word; only where it is open. */
  readonly goesBy?: GoesBy;
}

export interface GoesBy {
  /** The user says that it is a report, whatever it holds. */
  readonly taken: boolean;
  readonly enable: boolean;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

export interface TakeParams extends OfDocument {
  /** Whether it is a report; null: judge by its content again. */
  readonly report: boolean | null;
}

/** An item of the outline: places as ranges, words in the reader's language. */
export interface OutlineNode {
  readonly id: string;
  readonly kind: 'title' | 'section' | 'table' | 'identity' | 'finding';
  readonly label: string;
  readonly description?: string;
  readonly state: 'done' | 'open' | 'problem' | 'missing';
  readonly severity?: Severity;
  readonly counts: { readonly errors: number; readonly warnings: number; readonly others: number; readonly toDo: number };
  readonly range?: Range;
  readonly extent?: Range;
  readonly actions: readonly ('recompute' | 'normalize' | 'insert' | 'fix')[];
  readonly children: readonly OutlineNode[];
}

/** Where the cursor is, and what the selected figures add up to. */
export interface CursorAnswer {
  readonly place?: string;
  readonly sum?: string;
}

/** Empty where the document is no report. */
export interface PageAnswer {
  readonly html?: string;
  /** The report's title, or the name of the document. */
  readonly title?: string;
}

export type TableFormat = 'markdown' | 'text' | 'tabs' | 'html';

export interface NormalizeParams extends OfDocument {
  /** The cursor: the table there is meant, or all tables if it stands in none. It is kept in its cell. */
  readonly position?: Position;
  /** All tables, wherever the cursor stands. */
  readonly all?: boolean;
  /** Instead of what the settings say. */
  readonly target?: TableFormat;
}

/** A row because of which a table stays as it is. */
export interface Refusal {
  readonly range: Range;
  readonly message: string;
}

export interface NormalizeAnswer {
  /** Absent when nothing is to do. */
  readonly edit?: WorkspaceEdit;
  /** How many tables were looked at. */
  readonly tables: number;
  /** Tables that stay as they are, each with the rows because of which. */
  readonly refused: readonly Refusal[];
  /** Where the cursor belongs after the edit; only with `position` and `edit`. */
  readonly selection?: Range;
}

/** What is shown in a text that is not in it. */
export interface DecorationsAnswer {
  /** Words behind a line. */
  readonly notes: readonly { readonly line: number; readonly text: string; readonly severity: Severity }[];
  /** Room in front of a character, in columns. */
  readonly gaps: readonly (Position & { readonly columns: number })[];
}

/** All that can be mended without asking. */
export interface FixAllAnswer {
  /** How many findings that mends. */
  readonly places: number;
  readonly edit?: WorkspaceEdit;
}

export interface PasteParams extends OfDocument {
  /** The selection, which may be empty. */
  readonly range: Range;
  readonly html?: string;
  readonly text?: string;
}

export interface PasteAnswer {
  /** Absent where the clipboard holds no table of a report, or none that could be written here. */
  readonly offer?: { readonly title: string; readonly edit: TextEdit; readonly preferred: boolean };
  /** Why there is no offer, or what the pasted tables lack. */
  readonly told: readonly string[];
}

export interface CopyParams extends OfDocument {
  readonly position: Position;
  readonly target: TableFormat;
}

/** Empty where no table is meant. */
export interface CopyAnswer {
  /** Name of the table. */
  readonly table?: string;
  readonly text?: string;
  /** Why it is not copied. */
  readonly refused?: readonly Refusal[];
}

export interface NextCellParams extends OfDocument {
  readonly position: Position;
  /** 1: the next cell, -1: the one before. */
  readonly step: 1 | -1;
}

export interface NextCellAnswer {
  /** Whether the position stands in a Markdown table of a report. */
  readonly inTable: boolean;
  /** What to select; absent where there is no such cell. */
  readonly selection?: Range;
}

/** Asks how a finding can be silenced; with a reason: what is to be written for it. */
export interface SilencingParams extends OfDocument {
  readonly rule: string;
  /** The how-manieth of its rule. */
  readonly turn: number;
  readonly reason?: string;
}

/** Empty where the finding is no longer there. */
export interface SilencingAnswer {
  /** The rule's name. */
  readonly title?: string;
  /** Where the decision stands beside the text, and, where a reason was given, all that the file is to hold. */
  readonly file?: { readonly uri: string; readonly text?: string };
  /** Comments in the text that do the same. */
  readonly comments?: readonly { readonly title: string; readonly edit: WorkspaceEdit }[];
}

/** Asks what is to be written for a reviewer's decision on a finding. */
export interface DecideParams extends OfDocument {
  /** The finding: the how-manieth of its rule, what it is known by, or the weightiest on the lines of a range. */
  readonly finding: { readonly rule: string; readonly turn: number } | { readonly fingerprint: string } | { readonly range: Range };
  /** `clear`: what was decided is taken back. */
  readonly decision: 'accept' | 'dismiss' | 'return' | 'clear';
  readonly reason?: string;
}

/** The same for all errors and warnings of a report of the folder; `clear`: what was returned or confirmed in it is taken back. */
export interface MarkParams extends OfDocument {
  readonly decision: 'accept' | 'return' | 'clear';
  readonly reason?: string;
}

/** Empty where the finding is no longer there. */
export interface DecideAnswer {
  /** Where the decision stands, and all that the file is to hold; without a text it cannot be read and is not to be written over. */
  readonly file?: { readonly uri: string; readonly text?: string };
}

export interface ThreadsAnswer {
  readonly threads: readonly ReviewThread[];
  /** Places at which a reviewer may say something: the findings, where reports are reviewed. */
  readonly open: readonly Range[];
}

/** A report beside last year's, of which the user may have said which file it is; empty where none is known. */
export interface CompareYearsAnswer {
  readonly text?: string;
  /** The agency's. */
  readonly name?: string;
  readonly lastYear?: string;
  /** Why the file that was chosen will not do. */
  readonly problem?: string;
}

/** Asks for what leaves the office: the list of a review, a return note, the sum. */
export type FolderOutputParams =
  | { readonly what: 'review'; readonly kind: 'xlsx' | 'html'; readonly year?: number }
  | { readonly what: 'total'; readonly kind: 'xlsx' | 'md'; readonly year?: number }
  /** What the sum is, and how the superior's own report differs from it, as a text to read. */
  | { readonly what: 'comparison'; readonly kind: 'md'; readonly year?: number }
  | ({ readonly what: 'note'; readonly kind: 'docx' | 'txt' } & OfDocument);

/** Empty where there is no such report, or nothing has to be mended in it. */
export interface FolderOutput {
  /** What the file is to be called, without its ending. */
  readonly name?: string;
  readonly text?: string;
  /** In Base64, where it is no text. */
  readonly content?: string;
  /** What is to be told about it: who is missing, what was left out. */
  readonly notes?: readonly string[];
}

/** What reviewers said of a finding, and what became of it. */
export interface ReviewThread {
  readonly fingerprint: string;
  readonly range: Range;
  /** The finding's rule and message; of one that is mended, what stood there. */
  readonly words: string;
  readonly decision?: 'accept' | 'dismiss' | 'return';
  /** Of a report that was returned: mended, still there, or new since. */
  readonly became?: 'mended' | 'left' | 'added';
  readonly reason?: string;
}

export interface NewReportParams {
  readonly agency: string;
  /** 2021 or later: the form is that of 2021. */
  readonly year: number;
  readonly format: 'markdown' | 'text';
}

export interface NewReportAnswer {
  readonly text: string;
  /** The first place to be filled in. */
  readonly selection: Range;
}

/** A file that is no text, such as a Word file; the client reads it, wherever it lies. */
export interface DocumentParams extends OfDocument {
  /** Its bytes, in Base64. */
  readonly content: string;
}

/** The document as it is read, or why it cannot be. */
export interface DocumentAnswer {
  readonly problem?: string;
  readonly text?: string;
  /** Whether the text is taken for a report. */
  readonly report?: boolean;
  /** The text with the places of the findings marked by their numbers, as HTML. */
  readonly html?: string;
  /** What is to be told about the reading. */
  readonly notes?: readonly string[];
  /** What is found; ranges are places of `text`. */
  readonly findings?: readonly Diagnostic[];
}

/** What a report can be written as, by the end of the file's name. */
export type ExportKind = 'docx' | 'html' | 'md' | 'txt';

export interface ExportParams extends OfDocument {
  readonly kind: ExportKind;
}

/** Empty where the document is not open. */
export interface ExportAnswer {
  /** In Base64. */
  readonly content?: string;
}

export interface MendParams extends DocumentParams {
  /** Whether changes are tracked ones, which Word shows and takes back one by one. */
  readonly tracked?: boolean;
  /** Whether what is found is written beside the text as comments. */
  readonly comments?: boolean;
}

/** A Word file with all that is safe mended; without content where there is nothing to mend. */
export interface MendAnswer {
  readonly problem?: string;
  /** In Base64. */
  readonly content?: string;
  /** How many places were changed, and how many could not be. */
  readonly changes?: number;
  readonly left?: number;
  /** How many comments were written. */
  readonly comments?: number;
}

export interface ListedFile extends OfDocument {
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds. */
  readonly modified?: number;
}

export interface CheckFolderParams {
  /** Under which the client is told how far it has come. */
  readonly workDoneToken?: string | number;
}

/** How far a check of the folder came. */
export interface FolderOutcome {
  /** How many files were read, of how many. */
  readonly done: number;
  readonly total: number;
  readonly stopped: boolean;
}

/** How it stands with the reports of the workspace's folders. */
export interface FolderStatus {
  /** `off`: by the settings. `idle`: not yet asked for. `tooMany`: more files than are looked at by themselves. */
  readonly state: 'off' | 'idle' | 'tooMany' | 'checking' | 'ready';
  /** How many files there are, as far as is known. */
  readonly total: number;
}

/** The units of the year under review, in the order of the roster. */
export interface FolderList {
  /** Missing where there is no report of any year. */
  readonly year?: number;
  readonly years: readonly number[];
  readonly units: readonly FolderUnit[];
}

export interface FolderUnit {
  readonly unit: string;
  /** Whether it is in the roster. */
  readonly isMember: boolean;
  /** The year under review first, then those before it with a report. */
  readonly years: readonly FolderReport[];
}

export interface FolderReport {
  readonly year: number;
  readonly state: 'missing' | 'unreadable' | 'garbled' | 'not-a-report' | 'errors' | 'warnings' | 'clean' | 'returned' | 'changed';
  /** The state that the report is in, in words. */
  readonly words: string;
  /** That it was returned, and what became of it. */
  readonly returned?: string;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** Requests, null where no number stands. */
  readonly received: number | null;
  readonly processed: number | null;
  readonly uri?: string;
  readonly path?: string;
  /** Where the first finding stands. */
  readonly first?: Range;
  /** Why it could not be read. */
  readonly problem?: string;
  /** Last year's report. */
  readonly lastYear?: string;
}
