/**
 * A report as a sequence of blocks, for pages that show it whole: title, headings, paragraphs, its tables and those that are
 * not the form's. Says what stands where, not how it looks. Left out are what no reader of the report is to see: comments,
 * front matter, the lines that draw tables.
 */
import { nextLine } from '../report/prose';
import type { Report } from '../report/report';
import { signatureOf } from '../rules/signature';
import { type GridLine, readGrid } from '../table/grid';
import { shownText } from '../table/html';
import { findDirectives, headOf } from '../text/directives';
import { firstFrom, slice, type Span } from '../text/span';
import type { ShownTable } from './shown-table';
import { lineText } from './table-place';

export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'signature'; readonly text: string }
  | { readonly kind: 'form'; readonly table: ShownTable }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Longest line that is a heading of its own below those of the sections. */
const longestSubheading = 30;

/** The blocks of `report` in the order of the text; `tables` are those shown as the form prints them. */
export function pageBlocks(report: Report, tables: readonly ShownTable[]): Block[] {
  const { text, lines, title, sections } = report;
  const blocks: Block[] = [];
  const grid = readGrid(text, lines);
  const hidden = hiddenSpans(text);
  const signature = signatureOf(report);
  const signed = signature ? [signature.agency, signature.date].filter((span) => span !== undefined) : [];
  const head = headOf(text);
  let titled = false;
  let table = 0;
  let section = 0;
  let other: string[][] = [];
  /** The paragraph's last line, where the next may go on with it. */
  let open: GridLine | undefined;
  const flush = (): void => {
    if (other.length > 1) blocks.push({ kind: 'table', rows: other });
    else if (other[0]) blocks.push({ kind: 'paragraph', text: other[0].filter((cell) => cell !== '').join('　') });
    other = [];
  };
  for (const line of grid) {
    const start = line.cells[0]?.start ?? 0;
    const end = line.cells.at(-1)?.end ?? start;
    const before = open;
    open = undefined;
    if (start < head) continue;
    while ((tables[table]?.place.end ?? Infinity) < start) table++;
    const form = tables[table];
    if (form && form.place.start <= start) {
      flush();
      const last = blocks.at(-1);
      if (!(last?.kind === 'form' && last.table === form)) blocks.push({ kind: 'form', table: form });
      continue;
    }
    if (title && overlaps(title.span, start, end)) {
      flush();
      if (!titled) blocks.push({ kind: 'title', text: title.text });
      titled = true;
      continue;
    }
    while ((sections[section]?.heading.end ?? Infinity) <= start) section++;
    const heading = sections[section]?.heading;
    if (heading && overlaps(heading, start, end)) {
      flush();
      if (start <= heading.start) blocks.push({ kind: 'heading', text: slice(text, heading).replace(/\s+/g, '') });
      const rest = text.slice(heading.end, end).replace(/^[\s*_#。:：]+/, '');
      if (heading.end < end && rest !== '') blocks.push({ kind: 'paragraph', text: rest });
      continue;
    }
    const cells = line.cells.map((cell) => cell.shown ?? slice(text, cell));
    if ((line.kind === 'pipes' || line.kind === 'tabs' || line.kind === 'html') && (cells.filter((cell) => cell !== '').length > 1 || (other.length > 0 && line.gap === 0))) {
      if (!line.filler) other.push(cells);
      continue;
    }
    flush();
    const words = wordsOf(report, line, hidden);
    if (words === '') continue;
    const last = blocks.at(-1);
    if (before && last?.kind === 'paragraph' && line.gap === 0 && nextLine(text, lines.starts[before.line] as number, lineEnd(report, before), text.length) >= 0) {
      blocks[blocks.length - 1] = { kind: 'paragraph', text: last.text + spaced(last.text, words) + words };
    } else if (signed.some((span) => overlaps(span, start, end))) blocks.push({ kind: 'signature', text: words });
    else blocks.push(isSubheading(words) ? { kind: 'subheading', text: words.replace(/^#+\s*/, '').replace(/\s*#*$/, '') } : { kind: 'paragraph', text: words });
    if (line.kind === 'bare') open = line;
  }
  flush();
  return blocks;
}

/** The words of a line that is no table's, without comments, tags and the marks of quotations. */
function wordsOf({ text, lines }: Report, { cells: [cell], kind, line }: GridLine, hidden: readonly Span[]): string {
  if (kind === 'html' || cell?.shown !== undefined) return cell?.shown?.trim() ?? '';
  const start = lines.starts[line] as number;
  const whole = lineText(text, lines, line);
  const end = start + whole.length;
  let words = '';
  let done = start;
  for (let i = Math.max(0, firstFrom(hidden, start) - 1); (hidden[i]?.start ?? Infinity) < end; i++) {
    const span = hidden[i] as Span;
    words += text.slice(done, Math.max(done, span.start));
    done = Math.max(done, Math.min(end, span.end));
  }
  words = (words + text.slice(done, end)).trim();
  if (/<\/?[a-z][^<>]*>|&[a-z#]/i.test(words)) words = shownText(words, 0, words.length)?.shown ?? '';
  return words.replace(/^>\s*/, '').replace(/^[-*+]\s+/, '• ').replace(/^(?:```|~~~).*$/, '');
}

function lineEnd({ text, lines }: Report, { line }: GridLine): number {
  return (lines.starts[line] as number) + lineText(text, lines, line).length;
}

/** Comments of HTML and those that silence rules: disjoint, in the order of the text. */
function hiddenSpans(text: string): Span[] {
  const found: Span[] = findDirectives(text).map(({ start, end }) => ({ start, end }));
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) break;
    found.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  const spans: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  return spans;
}

function overlaps(span: Span, start: number, end: number): boolean {
  return span.start < end && start < span.end;
}

/** A heading below those of the sections: marked so in Markdown, or a short line behind （一） that is no sentence. */
function isSubheading(words: string): boolean {
  return /^#{1,6}\s/.test(words) || (words.length <= longestSubheading && /^[（(][一二三四五六七八九十]{1,3}[）)]/.test(words) && !/[，。；：！？,;:!?]/.test(words));
}

/** A blank between Latin words that a line end kept apart. */
function spaced(before: string, after: string): string {
  return /[!-~]$/.test(before) && /^[!-~]/.test(after) ? ' ' : '';
}
