/** 结转 with the year of the report itself: what is carried forward goes on in the year after. */
import { msg } from '../../text/message';
import { periodOf, periodWords } from '../../statements/period';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const wrongCarryYear: Rule = {
  id: 'wrong-carry-year',
  family: 'dates',
  title: '结转的年份不是下一年',
  severity: 'hint',
  fixable: true,
  // The period only tells whether the year is the report's.
  sleeps: [],
  signs: ReportSign.carriedToYear,
  wakes: periodWords,
  check(report, { scan }) {
    const { year, text } = report;
    // A title of another year than the period's is mismatched-year's.
    if (year === undefined || (periodOf(report, scan)?.to.year?.value ?? year) !== year) return [];
    const observations: Observation[] = [];
    for (const { metric, carriedTo } of report.figures) {
      if (metric !== 'carriedOut' || carriedTo?.year !== year) continue;
      const digits = /^[\d０-９\s]+/.exec(text.slice(carriedTo.span.start, carriedTo.span.end))?.[0].trimEnd().length ?? 0;
      const span = { start: carriedTo.span.start, end: carriedTo.span.start + digits };
      observations.push({
        span,
        message: msg('{0} 年的报告，没有办结的应结转到 {1} 年，这里写的是 {0} 年', year, year + 1),
        fix: {
          title: msg('把 {0} 改为 {1}', text.slice(span.start, span.end), year + 1),
          safe: false,
          edits: [{ span, newText: String(year + 1) }],
        },
      });
    }
    return observations;
  },
};
