/**
 * Sections one, five and six say something: nothing at all, or 「无」 alone, is not enough. Sections two to four are left
 * to missing-table; the last section of a text that breaks off is left alone.
 */
import type { Report, Section } from '../report/report';
import { msg } from '../text/message';
import { noFeeStatement } from './fees';
import type { Fix, Observation, Rule } from './rule';
import { headingOf, plainOf } from './wording';

/** Longest body that may still be empty: 「无」, a signature, a date, a line of the web page around it. */
const longestEmpty = 160;
const nothings = new Set(['无', '暂无', '略', '没有', '空', '空白', '暂缺', '无内容', '暂无内容', '无其他', '无事项', '不涉及', '本项无', '无此项', '无此情况', '无情况']);

export const emptySection: Rule = {
  id: 'empty-section',
  title: '部分没有内容',
  severity: 'warning',
  fixable: true,
  check(report) {
    const observations: Observation[] = [];
    report.sections.forEach((section, i) => {
      const next = report.sections[i + 1];
      if (section.form.table !== undefined || next?.form === section.form || (report.unfinished && !next)) return;
      const found = describe(report, section);
      if (found) observations.push(found);
    });
    return observations;
  },
};

function describe(report: Report, section: Section): Observation | undefined {
  const lines = linesOf(report, section);
  if (!lines) return undefined;
  const name = headingOf(section.form);
  const first = lines[0]?.replace(/^[:：\s]+/, '');
  // Headings in each other's place: misplaced-section's.
  if (first === undefined && !isOrdered(report) && report.tables.some(({ span }) => span.start >= section.body.start && span.start < section.body.end)) return undefined;
  if (first === undefined) return { span: section.heading, message: msg('「{0}」下面没有内容', name) };
  if (!isNothing(first) || lines.some((line) => /[。，；,;]./.test(line))) return undefined;
  const fix = section.form.number === 6 ? feeStatement(report, section, first) : undefined;
  return { span: section.heading, message: msg('「{0}」只写了「{1}」，应写明具体情况', name, first), ...(fix && { fix }) };
}

function isOrdered({ sections }: Report): boolean {
  return sections.every(({ form }, i) => i === 0 || form.number > (sections[i - 1] as Section).form.number);
}

/** What stands under the heading, line by line, the signature left out; undefined if that is clearly something. */
function linesOf({ text, tables }: Report, { body }: Section): string[] | undefined {
  const table = tables.find(({ span }) => span.start >= body.start && span.start < body.end);
  const piece = text.slice(body.start, table?.span.start ?? body.end).trim();
  if (piece.length > longestEmpty) return undefined;
  const lines = piece.split(/[\r\n]+/).map(plainOf).filter((line) => line !== '');
  const date = lines.findIndex((line) => /^[（(]?(?:20\d\d|二[〇○零]..)年.{1,3}月.{1,3}日[)）]?$/.test(line.replace(/\s/g, '')));
  if (date < 0) return lines;
  const before = lines[date - 1];
  const signed = before !== undefined && before.length > 2 && before.length < 40 && !/[。，；：,;:]/.test(before);
  return lines.filter((_, i) => i !== date && !(signed && i === date - 1));
}

function isNothing(line: string): boolean {
  return nothings.has(line.replace(/^(?:[(（][一1][)）]|1[.、])/, '').replace(/[\s。.,，;；:：()（）“”"/]/g, ''));
}

function feeStatement({ text }: Report, { body }: Section, word: string): Fix {
  const start = text.indexOf(word, body.start);
  return { title: msg('改为「{0}」（如确未收取）', noFeeStatement), safe: false, edits: [{ span: { start, end: start + word.length }, newText: noFeeStatement }] };
}
