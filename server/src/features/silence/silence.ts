/**
 * Comments in the text that switch rules off: which findings they take away, and which of them take away none. The syntax is
 * that of `text/directives.ts`; how one is written, in `silencing-edits.ts`. Ids set apart by blanks, then a reason; no id
 * means all rules.
 *
 *     nianbao-disable-next-line   the next line that is not blank; right above a table, the whole table
 *     nianbao-disable-line        the line on which it stands
 *     nianbao-disable             from here to nianbao-enable or to the end; at the head of the text, all of it
 *
 * Findings inside of a comment are dropped: what it says is not part of the report.
 */
import type { Report } from '../../report/report';
import { rules } from '../../rules/index';
import type { Finding } from '../../findings/finding';
import { defaultOptions } from '../../rules/rule';
import { type Directive, findDirectives, headOf, type NamedRule } from '../../text/directives';
import { lineAt } from '../../text/lines';
import { type Check, check, checkInSteps, type CheckOptions, type Severities, severityOf } from '../check';
import type { Found } from '../check-again';
import { topOf } from './silencing-edits';
import { unusedFindings } from './unused-silencing';
import { byPlace } from '../../text/span';
import { atOnce, type Steps } from '../../text/steps';

export interface Silenced {
  /** The findings that are left. */
  readonly findings: readonly Finding[];
  /** Findings about comments that take nothing away, or name a rule that does not exist; none where the user switched them off. */
  readonly unused: readonly Finding[];
  /** The findings that were taken away. */
  readonly silenced: readonly Finding[];
}

/** One comment, or one rule that it names, and whether it has taken a finding away. */
export interface Silencing {
  readonly directive: Directive;
  readonly rule: NamedRule | undefined;
  used: boolean;
}

/**
 * The findings of `report` as `check` gives them, without those that its comments silence, and with those about comments
 * that silence none. What editors and the command line show.
 */
export function checkUnsilenced(report: Report, severities: Severities = {}, options: CheckOptions = defaultOptions): readonly Finding[] {
  return atOnce(checkUnsilencedInSteps(report, severities, options)).findings;
}

/** @param before what was found by the same settings before an edit. */
export function* checkUnsilencedInSteps(report: Report, severities: Severities, options: CheckOptions, before?: Found): Steps<Check> {
  const checked = yield* checkInSteps(report, severities, options, before);
  const { findings, unused } = silence(report, checked.findings, severities, options);
  return { ...checked, findings: unused.length === 0 ? findings : [...findings, ...unused].sort(byPlace) };
}

/**
 * Takes away those of `findings` (of `report`, in the order of their place) that comments in the text silence.
 * @param severities what the user set: a comment about a rule that is off is not unused.
 */
export function silence(
  report: Report,
  findings: readonly Finding[],
  severities: Severities = {},
  options: CheckOptions = defaultOptions,
): Silenced {
  const directives = report.recognized ? findDirectives(report.text) : [];
  if (directives.length === 0) return { findings, unused: [], silenced: [] };
  const silencings = directives.filter(({ command }) => command !== 'enable').flatMap(silencingsOf);
  const { kept, silenced } = divide(report, findings, directives, silencings);
  if (silencings.some(({ used, rule }) => !used && rule === undefined))
    divide(report, findingsOfOff(report, severities, options), directives, silencings);
  const unused = unusedFindings(
    report,
    silencings.filter(({ used }) => !used),
    severities,
    options,
  );
  return { findings: kept, unused, silenced };
}

/** What the rules would find that are off: a comment about all rules may be there for them. */
function findingsOfOff(report: Report, severities: Severities, options: CheckOptions): readonly Finding[] {
  return check(
    report,
    Object.fromEntries(rules.map((rule) => [rule.id, severityOf(rule, severities) === 'off' ? rule.severity : 'off'])),
    options,
  );
}

/** Divides `findings` by whether a comment silences them, and marks the comments that do. */
function divide(
  report: Report,
  findings: readonly Finding[],
  directives: readonly Directive[],
  silencings: readonly Silencing[],
): { kept: Finding[]; silenced: Finding[] } {
  const below = linesBelow(report);
  const lines = linesOf(report, silencings, below);
  const blocks = blocksOf(report, directives, silencings);
  const kept: Finding[] = [];
  const silenced: Finding[] = [];
  let next = 0;
  for (const finding of findings) {
    const { start, end } = finding.span;
    while ((directives[next]?.end ?? Infinity) <= start) next++;
    const around = directives[next];
    // Where something is missing, a comment may stand at the very place: it is about what should follow.
    const isAbove = around?.start === start && end === start;
    if (around && around.start <= start && !isAbove) continue;
    const here =
      lines
        .get(isAbove ? below(around.end) : lineAt(report.lines, start))
        ?.filter(({ rule }) => rule === undefined || rule.id === finding.code) ?? [];
    for (const silencing of here) silencing.used = true;
    const isInBlock = blocks(start, finding.code);
    (isInBlock || here.length > 0 ? silenced : kept).push(finding);
  }
  return { kept, silenced };
}

function silencingsOf(directive: Directive): Silencing[] {
  return directive.rules.length === 0
    ? [{ directive, rule: undefined, used: false }]
    : directive.rules.map((rule) => ({ directive, rule, used: false }));
}

/** What is silenced on each line, by comments about one line. */
function linesOf(
  report: Report,
  silencings: readonly Silencing[],
  below: (end: number) => number,
): ReadonlyMap<number, readonly Silencing[]> {
  const byLine = new Map<number, Silencing[]>();
  const tables = new Map(report.tables.map((table) => [lineAt(report.lines, topOf(report.text, table)), table]));
  // From the last to the first: comments that stand one above the other are about the same line.
  for (const silencing of [...silencings].reverse()) {
    const { command, start, end } = silencing.directive;
    if (command !== 'disable-line' && command !== 'disable-next-line') continue;
    const first = command === 'disable-line' ? lineAt(report.lines, start) : below(end);
    const table = command === 'disable-line' ? undefined : tables.get(first);
    const last = table ? lineAt(report.lines, table.span.end) : first;
    for (let line = first; line <= last; line++) pushTo(byLine, line, silencing);
  }
  return byLine;
}

/** For the end of a comment, the next line that is neither blank nor a comment of ours. Quickest if asked from the last to the first. */
function linesBelow({ text, lines }: Report): (end: number) => number {
  let known = { from: Infinity, to: Infinity };
  return (end) => {
    const from = lineAt(lines, end) + 1;
    let line = from;
    for (; line < lines.starts.length; line++) {
      if (line >= known.from && line <= known.to) line = known.to;
      const words = text.slice(lines.starts[line], lines.starts[line + 1] ?? text.length).trim();
      if (words !== '' && !/^(?:<!--|【)[ \t]*nianbao-/.test(words)) break;
    }
    known = { from, to: line };
    return line;
  };
}

/** Comments about all that follows: whether one silences a rule at an offset. Marks those that do. Asked for rising offsets. */
function blocksOf(
  { text }: Report,
  directives: readonly Directive[],
  silencings: readonly Silencing[],
): (offset: number, code: string) => boolean {
  const head = headOf(text);
  const atHead = (directive: Directive) =>
    text
      .slice(head, directive.start)
      .replace(/(?:<!--|【)[ \t]*nianbao-[^\r\n]*/g, '')
      .trim() === '';
  const steps = directives.filter(({ command }) => command === 'disable' || command === 'enable');
  const ofStep = new Map<Directive, Silencing[]>();
  for (const silencing of silencings) pushTo(ofStep, silencing.directive, silencing);
  const silencedRules = new Set<string>();
  /** By rule, those that have not yet taken a finding away. */
  const idle = new Map<string, Silencing[]>();
  let ofAll: Silencing[] = [];
  /** How many of `ofAll` do not count for a rule: those that an `enable` has ended, and those that are marked already. */
  const ended = new Map<string, number>();
  const marked = new Map<string, number>();
  const take = (step: Directive): void => {
    if (step.command === 'disable') {
      for (const silencing of ofStep.get(step) ?? []) {
        if (!silencing.rule) ofAll.push(silencing);
        else {
          silencedRules.add(silencing.rule.id);
          pushTo(idle, silencing.rule.id, silencing);
        }
      }
    } else if (step.rules.length > 0) {
      for (const { id } of step.rules) {
        silencedRules.delete(id);
        idle.delete(id);
        ended.set(id, ofAll.length);
      }
    } else {
      ofAll = [];
      for (const known of [silencedRules, idle, ended, marked]) known.clear();
    }
  };
  let next = 0;
  return (offset, code) => {
    for (; next < steps.length; next++) {
      const step = steps[next] as Directive;
      if (step.end > offset && !(step.command === 'disable' && next < firstSteps && atHead(step))) break;
      take(step);
    }
    for (const silencing of idle.get(code) ?? []) silencing.used = true;
    idle.delete(code);
    const from = ended.get(code) ?? 0;
    for (const silencing of ofAll.slice(Math.max(from, marked.get(code) ?? 0))) silencing.used = true;
    marked.set(code, ofAll.length);
    return silencedRules.has(code) || from < ofAll.length;
  };
}

/** No more comments than this stand at the head of a text. */
const firstSteps = 16;

function pushTo<K>(lists: Map<K, Silencing[]>, key: K, silencing: Silencing): void {
  const list = lists.get(key);
  if (list) list.push(silencing);
  else lists.set(key, [silencing]);
}
