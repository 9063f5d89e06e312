/**
 * The report speaks of one year: that of its title, of its period, of what it calls itself, and of the sentences of
 * section one that open with a year and speak of the agency's own work (2022年，我镇主动公开…). Everything else that has a
 * year (carried over, compared, planned, files, budgets, dates) is left alone. Where all others agree against the title, the
 * title is at fault; without a title the year said most often is right.
 */
import type { Report, Title } from '../../report/report';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import { announcedNames, announcementsOf } from '../../statements/announcement';
import { century } from '../../statements/broken-dates';
import { stated } from '../../statements/prose-search';
import { type Period, periodsIn, periodWords } from '../../statements/period';
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
  looksAt: 'words',
  wakes: [...announcedNames, ...periodWords, century],
  check(report, { scan }) {
    const title = titleYear(report);
    const announced = stated(announcementsOf, report, scan).map(({ year }) => year);
    const periods = stated(periodsIn, report, scan).flatMap(yearsOf);
    const known = title ?? announced[0] ?? periods[0]?.[0];
    if (!known) return [];
    const isRight = ({ value }: Year) => value === known.value;
    const isOther = (value: number) => value !== known.value;
    if (
      announced.every(isRight) &&
      periods.every((ends) => ends.every(isRight)) &&
      subjectsOf(report, scan, known.value, isOther).length === 0
    )
      return [];
    const subjects = subjectsOf(report, scan, known.value);
    const kinds = [announced, periods.flatMap((ends) => ends.slice(0, 1))];
    const odd = title && oddTitle(title, [...kinds, subjects]);
    if (odd) return [disagreement(report, [title], odd, 'error')];
    const right = title ?? mostSaid([...kinds.flat(), ...subjects]);
    const wrong = (years: readonly Year[], severity: Severity) =>
      years[0]?.value === right.value ? [] : [disagreement(report, years, right, severity)];
    return [...periods.flatMap((ends) => wrong(ends, 'error')), ...[...announced, ...subjects].flatMap((year) => wrong([year], 'warning'))];
  },
};

/** The years of a period, in one list; none where its two years differ, which is wrong-period's. */
function yearsOf({ from, to }: Period): readonly (readonly Year[])[] {
  const ends = [from?.year, to.year].filter((year) => year !== undefined);
  return ends.length > 0 && ends.every(({ value }) => value === ends[0]?.value) ? [ends] : [];
}

/** The year that all others agree on against the title's: at least two kinds of statements say so, and none says otherwise. */
function oddTitle(title: Year, kinds: readonly (readonly Year[])[]): Year | undefined {
  const said = kinds.filter((years) => years.length > 0);
  const other = said[1]?.[0];
  return other && other.value !== title.value && said.flat().every(({ value }) => value === other.value) ? other : undefined;
}

/** The year said most often, the first of several. */
function mostSaid(years: readonly Year[]): Year {
  const times = (one: Year) => years.filter(({ value }) => value === one.value).length;
  return years.reduce((best, year) => (times(year) > times(best) ? year : best));
}

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
