/** Taking text out: the edits of fixes that delete, and how messages show what is too long to be shown whole. */
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { lineEnd, lineStart } from '../text/lines';

/** Deletes the lines on which `span` stands, each with its line end. */
export function cutLines(text: string, { start, end }: Span): TextEdit {
  const stop = lineEnd(text, end);
  const next = text.startsWith('\r\n', stop) ? stop + 2 : Math.min(text.length, stop + 1);
  return { span: { start: lineStart(text, start), end: next }, newText: '' };
}

/** Deletes `span`. */
export function cut(span: Span): TextEdit {
  return { span, newText: '' };
}

/** At most `length` characters of `text` on one line, an ellipsis for the rest. */
export function shortened(text: string, length = 24): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= length ? line : `${line.slice(0, length)}…`;
}
