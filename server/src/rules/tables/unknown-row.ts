/** Tables two and three: labels with values behind them that the form does not know. */
import { nameOf } from '../../report/names';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const unknownRow: Rule = {
  id: 'unknown-row',
  family: 'tables',
  title: '格式中没有的行',
  severity: 'warning',
  fixable: false,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.unknownRow,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const { unknown } of report.tables) {
      for (const { span, instead } of unknown) {
        const name = report.text.slice(span.start, span.end).replace(/\s+/g, ' ');
        const message = instead
          ? msg('格式中没有「{0}」这一行，此处应为「{1}」', name, nameOf(instead))
          : msg('格式中没有「{0}」这一行', name);
        (observations ??= []).push({ span, message });
      }
    }
    return observations ?? nothing;
  },
};

const nothing: readonly Observation[] = [];
