/**
 * The prose of one section, line by line, for rules on what a section says: its lines, whether the text breaks off in it,
 * how long it is. Says nothing of what the words mean.
 */
import type { ProseLine, Report, Section } from '../report/report';
import { isSpace } from '../text/characters';
import { lineBreakOf, lineEnd } from '../text/lines';

/** A line that ends without a stop is cut off only if it is longer than a heading or a signature. */
const longestWhole = 14;

/** The lines of prose in the section of that number, repeated sections included. */
export function linesIn({ prose }: Report, number: ProseLine['section']): readonly ProseLine[] {
  let first = 0;
  while (first < prose.length && prose[first]?.section !== number) first++;
  let end = first;
  while (end < prose.length && prose[end]?.section === number) end++;
  for (let i = end; i < prose.length; i++) {
    if (prose[i]?.section === number) return prose.filter(({ section }) => section === number);
  }
  return prose.slice(first, end);
}

/** The first heading of the section of that number. */
export function headingIn({ sections }: Report, number: Section['form']['number']): Section | undefined {
  return sections.find(({ form }) => form.number === number);
}

/** Whether the section of that number is the last one of a text that breaks off: what it lacks may still be to come. */
export function breaksOffIn(report: Report, number: Section['form']['number']): boolean {
  const { sections, prose, text, unfinished } = report;
  if (sections.at(-1)?.form.number !== number) return false;
  if (unfinished || number !== 6) return unfinished;
  const last = prose.at(-1);
  if (!last || last.section !== 6 || last.end - last.start <= longestWhole) return false;
  const tail = text.slice(Math.max(last.start, last.end - 200), last.end);
  return !/[。！？；;.!?”"）)】》]$/.test(tail) && /[，。、；,;]/.test(tail);
}

/** How many characters the lines have, white space left out; counting stops at `enough`. */
export function lengthOf(text: string, lines: readonly ProseLine[], enough = Infinity): number {
  let length = 0;
  for (const { start, end } of lines) {
    for (let i = start; i < end && length < enough; i++) if (!isSpace(text.charCodeAt(i))) length++;
  }
  return length;
}

/** Whether `at` stands inside a name in 《》 or 〈〉 that begins on the same line, at most 80 characters before. */
export function isInTitleMarks(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 80; i--) {
    const c = text[i];
    if (c === '《' || c === '〈') return true;
    if (c === '》' || c === '〉' || c === '\n' || c === '\r') return false;
  }
  return false;
}

/** What stands between two lines that follow `offset`'s line: one line end, or two where the text has blank lines. */
export function gapAfter(text: string, offset: number): string {
  return (
    /^(?:\r\n|[\r\n])(?:[^\S\r\n]*(?:\r\n|[\r\n]))?/.exec(text.slice(lineEnd(text, offset), lineEnd(text, offset) + 40))?.[0] ??
    lineBreakOf(text)
  );
}
