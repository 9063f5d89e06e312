/** Each of the six sections has one heading. A heading repeated on the very next line is offered for deletion. */
import type { Section } from '../../report/report';
import { msg } from '../../text/message';
import type { Fix } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';
import { orderOf } from '../../statements/section-order';
import { headingOf } from '../../findings/wording';
import { lineStart } from '../../text/lines';

/** Most white space and Markdown marks between a heading and its repetition. */
const longestGap = 200;

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  family: 'sections',
  title: '部分标题重复',
  severity: 'error',
  fixable: true,
  sleeps: true,
  signs: ReportSign.headings,
  check: (report) =>
    orderOf(report).repeated.map((section) => {
      const first = report.sections.find(({ form }) => form === section.form) as Section;
      const fix = deletion(report.text, first, section);
      return {
        span: section.heading,
        message: msg('「{0}」这一部分的标题重复出现，六个部分各应有一个标题', headingOf(section.form)),
        related: [{ span: first.heading, message: msg('第一次出现') }],
        ...(fix && { fix }),
      };
    }),
};

/** Deletes the heading's line where nothing stands between it and the first one, but white space. */
function deletion(text: string, first: Section, section: Section): Fix | undefined {
  const start = lineStart(text, section.heading.start);
  const nextLine = text.slice(first.body.start, Math.max(first.body.start, start));
  if (nextLine.length > longestGap || /[^\s#*_]/.test(nextLine)) return undefined;
  const rest = /^[ \t\u3000#*_]*(?:\r\n|[\r\n]|$)/.exec(text.slice(section.heading.end, section.heading.end + longestGap));
  if (!rest) return undefined;
  return {
    title: msg('删除重复的部分标题'),
    safe: true,
    edits: [{ span: { start, end: section.heading.end + rest[0].length }, newText: '' }],
  };
}
