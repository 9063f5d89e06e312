/** The examples of a page about reports: what stands in fences of which there are several is shown there, not reported. */
import type { Span } from '../text/span';
import type { Contents } from './evidence';

/** The contents less what stands in fences, if there are several of them. */
export function withoutExamples(contents: Contents): Contents {
  const fences = fencesIn(contents.text);
  if (fences.length < 2) return contents;
  const isShown = ({ start }: Span) => fences.some((fence) => fence.start <= start && start < fence.end);
  const { title: found, sections, tables: all } = contents;
  return {
    ...contents,
    title: found && isShown(found.span) ? undefined : found,
    sections: sections.filter(({ heading }) => !isShown(heading)),
    tables: all.filter(({ span }) => !isShown(span)),
  };
}

/** The blocks between Markdown's fences, in the order of the text. */
function fencesIn(text: string): Span[] {
  const fences: Span[] = [];
  let open = -1;
  for (let at = text.indexOf('```'); at >= 0; at = text.indexOf('```', at + 3)) {
    if (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') continue;
    if (open < 0) open = at;
    else {
      fences.push({ start: open, end: at });
      open = -1;
    }
  }
  return fences;
}
