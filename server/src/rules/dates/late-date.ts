/**
 * The date of signature or publication lies within the time set: for departments and townships, and for governments of
 * county level and up, each with a day of its own (settings). Silent where the year is not known, and about dates of
 * other years, which tell of a page moved rather than of a late report.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import type { MonthDay, Rule, RuleOptions } from '../rule';
import { stated } from '../../statements/prose-search';
import { publishedOn, signatureOf, type WrittenDate } from '../../statements/signature';

export const lateDate: Rule = {
  id: 'late-date',
  family: 'dates',
  title: '日期晚于公布期限',
  severity: 'hint',
  fixable: false,
  check(report, context) {
    const { year } = report;
    if (year === undefined) return [];
    const dates: (WrittenDate | undefined)[] = [
      ...stated(publishedOn, report, context.scan),
      stated(signatureOf, report, context.scan)?.date,
    ];
    const next = dates.filter((date) => date?.year === year + 1);
    if (next.length === 0) return [];
    const due = dueOf(report, context);
    const late = next.find((date) => date !== undefined && isAfter(date, due));
    if (!late) return [];
    const message = msg('{0}年{1}月{2}日晚于设定的公布期限 {3}月{4}日', late.year, late.month, late.day, due.month, due.day);
    return [{ span: { start: late.start, end: late.end }, message }];
  },
};

function isAfter(date: MonthDay, due: MonthDay): boolean {
  return date.month > due.month || (date.month === due.month && date.day > due.day);
}

/** By who reports; the later of the two days where that is not known. */
function dueOf({ agency, title }: Report, { dueDepartment, dueGovernment }: RuleOptions): MonthDay {
  const name = title?.agency.replace(/[（(][^（()）]{0,20}[）)]/g, '') ?? '';
  if (agency === 'county' || agency === 'may-regulate' || (/(?:政府|政府办公[室厅])$/.test(name) && agency !== 'township'))
    return dueGovernment;
  if (agency !== 'unknown') return dueDepartment;
  return isAfter(dueGovernment, dueDepartment) ? dueGovernment : dueDepartment;
}
