/**
 * Comments that silence, as edits: one above the line of a finding, one at the head of the text, and all of them taken out.
 * What they then silence is the affair of `silence.ts`.
 */
import type { Report, Table } from '../../report/report';
import type { Finding } from '../../findings/finding';
import { type Command, type Directive, type DirectiveForm, extentOf, findDirectives, headOf, writeDirective } from '../../text/directives';
import type { TextEdit } from '../../text/edit';
import { lineStart } from '../../text/lines';

/** What a comment about one finding is about: the line below it, or a table as a whole. */
export type SilencedPlace = 'line' | 'table';

/** How far above a place a comment may begin that stands right above it. */
const reach = 600;

/**
 * The edit that silences `finding`: a comment on a line of its own above it. A row inside of a Markdown or HTML table, or
 * one whose cells stand on several lines, would be torn: there the comment goes above the table. A comment that stands
 * there already gets the rule's id.
 * @param form how comments are written; by default as the text writes them, else as Markdown and HTML do if it is either.
 */
export function silenceEdit(report: Report, finding: Finding, form: DirectiveForm = formOf(report.text)): TextEdit[] {
  const { text } = report;
  const { at } = placeFor(report, finding.span.start);
  const from = Math.max(0, at - reach);
  const above = findDirectives(text.slice(from, at)).at(-1);
  if (above && text.slice(from + above.end, at).trim() === '') {
    const edits = addedTo(above, 'disable-next-line', finding.code, from);
    if (edits) return edits;
  }
  return [writtenAt(text, at, 'disable-next-line', finding.code, form)];
}

/** What `silenceEdit` silences the finding's rule in. */
export function silencedPlace(report: Report, finding: Finding): SilencedPlace {
  return placeFor(report, finding.span.start).place;
}

/** The edit that silences a rule in the whole text: a comment at its head, or the rule's id in one that stands there. */
export function silenceAllEdit({ text }: Report, code: string, form: DirectiveForm = formOf(text)): TextEdit[] {
  const head = headOf(text);
  const [first] = findDirectives(text.slice(head, head + reach));
  const edits = first && text.slice(head, head + first.start).trim() === '' ? addedTo(first, 'disable', code, head) : undefined;
  return edits ?? [writtenAt(text, head, 'disable', code, form)];
}

/** The edits that take all comments out of `text`: for a copy to publish. Sorted, disjoint. */
export function withoutSilencing(text: string): TextEdit[] {
  return findDirectives(text).map((directive) => ({ span: extentOf(text, directive), newText: '' }));
}

/** A rule's id put behind those of a directive; undefined if that is another command or speaks of all rules. */
function addedTo({ command, rules }: Directive, wanted: Command, code: string, shift: number): TextEdit[] | undefined {
  const last = rules.at(-1);
  if (command !== wanted || !last) return undefined;
  if (rules.some(({ id }) => id === code)) return [];
  return [{ span: { start: shift + last.end, end: shift + last.end }, newText: ` ${code}` }];
}

function writtenAt(text: string, at: number, command: Command, code: string, form: DirectiveForm): TextEdit {
  return { span: { start: at, end: at }, newText: `${writeDirective(command, [code], form)}${text.includes('\r\n') ? '\r\n' : '\n'}` };
}

/** Where a comment about what stands at `offset` is written: the start of a line. */
function placeFor(report: Report, offset: number): { readonly at: number; readonly place: SilencedPlace } {
  const { text, tables } = report;
  const table = tables.find(({ span }) => lineStart(text, span.start) <= offset && offset <= span.end);
  if (!table) return { at: lineStart(text, offset), place: 'line' };
  const row = [...table.rows, ...table.duplicates].find(({ span }) => span.start <= offset && offset <= span.end);
  const isWhole = row !== undefined && !/[\r\n]/.test(text.slice(row.span.start, row.span.end)) && row.cells.length > 0;
  if (isWhole && table.layout !== 'html' && !hasRuler(text, table)) return { at: lineStart(text, offset), place: 'line' };
  return { at: topOf(text, table), place: 'table' };
}

function hasRuler(text: string, table: Table): boolean {
  return /(?:^|[\r\n])[ \t|:]*-{3,}[ \t:]*\|/.test(text.slice(topOf(text, table), table.span.end));
}

/** The start of the line on which a table begins: that of its tag, or of its first row of bars. */
export function topOf(text: string, { span, layout }: Table): number {
  if (layout === 'html') {
    const tag = text
      .slice(Math.max(0, span.start - 4000), span.start)
      .toLowerCase()
      .lastIndexOf('<table');
    if (tag >= 0) return lineStart(text, Math.max(0, span.start - 4000) + tag);
  }
  let top = lineStart(text, span.start);
  while (layout === 'pipes' && top > 0) {
    const end = text[top - 1] === '\n' && text[top - 2] === '\r' ? top - 2 : top - 1;
    const above = lineStart(text, end);
    if (!/[|｜]/.test(text.slice(above, end))) break;
    top = above;
  }
  return top;
}

/** How comments are written in `text`: as it has them, else as Markdown and HTML do if it is either. */
export function formOf(text: string): DirectiveForm {
  const [known] = findDirectives(text);
  if (known) return text[known.start] === '【' ? 'note' : 'comment';
  return /(?:^|[\r\n])(?:#{1,6} |```|\|?[ :]*-{3,}[ :]*\|)|<(?:table|p|div|tr)[\s>]/i.test(text) ? 'comment' : 'note';
}
