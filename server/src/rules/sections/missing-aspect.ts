/**
 * Section one reports on five aspects: 主动公开, 依申请公开, 政府信息管理, 平台建设, 监督保障, in any numbering, wording and
 * order, merged or with others beside them. One finding that names those it does not speak of. Silent where section one
 * is empty, where the text breaks off in it, and for reports in the form of 2019.
 */
import { firstYear } from '../../report/form/form';
import type { ProseLine, Report } from '../../report/report';
import { msg } from '../../text/message';
import { type Aspect, aspects, missingAspects } from '../../statements/aspects';
import type { Fix } from '../../findings/finding';
import type { Rule } from '../rule';
import { breaksOffIn, headingIn, linesIn } from '../../statements/section-lines';
import { headingOf, toFill } from '../../findings/wording';
import { lineBreakOf, lineStart } from '../../text/lines';

const numerals = '一二三四五六七八九十';

export const missingAspect: Rule = {
  id: 'missing-aspect',
  family: 'sections',
  title: '总体情况缺少方面',
  severity: 'warning',
  fixable: true,
  check(report) {
    const section = headingIn(report, 1);
    if (!section || (report.year ?? firstYear) < firstYear || breaksOffIn(report, 1)) return [];
    const lines = linesIn(report, 1);
    if (lines.length === 0) return [];
    const missing = missingAspects(lines);
    if (missing.length === 0) return [];
    const names = missing.map(({ name }) => name);
    const message =
      missing.length === aspects.length
        ? msg('「{0}」没有写到五个方面中的任何一个：{1}', headingOf(section.form), names)
        : msg('「{0}」应写明五个方面，没有写到：{1}', headingOf(section.form), names);
    const fix = scaffold(report, lines, missing);
    return [{ span: section.heading, message, ...(fix && { fix }) }];
  },
};

/** A line to be filled in for each missing aspect, numbered on from the last one and set as its lines are. */
function scaffold({ text }: Report, lines: readonly ProseLine[], missing: readonly Aspect[]): Fix | undefined {
  const last = lines.at(-1) as ProseLine;
  if (/[<|]/.test(text.slice(last.start, last.end))) return undefined;
  const numbered = lines
    .map((line) => /^([（(])([一二三四五六七八九十])[）)]/.exec(text.slice(line.start, line.start + 4)))
    .filter((match) => match !== null);
  let next = numerals.indexOf(numbered.at(-1)?.[2] ?? '');
  const [open, close] = numbered.at(-1)?.[1] === '(' ? ['(', ')'] : ['（', '）'];
  const before = lines.at(-2);
  const between = before ? text.slice(before.end, last.start) : '';
  const gap = /^\s*[\r\n]\s*$/.test(between) ? between : lineBreakOf(text) + text.slice(lineStart(text, last.start), last.start);
  const added = missing.map(({ name }) => `${gap}${open}${numerals[++next] ?? ''}${close}${name}。${toFill}`).join('');
  return {
    title: msg(
      '加上待填写的「{0}」',
      missing.map(({ name }) => name),
    ),
    safe: false,
    edits: [{ span: { start: last.end, end: last.end }, newText: added }],
  };
}
