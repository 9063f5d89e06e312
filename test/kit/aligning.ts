/** Edits of aligning, checked as they are made: what the examples and the laws of aligning share. */
import { expect } from 'vitest';
import { alignTable } from '../../server/src/features/align-table';
import { parse } from '../../server/src/report/parse';
import { type TextEdit } from '../../server/src/text/edit';

/** The edits at `offset`, checked: sorted, disjoint, spaces and dashes only. */
export function edits(text: string, offset: number): TextEdit[] {
  const found = alignTable(parse(text), offset);
  const bad = found.filter(({ span, newText }, i) => {
    const old = text.slice(span.start, span.end);
    return span.start < (found[i - 1]?.span.end ?? 0) || !/^(?: +|-+)$/.test(old + newText) || old === newText;
  });
  expect(bad).toEqual([]);
  return found;
}
