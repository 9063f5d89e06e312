/**
 * Where a table stands in its text, all that belongs to it included: whole lines with their rulers and lines of bars, or
 * the `<table>` element. Says nothing of what is in it.
 *
 *     二、主动公开政府信息情况
 *     ┌────────┬────┐          ← from here
 *     │ 规章   │ 0  │
 *     └────────┴────┘          ← to here, without the line's end
 *     三、收到和处理政府信息公开申请情况
 */
import type { Report, Table } from '../report/report';
import { isSpace } from '../text/characters';
import { lineAt, lineSpan, lineText } from '../text/lines';
import type { Span } from '../text/span';

/** The places of all tables, in the order of `report.tables`; undefined where a table has none of its own. */
export function placesOf(report: Report): (Span | undefined)[] {
  const places: (Span | undefined)[] = [];
  const tags = report.tables.some(({ layout }) => layout === 'html') ? tagsIn(report.text) : [];
  let floor = 0;
  for (const table of report.tables) {
    const place = table.layout === 'html' ? elementOf(report, table, tags) : linesOf(report, table, floor);
    places.push(place && place.start >= floor ? place : undefined);
    floor = Math.max(floor, place?.end ?? table.span.end);
  }
  return places;
}

/** @param floor where the table before ends: lines of bars up to there are not this table's. */
function linesOf({ text, lines }: Report, table: Table, floor: number): Span {
  let first = lineAt(lines, table.span.start);
  let last = lineAt(lines, table.span.end);
  while (first > 0 && (lines.starts[first - 1] as number) >= floor && isDrawn(lineText(text, lines, first - 1))) first--;
  // Above the ruler of Markdown stands a head, also one that names nothing of the form: 项目, 数量.
  const above = first > 0 && (lines.starts[first - 1] as number) >= floor ? lineText(text, lines, first - 1) : '';
  if (/-{3}|:-/.test(lineText(text, lines, first)) && isDrawn(lineText(text, lines, first)) && /[|｜].*[|｜]/.test(above)) first--;
  const reach = Math.max(...table.rows.flatMap(({ cells }) => cells.map(({ place }) => place.end)));
  while (last + 1 < lines.starts.length) {
    const next = lineText(text, lines, last + 1);
    const inside = (lines.starts[last + 1] as number) <= reach && (isBlank(next) || table.layout === 'pipes');
    if (!inside && !isDrawn(next)) break;
    last++;
  }
  return { start: lineSpan(text, lines, first).start, end: lineSpan(text, lines, last).end };
}

function isBlank(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (!isSpace(line.charCodeAt(i))) return false;
  return true;
}

/** A line that holds bars or drawn lines and nothing else. A line of dashes alone may be anything. */
function isDrawn(line: string): boolean {
  return /[|｜│┃║\u2500-\u257f]|\+-/.test(line) && /^[|｜+:=\-\u2500-\u257f\s]*$/.test(line);
}

const tagsOfTables = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'colgroup', 'col']);

/** The element with the table and nothing else that is shown; undefined if other things share it. */
function elementOf({ text, lines }: Report, { span }: Table, tags: readonly TableTag[]): Span | undefined {
  const start = openingBefore(text, span.start);
  const end = closingAfter(text, span.end);
  if (start === undefined || end === undefined) return undefined;
  const before = tags.findLast(({ at }) => at < start);
  if ((before?.depth ?? 0) !== 0 || !isWhole(text.slice(start, end))) return undefined;
  // White space beside it belongs to its lines.
  const lineStart = lineSpan(text, lines, lineAt(lines, start)).start;
  const lineEnd = lineSpan(text, lines, lineAt(lines, end)).end;
  return { start: isBlank(text.slice(lineStart, start)) ? lineStart : start, end: isBlank(text.slice(end, lineEnd)) ? lineEnd : end };
}

/** Whether `html` is one element, or several with nothing between them (one table cut by pages' ends), or rows without any. */
function isWhole(html: string): boolean {
  let open = false;
  let done = 0;
  for (const tag of html.matchAll(/<(\/?)table\b[^<>]*>/gi)) {
    const opens = tag[1] === '';
    if (opens === open || (opens && html.slice(done, tag.index).trim() !== '')) return false;
    open = opens;
    done = tag.index + tag[0].length;
  }
  return !open && (done === 0 || done === html.length);
}

/** A tag of `<table>` and how many of them are open behind it. */
interface TableTag {
  readonly at: number;
  readonly depth: number;
}

function tagsIn(text: string): TableTag[] {
  const tags: TableTag[] = [];
  let depth = 0;
  for (const tag of text.matchAll(/<(\/?)table\b/gi)) {
    depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
    tags.push({ at: tag.index, depth });
  }
  return tags;
}

/** The first tag of a table among those that stand, with nothing shown between them, before `at`. */
function openingBefore(text: string, at: number): number | undefined {
  let found: number | undefined;
  for (let i = at; ;) {
    i = withoutBlankBefore(text, i);
    if (text[i - 1] !== '>') return found;
    const open = text.lastIndexOf('<', i - 1);
    const tag = /^<(\/?)([a-z][a-z0-9:]*)/i.exec(text.slice(open, i));
    const name = tag?.[2]?.toLowerCase() ?? '';
    if (!tag || (tag[1] === '/' && name === 'table')) return found;
    i = open;
    if (tagsOfTables.has(name) && tag[1] === '') found = i;
    if (name === 'table') return found;
  }
}

/** The end of the last closing tag of a table among those that stand, with nothing shown between them, after `at`. */
function closingAfter(text: string, at: number): number | undefined {
  let found: number | undefined;
  const next = /(?:\s|&(?:nbsp|#160|#12288|#xa0|#x3000|[et][mnh][a-z]*sp);?)*<(\/?)([a-z][a-z0-9:]*)[^<>]*>/iy;
  next.lastIndex = at;
  for (let tag = next.exec(text); tag; tag = next.exec(text)) {
    const name = tag[2]?.toLowerCase() ?? '';
    if (tag[1] === '' && name === 'table') return found;
    if (tagsOfTables.has(name) && tag[1] === '/') found = next.lastIndex;
    if (name === 'table') return found;
  }
  return found;
}

/** `at` moved back over white space, written as entities too. */
function withoutBlankBefore(text: string, at: number): number {
  let i = at;
  for (;;) {
    while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
    const entity =
      text[i - 1] === ';' ? /&(?:nbsp|#160|#12288|#xa0|#x3000|[et][mnh][a-z]*sp);$/i.exec(text.slice(Math.max(0, i - 10), i)) : null;
    if (!entity) return i;
    i -= entity[0].length;
  }
}
