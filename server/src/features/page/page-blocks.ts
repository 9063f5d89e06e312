/**
 * A report as a sequence of blocks, for pages that show it whole: title, headings, paragraphs, its tables and those that are
 * not the form's. Says what stands where, not how it looks. Left out are what no reader of the report is to see: comments,
 * front matter, the lines that draw tables.
 */
import { nextLine } from '../../report/sentences/prose';
import type { Report } from '../../report/report';
import { signatureOf } from '../../statements/signature';
import type { GridLine } from '../../table/grid';
import { shownText } from '../../table/html';
import { findDirectives, headOf } from '../../text/directives';
import { lineSpan } from '../../text/lines';
import { firstFrom, slice, type Span } from '../../text/span';

/** A table of the form that is shown as such, with where it stands in the text. */
interface FormTable {
  readonly place: Span;
}

export type Block<T extends FormTable> =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'signature'; readonly text: string }
  | { readonly kind: 'form'; readonly table: T }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** A block with the line on which it begins. */
export type PlacedBlock<T extends FormTable> = Block<T> & { readonly line: number };

/** Longest line that is a heading of its own below those of the sections. */
const longestSubheading = 30;

/** The blocks of `report` in the order of the text; `tables` are those shown as the form prints them. */
export function pageBlocks<T extends FormTable>(report: Report, tables: readonly T[]): PlacedBlock<T>[] {
  const { text } = report;
  const begins: number[] = [];
  const namedOn = namedBlocks(report, tables);
  const signed = signatureSpans(report);
  const hidden = hiddenSpans(text);
  const head = headOf(text);
  const blocks: Block<T>[] = [];
  let lastLine = 0;
  let rows: string[][] = [];
  /** The paragraph's last line, where the next may go on with it. */
  let open: GridLine | undefined;
  const endRows = (): void => {
    if (rows.length > 1) blocks.push({ kind: 'table', rows });
    else if (rows[0]) blocks.push({ kind: 'paragraph', text: rows[0].filter((cell) => cell !== '').join('　') });
    rows = [];
  };
  for (const line of report.read.grid) {
    while (begins.length < blocks.length) begins.push(lastLine);
    lastLine = line.line;
    const before = open;
    open = undefined;
    const span = spanOf(line);
    if (span.start < head) continue;
    const named = namedOn(span);
    const cells = named ? undefined : cellsOf(text, line, rows.length > 0);
    if (cells) {
      if (!line.filler) rows.push(cells);
      continue;
    }
    endRows();
    if (named) {
      blocks.push(...named);
      continue;
    }
    const words = wordsOf(report, line, hidden);
    if (words === '') continue;
    const last = blocks.at(-1);
    if (before && last?.kind === 'paragraph' && line.gap === 0 && goesOn(report, before))
      blocks[blocks.length - 1] = { kind: 'paragraph', text: last.text + spaced(last.text, words) + words };
    else
      blocks.push(
        textBlock(
          words,
          signed.some((own) => overlaps(own, span)),
        ),
      );
    if (line.kind === 'bare') open = line;
  }
  endRows();
  return blocks.map((block, i) => ({ ...block, line: begins[i] ?? lastLine }));
}

/**
 * What the report names on a line: one of `tables`, its title, a heading with what follows it; nothing more on further lines
 * of the same. Undefined on all other lines. To be asked in the order of the text.
 */
function namedBlocks<T extends FormTable>(
  { text, title, sections }: Report,
  tables: readonly T[],
): (line: Span) => readonly Block<T>[] | undefined {
  let table = 0;
  let section = 0;
  let shown: T | undefined;
  let titled = false;
  return (line) => {
    while ((tables[table]?.place.end ?? Infinity) < line.start) table++;
    const form = tables[table];
    if (form && form.place.start <= line.start) {
      const isNew = form !== shown;
      shown = form;
      return isNew ? [{ kind: 'form', table: form }] : [];
    }
    if (title && overlaps(title.span, line)) {
      const isNew = !titled;
      titled = true;
      return isNew ? [{ kind: 'title', text: title.text }] : [];
    }
    while ((sections[section]?.heading.end ?? Infinity) <= line.start) section++;
    const heading = sections[section]?.heading;
    return heading && overlaps(heading, line) ? headingBlocks(text, heading, line) : undefined;
  };
}

/** A heading on its first line, and what follows it on its last. */
function headingBlocks(text: string, heading: Span, line: Span): Block<never>[] {
  const blocks: Block<never>[] = [];
  if (line.start <= heading.start) blocks.push({ kind: 'heading', text: slice(text, heading).replace(/\s+/g, '') });
  const rest = text.slice(heading.end, line.end).replace(/^[\s*_#。:：]+/, '');
  if (heading.end < line.end && rest !== '') blocks.push({ kind: 'paragraph', text: rest });
  return blocks;
}

/** The cells of a line that is a row of another table; undefined if it is none. `inRows`: the line before it is one. */
function cellsOf(text: string, { cells, kind, gap }: GridLine, inRows: boolean): string[] | undefined {
  if (kind === 'bare' || kind === 'spaces') return undefined;
  const shown = cells.map((cell) => cell.shown ?? slice(text, cell));
  return shown.filter((cell) => cell !== '').length > 1 || (inRows && gap === 0) ? shown : undefined;
}

function textBlock(words: string, signed: boolean): Block<never> {
  if (signed) return { kind: 'signature', text: words };
  return isSubheading(words)
    ? { kind: 'subheading', text: words.replace(/^#+\s*/, '').replace(/\s*#*$/, '') }
    : { kind: 'paragraph', text: words };
}

/** Whether the sentence of this line goes on on the next. */
function goesOn({ text, lines }: Report, { line }: GridLine): boolean {
  const { start, end } = lineSpan(text, lines, line);
  return nextLine(text, start, end, text.length) >= 0;
}

/** From the first cell to the last. */
function spanOf({ cells }: GridLine): Span {
  const start = cells[0]?.start ?? 0;
  return { start, end: cells.at(-1)?.end ?? start };
}

/** The agency and the date under the report. */
function signatureSpans(report: Report): Span[] {
  const signature = signatureOf(report);
  return signature ? [signature.agency, signature.date].filter((span) => span !== undefined) : [];
}

/** The words of a line that is no table's, without comments, tags and the marks of quotations. */
function wordsOf({ text, lines }: Report, { cells: [cell], kind, line }: GridLine, hidden: readonly Span[]): string {
  if (kind === 'html' || cell?.shown !== undefined) return cell?.shown?.trim() ?? '';
  const { start, end } = lineSpan(text, lines, line);
  let words = '';
  let done = start;
  for (let i = Math.max(0, firstFrom(hidden, start) - 1); (hidden[i]?.start ?? Infinity) < end; i++) {
    const span = hidden[i] as Span;
    words += text.slice(done, Math.max(done, span.start));
    done = Math.max(done, Math.min(end, span.end));
  }
  words = (words + text.slice(done, end)).trim();
  if (/<\/?[a-z][^<>]*>|&[a-z#]/i.test(words)) words = shownText(words, 0, words.length)?.shown ?? '';
  return words
    .replace(/^>\s*/, '')
    .replace(/^[-*+]\s+/, '• ')
    .replace(/^(?:```|~~~).*$/, '');
}

/** Comments of HTML and those that silence rules: disjoint, in the order of the text. */
function hiddenSpans(text: string): Span[] {
  const found: Span[] = findDirectives(text).map(({ start, end }) => ({ start, end }));
  for (let start = text.indexOf('<!--'); start >= 0;) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    found.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  const spans: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  return spans;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A heading below those of the sections: marked so in Markdown, or a short line behind （一） that is no sentence. */
function isSubheading(words: string): boolean {
  return (
    /^#{1,6}\s/.test(words) ||
    (words.length <= longestSubheading && /^[（(][一二三四五六七八九十]{1,3}[）)]/.test(words) && !/[，。；：！？,;:!?]/.test(words))
  );
}

/** A blank between Latin words that a line end kept apart. */
function spaced(before: string, after: string): string {
  return /[!-~]$/.test(before) && /^[!-~]/.test(after) ? ' ' : '';
}
