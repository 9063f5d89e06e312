/**
 * What was found in a file as the value that programs read: the shape of `--format json`, the same wherever it is made. Lines
 * and characters count from 0, as in the language server protocol.
 */
import type { Finding, Fix, Related } from '../findings/finding';
import type { Report } from '../report/report';
import type { TextEdit } from '../text/edit';
import { rangeOf, type LineIndex } from '../text/lines';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

type Say = (message: Message) => string;

export interface CheckedFile {
  readonly path: string;
  readonly report: Report;
  /** With their fixes worked out and proven. */
  readonly findings: readonly Finding[];
  /** Where a text that was read from a document stands in it; undefined for a file that is text itself. */
  readonly document?: DocumentPlaces;
  /** The text is above the size limit and was not read. */
  readonly tooLarge?: true;
}

export interface DocumentPlaces {
  /** The place of a finding, in words. */
  readonly placeOf: (span: Span) => string;
  /** What is to be told of how the document was read. */
  readonly notes: readonly Message[];
}

export function fileJson({ path, report, findings, document, tooLarge }: CheckedFile, say: Say): object {
  return {
    path,
    report: report.recognized,
    ...(tooLarge && { tooLarge }),
    ...(document && { converted: true, ...(document.notes.length > 0 && { notes: document.notes.map(say) }) }),
    findings: findings.map((finding) => ({
      ...findingOf(finding, report.lines, say),
      ...(document && { place: document.placeOf(finding.span) }),
    })),
  };
}

function findingOf(finding: Finding, lines: LineIndex, say: Say): object {
  const { code, severity, message, span, related, fix } = finding;
  return {
    code,
    severity,
    message: say(message),
    range: rangeOf(lines, span),
    ...(related !== undefined && related.length > 0 && { related: related.map((item) => relatedOf(item, lines, say)) }),
    ...(fix !== undefined && { fix: fixOf(fix, lines, say) }),
  };
}

function relatedOf({ message, span, elsewhere }: Related, lines: LineIndex, say: Say): object {
  return { message: say(message), ...(elsewhere && { path: elsewhere.path }), range: rangeOf(elsewhere?.lines ?? lines, span) };
}

function fixOf({ title, safe, edits }: Fix, lines: LineIndex, say: Say): object {
  return { title: say(title), safe, edits: edits.map(({ span, newText }: TextEdit) => ({ range: rangeOf(lines, span), newText })) };
}
