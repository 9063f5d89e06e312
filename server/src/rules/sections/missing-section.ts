/**
 * All six sections have a heading. Says where a missing one should stand: before its table if that is there, else before
 * the next section, else at the end. Silent about what an unfinished text has not come to, and about texts without any
 * heading of a section, unless they say that they are a report and have the sub-headings of section one.
 */
import { type SectionForm, sections as forms } from '../../report/form/form';
import type { Report, Section, Table } from '../../report/report';
import { lineAt, lineBreakOf, lineStart } from '../../text/lines';
import { msg } from '../../text/message';
import type { Fix, Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';
import { orderOf } from '../../statements/section-order';
import { headingOf } from '../../findings/wording';

export const missingSection: Rule = {
  id: 'missing-section',
  family: 'sections',
  title: '缺少部分',
  severity: 'error',
  fixable: true,
  sleeps: true,
  signs: ReportSign.headings,
  check(report) {
    if (report.sections.length === 0) return namesItself(report) ? [withoutAny(report)] : nothing;
    if (report.sections.length >= forms.length && forms.every((form) => isPresent(report, form))) return nothing;
    const last = Math.max(...report.sections.map(({ form }) => form.number));
    return forms
      .filter((form) => !isPresent(report, form) && !(report.unfinished && form.number > last))
      .map((form) => describe(report, form));
  },
};

const nothing: readonly Observation[] = [];

/** Whether a text says that it is a whole report: by its title or in its opening, with sub-headings such as those of section one. */
function namesItself({ text, title, prose, tables }: Report): boolean {
  if (tables.length > 0 || !prose.some((line) => subHeading.test(text.slice(line.start, line.start + 40)))) return false;
  return title !== undefined || prose.slice(0, openingLines).some(({ start, end }) => text.slice(start, end).includes(ownName));
}
const subHeading = /^[（(][一二][）)].{0,12}(?:公开|管理|平台|监督)/;
const ownName = '政府信息公开工作年度报告';
const openingLines = 8;

/** One finding for all six: in front of the first sub-heading. */
function withoutAny({ text, prose }: Report): Observation {
  const first = prose.find((line) => subHeading.test(text.slice(line.start, line.start + 40)));
  const at = first ? lineStart(text, first.start) : 0;
  const [one] = forms;
  return { span: { start: at, end: at }, message: msg('没有「{0}」等六个部分的标题', one ? headingOf(one) : '') };
}

function isPresent(report: Report, form: SectionForm): boolean {
  return report.sections.some((section) => section.form === form);
}

function describe(report: Report, form: SectionForm): Observation {
  const own = tableOf(report, form);
  const at = placeFor(report, form);
  const fix = insertion(report, form, at);
  const message = own ? msg('缺少标题「{0}」，它的表在这里', headingOf(form)) : msg('缺少「{0}」这一部分', headingOf(form));
  return { span: { start: at, end: at }, message, lacks: { kind: 'section', number: form.number }, ...(fix && { fix }) };
}

/** The table that should stand under the missing heading of `form`. */
function tableOf(report: Report, form: SectionForm): Table | undefined {
  return report.tables.find((table) => table.form.number === form.table);
}

/** Where the heading of `form` should stand: the start of a line, or the end of the text. */
function placeFor(report: Report, form: SectionForm): number {
  const own = tableOf(report, form);
  if (own) return startOf(report, own);
  const { kept } = orderOf(report);
  const next = kept.find((section) => section.form.number > form.number);
  const orphans = forms.filter(
    (other) => other.number > form.number && other.number < (next?.form.number ?? 7) && !isPresent(report, other),
  );
  const table = orphans.map((other) => tableOf(report, other)).find((found) => found !== undefined);
  if (table) return startOf(report, table);
  return next ? lineStart(report.text, next.heading.start) : report.text.trimEnd().length;
}

/** Start of the table's first line, lines that only draw and opening tags included. */
function startOf({ text }: Report, table: Table): number {
  const opening = table.layout === 'html' ? text.lastIndexOf('<table', table.span.start) : -1;
  let start = lineStart(text, opening >= 0 ? opening : table.span.start);
  for (;;) {
    const before = lineStart(text, Math.max(0, start - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 2 : 1)));
    if (before === start || !/^[|｜│┌┬┐─+:\s-]*[|｜│┌┬┐─+-][|｜│┌┬┐─+:\s-]*$/.test(text.slice(before, start))) return start;
    start = before;
  }
}

/**
 * Writes the heading as its neighbours are written: Markdown marks, Arabic numbers, blank lines. Not between tags.
 * Safe only before the section's own table: elsewhere text may stand that belongs below the heading.
 */
function insertion(report: Report, form: SectionForm, at: number): Fix | undefined {
  const { text, sections } = report;
  const next = sections.find((section) => section.heading.start >= at);
  const model = (next ?? sections.at(-1)) as Section;
  const start = lineStart(text, model.heading.start);
  const before = text.slice(start, model.heading.start);
  const after = /^[^\r\n]{0,40}/.exec(text.slice(model.heading.end, model.heading.end + 40))?.[0] ?? '';
  if (/[<&]/.test(before + after)) return undefined;
  const arabic = /^[\d０-９]/.test(text.slice(model.heading.start, model.heading.start + 1));
  const line =
    (/^[\s#>*_]*$/.test(before) ? before : '') +
    (arabic ? `${form.number}、${form.name}` : headingOf(form)) +
    (/^[\s*_#]*$/.test(after) ? after.trimEnd() : '');
  const end = lineBreakOf(text);
  const gap = isAfterBlankLine(report, start) ? end + end : end;
  const title = msg('加上标题「{0}」', headingOf(form));
  return {
    title,
    safe: tableOf(report, form) !== undefined,
    edits: [{ span: { start: at, end: at }, newText: next || at < text.trimEnd().length ? line + gap : gap + line }],
  };
}

function isAfterBlankLine({ text, lines }: Report, lineStart: number): boolean {
  const line = lineAt(lines, lineStart);
  return line > 0 && text.slice(lines.starts[line - 1], lineStart).trim() === '';
}
