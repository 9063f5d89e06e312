/**
 * Code actions over the protocol: which of the actions at a range a client is shown, and the edit of the one that it
 * chooses. Edits are computed from the present text, never out of what the client sends back: that only names the action.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CodeActionParams, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver';
import { type Action, kinds, type Known } from '../../features/actions/action';
import { actionById, actionsAt } from '../../features/actions/fixes';
import { type Look, looksAt } from '../../features/actions/looks';
import { review } from '../../features/silence/fingerprints';
import { checkUnsilenced } from '../../features/silence/silence';
import type { Report } from '../../report/report';
import type { TextEdit } from '../../text/edit';
import { offsetAt, rangeOf } from '../../text/lines';
import { format, msg } from '../../text/message';
import { catalogue } from '../../rules/index';
import type { Translate } from '../language';
import type { Session } from '../session';
import type { Settings } from '../settings';
import { isObject, type Support } from '../support';
import { isReviewed } from './reviewing';
import { normalizeActions, normalizeKind, normalizing } from './normalize';

/** The document that is asked about. */
interface ActionContext {
  readonly uri: string;
  readonly version: number;
  readonly known: Known;
  readonly support: Support;
  readonly translate: Translate;
  /** Whether the client asks how and why a finding is to be silenced. */
  readonly asksReason: boolean;
  /** Whether the client can be led to a place. */
  readonly looks: boolean;
  /** Whether the report lies where reports are reviewed: with a roster, or with decisions of reviewers. */
  readonly isReviewed: boolean;
}

/** What is sent along with an action whose edit is not yet computed. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly kind: string;
  readonly id: string;
}

/** The kinds that are told in the handshake. */
export const actionKinds: string[] = [kinds.quickFix, kinds.rewrite, kinds.fixAll];

export function serveCodeActions({ connection, guarded, support, options, translate, read, about }: Session): void {
  if (!support.codeActions) return;
  const contextOf = (document: TextDocument, known: Settings): ActionContext => {
    const { uri, version, languageId } = document;
    const { report, findings } = read.check(document, known);
    const check = (other: Report) => review(other, checkUnsilenced(other, known.severities, known.rules), known.decisions).findings;
    return {
      uri,
      version,
      support,
      translate,
      asksReason: options.silencing,
      looks: options.looks,
      isReviewed: isReviewed(known.decisions, known.units),
      known: { report, findings, check, ...(languageId === 'markdown' && { form: 'comment' as const }) },
    };
  };
  connection.onCodeAction(
    guarded.request('textDocument/codeAction', (asked) =>
      about<CodeAction[]>(asked.textDocument.uri, [], (document, known) => {
        if (!known.enable) return [];
        const context = contextOf(document, known);
        const tables = wants(asked.context.only, normalizeKind)
          ? normalizeActions(normalizing({ document, report: context.known.report, known, translate }), asked.range, {
              disabled: support.disabledActions,
            })
          : [];
        return [...codeActions(context, asked), ...tables];
      }),
    ),
  );
  connection.onCodeActionResolve(
    guarded.request('codeAction/resolve', (action) =>
      about(documentOf(action) ?? '', action, (document, known) =>
        known.enable ? resolveCodeAction(contextOf(document, known), action) : action,
      ),
    ),
  );
}

/** `textDocument/codeAction`. */
function codeActions(
  context: ActionContext,
  { range, context: { only, diagnostics } }: Pick<CodeActionParams, 'range' | 'context'>,
): CodeAction[] {
  const { lines } = context.known.report;
  const span = { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
  const actions = actionsAt(context.known, span, only);
  const looks = context.looks && wants(only, kinds.quickFix) ? looksAt(context.known, span) : [];
  const leading = looks.map((look) => toLeading(context, look, diagnostics));
  if (!context.asksReason) return [...actions.map((action) => toCodeAction(context, action, diagnostics)), ...leading];
  const silencings = actions.filter(({ id }) => id.startsWith('silence/'));
  return [
    ...actions.filter(({ id }) => !/^silence(?:-all)?\//.test(id)).map((action) => toCodeAction(context, action, diagnostics)),
    ...leading,
    ...silencings.map((action) => toSilencing(context, action)),
    ...(context.isReviewed ? silencings.flatMap((action) => toDecisions(context, action, silencings.length > 1)) : []),
  ];
}

/** The document that an action to be resolved is about; undefined if it is none of ours. */
function documentOf({ data }: CodeAction): string | undefined {
  return isData(data) ? data.uri : undefined;
}

/** `codeAction/resolve`: the action with its edit for the present text, without one if there the same thing is not to be had. */
function resolveCodeAction(context: ActionContext, unresolved: CodeAction): CodeAction {
  const { data } = unresolved;
  if (!isData(data)) return unresolved;
  const action = actionById(context.known, data.id);
  // Its title names place, old and new figure: another title is another thing.
  if (
    !action ||
    action.kind !== data.kind ||
    (data.version !== context.version && format(action.title, context.translate) !== unresolved.title)
  )
    return unresolved;
  return { ...unresolved, edit: workspaceEdit(context, action.edits()) };
}

/** An entry that changes nothing: the client's command selects a place or shows a hover. */
function toLeading(
  { uri, translate, known }: ActionContext,
  { title: words, shows, span, finding }: Look,
  diagnostics: readonly Diagnostic[],
): CodeAction {
  const { lines } = known.report;
  const title = format(words, translate);
  const told = diagnostics.filter(({ code, range }) => code === finding.code && isSame(rangeOf(lines, finding.span), range));
  const command = shows === 'hover' ? 'nianbao.look' : 'nianbao.reveal';
  return {
    title,
    kind: kinds.quickFix,
    ...(told.length > 0 && { diagnostics: told }),
    command: { title, command, arguments: [uri, rangeOf(lines, span)] },
  };
}

/** The one entry that asks how and why; the client's command does the rest. */
function toSilencing({ uri, translate }: ActionContext, { id, kind }: Action): CodeAction {
  const [, rule = '', turn = '0'] = id.split('/');
  const title = format(msg('不再提示「{0}」…', translate(catalogue.find((known) => known.id === rule)?.title ?? rule)), translate);
  return { title, kind, command: { title, command: 'nianbao.silence', arguments: [uri, rule, Number(turn)] } };
}

/** What a reviewer may say of a finding; the client's commands ask for the reason and write it down. */
function toDecisions({ uri, translate }: ActionContext, { id, kind }: Action, isOneOfMany: boolean): CodeAction[] {
  const [, rule = '', turn = '0'] = id.split('/');
  const name = isOneOfMany ? (catalogue.find((known) => known.id === rule)?.title ?? rule) : '';
  return decisions.map(([command, words, wordsWithName]) => {
    const title = format(name === '' ? words : { ...wordsWithName, values: [name] }, translate);
    return { title, kind, command: { title, command, arguments: [uri, rule, Number(turn)] } };
  });
}

const decisions = [
  ['nianbao.review.return', msg('审核：退回修改…'), msg('审核：退回「{0}」…')],
  ['nianbao.review.accept', msg('审核：确认属实'), msg('审核：确认「{0}」属实')],
  ['nianbao.review.dismiss', msg('审核：忽略，写明理由…'), msg('审核：忽略「{0}」，写明理由…')],
] as const;

function toCodeAction(context: ActionContext, action: Action, diagnostics: readonly Diagnostic[]): CodeAction {
  const { uri, version, support, translate, known } = context;
  const { id, kind } = action;
  const mended =
    action.fixes.length === 0
      ? []
      : diagnostics.filter(({ code, range }) =>
          action.fixes.some((finding) => finding.code === code && isSame(rangeOf(known.report.lines, finding.span), range)),
        );
  const data: ActionData = { uri, version, kind, id };
  return {
    title: format(action.title, translate),
    kind,
    ...(mended.length > 0 && { diagnostics: mended }),
    ...(support.preferredActions && action.preferred && { isPreferred: true }),
    ...(support.resolvedEdits ? { data } : { edit: workspaceEdit(context, action.edits()) }),
  };
}

function workspaceEdit({ uri, version, support, known }: ActionContext, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = edits.map(({ span, newText }) => ({ range: rangeOf(known.report.lines, span), newText }));
  return support.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function isData(value: unknown): value is ActionData {
  return (
    isObject(value) &&
    typeof value['uri'] === 'string' &&
    typeof value['version'] === 'number' &&
    typeof value['kind'] === 'string' &&
    typeof value['id'] === 'string'
  );
}

/** Whether actions of `kind` are asked for. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((parent) => kind === parent || kind.startsWith(`${parent}.`));
}
