/**
 * A session of the extension: the language client with its options, and what the user sees of it. How the server is
 * started is told by the entries, `extension.ts` for Node and `web-extension.ts` for the browser; all else is the same in both.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn, vsdiag } from './library';
import { provideChanges } from './changes';
import { mayCheck } from './check-on';
import { registerCommands } from './commands';
import { registerCopying } from './copy';
import { showCursor } from './cursor';
import { offerReopening } from './encoding';
import { decorate } from './decorations';
import { registerEditing } from './editing';
import { offerDocuments } from './documents';
import { isDocumentText } from './documents/read-document';
import { answerFiles } from './files';
import { offerFontsAndWrapping } from './fonts-and-wrapping';
import { offerFolder } from './folder';
import { documentReports } from './folder/document-reports';
import { startAgain } from './lost-connection';
import { offerNewReport } from './new-report';
import { showOutline } from './outline';
import { providePages } from './pages';
import { offerTables } from './paste';
import { extendPreview, type Preview } from './preview';
import type { PreviewEngineSource } from './preview-engine';
import { offerPrintablePage } from './printable-page';
import { keepReportContext } from './report-context';
import { offerRuleLevels } from './rule-levels';
import { offerSample } from './sample';
import { offerSilencing } from './silence';
import { showStatus } from './status';
import { listenToStatuses } from './statuses';
import { moveInTables } from './table-keys';
import { offerTextPreview } from './text-preview';
import { settleLanguages } from './untitled';
import { offerVerdicts, rememberVerdicts, type UserVerdicts } from './user-verdicts';

/** The documents that the server is told of, whatever their scheme; it judges by their content. Those in no file in any language: VS Code guesses it. */
const selector: DocumentSelector = [{ language: 'markdown' }, { language: 'plaintext' }, { language: 'nianbao' }, { scheme: 'untitled' }];

let client: BaseLanguageClient | undefined;

/**
 * Starts the client and shows what there is to see.
 * @param create makes the client, which is not started yet, from the name that its log has and its options.
 * @param engine gives the engine for previews.
 * @returns what `activate` is to return, for VS Code's Markdown extension.
 */
export function openSession(
  context: vscode.ExtensionContext,
  create: (name: string, options: LanguageClientOptions) => BaseLanguageClient,
  engine: PreviewEngineSource,
): Pick<Preview, 'extendMarkdownIt'> {
  const pages = providePages(context.extensionUri);
  const verdicts = rememberVerdicts(context);
  const started = create(vscode.l10n.t('Nianbao'), optionsOf(pages.base, verdicts));
  client = started;
  const statuses = listenToStatuses(started);
  const changes = provideChanges(started);
  const display = offerFontsAndWrapping(started, statuses, context.globalState);
  const preview = extendPreview(engine, started, statuses, pages.base);
  context.subscriptions.push(
    pages,
    preview,
    statuses,
    display,
    answerFiles(started),
    ...registerCommands(started),
    offerNewReport(started),
    offerPrintablePage(started),
    offerTables(started, selector),
    ...registerCopying(started),
    ...keepReportContext(started, selector, statuses),
    ...moveInTables(started, selector),
    ...showStatus(started, selector, statuses),
    changes,
    ...decorate(started, statuses),
    offerSilencing(started),
    offerRuleLevels(started),
    ...offerTextPreview(started, statuses),
    ...registerEditing(started, statuses, changes, display),
    ...offerReopening(started, statuses),
    settleLanguages(started, statuses),
    ...showOutline(started, statuses),
    ...showCursor(started, statuses),
    ...offerVerdicts(started, selector, verdicts, statuses),
    ...offerSample(context.extensionUri),
    ...offerDocuments(started, selector as vscode.DocumentSelector),
    ...offerFolder(started, statuses),
  );
  // Not awaited: activation must be quick, and a server that fails to start is the log's and the status item's business.
  started.start().catch((error: unknown) => started.error('start', error, false));
  return { extendMarkdownIt: preview.extendMarkdownIt };
}

/** Stops the client and with it the server. */
export async function closeSession(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}

function optionsOf(pages: string, verdicts: UserVerdicts): LanguageClientOptions {
  return {
    documentSelector: selector,
    // Asked for again at each start of the server.
    initializationOptions: () => ({
      language: vscode.env.language,
      pages,
      status: true,
      formatting: false,
      files: true,
      silencing: true,
      looks: true,
      folder: true,
      taken: verdicts.all(),
    }),
    diagnosticPullOptions: { onChange: true, onSave: true },
    errorHandler: startAgain(),
    // No window opens by itself; the status item leads to the log.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      provideWorkspaceDiagnostics: (known, token, report, next) => documentReports(known, token, report, next),
      // The client library never asks again for a document whose request failed once. Keep what is shown and go on.
      async provideDiagnostics(document, previousResultId, token, next) {
        // What is found in a document is known from reading it.
        if (isDocumentText(document)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        try {
          if (!(await mayCheck(document, previousResultId !== undefined, token)))
            return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId ?? '' };
          return await next(document, previousResultId, token);
        } catch (error) {
          if (error instanceof vscode.CancellationError) throw error;
          return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId ?? '' };
        }
      },
    },
  };
}
