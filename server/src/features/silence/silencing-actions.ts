import type { Finding } from '../../findings/finding';
import { unusedSilencing } from '../../rules/residue/unused-silencing';
import { findDirectives } from '../../text/directives';
import { lineAt } from '../../text/lines';
import { msg } from '../../text/message';
import { meet, type Span } from '../../text/span';
import { type Action, type Known, kinds } from '../actions/action';
import { silenceAllEdit, silencedPlace, silenceEdit, withoutSilencing } from './silencing-edits';

/** The actions that silence those of the findings `here` that stand on the line where `span` begins. */
export function silencingsAt(known: Known, span: Span, here: readonly Finding[]): Action[] {
  const { lines } = known.report;
  const line = lineAt(lines, span.start);
  const own = here.filter(
    ({ code, span: { start, end } }) => code !== unusedSilencing.id && lineAt(lines, start) <= line && line <= lineAt(lines, end),
  );
  const rules = new Map(own.map((finding) => [finding.code, finding]));
  return [...own.map((finding) => silencing(known, finding)), ...[...rules.values()].map((finding) => silencingAll(known, finding))];
}

/** The action with this id: `silence`, rule and turn, or `silence-all` and rule. */
export function silencingById(known: Known, id: string): Action | undefined {
  const [what, code, turn] = id.split('/');
  const own = known.findings.filter((finding) => finding.code === code);
  const finding = own[what === 'silence' ? Number(turn) : 0];
  if (!finding) return undefined;
  return what === 'silence' ? silencing(known, finding) : silencingAll(known, finding);
}

/** Takes all comments out of the text, where one of them stands at `span`. */
export function unsilencingsAt({ report: { text } }: Known, span: Span | undefined): Action[] {
  const directives = findDirectives(text);
  if (directives.length === 0 || (span && !directives.some((directive) => meet(directive, span)))) return [];
  return [
    {
      id: 'unsilence',
      title: msg('删去全文的静默注释（{0} 条）', directives.length),
      kind: kinds.rewrite,
      safe: true,
      preferred: false,
      fixes: [],
      edits: () => withoutSilencing(text),
    },
  ];
}

function silencing({ report, findings, form }: Known, finding: Finding): Action {
  const { code } = finding;
  const turn = findings.filter((other) => other.code === code).indexOf(finding);
  const title =
    silencedPlace(report, finding) === 'table'
      ? msg('不再提示本表的 {0}（在表格上方加注释）', code)
      : msg('不再提示这一行的 {0}（在上方加注释）', code);
  return {
    id: `silence/${code}/${turn}`,
    title,
    kind: kinds.quickFix,
    safe: true,
    preferred: false,
    fixes: [finding],
    edits: () => silenceEdit(report, finding, form),
  };
}

function silencingAll({ report, form }: Known, finding: Finding): Action {
  const { code } = finding;
  return {
    id: `silence-all/${code}`,
    title: msg('全文不再提示 {0}（在开头加注释）', code),
    kind: kinds.quickFix,
    safe: true,
    preferred: false,
    fixes: [finding],
    edits: () => silenceAllEdit(report, code, form),
  };
}
