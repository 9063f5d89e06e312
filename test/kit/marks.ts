/** Marks inside test text: `⟦…⟧` a range, `‸` the cursor. */
import type { Span } from '../../server/src/text/span';

export interface Marked {
  readonly text: string;
  readonly ranges: readonly Span[];
  readonly cursor: number | undefined;
}

/** The text without its marks, and where they stood. */
export function unmark(marked: string): Marked {
  let text = '';
  const ranges: Span[] = [];
  const open: number[] = [];
  let cursor: number | undefined;
  for (const c of marked) {
    if (c === '⟦') open.push(text.length);
    else if (c === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error('⟧ without ⟦');
      ranges.push({ start, end: text.length });
    } else if (c === '‸') cursor = text.length;
    else text += c;
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  return { text, ranges: ranges.sort((a, b) => a.start - b.start || a.end - b.end), cursor };
}

/** `text` with `ranges` marked, to compare with marked text. */
export function mark(text: string, ranges: readonly Span[]): string {
  const points = ranges.flatMap(({ start, end }) =>
    start === end
      ? [{ at: start, sign: '⟦⟧' }]
      : [
          { at: start, sign: '⟦' },
          { at: end, sign: '⟧' },
        ],
  );
  let result = '';
  let done = 0;
  for (const { at, sign } of points.sort((a, b) => a.at - b.at)) {
    result += text.slice(done, at) + sign;
    done = at;
  }
  return result + text.slice(done);
}
