/**
 * VS Code's own Markdown preview shows the tables of reports as the form prints them. This file tells the plug-in which
 * tables a text has, by what the server says that it goes by, and has open previews rendered anew when that changes.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { PreviewEngineSource, ReportTable } from './preview-engine';
import { type MarkdownIt, showReportTables } from './report-tables';
import type { GoesBy, Status, Statuses } from './statuses';

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
  /** By document; ordinary of one that was asked about. */
  const known = new Map<string, GoesBy>();
  let rendered = false;

  const refresh = (): void => {
    if (rendered) vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  };
  const learn = ({ uri, goesBy }: Status): void => {
    if (!goesBy) return;
    const before = known.get(uri) ?? ordinary;
    known.set(uri, goesBy);
    if (JSON.stringify(goesBy) !== JSON.stringify(before)) refresh();
  };
  const ask = (uri: string): void => {
    if (known.has(uri) || client.state !== State.Running) return;
    known.set(uri, ordinary);
    client.sendRequest<Status>('nianbao/status', { uri }).then(learn, (error: unknown) => client.error('nianbao/status', error, false));
  };

  const tablesOf = (text: string): readonly ReportTable[] => {
    if (!chinese.test(text)) return [];
    const document = openDocument(text);
    const uri = document && client.code2ProtocolConverter.asUri(document.uri);
    if (uri?.startsWith(pages)) return [];
    rendered = true;
    if (uri !== undefined) ask(uri);
    try {
      return engine(refresh)?.previewTables(text, { ...known.get(uri ?? ''), language: vscode.env.language }) ?? [];
    } catch (error) {
      client.error('preview', error, false);
      return [];
    }
  };

  const subscriptions = [
    statuses.onChange(learn),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(client.code2ProtocolConverter.asUri(document.uri))),
  ];
  return {
    extendMarkdownIt: (md) => showReportTables(md, tablesOf),
    dispose: () => { vscode.Disposable.from(...subscriptions).dispose(); },
  };
}

/** The open document with this text: the Markdown extension tells the plug-in of the text only, its line ends made alike. */
function openDocument(text: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.languageId === 'markdown' && document.getText().replace(/\r\n?/g, '\n') === text);
}
