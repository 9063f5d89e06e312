/**
 * Comments in the text that switch rules off: which findings they take away, which of them take away none, and how one is
 * written. The syntax is that of `text/directives.ts`. Ids set apart by blanks, then a reason; no id means all rules.
 *
 *     nianbao-disable-next-line   the next line that is not blank; right above a table, the whole table
 *     nianbao-disable-line        the line on which it stands
 *     nianbao-disable             from here to nianbao-enable or to the end; at the head of the text, all of it
 *
 * Findings inside of a comment are dropped: what it says is not part of the report.
 */
import type { Report, Table } from '../report/report';
import { rules as allRules } from '../rules/index';
import type { RuleOptions, Finding, Fix } from '../rules/rule';
import { sortEdits, type TextEdit } from '../text/edit';
import { type Directive, type DirectiveForm, findDirectives, type NamedRule, standsAlone, writeDirective } from '../text/directives';
import { lineAt } from '../text/lines';
import { msg } from '../text/message';
import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { check, type Severities } from './check';

/** Code of the findings about comments that silence nothing. No rule: it cannot be silenced itself. */
export const unusedSilencing = 'unused-silencing';

export interface Silenced {
  /** The findings that are left. */
  readonly findings: readonly Finding[];
  /** Hints about comments that take nothing away, or name a rule that does not exist. */
  readonly unused: readonly Finding[];
  /** The findings that were taken away. */
  readonly silenced: readonly Finding[];
}

/** One comment, or one rule that it names, and whether it has taken a finding away. */
interface Silencing {
  readonly directive: Directive;
  readonly rule: NamedRule | undefined;
  used: boolean;
}

/** The findings of `report` as `check` gives them, without those that its comments silence. What editors and the command line show. */
export function checkUnsilenced(report: Report, severities?: Severities, options?: RuleOptions): readonly Finding[] {
  return silence(report, check(report, severities, options), severities).findings;
}

/**
 * Takes away those of `findings` (of `report`, in the order of their place) that comments in the text silence.
 * @param severities what the user set: a comment about a rule that is off is not unused.
 */
export function silence(report: Report, findings: readonly Finding[], severities: Severities = {}): Silenced {
  const directives = report.recognized ? findDirectives(report.text) : [];
  if (directives.length === 0) return { findings, unused: [], silenced: [] };
  const silencings = directives.filter(({ command }) => command !== 'enable').flatMap(silencingsOf);
  const lines = linesOf(report, silencings);
  const blocks = blocksOf(report, directives, silencings);
  const kept: Finding[] = [];
  const silenced: Finding[] = [];
  let next = 0;
  for (const finding of findings) {
    const { start } = finding.span;
    while ((directives[next]?.end ?? Infinity) <= start) next++;
    if ((directives[next]?.start ?? Infinity) <= start) continue;
    const here = lines.get(lineAt(report.lines, start))?.filter(({ rule }) => rule === undefined || rule.id === finding.code) ?? [];
    const active = [...here, ...blocks(start, finding.code)];
    for (const silencing of active) silencing.used = true;
    (active.length > 0 ? silenced : kept).push(finding);
  }
  return { findings: kept, unused: unusedOf(report, silencings, severities), silenced };
}

function silencingsOf(directive: Directive): Silencing[] {
  return directive.rules.length === 0 ? [{ directive, rule: undefined, used: false }] : directive.rules.map((rule) => ({ directive, rule, used: false }));
}

/** What is silenced on each line, by comments about one line. */
function linesOf(report: Report, silencings: readonly Silencing[]): ReadonlyMap<number, readonly Silencing[]> {
  const byLine = new Map<number, Silencing[]>();
  const tables = new Map(report.tables.map((table) => [lineAt(report.lines, topOf(report.text, table)), table]));
  for (const silencing of silencings) {
    const { command, start, end } = silencing.directive;
    if (command !== 'disable-line' && command !== 'disable-next-line') continue;
    const first = command === 'disable-line' ? lineAt(report.lines, start) : lineBelow(report, end);
    const table = command === 'disable-line' ? undefined : tables.get(first);
    const last = table ? lineAt(report.lines, table.span.end) : first;
    for (let line = first; line <= last; line++) byLine.set(line, [...(byLine.get(line) ?? []), silencing]);
  }
  return byLine;
}

/** The next line that is neither blank nor a comment of ours. */
function lineBelow({ text, lines }: Report, end: number): number {
  let line = lineAt(lines, end) + 1;
  for (; line < lines.starts.length; line++) {
    const words = text.slice(lines.starts[line], lines.starts[line + 1] ?? text.length).trim();
    if (words !== '' && !/^(?:<!--|【)[ \t]*nianbao-/.test(words)) break;
  }
  return line;
}

/** Which comments about all that follows silence a rule at an offset; asked for rising offsets. */
function blocksOf({ text }: Report, directives: readonly Directive[], silencings: readonly Silencing[]): (offset: number, code: string) => readonly Silencing[] {
  const atHead = (directive: Directive) => text.slice(0, directive.start).replace(/(?:<!--|【)[ \t]*nianbao-[^\r\n]*/g, '').trim() === '';
  const steps = directives.filter(({ command }) => command === 'disable' || command === 'enable');
  let active: { readonly silencing: Silencing; readonly except: readonly string[] }[] = [];
  let next = 0;
  return (offset, code) => {
    for (; next < steps.length; next++) {
      const step = steps[next] as Directive;
      if (step.end > offset && !(step.command === 'disable' && next < firstSteps && atHead(step))) break;
      const ids = step.rules.map(({ id }) => id);
      if (step.command === 'disable') active = [...active, ...silencings.filter(({ directive }) => directive === step).map((silencing) => ({ silencing, except: [] }))];
      else if (ids.length === 0) active = [];
      else active = active.filter(({ silencing }) => !ids.includes(silencing.rule?.id ?? '')).map(({ silencing, except }) => ({ silencing, except: [...except, ...ids] }));
    }
    return active.filter(({ silencing: { rule }, except }) => (rule === undefined ? !except.includes(code) : rule.id === code)).map(({ silencing }) => silencing);
  };
}

/** No more comments than this stand at the head of a text. */
const firstSteps = 16;

function unusedOf(report: Report, silencings: readonly Silencing[], severities: Severities): Finding[] {
  const ids = allRules.map(({ id }) => id);
  const isOff = (id: string) => severities[id] === 'off' || (severities[id] === undefined && allRules.some((rule) => rule.id === id && rule.optional));
  const found: Finding[] = [];
  for (const { directive, rule, used } of silencings) {
    if (used || (rule && isOff(rule.id))) continue;
    const span = { start: rule?.start ?? directive.start, end: rule?.end ?? directive.end };
    if (rule && !ids.includes(rule.id)) {
      const meant = nearest(rule.id, ids);
      const message = meant === undefined ? msg('没有「{0}」这条规则', rule.id) : msg('没有「{0}」这条规则，是否指「{1}」？', rule.id, meant);
      found.push({ code: unusedSilencing, severity: 'hint', span, message, ...(meant !== undefined && { fix: { title: msg('改为「{0}」', meant), safe: true, edits: [{ span, newText: meant }] } }) });
    } else {
      const message = rule ? msg('这里没有 {0} 的问题，不需要静默', rule.id) : msg('这里没有问题，不需要静默');
      found.push({ code: unusedSilencing, severity: 'hint', span, message, fix: removal(report.text, directive, rule) });
    }
  }
  return found;
}

/** Deletes one of several ids, else the comment. */
function removal(text: string, directive: Directive, rule: NamedRule | undefined): Fix {
  if (rule && directive.rules.length > 1) {
    let { start } = rule;
    while (/[ \t,，、]/.test(text[start - 1] ?? '')) start--;
    return { title: msg('从注释中删去 {0}', rule.id), safe: true, edits: [{ span: { start, end: rule.end }, newText: '' }] };
  }
  return { title: msg('删除这条注释'), safe: true, edits: [deletionOf(text, directive)] };
}

/** The edits that take all comments out of `text`: for a copy to publish. Sorted, disjoint. */
export function withoutSilencing(text: string): TextEdit[] {
  return findDirectives(text).map((directive) => deletionOf(text, directive));
}

function deletionOf(text: string, { start, end }: Span): TextEdit {
  if (!standsAlone(text, { start, end })) return { span: { start, end }, newText: '' };
  const from = lineStart(text, start);
  let to = end;
  while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to++;
  return { span: { start: from, end: text.startsWith('\r\n', to) ? to + 2 : Math.min(text.length, to + 1) }, newText: '' };
}

/**
 * The edit that silences `finding`: a comment on a line of its own above it. A row inside of a Markdown or HTML table, or
 * one whose cells stand on several lines, would be torn: there the comment goes above the table. A comment that stands
 * there already gets the rule's id.
 * @param form how comments are written; by default as the text writes them, else as Markdown and HTML do if it is either.
 */
export function silenceEdit(report: Report, finding: Finding, form: DirectiveForm = formOf(report.text)): TextEdit[] {
  const { text } = report;
  const at = placeFor(report, finding.span.start);
  const above = findDirectives(text.slice(Math.max(0, at - 600), at)).at(-1);
  const shift = Math.max(0, at - 600);
  if (above?.command === 'disable-next-line' && above.rules.length > 0 && text.slice(shift + above.end, at).trim() === '') {
    if (above.rules.some(({ id }) => id === finding.code)) return [];
    const end = shift + (above.rules.at(-1) as NamedRule).end;
    return sortEdits([{ span: { start: end, end }, newText: ` ${finding.code}` }]);
  }
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: { start: at, end: at }, newText: `${writeDirective('disable-next-line', [finding.code], form)}${lineEnd}` }];
}

/** Where a comment about what stands at `offset` is written: the start of a line. */
function placeFor(report: Report, offset: number): number {
  const { text, tables } = report;
  const table = tables.find(({ span }) => lineStart(text, span.start) <= offset && offset <= span.end);
  if (!table) return lineStart(text, offset);
  const row = [...table.rows, ...table.duplicates].find(({ span }) => span.start <= offset && offset <= span.end);
  const isWhole = row !== undefined && !/[\r\n]/.test(text.slice(row.span.start, row.span.end)) && row.cells.length > 0;
  return isWhole && table.layout !== 'html' && !hasRuler(text, table) ? lineStart(text, offset) : topOf(text, table);
}

function hasRuler(text: string, table: Table): boolean {
  return /(?:^|[\r\n])[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/.test(text.slice(topOf(text, table), table.span.end));
}

/** The start of the line on which a table begins: that of its tag, or of its first row of bars. */
function topOf(text: string, { span, layout }: Table): number {
  if (layout === 'html') {
    const tag = text.slice(Math.max(0, span.start - 4000), span.start).toLowerCase().lastIndexOf('<table');
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

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

function formOf(text: string): DirectiveForm {
  const [known] = findDirectives(text);
  if (known) return text[known.start] === '【' ? 'note' : 'comment';
  return /(?:^|[\r\n])(?:#{1,6} |```|\|?[ :]*-{3,}[ :]*\|)|<(?:table|p|div|tr)[\s>]/i.test(text) ? 'comment' : 'note';
}
