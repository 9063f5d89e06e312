/**
 * Word files, workbooks, PDFs and web pages as they are read: the client takes their bytes from wherever they lie, the server
 * reads them. The text that is read has an address of its own, under the document's name; the file itself is never written to.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentAnswer } from '../../../server/src/lsp/protocol';
import { ask } from '../ask';

/** The editor that shows documents. */
export const viewType = 'nianbao.document';
/** Scheme of the texts. */
export const documentScheme = 'nianbao-document';

/** The document as it is read; undefined, which is told, where there was no answer. @throws where the file cannot be read. */
export async function readDocument(client: BaseLanguageClient, file: vscode.Uri): Promise<DocumentAnswer | undefined> {
  const content = toBase64(await vscode.workspace.fs.readFile(file));
  return ask(client, 'nianbao/readDocument', { uri: client.code2ProtocolConverter.asUri(file), content });
}

/** Where the text of a document stands. */
export function textOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: documentScheme, path: file.path, query: file.toString() });
}

/** Whether it is the text of a document, or its address. */
export function isDocumentText(document: vscode.TextDocument | vscode.Uri): boolean {
  return (document instanceof vscode.Uri ? document : document.uri).scheme === documentScheme;
}

/** The document whose text stands there. */
export function fileOf(text: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(text.query, true);
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let i = 0; i < bytes.length; i += 32_768) characters += String.fromCharCode(...bytes.subarray(i, i + 32_768));
  return btoa(characters);
}

export function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
