/**
 * `workspace/diagnostic`: what is found in all reports of the workspace's folders, file by file as they are read, and what is found
 * between them. A request is answered when there is something to tell that the client does not know; our own client asks again
 * and again, so it is let wait until then. To clients that never ask, findings are pushed when they have the folder checked.
 */
import type {
  Diagnostic,
  PreviousResultId,
  ResultProgressReporter,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from '../library';
import { placeOf } from '../../documents/place';
import { format, msg } from '../../text/message';
import { addressKey } from '../folder/address';
import type { FolderFile } from '../folder/folder-file';
import { toDiagnostic } from '../convert';
import type { Session } from '../session';
import type { FolderChecks } from './folder-check';

type Report = WorkspaceDocumentDiagnosticReport;

/** A client's state of a document that was closed is told after this time: before, it may still take the document for open. */
const afterClosing = 200;

export function serveFolderDiagnostics(session: Session, checks: FolderChecks): void {
  const { connection, guarded, support, documents, index, options, encoding } = session;
  /** Documents of no folder that were closed: nobody else takes away what was found in them. */
  const closed = new Map<string, string>();
  let wake: (() => void)[] = [];
  const wakeAll = (): void => {
    for (const one of wake) one();
    wake = [];
  };
  let asks = false;
  index.onChange(wakeAll);
  index.onIdle(wakeAll);

  /** What the client does not know yet. */
  const news = (known: ReadonlyMap<string, PreviousResultId>, withUnchanged: boolean): Report[] => {
    const reports: Report[] = [];
    for (const file of index.files().values()) {
      const { id } = index.shown(file);
      const before = known.get(file.key);
      if (before?.value === id) {
        if (withUnchanged) reports.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri: before.uri, version: null, resultId: id });
      } else if (before || id !== 'none' || withUnchanged) reports.push(fullReport(session, file));
    }
    for (const [key, { uri, value }] of known) if (!index.file(key) && value !== gone) reports.push({ ...empty(uri), resultId: gone });
    for (const uri of closed.values()) reports.push(empty(uri));
    return reports;
  };

  documents.onDidClose(
    guarded.event('textDocument/didClose', ({ document: { uri } }) => {
      const key = addressKey(uri);
      if (index.file(key)) index.change([key]);
      else closed.set(key, uri);
      if (support.pull) setTimeout(wakeAll, afterClosing);
    }),
  );
  documents.onDidOpen(guarded.event('textDocument/didOpen', ({ document: { uri } }) => closed.delete(addressKey(uri))));
  documents.onDidChangeContent(
    guarded.event('textDocument/didChange', ({ document: { uri } }) => {
      const key = addressKey(uri);
      if (index.file(key)?.text !== documents.get(uri)?.getText()) index.change([key], true);
    }),
  );

  if (support.pull) {
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _, partial) => {
      asks = true;
      const known = new Map(previousResultIds.map((one) => [addressKey(one.uri), one]));
      if (!options.folder && index.state() === 'idle' && checks.mayCheck()) checks.start(token);
      await streamed(session, known, partial, () => token.isCancellationRequested);
      for (;;) {
        const reports = news(known, !options.folder);
        const isSettled = index.state() !== 'checking';
        if (token.isCancellationRequested || (isSettled && (reports.length > 0 || !options.folder))) {
          closed.clear();
          return { items: reports };
        }
        await new Promise<void>((resolve) => {
          wake.push(resolve);
          token.onCancellationRequested(() => resolve());
        });
        await moment();
      }
    });
  }

  // Who does not ask is told, once somebody had the folder checked.
  index.onChange((keys) => {
    if (asks || options.folder) return;
    for (const key of keys) {
      const file = index.file(key);
      const uri = file?.uri ?? key;
      if (documents.get(uri)) continue;
      const diagnostics = file ? diagnosticsOf(session, file) : [];
      guarded.sent('textDocument/publishDiagnostics', connection.sendDiagnostics(encoding.outgoing({ uri, diagnostics })));
    }
  });
}

function empty(uri: string): Report {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

/** The result id of a file that is no longer there. */
const gone = 'gone';

/** Sends what is found in each file while the folder is being read; what was sent is known then. */
async function streamed(
  session: Session,
  known: Map<string, PreviousResultId>,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  isCancelled: () => boolean,
): Promise<void> {
  const { index } = session;
  while (partial && index.state() === 'checking' && !isCancelled()) {
    const items: Report[] = [];
    for (const file of index.files().values()) {
      const { id } = index.shown(file);
      if (id === 'none' || known.get(file.key)?.value === id) continue;
      items.push(fullReport(session, file));
      known.set(file.key, { uri: file.uri, value: id });
    }
    if (items.length > 0) partial.report({ items });
    await moment(150);
  }
}

function fullReport(session: Session, file: FolderFile): Report {
  const { id } = session.index.shown(file);
  const { uri } = file;
  return session.encoding.outgoing({
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: null,
    resultId: id,
    items: diagnosticsOf(session, file),
  });
}

/** What is found in a file, as it is told. The lines of a document's text are nobody's: its places are said in words. */
export function diagnosticsOf({ index, pages, support, translate }: Session, file: FolderFile): Diagnostic[] {
  const { uri, lines: own, document } = file;
  const placed = document && index.reportOf(file);
  return index.shown(file).findings.map((finding) => {
    const place =
      document && placed
        ? placeOf(document, placed, finding.span)
            .map((message) => format(message, translate))
            .join(' · ')
        : '';
    const told = place === '' ? finding : { ...finding, message: msg('{0}（{1}）', format(finding.message, translate), place) };
    return toDiagnostic(told, {
      uri,
      report: { lines: own },
      pages,
      translate,
      relatedInformation: support.relatedInformation,
      uriOf: (path) => index.fileAt(path)?.uri,
    });
  });
}

function moment(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
