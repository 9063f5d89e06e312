/**
 * Sections in which nothing is said: no line at all below the heading, or 「无」 alone. Asked of sections one, five and six;
 * the last section of a text that breaks off is left alone. Whether that is a fault is for the rules to say.
 */
import type { Report, Section } from '../report/report';
import { isRising } from './section-order';
import { isSpace } from '../text/characters';
import { plainOf } from '../text/plain';
import { slice, type Span } from '../text/span';

/** Longest body that may still be empty: 「无」, a signature, a date, a line of the web page around it. */
const longestEmpty = 160;
const nothings = new Set([
  '无',
  '暂无',
  '略',
  '没有',
  '空',
  '空白',
  '暂缺',
  '无内容',
  '暂无内容',
  '无其他',
  '无事项',
  '不涉及',
  '本项无',
  '无此项',
  '无此情况',
  '无情况',
]);

/** A section that says nothing. `word`: what stands there all the same, such as 无. */
export interface EmptySection {
  readonly section: Section;
  readonly word: string | undefined;
}

/** The empty sections of `report` in the order of the text. */
export function emptySections(report: Report): readonly EmptySection[] {
  return report.sections.flatMap((section, i) => {
    const next = report.sections[i + 1];
    if (section.form.table !== undefined || next?.form === section.form || (report.unfinished && !next)) return [];
    return emptinessOf(report, section) ?? [];
  });
}

function emptinessOf(report: Report, section: Section): EmptySection | undefined {
  if (isLong(report.text, spanOf(report, section))) return undefined;
  const piece = pieceOf(report, section);
  if (piece.length > longestEmpty || isSaying(piece)) return undefined;
  const lines = linesOf(piece);
  const word = lines[0]?.replace(/^[:：\s]+/, '');
  if (word === undefined) {
    // Headings in each other's place: misplaced-section's.
    const holdsTable = report.tables.some(({ span }) => span.start >= section.body.start && span.start < section.body.end);
    return !isRising(report.sections) && holdsTable ? undefined : { section, word };
  }
  return isNothing(word) && !lines.some((line) => /[。，；,;]./.test(line)) ? { section, word } : undefined;
}

/** What stands under the heading, above a table. */
function pieceOf(report: Report, section: Section): string {
  return slice(report.text, spanOf(report, section)).trim();
}

function spanOf({ tables }: Report, { body }: Section): Span {
  const table = tables.find(({ span }) => span.start >= body.start && span.start < body.end);
  return { start: body.start, end: table?.span.start ?? body.end };
}

/** Whether more than an empty section may hold stands in a span, blanks around it aside: told without a copy of it. */
function isLong(text: string, { start, end }: Span): boolean {
  let first = start;
  while (first < end && isSpace(text.charCodeAt(first))) first++;
  let last = end;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return last - first > longestEmpty;
}

/** Whether a line of `piece` goes on behind a mark: quickly told of most. Not where marks may stand in tags. */
function isSaying(piece: string): boolean {
  return /[。，；,;][^\s#*_&]/.test(piece) && !piece.includes('<');
}

/** `piece` line by line, the signature left out. */
function linesOf(piece: string): string[] {
  const lines = piece
    .split(/[\r\n]+/)
    .map(plainOf)
    .filter((line) => line !== '');
  const date = lines.findIndex((line) => /^[（(]?(?:20\d\d|二[〇○零]..)年.{1,3}月.{1,3}日[)）]?$/.test(line.replace(/\s/g, '')));
  if (date < 0) return lines;
  const before = lines[date - 1];
  const signed = before !== undefined && before.length > 2 && before.length < 40 && !/[。，；：,;:]/.test(before);
  return lines.filter((_, i) => i !== date && !(signed && i === date - 1));
}

function isNothing(line: string): boolean {
  return nothings.has(line.replace(/^(?:[(（][一1][)）]|1[.、])/, '').replace(/[\s。.,，;；:：()（）“”"/]/g, ''));
}
