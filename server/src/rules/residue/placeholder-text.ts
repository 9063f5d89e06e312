/**
 * Words and signs of a template that were to be filled in: see `placeholders.ts`. The cells of tables are left to
 * unreadable-number, gaps in tables to blank-cell.
 */
import type { Report } from '../../report/report';
import { type Message, msg } from '../../text/message';
import { shifted, type Span } from '../../text/span';
import { signsOf } from '../../statements/paragraph-signs';
import { findPlaceholders, type Placeholder, placeholdersAt } from '../../statements/placeholders';
import { placeToFill } from '../../statements/place-to-fill';
import type { Observation, ToType } from '../../findings/finding';
import { question } from '../../text/facts';
import type { Rule } from '../rule';

export const placeholderText: Rule = {
  id: 'placeholder-text',
  family: 'residue',
  title: '没有填写的占位文字',
  severity: 'error',
  fixable: false,
  check(report) {
    const found = placeholdersIn(report);
    if (found.length === 0) return [];
    const isCell = inOrder(cellsOf(report));
    const isTable = inOrder(report.tables.map(({ span }) => span).sort(byPlace));
    return found
      .filter((placeholder) => !isCell(placeholder) && !(isTable(placeholder) && placeholder.kind !== 'sign'))
      .map((placeholder) => observe(report, placeholder));
  },
};

/** All of them, whether or not they are told of: in paragraphs, tables, headings and titles. */
function placeholdersIn({ text, tables, sections, title, paragraphs }: Report): Placeholder[] {
  const found: Placeholder[] = [];
  const look = (span: Span, isTable = false) => {
    for (const placeholder of findPlaceholders(text, span, isTable)) found.push(placeholder);
  };
  for (const { start, facts } of paragraphs) for (const placeholder of facts.tell(inParagraph)) found.push(shifted(placeholder, start));
  for (const { span } of tables) look(span, true);
  for (const { heading } of sections) look(heading);
  if (title) for (const span of [title.span, ...title.repeated]) look(span);
  return found.sort(byPlace);
}

/** What is said to be written later is told with what it belongs to: there may be many of the same words. */
function observe(report: Report, placeholder: Placeholder): Observation {
  const span = { start: placeholder.start, end: placeholder.end };
  const sign = report.text.slice(span.start, span.end);
  const toType = toTypeFor(report.text, placeholder);
  if (!sign.startsWith('待')) return { span, message: messageFor(report.text, placeholder), toType };
  const place = placeToFill(report, span.start);
  const message = place === undefined ? messageFor(report.text, placeholder) : msg('「{0}」待填：「{1}」应换成实际内容', place, sign);
  return { span, message, subject: 'to-fill', toType };
}

const inParagraph = question((paragraph, facts) => placeholdersAt(paragraph, facts.tell(signsOf).gaps));

function messageFor(text: string, { kind, start, end }: Placeholder): Message {
  if (kind === 'gap') return msg('这里的数字空着没有填写');
  const sign = text.slice(start, end);
  return kind === 'brackets' ? msg('「{0}」里面没有填写内容', sign) : msg('「{0}」是没有填写的占位文字，应换成实际内容', sign);
}

/** Between brackets the brackets stay. */
function toTypeFor(text: string, { kind, start, end }: Placeholder): ToType {
  if (kind === 'gap') return { span: { start, end }, title: msg('选中空着的地方，填写数字') };
  if (kind === 'brackets') return { span: { start: start + 1, end: end - 1 }, title: msg('到「{0}」里面填写', text.slice(start, end)) };
  return { span: { start, end }, title: msg('选中「{0}」，改成实际内容', text.slice(start, end)) };
}

/** The cells of all tables, and the rows whose values could not be placed, in the order of the text. */
function cellsOf({ tables }: Report): Span[] {
  return tables
    .flatMap(({ rows, duplicates, ragged }) => [
      ...[...rows, ...duplicates].flatMap(({ cells }) => cells.map(({ span }) => span)),
      ...ragged.map(({ span }) => span),
    ])
    .sort(byPlace);
}

/** Tells, for spans asked in the order of the text, whether one lies inside of `areas` (sorted, disjoint). */
function inOrder(areas: readonly Span[]): (span: Span) => boolean {
  let i = 0;
  return ({ start, end }) => {
    while ((areas[i]?.end ?? Infinity) < end) i++;
    const area = areas[i];
    return area !== undefined && area.start <= start && end <= area.end;
  };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
