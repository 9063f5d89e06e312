/** The requests that end in an edit of a document, or in text for one. What each answers is told in the files that they are imported from. */
import type { CodeAction, CompletionList, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkUnsilenced } from '../features/silence/silence';
import type { Report } from '../report/report';
import { targets } from '../report/writing/write-table';
import { type ActionContext, codeActions, documentOf, resolveCodeAction } from './code-actions';
import { completionList } from './completion';
import {
  answerNormalize,
  formatTables,
  normalizeActions,
  type NormalizeAnswer,
  type NormalizeContext,
  type NormalizeParams,
  normalizeKind,
  targetFor,
} from './normalize';
import { answerCopy, answerPaste, type CopyAnswer, type CopyParams, type PasteAnswer, type PasteContext, type PasteParams } from './paste';
import { answerRecompute } from './reading';
import type { Session } from './session';
import type { Settings } from './settings';
import type { Statuses } from './statuses';
import { answerNewReport, answerNextCell, answerOnType, type NextCellAnswer, type NextCellParams, nowhere } from './writing';

/** Answers the protocol's own requests and those of our client. */
export function serveWriting(session: Session, statuses: Statuses): void {
  if (session.support.codeActions) serveActions(session);
  serveFormatting(session, statuses);
  serveCompletion(session);
  serveTables(session);
  serveNewReport(session);
}

function serveActions({ connection, guarded, support, translate, read, about }: Session): void {
  const contextOf = (document: TextDocument, known: Settings): ActionContext => {
    const { uri, version, languageId } = document;
    const { report, findings } = read.check(document, known);
    const check = (other: Report) => checkUnsilenced(other, known.severities, known.rules);
    return {
      uri,
      version,
      support,
      translate,
      known: { report, findings, check, ...(languageId === 'markdown' && { form: 'comment' as const }) },
    };
  };
  connection.onCodeAction(
    guarded.request('textDocument/codeAction', (asked) =>
      about<CodeAction[]>(asked.textDocument.uri, [], (document, known) => {
        if (!known.enable) return [];
        const context = contextOf(document, known);
        const tables = wants(asked.context.only, normalizeKind)
          ? normalizeActions(normalizing(document, context.known.report, known, context), asked.range, {
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

function serveFormatting(session: Session, { left, checkAndTell }: Statuses): void {
  const { connection, guarded, read, about } = session;
  const format = (uri: string, range?: Range): Promise<TextEdit[]> =>
    about<TextEdit[]>(uri, [], (document, known) => {
      if (!known.enable) return [];
      const { edits, refused } = formatTables(normalizing(document, read.report(document), known, session), range);
      left.set(
        document,
        refused.map(({ message }) => message),
      );
      for (const { range: row, message } of refused) connection.console.info(`${uri}:${row.start.line + 1} ${message}`);
      checkAndTell(document, known);
      return edits;
    });
  connection.onDocumentFormatting(guarded.request('textDocument/formatting', ({ textDocument: { uri } }) => format(uri)));
  connection.onDocumentRangeFormatting(
    guarded.request('textDocument/rangeFormatting', ({ textDocument: { uri }, range }) => format(uri, range)),
  );
  connection.onDocumentOnTypeFormatting(
    guarded.request('textDocument/onTypeFormatting', ({ textDocument: { uri }, position }) =>
      about<TextEdit[]>(uri, [], (document, known) => (known.enable ? answerOnType(read.report(document), position) : [])),
    ),
  );
}

function serveCompletion({ connection, guarded, support: { snippets }, translate, read, about }: Session): void {
  connection.onCompletion(
    guarded.request('textDocument/completion', ({ textDocument: { uri }, position }) =>
      about<CompletionList | null>(uri, null, (document, { enable, normalize }) =>
        enable
          ? completionList(
              { report: read.report(document), target: targetFor(document.languageId, normalize), snippets, translate },
              position,
            )
          : null,
      ),
    ),
  );
}

function serveTables(session: Session): void {
  const { connection, guarded, translate, read, about, reading } = session;
  const tablesIn = (document: TextDocument, known: Settings): PasteContext => ({
    report: read.report(document),
    languageId: document.languageId,
    target: targetFor(document.languageId, known.normalize),
    translate,
  });
  connection.onRequest(
    'nianbao/normalize',
    guarded.request('nianbao/normalize', (asked: NormalizeParams) =>
      about<NormalizeAnswer>(asked.uri, { tables: 0, refused: [] }, (document, known) => {
        const context = normalizing(document, read.report(document), known, session);
        const target = targets.find((one) => one === asked.target);
        return answerNormalize(target ? { ...context, target } : context, asked);
      }),
    ),
  );
  connection.onRequest(
    'nianbao/recompute',
    guarded.request('nianbao/recompute', ({ uri, position }: { readonly uri: string; readonly position?: Position }) =>
      reading<WorkspaceEdit | null>(uri, null, (document) => answerRecompute(document, position)),
    ),
  );
  connection.onRequest(
    'nianbao/paste',
    guarded.request('nianbao/paste', (asked: PasteParams) =>
      about<PasteAnswer>(asked.uri, { told: [] }, (document, known) =>
        known.enable ? answerPaste(tablesIn(document, known), asked) : { told: [] },
      ),
    ),
  );
  connection.onRequest(
    'nianbao/copyTable',
    guarded.request('nianbao/copyTable', (asked: CopyParams) =>
      about<CopyAnswer>(asked.uri, {}, (document, known) => (known.enable ? answerCopy(tablesIn(document, known), asked) : {})),
    ),
  );
  connection.onRequest(
    'nianbao/nextCell',
    guarded.request('nianbao/nextCell', (asked: NextCellParams) =>
      about<NextCellAnswer>(asked.uri, nowhere, (document, { enable }) =>
        enable ? answerNextCell(read.report(document), asked) : nowhere,
      ),
    ),
  );
}

function serveNewReport({ connection, guarded }: Session): void {
  connection.onRequest('nianbao/newReport', guarded.request('nianbao/newReport', answerNewReport));
}

function normalizing(
  { uri, version, languageId }: TextDocument,
  report: Report,
  known: Settings,
  { translate }: Pick<Session, 'translate'>,
): NormalizeContext {
  return { uri, version, report, target: targetFor(languageId, known.normalize), translate };
}

/** Whether actions of `kind` are asked for. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((parent) => kind === parent || kind.startsWith(`${parent}.`));
}
