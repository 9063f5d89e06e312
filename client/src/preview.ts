/**
 * VS Code's own Markdown preview shows the tables of reports as the form prints them. This file tells the plug-in which
 * tables a text has, by what the server says that it goes by, and has open previews rendered anew when that changes.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PreviewEngineSource, ReportTable } from './preview-engine';
import { type MarkdownIt, showReportTables } from './report-tables';
import type { GoesBy } from '../../server/src/lsp/protocol';
import type { Statuses } from './statuses';

export interface Preview extends vscode.Disposable {
  /** Called by VS Code's Markdown extension, which takes it from what `activate` returns. */
  extendMarkdownIt<M extends MarkdownIt>(md: M): M;
}

/** No label of the form can be written without one of these: Chinese characters, and their radicals as PDFs give them. */
const chinese = /[\u2e80-\u9fff]/;

/** Of documents about which the server has not said anything. */
const ordinary: GoesBy = { taken: false, enable: true, severities: {} };

/** @param pages addresses of documents that are not to be touched begin with this */
export function extendPreview(engine: PreviewEngineSource, client: BaseLanguageClient, statuses: Statuses, pages: string): Preview {
  /** By document, what its preview was last rendered by. */
  const rendered = new Map<string, string>();
  const goesBy = (uri: string): GoesBy => statuses.of(uri)?.goesBy ?? ordinary;
  const refresh = (): void => void vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);

  const tablesOf = (text: string): readonly ReportTable[] => {
    if (!chinese.test(text)) return [];
    const document = openDocument(text);
    const uri = document && client.code2ProtocolConverter.asUri(document.uri);
    if (uri?.startsWith(pages)) return [];
    const options = uri === undefined ? ordinary : goesBy(uri);
    if (uri !== undefined) {
      rendered.set(uri, JSON.stringify(options));
      statuses.ask(uri);
    }
    try {
      return engine(refresh)?.previewTables(text, { ...options, language: vscode.env.language }) ?? [];
    } catch (error) {
      client.error('preview', error, false);
      return [];
    }
  };

  const subscriptions = [
    statuses.onChange(({ uri }) => {
      const before = rendered.get(uri);
      if (before !== undefined && before !== JSON.stringify(goesBy(uri))) refresh();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => rendered.delete(client.code2ProtocolConverter.asUri(document.uri))),
  ];
  return {
    extendMarkdownIt: (md) => showReportTables(md, tablesOf),
    dispose: () => {
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

/** The open document with this text: the Markdown extension tells the plug-in of the text only, its line ends made alike. */
function openDocument(text: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => document.languageId === 'markdown' && document.getText().replace(/\r\n?/g, '\n') === text,
  );
}
