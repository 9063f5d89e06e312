/**
 * What can be written at a place of a report: headings of sections that are missing, rows that a table lacks, tables that
 * a section lacks, stock sentences, comments that silence. Nothing where the text is no report. Only what fits the characters already typed is
 * offered, so that prose is not disturbed.
 *
 *     三、收到‸                → 三、收到和处理政府信息公开申请情况      from the start of the line
 *     （二）依申请公开。未收‸  → 2024年，本机关未收到…                   from the start of the sentence
 *     | 　　2.重‸              → | 　　2.重复申请   | 0 | 0 | …           the whole line
 */
import { tablesFor } from '../../report/edition';
import { type SectionForm, sections as forms, type TableForm } from '../../report/form/form';
import { parse } from '../../report/parse';
import type { Report, Section } from '../../report/report';
import type { Finding } from '../../findings/finding';
import { headingOf } from '../../findings/wording';
import type { DirectiveForm } from '../../text/directives';
import { lineAt, lineBreakOf, lineSpan } from '../../text/lines';
import { msg } from '../../text/message';
import { slice, type Span } from '../../text/span';
import { sectionAt } from '../locate';
import { tableName } from '../../report/names';
import { plain, zeroTable } from '../new-report';
import { formOf } from '../silence/silencing-edits';
import { directiveOffers } from './directive-completion';
import { fits, type Offer } from './offer';
import { rowOffers } from './row-completion';
import { type Carried, carriedSentences, withCarried } from './last-year';
import { factsOf, type Sentence, sentencesFor } from './stock-sentences';
import type { TableFormat } from '../../report/writing/table-format';

export interface CompletionOptions {
  /** What last year's report carried forward, where it is known. */
  readonly carried?: Carried;
  /** How tables are written where the report has none to go by. */
  readonly target: TableFormat;
  /** How comments that silence are written; by default as suits the text. */
  readonly form?: DirectiveForm;
  /** What is found in the report. */
  readonly findings?: () => readonly Finding[];
}

/** More characters than are typed to look for something. */
const longestQuery = 60;

/** What can be written at `offset` of `report`, the likeliest first. */
export function complete(report: Report, offset: number, options: CompletionOptions): readonly Offer[] {
  const { text, lines } = report;
  const line = lineAt(lines, offset);
  const { start, end } = lineSpan(text, lines, line);
  if (offset > end) return [];
  if (report.recognized) {
    const own = directiveOffers(report, { line: { start, end }, offset }, options.form ?? formOf(text), options.findings ?? (() => []));
    if (own) return [...own].sort((a, b) => a.rank - b.rank);
  }
  // What is typed must not count as being there: 三、收到 is already read as a heading.
  const rest = parse(text.slice(0, start) + ' '.repeat(end - start) + text.slice(end));
  if (!report.recognized && !rest.recognized) return [];
  const rows = rowOffers(report, rest, { start, end }, offset);
  const free = rows.inside
    ? []
    : [
        ...lineOffers(rest, text, { start, end }, offset, options),
        ...sentenceOffers({ rest, text, line: { start, end }, offset }, options),
      ];
  return [...rows.offers.map((offer) => withCarried(offer, options.carried)), ...free]
    .filter(({ span, pieces }) => slice(text, span) !== plain(pieces))
    .sort((a, b) => a.rank - b.rank);
}

/** Headings and tables: they take a line of their own. */
function lineOffers(rest: Report, text: string, line: Span, offset: number, { target }: CompletionOptions): Offer[] {
  if (text.slice(offset, line.end).trim() !== '') return [];
  const marks = (/^[\s#>*_]*/.exec(text.slice(line.start, offset)) as RegExpExecArray)[0];
  const query = text.slice(line.start + marks.length, offset);
  if (query.length > longestQuery) return [];
  const here = sectionAt(rest, line.start);
  const before = here?.form.number ?? 0;
  const next = rest.sections.find(({ heading }) => heading.start > line.start)?.form.number ?? forms.length + 1;
  const present = new Set(rest.sections.map(({ form }) => form));
  const offers: Offer[] = [];
  for (const form of forms) {
    if (present.has(form)) continue;
    const heading = headingOf(form);
    const filter = `${heading} ${form.name}`;
    if (!fits(query, filter)) continue;
    const written = headingLike(rest, form, line.start, target);
    offers.push({
      kind: 'heading',
      label: heading,
      detail: msg('部分标题'),
      documentation: msg('六个部分之一，本报告还缺这一部分的标题。'),
      span: { start: line.start + marks.length, end: line.end },
      pieces: [/[#*]/.test(marks) ? heading : written],
      filter,
      rank: before < form.number && form.number < next ? 1 : 3,
    });
  }
  for (const form of missingTables(rest)) {
    const filter = `${tableName(form)} ${form.name} ${form.heads
      .map(({ label }) => label)
      .slice(0, 2)
      .join(' ')}`;
    if (!fits(query, filter)) continue;
    offers.push({
      kind: 'table',
      label: `${tableName(form)} ${form.name}`,
      detail: msg('零表'),
      documentation: msg('格式规定的整张表，各格都填 0。'),
      span: line,
      pieces: [tableText(rest, form, line, target)],
      filter: marks + filter,
      rank: here?.form.table === form.number ? 0 : 4,
    });
  }
  return offers;
}

function missingTables({ tables, year }: Report): TableForm[] {
  return tablesFor(year).filter((form) => !tables.some((table) => table.form.number === form.number));
}

/** The heading with the marks that the nearest other heading has around it. */
function headingLike({ text, sections }: Report, form: SectionForm, at: number, target: TableFormat): string {
  const model = nearest(sections, at);
  if (!model) return (target === 'markdown' ? '## ' : '') + headingOf(form);
  const start = Math.max(text.lastIndexOf('\n', model.heading.start - 1), text.lastIndexOf('\r', model.heading.start - 1)) + 1;
  const before = text.slice(start, model.heading.start);
  const after = (/^[^\r\n]{0,40}/.exec(text.slice(model.heading.end, model.heading.end + 40)) as RegExpExecArray)[0].trimEnd();
  const own = /^\d/.test(slice(text, model.heading)) ? `${form.number}、${form.name}` : headingOf(form);
  return (/^[\s#>*_]*$/.test(before) ? before : '') + own + (/^[\s#*_]*$/.test(after) ? after : '');
}

function nearest(sections: readonly Section[], at: number): Section | undefined {
  return [...sections].sort((a, b) => Math.abs(a.heading.start - at) - Math.abs(b.heading.start - at))[0];
}

/** The zero table, in the layout of the other tables, set apart from its neighbours where Markdown wants it. */
function tableText(rest: Report, form: TableForm, line: Span, target: TableFormat): string {
  const { text } = rest;
  const layout = nearestLayout(rest, line.start);
  const own = layout === 'html' || layout === 'tabs' ? layout : layout === 'pipes' && target !== 'text' ? 'markdown' : target;
  const end = lineBreakOf(text);
  const table = zeroTable(form, own).join(end);
  if (own === 'tabs') return table;
  const above =
    text
      .slice(0, line.start)
      .split(/\r\n|[\r\n]/)
      .at(-2) ?? '';
  const below = /^(?:\r\n|[\r\n])([^\r\n]*)/.exec(text.slice(line.end))?.[1] ?? '';
  return (above.trim() === '' ? '' : end) + table + (below.trim() === '' ? '' : end);
}

function nearestLayout({ tables }: Report, at: number) {
  return [...tables].sort((a, b) => Math.abs(a.span.start - at) - Math.abs(b.span.start - at))[0]?.layout;
}

interface At {
  readonly rest: Report;
  readonly text: string;
  readonly line: Span;
  readonly offset: number;
}

/** Sentences of the section at the cursor, at the start of a line, of an item (（二）…。) or of a sentence. */
function sentenceOffers({ rest, text, line, offset }: At, { carried }: CompletionOptions): Offer[] {
  if (text.slice(offset, line.end).trim() !== '') return [];
  const before = text.slice(line.start, offset);
  if (/[|｜\t<>]/.test(before)) return [];
  const lead =
    /^[\s#>*_]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[一二三四五六七八九十]是)?/.exec(before)?.[0].length ?? 0;
  const stop = Math.max(...['。', '；', '！', '：'].map((mark) => before.lastIndexOf(mark))) + 1;
  const from = Math.max(lead, stop);
  const start = line.start + from + (/^\s*/.exec(before.slice(from)) as RegExpExecArray)[0].length;
  const query = text.slice(start, offset);
  if (start > offset || query.length > longestQuery) return [];
  const section = sectionAt(rest, line.start)?.form.number ?? 0;
  return [...carriedSentences(carried), ...sentencesFor(factsOf(rest))]
    .filter(({ sections }) => sections.includes(section))
    .flatMap((sentence): Offer[] => {
      const own = plain(sentence.pieces);
      const filter = `${sentence.words} 全年 本年度 ${own}`;
      if (!fits(query, filter)) return [];
      return [
        {
          kind: 'sentence',
          label: sentence.name,
          detail: msg('常用句'),
          documentation: msg(own),
          span: { start, end: line.end },
          pieces: sentence.pieces,
          filter,
          rank: 2 + (sentence.sections[0] === section ? 0.3 : 0.6) - (isAbout(sentence, before) ? 0.3 : 0),
        },
      ];
    });
}

/** Whether the words before the cursor, such as （二）依申请公开。, name what the sentence is about. */
function isAbout({ words }: Sentence, before: string): boolean {
  return words.split(' ').some((word) => word.length > 3 && before.includes(word));
}
