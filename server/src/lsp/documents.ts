/**
 * The open documents and what is known about each: its report and its findings, computed when first asked for and once
 * for each text. Kept beside the document, so that closing it forgets them.
 */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocuments } from './library';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { carriedFindings } from '../features/carried-findings';
import { type Check, noneIn } from '../features/check';
import { withBetween } from '../features/check-between';
import { review } from '../features/silence/fingerprints';
import { checkUnsilencedInSteps } from '../features/silence/silence';
import { asToDo } from '../features/to-do';
import { parseInSteps } from '../report/parse';
import type { Report } from '../report/report';
import type { Finding } from '../findings/finding';
import { type KnownPieces, knownPieces } from '../text/facts';
import { atOnce, type Steps } from '../text/steps';
import { inSlices } from './slices';
import type { Settings } from './settings';

export interface Checked {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Those and the ones that are not shown: what a finding is known by is told among all. */
  readonly all: readonly Finding[];
  /** How many findings are not shown because it was decided so beside the text. */
  readonly silenced: number;
  /** The same id means the same findings in the same text. All results without findings share one id. */
  readonly id: string;
}

export interface Readings {
  /**
   * Reads and checks a long text in slices, between which others are answered; what `report` and `check` then say of it is there.
   * Undefined where they may be asked at once. Resolves as well where the text has changed meanwhile: then ask again.
   */
  ready(document: TextDocument, settings: Settings): Promise<void> | undefined;
  /** The report of the document's present text. */
  report(document: TextDocument): Report;
  /** The findings in the document's present text; none where the settings switch the check off. */
  check(document: TextDocument, settings: Settings): Checked;
}

/** Open documents with incremental changes. Positions outside of the text are moved to its nearest end. */
export function openDocuments(
  incoming: (change: TextDocumentContentChangeEvent, document: TextDocument) => TextDocumentContentChangeEvent = (change) => change,
): TextDocuments<TextDocument> {
  return new TextDocuments({
    create: TextDocument.create,
    update(document, changes, version) {
      for (const change of changes) TextDocument.update(document, [clamp(document, incoming(change, document))], version);
      return document;
    },
  });
}

/** What is found between a document and other files, in a text of it that may be an earlier one. */
export interface BetweenFiles {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * What is known about documents.
 * @param between what is found between a document and other files of its folder.
 * @param origin makes result ids differ from those of an earlier server that the client may still remember.
 * @param isTaken whether the user said that the document is a report.
 */
export function readings(
  origin: string,
  isTaken: (document: TextDocument) => boolean,
  between: (document: TextDocument) => BetweenFiles | undefined = () => undefined,
): Readings {
  const reports = new WeakMap<TextDocument, { readonly text: string; readonly taken: boolean; readonly report: Report }>();
  const known = new WeakMap<TextDocument, KnownPieces>();
  const checks = new WeakMap<TextDocument, Known>();
  const owns = new WeakMap<TextDocument, Own>();
  const underWay = new WeakMap<TextDocument, { readonly text: string; readonly settings: Settings; readonly done: Promise<void> }>();
  let count = 0;

  // The text itself tells whether a result is still valid: version numbers are the client's and may be wrong. Comparing
  // is cheap, because an unchanged text is the same string object.
  function* reportInSteps(document: TextDocument): Steps<Report> {
    const text = document.getText();
    const taken = isTaken(document);
    const last = reports.get(document);
    if (last?.text === text && last.taken === taken) return last.report;
    const pieces = known.get(document) ?? knownPieces();
    known.set(document, pieces);
    const report = yield* parseInSteps(text, taken, pieces, last?.report.read);
    reports.set(document, { text, taken, report });
    return report;
  }

  /** What is found in the document alone, before what was decided beside it. */
  function* ownInSteps(document: TextDocument, settings: Settings): Steps<Check> {
    const report = yield* reportInSteps(document);
    const last = owns.get(document);
    const before = last?.settings === settings ? last.check : undefined;
    if (before?.report === report) return before;
    const check = settings.enable
      ? yield* checkUnsilencedInSteps(report, settings.severities, { ...settings.rules, ...fileNameOf(document) }, before)
      : noneIn(report);
    owns.set(document, { settings, check });
    return check;
  }

  const isKnown = (document: TextDocument, settings: Settings): boolean => {
    const report = reports.get(document);
    const own = owns.get(document);
    return (
      report?.text === document.getText() &&
      report.taken === isTaken(document) &&
      own?.check.report === report.report &&
      own.settings === settings
    );
  };

  return {
    ready(document, settings) {
      const text = document.getText();
      if (text.length < long || isKnown(document, settings)) return undefined;
      const going = underWay.get(document);
      if (going?.text === text && going.settings === settings) return going.done;
      const isOvertaken = (): boolean => underWay.get(document)?.done !== done || document.getText() !== text;
      const done: Promise<void> = inSlices(ownInSteps(document, settings), isOvertaken)
        .then(() => undefined)
        .finally(() => {
          if (underWay.get(document)?.done === done) underWay.delete(document);
        });
      underWay.set(document, { text, settings, done });
      return done;
    },
    report: (document) => atOnce(reportInSteps(document)),
    check(document, settings) {
      const { report, findings: own } = atOnce(ownInSteps(document, settings));
      const last = checks.get(document);
      const others = between(document);
      if (last?.settings === settings && last.checked.report === report && last.between === others?.findings) return last.checked;
      const all = others && settings.enable ? withBetween(report, own, stillBetween(report, others), settings) : own;
      const told = isUnsaved(document) ? asToDo(all) : all;
      const { findings, silenced } = review(report, told, settings.decisions);
      const checked = {
        report,
        findings,
        all: told,
        silenced: silenced.length,
        id: findings.length === 0 ? 'none' : `${origin}.${++count}`,
      };
      checks.set(document, { settings, checked, between: others?.findings });
      return checked;
    },
  };
}

/** Whether the document is in no file yet. */
function isUnsaved({ uri }: TextDocument): boolean {
  return uri.startsWith('untitled:');
}

/** From so many characters on a text is read in slices; a shorter one is read before anybody would notice. */
const long = 60_000;

interface Own {
  readonly settings: Settings;
  readonly check: Check;
}

interface Known {
  readonly settings: Settings;
  readonly checked: Checked;
  readonly between: readonly Finding[] | undefined;
}

/** What is found between files, as far as it still stands in the text. */
function stillBetween(report: Report, { text, findings }: BetweenFiles): readonly Finding[] {
  return report.recognized ? carriedFindings(findings, text, report.text) : [];
}

/** The name of the file that a document is; nothing for one that is not saved yet. */
function fileNameOf(document: TextDocument): { readonly fileName?: string } {
  const { uri } = document;
  if (isUnsaved(document)) return {};
  try {
    return { fileName: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1).replace(/[?#].*$/, '')) };
  } catch {
    return {};
  }
}

/** The library keeps an index of lines that a range far outside of the text would spoil. */
function clamp(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const start = document.offsetAt(change.range.start);
  const end = document.offsetAt(change.range.end);
  return { text: change.text, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}
