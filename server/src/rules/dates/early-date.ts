/**
 * A report signed or published before the year that it reports on was over: either the date is wrong or the figures are
 * not those of the whole year. Only the date of signature and those named as that of publication; dates of meetings and
 * documents are others.
 */
import { publishedOn, signatureOf } from '../../statements/signature';
import { stated } from '../../statements/prose-search';
import { msg } from '../../text/message';
import type { Rule } from '../rule';

export const earlyDate: Rule = {
  id: 'early-date',
  family: 'dates',
  title: '日期早于年度结束',
  severity: 'warning',
  fixable: false,
  check(report, { scan }) {
    const year = report.title?.year;
    if (year === undefined) return [];
    return [...stated(publishedOn, report, scan), stated(signatureOf, report, scan)?.date].flatMap((date) =>
      // A date of years before is that of another report on the page.
      date === undefined || date.year > year || date.year < year - 1
        ? []
        : [
            {
              span: { start: date.start, end: date.end },
              message: msg('{0}年{1}月{2}日时 {3} 年还没有结束，年报的日期应在次年', date.year, date.month, date.day, year),
            },
          ],
    );
  },
};
