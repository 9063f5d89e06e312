/**
 * What all requests of one client share: the open documents, what is known of each, and the two ways to ask about one. Which
 * requests there are is told by the files that serve them.
 */
import type { Connection, PositionEncodingKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import { defaultLimit, tooLarge } from '../features/text-limit';
import type { Message } from '../text/message';
import type { Guard } from './guard';
import type { Translate } from './language';
import { addressKey } from './folder/address';
import type { FolderFiles } from './folder/folder-files';
import { type FolderIndex, openFolderIndex } from './folder/folder-index';
import { lastYears, type LastYears } from './folder/last-year';
import { turns } from './slices';
import { openDocuments, type Readings, readings } from './documents';
import { type PositionEncoding, positionEncoding } from './position-encoding';
import type { ReviewFile } from './review-files';
import { type Settings, type SettingsStore, switchedOff } from './settings';
import type { Options, Support } from './support';
import { type UserVerdicts, userVerdicts } from './user-verdicts';

/** A document as most answers need it. */
export interface ReadDocument {
  readonly uri: string;
  readonly version: number;
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Also those that are not shown because it was decided so beside the text. */
  readonly all: readonly Finding[];
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
  /** Where a decision about a document is to be written; `anew`: as the file is now, whatever was read before. */
  readonly reviewFileFor: (uri: string, anew?: boolean) => Promise<ReviewFile | undefined>;
  /** The folders of the workspace. */
  readonly folders: () => readonly string[];
  /** How their files are listed and read; undefined where nobody does that. */
  readonly files: FolderFiles | undefined;
  readonly encodingKind: PositionEncodingKind;
}

export interface Session extends SessionContext {
  readonly documents: TextDocuments<TextDocument>;
  readonly encoding: PositionEncoding;
  readonly verdicts: UserVerdicts;
  readonly read: Readings;
  /** The reports of the workspace's folders. */
  readonly index: FolderIndex;
  readonly lastYear: LastYears;
  /**
   * Whether it is one of our own pages, which are full of examples of what is wrong, or the old side of a comparison: nobody who
   * reads one wants to be told.
   */
  isPage(uri: string): boolean;
  /** Why nothing is read of a document: it is too long. */
  excess(document: TextDocument, known: Settings): Message | undefined;
  /** Resolves when a long text is read, in slices; undefined where it may be asked about at once. Then the document may be another. */
  underWay(document: TextDocument, known: Settings): Promise<void> | undefined;
  /** The settings that a document is checked by. */
  settingsOf(uri: string): Settings | Promise<Settings>;
  /** What `answer` says of the open document `uri`; `otherwise` where none is open or nothing is to be done there. */
  aboutOpen<R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R>;
  /** The same, and `otherwise` where it is too long to be read. */
  about<R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R>;
  /** The same of the document as read; `otherwise` also where the check is switched off. */
  reading<R>(uri: string, otherwise: R, answer: (document: ReadDocument, known: Settings) => R): Promise<R>;
}

export function openSession(context: SessionContext): Session {
  const { options, pages, settings, translate } = context;
  const documents: TextDocuments<TextDocument> = openDocuments((change, { uri }) => encoding.incoming(change, uri));
  const encoding = positionEncoding(context.encodingKind, (uri) => documents.get(uri) ?? closedDocument(uri));
  const verdicts = userVerdicts(options.taken);
  const read = readings(Date.now().toString(36), verdicts.isReport, ({ uri }) => index.between(addressKey(uri)));
  const isPage = (uri: string): boolean => uri.startsWith(`${pages}/`) || isOldVersion(uri);
  const settingsOf = (uri: string): Settings | Promise<Settings> => (verdicts.isNone(uri) ? switchedOff : settings.of(uri));

  const index = openFolderIndex({
    files: context.files,
    folders: context.folders,
    settingsOf: (uri) => settings.of(uri),
    verdictOn: verdicts.on,
    liveText: (key) =>
      documents
        .all()
        .find(({ uri }) => addressKey(uri) === key)
        ?.getText(),
    holdsAll: () => settings.folder().between,
    guard: (work) => {
      context.guarded.sent('folder', work);
    },
  });

  /** The text of a file of the folder, by which positions are counted: the last one that was asked about. */
  let lastClosed: TextDocument | undefined;
  const closedDocument = (uri: string): TextDocument | undefined => {
    const text = index.file(addressKey(uri))?.text;
    if (text === undefined) return undefined;
    if (lastClosed?.uri !== uri || lastClosed.getText() !== text) lastClosed = TextDocument.create(uri, '', 0, text);
    return lastClosed;
  };

  const excess = (document: TextDocument, { textLimit }: Settings): Message | undefined =>
    tooLarge(document.getText(), textLimit ?? defaultLimit);

  const underWay = (document: TextDocument, known: Settings): Promise<void> | undefined =>
    excess(document, known) ? undefined : read.ready(document, known);

  const turn = turns();
  const aboutOpen = async <R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R> => {
    if (!documents.get(uri) || isPage(uri)) return otherwise;
    const known = await settingsOf(uri);
    // Looked up again: meanwhile it may have been closed.
    const document = documents.get(uri);
    if (!document) return otherwise;
    const reading = underWay(document, known);
    if (!reading) return answer(document, known);
    // Another text, or other settings, may have come meanwhile; and what is answered about a long text takes its time as well.
    await reading;
    await turn();
    return aboutOpen(uri, otherwise, answer);
  };

  const about = <R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R> =>
    aboutOpen(uri, otherwise, (document, known) => (excess(document, known) ? otherwise : answer(document, known)));

  const reading = <R>(uri: string, otherwise: R, answer: (document: ReadDocument, known: Settings) => R): Promise<R> =>
    about(uri, otherwise, (document, known) => {
      if (!known.enable) return otherwise;
      const { report, findings, all } = read.check(document, known);
      return answer({ uri, version: document.version, report, findings, all, translate }, known);
    });

  return {
    ...context,
    documents,
    encoding,
    verdicts,
    read,
    index,
    lastYear: lastYears(index, context.files),
    isPage,
    excess,
    underWay,
    settingsOf,
    aboutOpen,
    about,
    reading,
  };
}

/** What was, as version control shows it beside what is: nobody can mend it. */
function isOldVersion(uri: string): boolean {
  return /^(?:git|gitfs|gitlens[\w.-]*|git-graph|hg|svn|pr|review|conflictresolution|merge-conflict[\w.-]*|vscode-local-history|nianbao-before|nianbao-years):/i.test(
    uri,
  );
}
