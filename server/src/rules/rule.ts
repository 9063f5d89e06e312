/**
 * What a rule is and what it finds. One rule is one file with its page beside it; see CONTRIBUTING.
 */
import type { Report } from '../report/report';
import type { TextEdit } from '../text/edit';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One way to mend a finding. `safe`: changes no reported figure and may be made without asking. */
export interface Fix {
  readonly title: Message;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** What a rule saw at one place. `severity` only where it differs from the rule's own. */
export interface Observation {
  readonly span: Span;
  readonly message: Message;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

/** An observation with the rule that made it and its severity after settings. */
export interface Finding extends Observation {
  readonly code: string;
  readonly severity: Severity;
}

export interface Rule {
  /** Kebab-case, the name of the defect, never reused. */
  readonly id: string;
  /** Chinese name of the defect, one short line. */
  readonly title: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  check(report: Report): readonly Observation[];
}
