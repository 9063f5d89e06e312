/**
 * What is found at a place of a report and how it may be mended. Made by rules, read by features, lsp and the command line.
 */
import type { TextEdit } from '../text/edit';
import type { LineIndex } from '../text/lines';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One way to mend a finding. `safe`: changes no reported figure and may be made without asking. */
export interface Fix {
  readonly title: Message;
  readonly safe: boolean;
  /** Wants a person's choice at each place: never made together with other fixes. */
  readonly alone?: true;
  readonly edits: readonly TextEdit[];
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
  /** The file in which the span stands, if it is another one. */
  readonly elsewhere?: Elsewhere;
}

/** Another file than that of the finding. */
export interface Elsewhere {
  readonly path: string;
  readonly lines: LineIndex;
}

/** What is replaced by typing, or a place to type in; the title says so to who is led there. */
export interface ToType {
  readonly span: Span;
  readonly title: Message;
}

/** What the form wants and the text has not. */
export type Lack =
  | { readonly kind: 'title' }
  | { readonly kind: 'section' | 'table'; readonly number: number }
  | { readonly kind: 'row'; readonly table: number };

/**
 * What a finding is about, where features do something about it of their own: an identity that fails, on the cell that states
 * its total; how a number is written; blank cells; those of a whole table, told once on its caption; words that say that something is
 * still to be written.
 */
export type Subject = 'identity' | 'number' | 'blank' | 'blank-table' | 'to-fill';

/** What a rule saw at one place. `severity` only where it differs from the rule's own. */
export interface Observation {
  readonly span: Span;
  readonly message: Message;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Likely causes, the likeliest first, or other advice; editors show the first behind `related`. */
  readonly causes?: readonly Related[];
  /** That something is not there: what. */
  readonly lacks?: Lack;
  readonly subject?: Subject;
  readonly fix?: Fix;
  /** In place of `fix` where working it out costs far more than finding: asked for by `fixOf` alone, once. Never a safe fix. */
  readonly laterFix?: () => Fix | undefined;
  /** Where what only the writer knows is to be typed. */
  readonly toType?: ToType;
  /** Other ways to mend the same, for a person to choose from. */
  readonly alternatives?: readonly Fix[];
}

/** An observation with the rule that made it and its severity after settings. */
export interface Finding extends Observation {
  readonly code: string;
  readonly severity: Severity;
}

/** How `observation` is mended; worked out now where that was put off. Undefined: there is no way that is known. */
export function fixOf({ fix, laterFix }: Observation): Fix | undefined {
  return fix ?? laterFix?.();
}

/** The finding with its fix worked out, if that was put off. */
export function workedOut({ laterFix, ...finding }: Finding): Finding {
  const fix = finding.fix ?? laterFix?.();
  return fix ? { ...finding, fix } : finding;
}

/** Whether there is a way to mend it, as far as that is known without working it out. */
export function mayBeFixed({ fix, laterFix }: Observation): boolean {
  return fix !== undefined || laterFix !== undefined;
}

/** `make`, called when first asked for and not again. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
