/**
 * A file on the page: its bytes, the text read from them, what has been changed since, what is found in it now. Values and
 * functions that make the next value; what is shown of it, `shown-file.ts` says.
 */
import { isWritten } from '../collection/written';
import type { Source } from '../documents/source';
import { findingsOfDocument } from '../features/document';
import { fixesOfAll } from '../features/actions/fix-all';
import { normalize } from '../features/normalize/normalize';
import { review } from '../features/silence/fingerprints';
import { checkUnsilenced } from '../features/silence/silence';
import type { Finding } from '../findings/finding';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import { targetForName } from '../report/writing/table-format';
import { draftOf, editsOf, revise } from '../text/compose';
import type { TextEdit } from '../text/edit';
import type { Message } from '../text/message';
import type { FileSettings } from './folder-settings';

export interface OpenedFile extends Source {
  readonly id: number;
  readonly name: string;
  /** Whether the text was pasted: there is no file. */
  readonly isPasted: boolean;
  /** Whether the text is a report whatever it holds. */
  readonly taken: boolean;
  /** What its check goes by. */
  readonly settings: FileSettings;
  /** When the file was last written; undefined where nobody knows. */
  readonly modified: number | undefined;
  readonly draft: ReturnType<typeof draftOf>;
  readonly report: Report;
  /** What is found in it alone. */
  readonly findings: readonly Finding[];
  /** What it was before the last change. */
  readonly before?: OpenedFile;
}

/** A file that cannot be read. */
export interface UnreadableFile {
  readonly id: number;
  readonly name: string;
  readonly problem: Message;
  /** Whether it is a text above the limit, which is listed all the same. */
  readonly tooLarge?: true;
}

export function openedFile(
  { id, name, isPasted, taken, settings, modified }: Pick<OpenedFile, 'id' | 'name' | 'isPasted' | 'taken' | 'settings' | 'modified'>,
  { bytes, encoding, text, document }: Source,
): OpenedFile {
  const read = { bytes, encoding, text, ...(document && { document }) };
  const file = { ...read, id, name, isPasted, taken, settings, modified };
  const report = reportOf(file, text);
  return { ...file, draft: draftOf(text), report, findings: findingsOf(file, report) };
}

/** The file with `edits`, which are places of its present text, made. */
export function edited(file: OpenedFile, edits: readonly TextEdit[]): OpenedFile {
  if (edits.length === 0) return file;
  const draft = revise(file.draft, edits);
  const report = reportOf(file, draft.text);
  return { ...file, draft, report, findings: findingsOf(file, report), before: file };
}

/** With all that is safe mended, but for what people decided to leave. */
export function mended(file: OpenedFile): OpenedFile {
  const { report, findings } = file;
  const left = (of: Report, found: readonly Finding[]) => review(of, found, file.settings.decisions ?? []).findings;
  return edited(file, fixesOfAll({ report, findings: left(report, findings), check: (of) => left(of, findingsOf(file, of)) }, 'safe'));
}

/** The edits that bring its tables into the standard form. */
export function normalizing({ report, name, document }: OpenedFile): readonly TextEdit[] {
  return normalize(report, { target: document ? 'markdown' : targetForName(name) }).edits;
}

/** The edits of the text as it was read that make it what it is now. */
export function changesOf({ draft }: OpenedFile): readonly TextEdit[] {
  return editsOf(draft);
}

/** Nothing is read where the check is switched off, nor of what nianbao wrote itself, unless it was asked for. */
function reportOf(file: Pick<OpenedFile, 'settings' | 'taken'>, text: string): Report {
  if (file.taken) return parse(text, true);
  return parse(whyUnchecked(file, text) ? '' : text);
}

/** Why a text is not checked though it may be a report. */
export function whyUnchecked({ settings, taken }: Pick<OpenedFile, 'settings' | 'taken'>, text: string): 'off' | 'written' | undefined {
  if (taken) return undefined;
  if (!settings.enable) return 'off';
  return isWritten(text) ? 'written' : undefined;
}

/** The findings of a text as those of the file's own are found. */
export function findingsOf(
  { document, name, isPasted, settings }: Pick<OpenedFile, 'document' | 'name' | 'isPasted' | 'settings'>,
  report: Report,
): readonly Finding[] {
  const { severities, rules } = settings;
  const findings = checkUnsilenced(report, severities, { ...rules, ...(!isPasted && { fileName: name.slice(name.lastIndexOf('/') + 1) }) });
  return document ? findingsOfDocument(document, report, findings, severities) : findings;
}
