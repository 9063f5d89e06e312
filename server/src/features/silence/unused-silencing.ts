/**
 * Findings about comments that silence nothing: which they are is found out in `silence.ts`. Each says what to do, and its
 * fix deletes the comment, or the rule in it, or writes the rule that was meant.
 */
import type { Report } from '../../report/report';
import { catalogue } from '../../rules/index';
import type { Finding, Fix, Observation } from '../../findings/finding';
import type { RuleOptions } from '../../rules/rule';
import { unusedSilencing } from '../../rules/residue/unused-silencing';
import { type Directive, extentOf, type NamedRule } from '../../text/directives';
import { msg } from '../../text/message';
import { nearest } from '../../text/nearest';
import { type Severities, severityOf } from '../check';

/** A comment, or one rule that it names. */
export interface Unused {
  readonly directive: Directive;
  readonly rule: NamedRule | undefined;
}

/** A finding for each of `unused`, but for those about rules that are off, lack an option or look at several reports: elsewhere they may be on. */
export function unusedFindings(report: Report, unused: readonly Unused[], severities: Severities, options: RuleOptions): Finding[] {
  const severity = severityOf(unusedSilencing, severities) ?? unusedSilencing.severity;
  if (severity === 'off') return [];
  return unused
    .filter(({ rule }) => rule === undefined || !isIdle(rule.id, severities, options))
    .map((one) => ({ ...observe(report.text, one), code: unusedSilencing.id, severity }));
}

function isIdle(id: string, severities: Severities, options: RuleOptions): boolean {
  const rule = catalogue.find((known) => known.id === id);
  if (!rule) return false;
  // What several reports together would show is not known here.
  if (rule.family === 'between') return true;
  return severityOf(rule, severities) === 'off' || (rule.option !== undefined && options[rule.option] === undefined);
}

function observe(text: string, { directive, rule }: Unused): Observation {
  const { start, end } = rule ?? directive;
  const span = { start, end };
  const ids = catalogue.map(({ id }) => id);
  if (!rule) return { span, message: msg('这里没有问题，不需要静默'), fix: removal(text, directive, rule) };
  if (ids.includes(rule.id)) return { span, message: msg('这里没有 {0} 的问题，不需要静默', rule.id), fix: removal(text, directive, rule) };
  const meant = nearest(rule.id, ids);
  if (meant === undefined) return { span, message: msg('没有「{0}」这条规则', rule.id), fix: removal(text, directive, rule) };
  return {
    span,
    message: msg('没有「{0}」这条规则，是否指「{1}」？', rule.id, meant),
    fix: { title: msg('改为「{0}」', meant), safe: true, edits: [{ span, newText: meant }] },
  };
}

/** Deletes one of several ids, else the comment. */
function removal(text: string, directive: Directive, rule: NamedRule | undefined): Fix {
  if (rule && directive.rules.length > 1) {
    let { start } = rule;
    while (/[ \t,，、]/.test(text[start - 1] ?? '')) start--;
    return { title: msg('从注释中删去 {0}', rule.id), safe: true, edits: [{ span: { start, end: rule.end }, newText: '' }] };
  }
  return { title: msg('删除这条注释'), safe: true, edits: [{ span: extentOf(text, directive), newText: '' }] };
}
