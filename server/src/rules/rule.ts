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
  /** Wants a person's choice at each place: never made together with other fixes. */
  readonly alone?: true;
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
  /** Likely causes, the likeliest first; editors show them behind `related`. */
  readonly causes?: readonly Related[];
  readonly fix?: Fix;
  /** Other ways to mend the same, for a person to choose from. */
  readonly alternatives?: readonly Fix[];
}

/** An observation with the rule that made it and its severity after settings. */
export interface Finding extends Observation {
  readonly code: string;
  readonly severity: Severity;
}

/** A day of any year; months count from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** What users may set besides severities. */
export interface RuleOptions {
  /** The most characters that section one may have; undefined: not checked. */
  readonly overviewLimit?: number;
  /** The last day, in the year after the one reported on, for reports of departments and townships. */
  readonly dueDepartment: MonthDay;
  /** The same for the reports of governments of county level and up. */
  readonly dueGovernment: MonthDay;
}

/** The dates of 条例 art. 49, which local notices often move forward. */
export const defaultOptions: RuleOptions = { dueDepartment: { month: 1, day: 31 }, dueGovernment: { month: 3, day: 31 } };

/** What users meet of a rule: in settings, lists, pages. */
export interface RuleInfo {
  /** Kebab-case, the name of the defect, never reused. */
  readonly id: string;
  /** Chinese name of the defect, one short line. */
  readonly title: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** Off unless the user gives it a severity. */
  readonly optional?: true;
  /** The option without which the rule says only a part. */
  readonly option?: keyof RuleOptions;
}

export interface Rule extends RuleInfo {
  /** `options` as the user set them; most rules need none. */
  check(report: Report, options: RuleOptions): readonly Observation[];
}
