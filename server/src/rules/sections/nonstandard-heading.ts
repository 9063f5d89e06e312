/**
 * The six headings are worded as the form prints them, in reports for 2019 and 2020 also as that of 2019 did. White space, width of punctuation, Markdown marks and a final
 * full stop or colon do not count. Headings with Arabic numbers are mended all at once: half of them would be misread.
 */
import { firstYear, sections as forms } from '../../report/form/form';
import type { Report, Section } from '../../report/report';
import { halfWidth } from '../../text/number';
import { msg } from '../../text/message';
import type { Fix, Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { headingOf, reword } from '../../findings/wording';
import { plainOf } from '../../text/plain';

export const nonstandardHeading: Rule = {
  id: 'nonstandard-heading',
  family: 'sections',
  title: '部分标题不规范',
  severity: 'hint',
  fixable: true,
  looksAt: 'tables',
  check(report) {
    const wrong = report.sections.filter((section) => !isStandard(report, section));
    if (wrong.length === 0) return [];
    const arabic = wrong.filter((section) => isArabic(report, section) && !hasMore(report, section)).slice(0, forms.length);
    return wrong.map((section) => describe(report, section, arabic.includes(section) ? arabic : [section]));
  },
};

/** @param together the headings that are mended along with `section`, itself included. */
function describe(report: Report, section: Section, together: readonly Section[]): Observation {
  const standard = headingOf(section.form);
  const message = msg('标题应为「{0}」，现为「{1}」', standard, shownOf(report, section).replace(/\s+/g, ' '));
  if (hasMore(report, section)) return { span: section.heading, message };
  const fix: Fix = {
    title: together.length > 1 ? msg('把 {0} 个标题改为规范的编号和名称', together.length) : msg('改为「{0}」', standard),
    safe: true,
    edits: together.map(({ heading, form }) => reword(report.text, heading, headingOf(form))),
  };
  return { span: section.heading, message, fix };
}

function isStandard(report: Report, section: Section): boolean {
  const { heading, form } = section;
  const standard = headingOf(form);
  // Letter by letter: most are.
  if (heading.end - heading.start === standard.length && report.text.startsWith(standard, heading.start)) return true;
  const shown = essential(shownOf(report, section));
  if (shown === essential(standard)) return true;
  // Where the text breaks off within a heading, the rest is not yet written.
  if (report.unfinished && isLast(report, section) && essential(standard).startsWith(shown)) return true;
  const { formerly, numeral } = form;
  return formerly !== undefined && report.year !== undefined && report.year < firstYear && shown === essential(`${numeral}、${formerly}`);
}

function isLast({ text }: Report, { body }: Section): boolean {
  return text.slice(body.start, body.end).trim() === '' && body.end === text.length;
}

/** Whether something follows the name on the same line, or tags stand in between: then a fix would lose it. */
function hasMore(report: Report, section: Section): boolean {
  const shown = shownOf(report, section);
  return (
    shown !== report.text.slice(section.heading.start, section.heading.end) || essential(shown).includes(`${essential(section.form.name)}:`)
  );
}

function isArabic(report: Report, section: Section): boolean {
  return /^第?[\d０-９]/.test(shownOf(report, section));
}

function shownOf({ text }: Report, { heading }: Section): string {
  return plainOf(text.slice(heading.start, heading.end));
}

/** A heading's words as they are compared. How a Chinese number is set off (一、 一. 第一部分) does not count. */
function essential(heading: string): string {
  return halfWidth(heading)
    .replace(/[\s*_#]/g, '')
    .replace(/[､]/g, '、')
    .replace(/[。.:;]+$/, '')
    .replace(/^第?([一二三四五六七八九十])(?:部分)?[、.,:]*/, '$1、');
}
