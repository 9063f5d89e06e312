/**
 * The period is the whole year: 1月1日 to 12月31日 of one year. A year other than the title's is mismatched-year's; a
 * report that states no period is not found fault with.
 */
import type { Report } from '../../report/report';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import { type Period, type PeriodDate, periodsIn, periodWords } from '../../statements/period';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { stated } from '../../statements/prose-search';
import { reword } from '../../findings/wording';

export const wrongPeriod: Rule = {
  id: 'wrong-period',
  family: 'dates',
  title: '统计期限不是全年',
  severity: 'warning',
  fixable: true,
  looksAt: 'words',
  sleeps: true,
  wakes: periodWords,
  check: (report, { scan }) => stated(periodsIn, report, scan).flatMap((period) => observe(report, period)),
};

function observe(report: Report, { from, to }: Period): readonly Observation[] {
  const year = to.year?.value ?? from?.year?.value;
  const own = report.year ?? year;
  if (from?.year && to.year && from.year.value !== to.year.value) {
    const wrong = from.year.value === own ? to.year : from.year;
    const right = wrong === to.year ? from.year.value : to.year.value;
    return [
      finding(
        report,
        wrong.span,
        String(right),
        msg('统计期限的起止年份应当相同，一处是 {0} 年，一处是 {1} 年', from.year.value, to.year.value),
      ),
    ];
  }
  const found: Observation[] = [];
  if (from && !is(from, 1, 1))
    found.push(onDate(report, from, '1月1日', msg('统计期限应从 1月1日起，现为 {0}月{1}日', from.month, from.day)));
  if (!is(to, 12, 31)) found.push(onDate(report, to, '12月31日', msg('统计期限应到 12月31日止，现为 {0}月{1}日', to.month, to.day)));
  return found;
}

function is({ month, day }: PeriodDate, rightMonth: number, rightDay: number): boolean {
  return month === rightMonth && day === rightDay;
}

/** On month and day; the year before them is not at fault. */
function onDate(report: Report, date: PeriodDate, right: string, message: Message): Observation {
  const { text } = report;
  if (date.broken) return finding(report, date.span, `${date.year?.value ?? report.year}年${right}`, message);
  let start = date.span.start;
  if (date.year) start = text.indexOf('年', date.year.span.end) + 1;
  while (/\s/.test(text[start] as string)) start++;
  return finding(report, { start, end: date.span.end }, text[date.span.end - 1] === '日' ? right : right.slice(0, -1), message);
}

function finding({ text, title }: Report, span: Span, right: string, message: Message): Observation {
  const related = title ? [{ span: title.span, message: msg('标题') }] : undefined;
  return {
    span,
    message,
    ...(related && { related }),
    fix: { title: msg('把「{0}」改为「{1}」', text.slice(span.start, span.end), right), safe: false, edits: [reword(text, span, right)] },
  };
}
