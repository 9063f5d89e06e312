/** `nianbao/normalize`: tables in the standard form; and what the code action and formatting share with it. */
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mapOffset } from '../../features/normalize/keep-cursor';
import { tableName } from '../../report/names';
import { normalize, type Normalized, type Refusal } from '../../features/normalize/normalize';
import { type TableFormat, targets } from '../../report/writing/table-format';
import type { Report } from '../../report/report';
import { applyEdits } from '../../text/edit';
import { indexLines, offsetAt, positionAt, rangeOf } from '../../text/lines';
import { format, msg, type Message } from '../../text/message';
import type { Span } from '../../text/span';
import type { Translate } from '../language';
import { toWorkspaceEdit } from '../convert';
import { targetFor } from '../normalize-settings';
import { answer } from '../own';
import type { NormalizeAnswer, NormalizeParams, Refusal as ToldRefusal } from '../protocol';
import type { Session } from '../session';
import type { Settings } from '../settings';

/** The document that is asked about. */
export interface NormalizeContext {
  readonly uri: string;
  /** Version of the document, for the client to tell whether the edit still fits. */
  readonly version: number | null;
  readonly report: Report;
  readonly target: TableFormat;
  readonly translate: Translate;
}

export const normalizeKind = 'refactor.rewrite.nianbao.normalize';

export function serveNormalize(session: Session): void {
  const { translate, read, about } = session;
  answer(session, 'nianbao/normalize', (asked) =>
    about<NormalizeAnswer>(asked.uri, { tables: 0, refused: [] }, (document, known) => {
      const context = normalizing({ document, report: read.report(document), known, translate });
      const target = targets.find((one) => one === asked.target);
      return answerNormalize(target ? { ...context, target } : context, asked);
    }),
  );
}

interface Asked {
  readonly document: TextDocument;
  readonly report: Report;
  readonly known: Settings;
  readonly translate: Translate;
}

export function normalizing({ document: { uri, version, languageId }, report, known, translate }: Asked): NormalizeContext {
  return { uri, version, report, target: targetFor(languageId, known.normalize), translate };
}

/** What formatting does, and what it leaves as it is. */
export interface Formatted {
  readonly edits: TextEdit[];
  readonly refused: readonly ToldRefusal[];
}

/** `textDocument/formatting`, and `textDocument/rangeFormatting` for the tables that `range` touches. */
export function formatTables({ report, target, translate }: Omit<NormalizeContext, 'uri' | 'version'>, range?: Range): Formatted {
  const { edits, refused } = normalize(report, { target, ...(range && { within: spanOf(report, range) }) });
  return {
    edits: edits.map(({ span, newText }) => ({ range: rangeOf(report.lines, span), newText })),
    refused: refused.map((refusal) => told(report, refusal, translate)),
  };
}

/**
 * The code action for the tables that `range` touches; none where there is nothing to do.
 * @param shows what the client can do with an action: show it disabled with a reason.
 */
export function normalizeActions(context: NormalizeContext, range: Range, shows: { readonly disabled: boolean }): CodeAction[] {
  const { report, target, translate } = context;
  const result = normalize(report, { target, within: spanOf(report, range) });
  const title = format(titles[target], translate);
  if (result.edits.length > 0) return [{ title, kind: normalizeKind, edit: workspaceEdit(context, result) }];
  const [reason] = result.refused;
  return reason && shows.disabled ? [{ title, kind: normalizeKind, disabled: { reason: messageOf(reason, translate) } }] : [];
}

/** The answer to `nianbao/normalize`. */
export function answerNormalize(context: NormalizeContext, { position, all }: NormalizeParams): NormalizeAnswer {
  const { report, target, translate } = context;
  const offset = position && offsetAt(report.lines, position);
  const here = offset === undefined || all ? undefined : normalize(report, { target, within: { start: offset, end: offset } });
  const result = here && here.tables.length > 0 ? here : normalize(report, { target });
  const looked = { tables: result.tables.length, refused: result.refused.map((refusal) => told(report, refusal, translate)) };
  if (result.edits.length === 0) return looked;
  const edit = workspaceEdit(context, result);
  if (offset === undefined) return { ...looked, edit };
  const text = applyEdits(report.text, result.edits);
  const cursor = positionAt(indexLines(text), mapOffset(report, result.edits, text, offset));
  return { ...looked, edit, selection: { start: cursor, end: cursor } };
}

const titles: Readonly<Record<TableFormat, Message>> = {
  markdown: msg('规范化表格（对齐的 Markdown）'),
  text: msg('规范化表格（画线对齐）'),
  tabs: msg('规范化表格（制表符分隔）'),
  html: msg('规范化表格（HTML）'),
};

function told({ lines }: Report, refusal: Refusal, translate: Translate): ToldRefusal {
  return { range: rangeOf(lines, refusal.span), message: messageOf(refusal, translate) };
}

function messageOf({ table, message }: Refusal, translate: Translate): string {
  return format(msg('{0}没有规范化：{1}', tableName(table.form), format(message, translate)), translate);
}

function spanOf({ lines }: Report, { start, end }: Range): Span {
  return { start: offsetAt(lines, start), end: offsetAt(lines, end) };
}

function workspaceEdit(context: NormalizeContext, { edits }: Normalized): WorkspaceEdit {
  return toWorkspaceEdit(context, edits);
}
