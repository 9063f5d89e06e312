/** Taking text out: the edits of fixes that delete. */
import type { TextEdit } from './edit';
import type { Span } from './span';
import { lineEnd, lineStart } from './lines';

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
