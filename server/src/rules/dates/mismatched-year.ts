/**
 * The report speaks of one year: that of its title, of its period, of what it calls itself, and of the sentences of
 * section one that open with a year and speak of the agency's own work (2022年，我镇主动公开…). Everything else that has a
 * year (carried over, compared, planned, files, budgets, dates) is left alone. Where period and sentences agree against
 * the title, the title is at fault.
 */
import type { Report, Title } from '../../report/report';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import { announcementsOf } from '../../statements/announcement';
import { periodOf } from '../../statements/period';
import type { Observation, Related, Severity } from '../../findings/finding';
import type { Rule } from '../rule';
import { subjectsOf } from '../../statements/subject-years';
import { reword } from '../../findings/wording';

interface Year {
  /** The digits; the whole title where its year is written in Chinese numerals. */
  readonly span: Span;
  readonly value: number;
}

export const mismatchedYear: Rule = {
  id: 'mismatched-year',
  family: 'dates',
  title: '年份不一致',
  severity: 'error',
  fixable: true,
  check(report) {
    const title = titleYear(report);
    const dates = periodOf(report);
    const ends = [dates?.from?.year, dates?.to.year].filter((year) => year !== undefined);
    // A period whose two years differ is wrong-period's.
    const period = ends.every(({ value }) => value === ends[0]?.value) ? ends : [];
    const announced = announcementsOf(report).map(({ year }) => year);
    const right = title ?? announced[0] ?? period[0];
    if (!right) return [];
    const subjects = subjectsOf(report, right.value);
    const other = period[0];
    if (
      title &&
      other &&
      other.value !== title.value &&
      subjects.some(({ value }) => value === other.value) &&
      subjects.every(({ value }) => value === other.value)
    ) {
      return [disagreement(report, [title], other, 'error')];
    }
    const found: Observation[] = [];
    if (other && other.value !== right.value) found.push(disagreement(report, period, right, 'error'));
    for (const year of [...announced, ...subjects])
      if (year.value !== right.value) found.push(disagreement(report, [year], right, 'warning'));
    return found;
  },
};

/** One finding for all of `wrong`, which have the same year, on the first of them. */
function disagreement({ text, title }: Report, wrong: readonly Year[], right: Year, severity: Severity): Observation {
  const [{ span, value }] = wrong as [Year];
  const inTitle = isIn(right, title);
  const related: Related[] = [
    { span: right.span, message: inTitle ? msg('标题写的是 {0} 年', right.value) : msg('这里写的是 {0} 年', right.value) },
  ];
  const message = isIn(wrong[0] as Year, title)
    ? msg('标题写的是 {0} 年，统计期限和正文是 {1} 年', value, right.value)
    : inTitle
      ? msg('这里是 {0} 年，标题是 {1} 年', value, right.value)
      : msg('这里是 {0} 年，前面写的是 {1} 年', value, right.value);
  const edits = wrong.filter((year) => year.span.end - year.span.start === 4).map((year) => reword(text, year.span, String(right.value)));
  return {
    span,
    message,
    severity,
    related,
    ...(edits.length > 0 && { fix: { title: msg('把「{0}」改为「{1}」', value, right.value), safe: false, edits } }),
  };
}

function isIn(year: Year, title: Title | undefined): boolean {
  return title !== undefined && title.span.start <= year.span.start && year.span.end <= title.span.end;
}

function titleYear({ text, title }: Report): Year | undefined {
  if (title?.year === undefined) return undefined;
  const at = text.slice(title.span.start, title.span.end).indexOf(String(title.year));
  if (at < 0) return { span: title.span, value: title.year };
  const start = title.span.start + at;
  return { span: { start, end: start + 4 }, value: title.year };
}
