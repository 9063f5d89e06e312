/**
 * What all requests of one client share: the open documents, what is known of each, and the two ways to ask about one. Which
 * requests there are is told by the files that serve them.
 */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import type { Guard } from './guard';
import type { Translate } from './language';
import { openDocuments, type Readings, readings } from './documents';
import { type Settings, type SettingsStore, switchedOff } from './settings';
import type { Options, Support } from './support';
import { type UserVerdicts, userVerdicts } from './user-verdicts';

/** A document as most answers need it. */
export interface ReadDocument {
  readonly uri: string;
  readonly version: number;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly translate: Translate;
}

/** What a session is opened with. */
export interface SessionContext {
  readonly connection: Connection;
  readonly guarded: Guard;
  readonly support: Support;
  readonly options: Options;
  readonly translate: Translate;
  /** Base URI of the rules' pages. */
  readonly pages: string;
  readonly settings: SettingsStore;
}

export interface Session extends SessionContext {
  readonly documents: TextDocuments<TextDocument>;
  readonly verdicts: UserVerdicts;
  readonly read: Readings;
  /** Whether it is one of our own pages: they are full of examples of what is wrong, and nobody who reads one wants them marked. */
  isPage(uri: string): boolean;
  /** The settings that a document is checked by. */
  settingsOf(uri: string): Settings | Promise<Settings>;
  /** What `answer` says of the open document `uri`; `otherwise` where none is open or nothing is to be done there. */
  about<R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R>;
  /** The same of the document as read; `otherwise` also where the check is switched off. */
  reading<R>(uri: string, otherwise: R, answer: (document: ReadDocument, known: Settings) => R): Promise<R>;
}

export function openSession(context: SessionContext): Session {
  const { options, pages, settings, translate } = context;
  const documents = openDocuments();
  const verdicts = userVerdicts(options.taken);
  const read = readings(Date.now().toString(36), verdicts.isReport);
  const isPage = (uri: string): boolean => uri.startsWith(`${pages}/`);
  const settingsOf = (uri: string): Settings | Promise<Settings> => (verdicts.isNone(uri) ? switchedOff : settings.of(uri));

  const about = async <R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R> => {
    if (!documents.get(uri) || isPage(uri)) return otherwise;
    const known = await settingsOf(uri);
    // Looked up again: meanwhile it may have been closed.
    const document = documents.get(uri);
    return document ? answer(document, known) : otherwise;
  };

  const reading = <R>(uri: string, otherwise: R, answer: (document: ReadDocument, known: Settings) => R): Promise<R> =>
    about(uri, otherwise, (document, known) => {
      if (!known.enable) return otherwise;
      const { report, findings } = read.check(document, known);
      return answer({ uri, version: document.version, report, findings, translate }, known);
    });

  return { ...context, documents, verdicts, read, isPage, settingsOf, about, reading };
}
