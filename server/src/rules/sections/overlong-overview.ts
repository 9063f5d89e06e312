/**
 * Section one is neither longer than the limit set by the user (none by default) nor so short that it can hold nothing.
 * Sub-headings on lines of their own and white space do not count. A text that breaks off in section one is left alone.
 */
import type { ProseLine } from '../../report/report';
import { msg } from '../../text/message';
import type { Rule } from '../rule';
import { breaksOffIn, headingIn, lengthOf, linesIn } from '../../statements/section-lines';
import { headingOf } from '../../findings/wording';

/** Fewer characters cannot report on five aspects. */
const fewest = 100;
const longestHeading = 30;

export const overlongOverview: Rule = {
  id: 'overlong-overview',
  family: 'sections',
  title: '总体情况过长或过短',
  severity: 'hint',
  fixable: false,
  option: 'overviewLimit',
  check(report, { overviewLimit }) {
    const section = headingIn(report, 1);
    if (!section || breaksOffIn(report, 1)) return [];
    const lines = linesIn(report, 1);
    if (lines.length === 0) return [];
    const length = countedIn(report.text, lines, overviewLimit === undefined ? fewest : Infinity);
    const name = headingOf(section.form);
    if (overviewLimit !== undefined && length > overviewLimit)
      return [{ span: section.heading, message: msg('「{0}」有 {1} 个字，超过设定的 {2} 个字', name, length, overviewLimit) }];
    if (length < fewest) return [{ span: section.heading, message: msg('「{0}」只有 {1} 个字，看不出全年工作情况', name, length) }];
    return [];
  },
};

/** The length of what is no sub-heading; counting stops at `enough`. */
function countedIn(text: string, lines: readonly ProseLine[], enough: number): number {
  let length = 0;
  for (const line of lines) {
    if (length >= enough) break;
    if (!isHeading(text, line)) length += lengthOf(text, [line], enough - length);
  }
  return length;
}

/** A short line with a number before it and without a stop. */
function isHeading(text: string, { start, end }: ProseLine): boolean {
  if (end - start > longestHeading) return false;
  return /^[#*\s]*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、])[^。；;，,\d]*[。：:*]*$/.test(text.slice(start, end));
}
