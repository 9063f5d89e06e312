/** What rules are asked about: a report, or a stretch of one, with the scan of its prose, which is made when the first needs it. */
import type { Report } from '../report/report';
import { type ProseScan, scanProse } from '../report/sentences/prose-scan';
import { scanner, wokenBy } from '../rules/index';
import type { Rule, RuleContext, RuleOptions } from '../rules/rule';

/** What a check goes by besides severities: what the user set, and the name of the report's file where there is one. */
export type CheckOptions = RuleOptions & Pick<RuleContext, 'fileName'>;

export interface Asked {
  readonly report: Report;
  readonly context: RuleContext;
  /** The rules of which a word occurs that wakes them. */
  readonly woken: ReadonlySet<Rule>;
}

export function askedOf(report: Report, options: CheckOptions): Asked {
  let scan: ProseScan | undefined;
  let woken: ReadonlySet<Rule> | undefined;
  const context = {
    ...options,
    get scan() {
      return (scan ??= scanProse(report, scanner));
    },
  };
  return {
    report,
    context,
    get woken() {
      return (woken ??= wokenBy(context.scan));
    },
  };
}
