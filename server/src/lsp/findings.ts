/**
 * The findings of documents and their status. Diagnostics are pulled by clients that announce it and pushed to all others,
 * never both, and are computed at once when asked for: a check is cheaper than waiting would be.
 */
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { idle, status } from '../features/status';
import { msg } from '../text/message';
import { type StatusParams, toDiagnostic, toStatusParams } from './convert';
import type { Checked } from './documents';
import { type LeftTables, leftTables } from './left-tables';
import type { Session } from './session';
import type { Settings } from './settings';

export interface Findings {
  /** Why formatting has left tables as they are, for the status. */
  readonly left: LeftTables;
  /** The document's findings, and a word to the client where its status is not what was last told. */
  checkAndTell(document: TextDocument, known: Settings): Checked;
  /** Everything is asked for and told anew: what holds for the documents has changed, not their texts. */
  refresh(): void;
}

/** Answers and sends diagnostics and statuses. */
export function serveFindings({ connection, guarded, support, options, translate, pages, documents, taken, read, isPage, settingsOf, about }: Session): Findings {
  const told = new Map<string, string>();
  const left = leftTables(translate);

  const diagnostics = (uri: string, { report, findings }: Checked) =>
    findings.map((finding) => toDiagnostic(finding, { uri, report, pages, translate, relatedInformation: support.relatedInformation }));

  const statusOf = (document: TextDocument, { report, findings }: Checked, { enable, severities }: Settings): StatusParams => {
    const reason = taken.isNone(document.uri) ? msg('已指定不检查这个文件') : msg('在设置或 .nianbao.json 中关闭了检查');
    const isTaken = taken.isReport(document);
    return { ...toStatusParams(document.uri, enable ? status(report, findings, isTaken) : idle(reason), translate, left.of(document)), goesBy: { taken: isTaken, enable, severities } };
  };

  const checkAndTell = (document: TextDocument, known: Settings): Checked => {
    const checked = read.check(document, known);
    if (options.status) {
      const now = statusOf(document, checked, known);
      const words = JSON.stringify(now);
      if (told.get(document.uri) !== words) {
        told.set(document.uri, words);
        guarded.sent('nianbao/statusChanged', connection.sendNotification('nianbao/statusChanged', now));
      }
    }
    return checked;
  };

  const publish = (document: TextDocument): unknown => {
    if (isPage(document.uri)) return undefined;
    const send = (known: Settings): Promise<void> | undefined => {
      const { uri, version } = document;
      if (documents.get(uri) !== document) return undefined;
      return connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(uri, checkAndTell(document, known)) });
    };
    const known = settingsOf(document.uri);
    return known instanceof Promise ? known.then(send) : send(known);
  };

  const refresh = (): void => {
    if (support.refreshInlayHints) guarded.sent('workspace/inlayHint/refresh', connection.languages.inlayHint.refresh());
    if (support.refreshCodeLenses) guarded.sent('workspace/codeLens/refresh', connection.sendRequest('workspace/codeLens/refresh'));
    if (support.refreshTokens) guarded.sent('workspace/semanticTokens/refresh', connection.languages.semanticTokens.refresh());
    if (!support.pull) documents.all().forEach(guarded.event('textDocument/publishDiagnostics', publish));
    else if (support.refreshDiagnostics) guarded.sent('workspace/diagnostic/refresh', connection.languages.diagnostics.refresh());
  };

  if (support.pull) {
    const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    connection.languages.diagnostics.on(
      guarded.request('textDocument/diagnostic', ({ textDocument: { uri }, previousResultId }) =>
        about<DocumentDiagnosticReport>(uri, nothing, (document, known) => {
          const checked = checkAndTell(document, known);
          return checked.id === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: checked.id }
            : { kind: DocumentDiagnosticReportKind.Full, resultId: checked.id, items: diagnostics(uri, checked) };
        }),
      ),
    );
  } else {
    documents.onDidChangeContent(guarded.event('textDocument/didChange', ({ document }) => publish(document)));
  }
  documents.onDidClose(
    guarded.event('textDocument/didClose', ({ document: { uri } }) => {
      told.delete(uri);
      return support.pull ? undefined : connection.sendDiagnostics({ uri, diagnostics: [] });
    }),
  );
  connection.onRequest(
    'nianbao/status',
    guarded.request('nianbao/status', ({ uri }: { readonly uri: string }) =>
      about(uri, toStatusParams(uri, idle(isPage(uri) ? msg('这是一条规则的说明页') : msg('没有打开')), translate), (document, known) =>
        statusOf(document, read.check(document, known), known),
      ),
    ),
  );

  return { left, checkAndTell, refresh };
}
