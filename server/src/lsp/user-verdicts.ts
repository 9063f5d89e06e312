/**
 * What the user said of single documents, stronger than what the server would judge by their content: that one is a report,
 * or that it is none and is to be left alone. Kept by the client; told in `initialize` and with `nianbao/take`.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { addressKey } from './folder/address';
import type { TakeParams } from './protocol';
import { isObject } from './support';

export interface UserVerdicts {
  /** A report whatever it holds; so is every document in the report's own language. */
  isReport(document: TextDocument): boolean;
  /** To be left alone. */
  isNone(uri: string): boolean;
  /** What was said of it, if anything. */
  on(uri: string): boolean | undefined;
  set(params: TakeParams): void;
}

/** @param initial by document, as in `initializationOptions.taken`; values other than true and false are passed over. */
export function userVerdicts(initial: unknown): UserVerdicts {
  const said = new Map<string, boolean>();
  for (const [uri, report] of Object.entries(isObject(initial) ? initial : {})) if (typeof report === 'boolean') said.set(uri, report);
  return {
    isReport: ({ uri, languageId }) => said.get(uri) ?? languageId === 'nianbao',
    isNone: (uri) => said.get(uri) === false,
    on: (uri) => said.get(uri) ?? [...said].find(([other]) => addressKey(other) === addressKey(uri))?.[1],
    set({ uri, report }) {
      if (typeof report === 'boolean') said.set(uri, report);
      else said.delete(uri);
    },
  };
}
