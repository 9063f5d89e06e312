/**
 * A file of the folder as it was read and checked by itself, and what is kept of it: its text, its findings, what it is held against
 * others by. The report is read from the text again where someone asks for more.
 */
import type { Roster } from '../../collection/roster';
import type { Filing } from '../../collection/submission';
import { isWritten } from '../../collection/written';
import { isDocumentName } from '../../documents/kinds';
import type { OpenedDocument } from '../../documents/open';
import { sourceOf } from '../../documents/source';
import { filingFor } from '../../features/held-together';
import { findingsOfDocument } from '../../features/document';
import { checkUnsilenced } from '../../features/silence/silence';
import { defaultLimit, tooLarge, tooLong } from '../../features/text-limit';
import { type WorkspaceSymbol, workspaceSymbols } from '../../features/workspace-symbols';
import type { Finding } from '../../findings/finding';
import { parse } from '../../report/parse';
import { isGarbled } from '../../text/garbled';
import { decode } from '../../text/encoding/decode';
import type { KnownPieces } from '../../text/facts';
import type { LineIndex } from '../../text/lines';
import { type Message, msg } from '../../text/message';
import type { Settings } from '../settings';
import { nameOf } from './address';
import type { ListedFile } from './folder-files';

export interface FolderFile {
  readonly key: string;
  /** As it is sent. */
  readonly uri: string;
  /** From the folder down, as lists and messages name it. */
  readonly path: string;
  readonly settings: Settings;
  /** As it was checked; empty where it was not. */
  readonly text: string;
  readonly taken: boolean;
  readonly recognized: boolean;
  readonly garbled: boolean;
  readonly lines: LineIndex;
  /** What is found in the file alone. */
  readonly own: readonly Finding[];
  readonly filing: Filing;
  readonly document?: Pick<OpenedDocument, 'pieces' | 'notes' | 'doubtful'>;
  readonly symbols: readonly WorkspaceSymbol[];
  /** Why it could not be read. */
  readonly problem?: Message;
  /** What tells the file from a later state of it. */
  readonly stamp: string;
}

/** What is to be read: the text of an open document, or the bytes of a file. */
export interface Reading {
  readonly listed: ListedFile;
  readonly key: string;
  readonly path: string;
  readonly settings: Settings;
  /** The roster in force. */
  readonly roster: Roster;
  /** Whether the user said that it is a report. */
  readonly taken: boolean;
  /** The text in the editor. */
  readonly live?: string | undefined;
  /** What is known of the pieces of other files. */
  readonly pieces: KnownPieces;
  readonly read: () => Promise<Uint8Array>;
}

/** Reads and checks a file. Never rejects. */
export async function readFolderFile(reading: Reading): Promise<FolderFile> {
  const { key, live, settings, listed, read } = reading;
  const limit = settings.textLimit ?? defaultLimit;
  if (live !== undefined) return tooLarge(live, limit) ? unread(reading, tooLong(limit)) : checkText(reading, live);
  if (!isDocumentName(key) && listed.size > limit * 1000) return unread(reading, tooLong(limit));
  try {
    const source = await sourceOf(nameOf(key), await read(), decode);
    return 'problem' in source ? unread(reading, source.problem) : checkText(reading, source.text, source.document);
  } catch (error) {
    return unread(reading, msg('读不了：{0}', error instanceof Error ? error.message : String(error)));
  }
}

export function stampOf({ size, modified }: ListedFile): string {
  return `${size} ${modified ?? ''}`;
}

function checkText(reading: Reading, text: string, document?: OpenedDocument): FolderFile {
  const { key, path, settings, roster, taken, listed, live, pieces } = reading;
  const { enable, severities, rules } = settings;
  const written = isWritten(text);
  const report = parse(enable && !written ? text : '', taken, pieces);
  const found = checkUnsilenced(report, severities, { ...rules, fileName: nameOf(key) });
  const doubtful = document?.doubtful ?? [];
  return {
    ...baseOf(reading),
    text: report.text,
    recognized: report.recognized,
    garbled: !document && !report.recognized && isGarbled(text),
    lines: report.lines,
    own: document ? findingsOfDocument(document, report, found, severities) : found,
    filing: filingFor({ path, report, written, doubtful, modified: listed.modified }, roster),
    ...(document && { document: { pieces: document.pieces, notes: document.notes, doubtful: [...doubtful] } }),
    symbols: workspaceSymbols(report, nameOf(key)),
    stamp: live === undefined ? stampOf(listed) : 'live',
  };
}

function unread(reading: Reading, problem: Message): FolderFile {
  const report = parse('');
  const { path, listed, roster } = reading;
  return {
    ...baseOf(reading),
    text: '',
    recognized: false,
    garbled: false,
    lines: report.lines,
    own: [],
    filing: filingFor({ path, report, written: false, doubtful: [], modified: listed.modified }, roster),
    symbols: [],
    problem,
    stamp: stampOf(listed),
  };
}

function baseOf({ key, listed, path, settings, taken }: Reading): Pick<FolderFile, 'key' | 'uri' | 'path' | 'settings' | 'taken'> {
  return { key, uri: listed.uri, path, settings, taken };
}
