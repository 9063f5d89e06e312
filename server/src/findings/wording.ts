/** How fixes write: headings as the form prints them, what only people know as a place to be filled in, no more than what changes. */
import type { SectionForm } from '../report/form/form';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** Stands where only the clerk knows what to write; placeholder-text reports it until it is replaced. */
export const toFill = '（待补充）';

/** Puts `newText` in place of `span`; what both have in common at either end is left alone. */
export function reword(text: string, span: Span, newText: string): TextEdit {
  let { start, end } = span;
  let from = 0;
  let to = newText.length;
  while (start < end && from < to && text[start] === newText[from]) {
    start++;
    from++;
  }
  while (end > start && to > from && text[end - 1] === newText[to - 1]) {
    end--;
    to--;
  }
  return { span: { start, end }, newText: newText.slice(from, to) };
}

/** A section's heading as the form prints it: 二、主动公开政府信息情况. */
export function headingOf(form: SectionForm): string {
  return `${form.numeral}、${form.name}`;
}
