/**
 * What the client on the other side announced and asked for, as plain facts. Read once, from the parameters of
 * `initialize`; whatever is missing or malformed counts as not supported.
 */
import type { InitializeParams } from 'vscode-languageserver';

export interface Support {
  /** The client asks for diagnostics; then they are never pushed. */
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshTokens: boolean;
  readonly tokens: boolean;
  readonly relatedInformation: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Definitions may be links, with the origin and what surrounds the target. */
  readonly definitionLinks: boolean;
  /** Hovers may be Markdown; a client that names what it shows and leaves that out gets plain text. */
  readonly markdownHover: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshCodeLenses: boolean;
  /** The client shows code actions that cannot be chosen, with the reason. */
  readonly disabledActions: boolean;
  /** The client takes code actions, not only commands. */
  readonly codeActions: boolean;
  /** What the client can do with code actions: mark one, keep data, have the edit computed when one is chosen. */
  readonly preferredActions: boolean;
  readonly resolvedEdits: boolean;
  /** Text to be completed may hold places to be filled in. */
  readonly snippets: boolean;
  /** Edits may name the version of the document that they are for. */
  readonly versionedEdits: boolean;
  /** Settings can be asked for, per resource. */
  readonly configuration: boolean;
  /** The client tells of changed files that it is asked to watch; also in folders outside of the workspace. */
  readonly watchedFiles: boolean;
  readonly watchedFolders: boolean;
  /** The client tells of folders added to the workspace and taken from it. */
  readonly workspaceFolders: boolean;
  /** The client shows how far long work has come. */
  readonly progress: boolean;
  /** The client wants to be told which changes of settings we listen to. */
  readonly registerConfiguration: boolean;
}

/** `initializationOptions` of `initialize`. All of it is optional. */
export interface Options {
  /** Base URI of the rules' pages, without a slash at its end. */
  readonly pages: string | undefined;
  /** Language of messages, stronger than the client's locale. */
  readonly language: string | undefined;
  /** Whether the server offers itself as formatter; a client that does so itself, for reports only, says no. */
  readonly formatting: boolean;
  /** Whether the client wants `nianbao/statusChanged`. */
  readonly status: boolean;
  /** Whether the client answers `nianbao/readFile`. */
  readonly files: boolean;
  /** Whether the client has the command `nianbao.silence`. */
  readonly silencing: boolean;
  /** Whether the client has the commands `nianbao.reveal` and `nianbao.look`. */
  readonly looks: boolean;
  /** Whether the client has commands and a view for the whole folder; others are offered a command of the server. */
  readonly folder: boolean;
  /** Settings for clients that cannot be asked for them. */
  readonly settings: unknown;
  /** By document, whether the user said that it is a report or that it is none. */
  readonly taken: unknown;
}

export function supportOf({ capabilities: { textDocument, workspace, window } }: InitializeParams): Support {
  return {
    pull: isObject(textDocument?.diagnostic),
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    tokens: isObject(textDocument?.semanticTokens),
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic?.relatedInformation === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    codeActions: isObject(textDocument?.codeAction?.codeActionLiteralSupport),
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    resolvedEdits:
      textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties?.includes('edit') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchedFolders:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true && workspace.didChangeWatchedFiles.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}

export function optionsOf({ initializationOptions, locale }: InitializeParams): Options {
  const options = isObject(initializationOptions) ? initializationOptions : {};
  return {
    pages: typeof options['pages'] === 'string' ? options['pages'].replace(/\/+$/, '') : undefined,
    language: typeof options['language'] === 'string' ? options['language'] : locale,
    formatting: options['formatting'] !== false,
    status: options['status'] === true,
    files: options['files'] === true,
    silencing: options['silencing'] === true,
    looks: options['looks'] === true,
    folder: options['folder'] === true,
    settings: options['settings'],
    taken: options['taken'],
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
