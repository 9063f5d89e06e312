/**
 * The findings of documents. Diagnostics are pulled by clients that announce it and pushed to all others,
 * never both, and are computed at once when asked for: a check is cheaper than waiting would be.
 */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from '../library';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from '../convert';
import type { Checked } from '../documents';
import type { Session } from '../session';
import type { Settings } from '../settings';
import type { Statuses } from './status';

export interface Diagnostics {
  /** Everything is asked for and told anew: what holds for the documents has changed, not their texts. */
  refresh(): void;
}

/** Answers and sends diagnostics. */
export function serveDiagnostics(
  { connection, guarded, support, translate, pages, documents, encoding, isPage, underWay, settingsOf, aboutOpen }: Session,
  { checkAndTell }: Statuses,
): Diagnostics {
  const shown = (uri: string, checked: Checked | undefined): Diagnostic[] =>
    !checked
      ? []
      : checked.findings.map((finding) =>
          toDiagnostic(finding, { uri, report: checked.report, pages, translate, relatedInformation: support.relatedInformation }),
        );

  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const publish = (document: TextDocument): unknown => {
    if (isPage(document.uri)) return undefined;
    const send = (known: Settings): Promise<void> | undefined => {
      const { uri, version } = document;
      if (documents.get(uri) !== document) return undefined;
      const reading = underWay(document, known);
      if (reading) return reading.then(() => publish(document)) as Promise<void>;
      return connection.sendDiagnostics(encoding.outgoing({ uri, version, diagnostics: shown(uri, checkAndTell(document, known)) }));
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
    connection.languages.diagnostics.on(
      guarded.request('textDocument/diagnostic', ({ textDocument: { uri }, previousResultId }) =>
        aboutOpen<DocumentDiagnosticReport>(uri, nothing, (document, known) => {
          const checked = checkAndTell(document, known);
          if (!checked) return nothing;
          return checked.id === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: checked.id }
            : { kind: DocumentDiagnosticReportKind.Full, resultId: checked.id, items: shown(uri, checked) };
        }),
      ),
    );
  } else {
    documents.onDidChangeContent(guarded.event('textDocument/didChange', ({ document }) => publish(document)));
  }
  documents.onDidClose(
    guarded.event('textDocument/didClose', ({ document: { uri } }) =>
      support.pull ? undefined : connection.sendDiagnostics({ uri, diagnostics: [] }),
    ),
  );

  return { refresh };
}
