/**
 * The text of a report as it is shown beside its findings: paragraphs and headings, the tables as the form prints them, each
 * place that a finding is about marked with the numbers of the findings (`data-at`), and each value and figure with its offset
 * (`data-from`), for the page to ask what to say over it. Nothing that stands in the text is left out. All text is escaped.
 *
 *     <p data-from="120">共收到申请<mark class="error" data-at="3">12</mark>件</p>
 */
import { placedTables, shownTables } from '../page/shown-table';
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { escapeHtml } from '../../text/escape';
import { lineAt, lineSpan } from '../../text/lines';
import { firstFrom, type Span } from '../../text/span';
import { markOf, type Numbered, type Say } from './marks';
import { paperTable } from './paper-table';

/** The text of `report`. `findings` are those of the report, in the order of their place. */
export function paperHtml(report: Report, findings: readonly Finding[], say: Say): string {
  const numbered = findings.map((finding, number): Numbered => ({ ...finding.span, number, severity: finding.severity, finding }));
  const writer = lineWriter(report, numbered);
  let html = '';
  let done = 0;
  for (const shown of placedTables(report).length > 0 ? shownTables(report, findings) : []) {
    const { start, end } = shown.place;
    if (start < done) continue;
    html += writer(done, start);
    html += paperTable(
      report,
      shown,
      numbered.filter((one) => one.start >= start && one.start <= end),
      say,
    );
    done = end;
  }
  return html + writer(done, report.text.length);
}

/** Writes the lines from one offset to another. To be asked in the order of the text. */
function lineWriter(report: Report, numbered: readonly Numbered[]): (from: number, to: number) => string {
  const { text, lines } = report;
  const figures = report.recognized ? report.comparisons.map(({ figure }) => figure.span).sort((a, b) => a.start - b.start) : [];
  const rows = new Set(report.read.grid.filter(({ kind }) => kind !== 'bare').map(({ line }) => line));
  const longest = Math.max(0, ...numbered.map(({ start, end }) => end - start));
  const inside = (span: Span): readonly Numbered[] => {
    const around: Numbered[] = [];
    for (let i = firstFrom(numbered, span.start - longest); (numbered[i]?.start ?? Infinity) <= span.end; i++) {
      const one = numbered[i] as Numbered;
      if (one.end >= span.start && (one.start < span.end || one.start === one.end || span.start === span.end)) around.push(one);
    }
    return around;
  };
  return (from, to) => {
    let html = '';
    for (let line = lineAt(lines, from); line < lines.starts.length && (lines.starts[line] as number) < to; line++) {
      const whole = lineSpan(text, lines, line);
      const span = { start: Math.max(from, whole.start), end: Math.min(to, whole.end) };
      if (span.end < span.start) continue;
      const found = inside(span);
      const words = text.slice(span.start, span.end);
      if (words.trim() === '' && found.length === 0) continue;
      html += lineHtml({ report, span, words, found, isRow: rows.has(line), figures: figuresIn(figures, span) });
    }
    return html;
  };
}

interface Line {
  readonly report: Report;
  readonly span: Span;
  readonly words: string;
  readonly found: readonly Numbered[];
  /** Whether it is a row of a table that is shown as it was written. */
  readonly isRow: boolean;
  readonly figures: readonly Span[];
}

function figuresIn(figures: readonly Span[], { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  for (let i = firstFrom(figures, start); (figures[i]?.end ?? Infinity) <= end; i++) found.push(figures[i] as Span);
  return found;
}

function lineHtml(line: Line): string {
  const { report, span, words, found, isRow } = line;
  // Markdown's marks of headings are shown by size.
  const sign = isRow ? 0 : (/^\s*#{1,6}\s+/.exec(words)?.[0].length ?? 0);
  const shown = sign > 0 && !found.some(({ start }) => start < span.start + sign) ? { start: span.start + sign, end: span.end } : span;
  const overlaps = (other: Span) => other.start < span.end && span.start < other.end;
  const isTitle = report.recognized && report.title !== undefined && overlaps(report.title.span);
  const isHeading = report.recognized && report.sections.some(({ heading }) => overlaps(heading));
  const [tag, looks] = looksOf(isTitle, isHeading, isRow);
  return `<${tag}${looks ? ` class="${looks}"` : ''} data-from="${shown.start}">${segmentsHtml(line, shown)}</${tag}>\n`;
}

function looksOf(isTitle: boolean, isHeading: boolean, isRow: boolean): readonly [tag: string, looks: string] {
  if (isTitle) return ['h3', 'title'];
  if (isHeading) return ['h4', 'heading'];
  return ['p', isRow ? 'raw' : ''];
}

/** The characters of a line, cut where marks and figures begin and end. */
function segmentsHtml({ report: { text }, found, figures }: Line, { start, end }: Span): string {
  const clip = (offset: number) => Math.max(start, Math.min(end, offset));
  const cuts = new Set([start, end]);
  for (const span of [...found, ...figures]) cuts.add(clip(span.start)).add(clip(span.end));
  const places = [...cuts].sort((a, b) => a - b);
  const points = found.filter((one) => one.start === one.end || clip(one.start) === clip(one.end));
  let html = '';
  for (const [i, from] of places.entries()) {
    const here = points.filter((one) => clip(one.start) === from);
    if (here.length > 0) html += `<mark${markOf(here, 'point')} data-from="${from}"></mark>`;
    const to = places[i + 1];
    if (to === undefined) break;
    const words = escapeHtml(text.slice(from, to));
    const over = found.filter((one) => one.start <= from && to <= one.end);
    const figure = figures.find((one) => one.start <= from && to <= one.end);
    if (over.length > 0) html += `<mark${markOf(over, figure && 'figure')} data-from="${from}">${words}</mark>`;
    else html += figure ? `<span class="figure" data-from="${from}">${words}</span>` : words;
  }
  return html;
}
