/**
 * What a rule is. One rule is one file with its page beside it; see CONTRIBUTING.
 */
import type { Collection } from '../collection/collect';
import type { Observation, Severity } from '../findings/finding';
import type { Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import type { pause } from '../text/steps';

/** A day of any year; months count from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** Words of the user's own. */
export interface UserWords {
  /** Words in which the rules on wording find nothing: names, terms of the place. */
  readonly allow: readonly string[];
  /** Words that are wrong here, each with the right one. */
  readonly replace: Readonly<Record<string, string>>;
}

/** What users may set besides severities. */
export interface RuleOptions {
  /** The most characters that section one may have; undefined: not checked. */
  readonly overviewLimit?: number;
  /** The last day, in the year after the one reported on, for reports of departments and townships. */
  readonly dueDepartment: MonthDay;
  /** The same for the reports of governments of county level and up. */
  readonly dueGovernment: MonthDay;
  readonly words?: UserWords;
}

/** The dates of 条例 art. 49, which local notices often move forward. */
export const defaultOptions: RuleOptions = { dueDepartment: { month: 1, day: 31 }, dueGovernment: { month: 3, day: 31 } };

/** What a rule is told besides the report. */
export interface RuleContext extends RuleOptions {
  /** The name of the report's file, without its folder; undefined where it is in none. */
  readonly fileName?: string;
  /** Where the words stand that wake the rules. */
  readonly scan: ProseScan;
}

/** What rules are about; each family is a folder. */
export type Family = 'sums' | 'tables' | 'sections' | 'residue' | 'wording' | 'citations' | 'dates' | 'figures' | 'between';

/** What users meet of a rule: in settings, lists, pages. */
export interface RuleInfo {
  /** Kebab-case, the name of the defect, never reused. */
  readonly id: string;
  readonly family: Family;
  /** Chinese name of the defect, one short line. */
  readonly title: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** Off unless the user gives it a severity. */
  readonly optional?: true | undefined;
  /** The option without which the rule says only a part. */
  readonly option?: keyof RuleOptions | undefined;
}

/**
 * What the findings of a rule depend on, besides the title, the year, who reports and the headings:
 *
 * - `tables`: on nothing but the tables;
 * - `paragraphs`: those in a paragraph and its lines on nothing but them and what stands next to them;
 * - `words`: on the paragraphs in which words that wake the rule occur, and on what stands next to them;
 * - `words and tables`: on both.
 */
export type LooksAt = 'tables' | 'paragraphs' | 'words' | 'words and tables';

export interface Rule extends RuleInfo {
  /** Where not told, on all of the report. What is told spares looking again after an edit that has changed nothing of it. */
  readonly looksAt?: LooksAt | undefined;
  /** The words in prose that the rule starts from: the one pass over the text looks for those of all rules. */
  readonly wakes?: readonly string[] | undefined;
  /** What else in the report wakes it, as `ReportSign` has it, added up. */
  readonly signs?: number | undefined;
  /** It finds nothing where none of those words, or none of those named here, occurs and none of those signs is there: it is not asked then. */
  readonly sleeps?: true | readonly string[] | undefined;
  check(report: Report, context: RuleContext): readonly Observation[];
}

/** A rule among all rules. */
export interface ListedRule extends Rule {
  /** Its place in their order. */
  readonly place: number;
}

/** An observation in the report at `path`. */
export interface BetweenObservation extends Observation {
  readonly path: string;
}

/** A rule that looks at all reports of a folder together. One that takes long gives `pause` again and again on its way. */
export interface BetweenRule extends RuleInfo {
  between(collection: Collection): Iterable<BetweenObservation | typeof pause>;
}
