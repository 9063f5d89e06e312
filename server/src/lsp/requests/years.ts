/** `nianbao/compareYears` and `nianbao/nextReport`: a report beside last year's, and this year's draft begun from last year's report. */
import { nextReport } from '../../features/folder/next-report';
import { twoYears } from '../../features/folder/two-years';
import { indexLines, rangeOf } from '../../text/lines';
import { format, msg } from '../../text/message';
import { answer } from '../own';
import type { CompareYearsAnswer, NewReportAnswer } from '../protocol';
import type { Session } from '../session';

export function serveYears(session: Session): void {
  const { index, lastYear, translate } = session;
  answer(session, 'nianbao/compareYears', async ({ uri, file }) => {
    if (file !== undefined && !(await lastYear.choose(uri, file))) return { problem: format(msg('这个文件不像年度报告'), translate) };
    if (file === undefined && index.state() !== 'ready' && session.folders().length > 0) await index.check();
    return session.reading<CompareYearsAnswer>(uri, {}, ({ report }) => {
      const before = lastYear.of(uri, report);
      if (!before) return {};
      const text = twoYears({ now: report, before: before.report }, (message) => format(message, translate));
      return { text, name: report.title?.agency ?? '', lastYear: before.uri };
    });
  });
  answer(session, 'nianbao/nextReport', ({ uri }) =>
    session.reading<NewReportAnswer | null>(uri, null, ({ report }) => {
      const written = nextReport(report, 'markdown');
      return written ? { text: written.text, selection: rangeOf(indexLines(written.text), written.first) } : null;
    }),
  );
}
