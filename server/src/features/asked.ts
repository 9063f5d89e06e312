/** What rules are asked about: a report, or a stretch of one, with the scan of its prose and what wakes them there. */
import type { Report } from '../report/report';
import { scanProse } from '../report/sentences/prose-scan';
import { scanner, wokenBy } from '../rules/index';
import type { ListedRule, RuleContext, RuleOptions } from '../rules/rule';
import { reportSignsOf } from '../statements/report-signs';

/** What a check goes by besides severities: what the user set, and the name of the report's file where there is one. */
export type CheckOptions = RuleOptions & Pick<RuleContext, 'fileName'>;

export interface Asked {
  readonly report: Report;
  readonly context: RuleContext;
  /** Of the rules that sleep, by their places: 1 where a word occurs that wakes them. */
  readonly woken: Uint8Array;
  /** What else there is that wakes rules, as `ReportSign` has it. */
  readonly signs: number;
}

/** Whether a rule is to be asked: all are but those that sleep, and those where something is there that wakes them. */
export function isAwake({ sleeps, signs, place }: ListedRule, of: Asked): boolean {
  return !sleeps || (signs !== undefined && (signs & of.signs) !== 0) || of.woken[place] === 1;
}

export function askedOf(report: Report, options: CheckOptions, scan = scanProse(report, scanner)): Asked {
  return new AskedReport(report, { ...options, scan });
}

class AskedReport implements Asked {
  #woken: Uint8Array | undefined;
  #signs: number | undefined;

  constructor(
    readonly report: Report,
    readonly context: RuleContext,
  ) {}

  get woken(): Uint8Array {
    return (this.#woken ??= wokenBy(this.context.scan));
  }
  get signs(): number {
    return (this.#signs ??= reportSignsOf(this.report));
  }
}
