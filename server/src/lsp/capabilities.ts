/** What the server offers in the handshake: only what this client can make use of. */
import type { InitializeResult } from 'vscode-languageserver';
import { TextDocumentSyncKind } from './library';
import { tokenModifiers, tokenTypes } from '../features/tokens';
import { checkFolderCommand } from './requests/folder-check';
import { actionKinds } from './requests/code-actions';
import type { Options, Support } from './support';
import { onTypeOptions } from './requests/formatting';

/** @param rereads whether the server wants to be told when a document is saved, because nobody tells of changed files. */
export function capabilitiesFor(support: Support, options: Options, rereads: boolean): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, ...(rereads && { save: true }) },
    ...(support.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    documentSymbolProvider: true,
    hoverProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    workspaceSymbolProvider: true,
    // Our own client has commands of its own.
    ...(!options.folder && { executeCommandProvider: { commands: [checkFolderCommand] } }),
    ...(options.formatting && {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: onTypeOptions,
    }),
    completionProvider: {},
    ...(support.codeActions && { codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: support.resolvedEdits } }),
    ...(support.pull && {
      diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: true },
    }),
    ...(support.tokens && {
      semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true },
    }),
  };
}
