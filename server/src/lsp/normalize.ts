/**
 * Normalizing tables over the protocol: formatting, the code action, the request `nianbao/normalize`, and the settings
 * that choose how tables are written. Functions of a document's report; the server wires them.
 */
import type { ChangeAnnotation, CodeAction, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { mapOffset } from '../features/normalize/keep-cursor';
import { tableName } from '../report/names';
import { normalize, type Normalized, type Refusal } from '../features/normalize/normalize';
import { type Target, targets } from '../report/writing/write-table';
import type { Report } from '../report/report';
import { applyEdits } from '../text/edit';
import { indexLines, offsetAt, positionAt, rangeOf } from '../text/lines';
import { format, msg, type Message } from '../text/message';
import type { Span } from '../text/span';
import type { Translate } from './language';
import { isObject } from './support';

/** How tables are written, by the kind of file. Settings `nianbao.normalize.*`. */
export interface NormalizeSettings {
  readonly markdown: Target;
  readonly plaintext: Target;
}

/** Markdown where that is shown as a table; tabs for text that goes back to Word or a sheet. */
export const defaultTargets: NormalizeSettings = { markdown: 'markdown', plaintext: 'tabs' };

/** Parameters of the request `nianbao/normalize`. */
export interface NormalizeParams {
  readonly uri: string;
  /** The cursor: the table there is meant, or all tables if it stands in none. It is kept in its cell. */
  readonly position?: Position;
  /** All tables, wherever the cursor stands. */
  readonly all?: boolean;
  /** Instead of what the settings say. */
  readonly target?: Target;
}

export interface NormalizeAnswer {
  /** Absent when nothing is to do. Asks to be confirmed, table by table, when more than one table changes. */
  readonly edit?: WorkspaceEdit;
  /** How many tables were looked at. */
  readonly tables: number;
  /** Tables that stay as they are, each with the rows because of which. */
  readonly refused: readonly { readonly range: Range; readonly message: string }[];
  /** Where the cursor belongs after the edit; only with `position` and `edit`. */
  readonly selection?: Range;
}

/** The document that is asked about. */
export interface NormalizeContext {
  readonly uri: string;
  /** Version of the document, for the client to tell whether the edit still fits. */
  readonly version: number | null;
  readonly report: Report;
  readonly target: Target;
  readonly translate: Translate;
}

export const normalizeKind = 'refactor.rewrite.nianbao.normalize';

/** The way of writing tables for a document of this language. */
export function targetFor(languageId: string, settings: NormalizeSettings): Target {
  return languageId === 'markdown' ? settings.markdown : settings.plaintext;
}

/** The settings in `value`, the section `nianbao.normalize`; what is missing or broken keeps its default. */
export function readNormalizeSettings(value: unknown, broken: (name: string, value: unknown) => void): NormalizeSettings {
  if (value === undefined || value === null) return defaultTargets;
  if (!isObject(value)) {
    broken('nianbao.normalize', value);
    return defaultTargets;
  }
  const read = (name: keyof NormalizeSettings): Target => {
    const chosen = value[name];
    const target = targets.find((known) => known === chosen);
    if (target === undefined && chosen !== undefined && chosen !== null) broken(`nianbao.normalize.${name}`, chosen);
    return target ?? defaultTargets[name];
  };
  return { markdown: read('markdown'), plaintext: read('plaintext') };
}

/** What formatting does, and what it leaves as it is. */
export interface Formatted {
  readonly edits: TextEdit[];
  readonly refused: NormalizeAnswer['refused'];
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
  const answer = { tables: result.tables.length, refused: result.refused.map((refusal) => told(report, refusal, translate)) };
  if (result.edits.length === 0) return answer;
  const edit = workspaceEdit(context, result);
  if (offset === undefined) return { ...answer, edit };
  const text = applyEdits(report.text, result.edits);
  const cursor = positionAt(indexLines(text), mapOffset(report, result.edits, text, offset));
  return { ...answer, edit, selection: { start: cursor, end: cursor } };
}

const titles: Readonly<Record<Target, Message>> = {
  markdown: msg('规范化表格（对齐的 Markdown）'),
  tabs: msg('规范化表格（制表符分隔）'),
  html: msg('规范化表格（HTML）'),
};

function told({ lines }: Report, refusal: Refusal, translate: Translate): NormalizeAnswer['refused'][number] {
  return { range: rangeOf(lines, refusal.span), message: messageOf(refusal, translate) };
}

function messageOf({ table, message }: Refusal, translate: Translate): string {
  return format(msg('{0}没有规范化：{1}', tableName(table.form), format(message, translate)), translate);
}

function spanOf({ lines }: Report, { start, end }: Range): Span {
  return { start: offsetAt(lines, start), end: offsetAt(lines, end) };
}

/** One annotated edit for each table; to be confirmed where there are several. */
function workspaceEdit({ uri, version, report, translate }: NormalizeContext, { edits }: Normalized): WorkspaceEdit {
  const textDocument = { uri, version };
  const plain = edits.map(({ span, newText }) => ({ range: rangeOf(report.lines, span), newText }));
  if (edits.length < 2) return { documentChanges: [{ textDocument, edits: plain }] };
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  for (const [i, { table }] of edits.entries()) {
    changeAnnotations[`table${i}`] = { label: format(msg('规范化{0}', tableName(table.form)), translate), needsConfirmation: true };
  }
  return {
    documentChanges: [{ textDocument, edits: plain.map((edit, i) => ({ ...edit, annotationId: `table${i}` })) }],
    changeAnnotations,
  };
}
