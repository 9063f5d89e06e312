/** What must hold of any text at all: each property gives what is wrong with it, or nothing. No test library: fuzzer and laws use it. */
import { fixesOfAll } from '../../server/src/features/actions/fix-all';
import { fixOf } from '../../server/src/findings/finding';
import { normalize } from '../../server/src/features/normalize/normalize';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { targets } from '../../server/src/report/writing/table-format';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import { applyEdits } from '../../server/src/text/edit';

/** What is wrong; undefined if all is well. */
export type Property = (text: string) => string | undefined;

/** Milliseconds for 10,000 characters, far above what a loaded machine needs. */
const longestCheck = 3000;

export const properties: Readonly<Record<string, Property>> = { check, fix, normalize: normalizing };

/** A check ends soon, and every finding and edit stands inside of the text, the right way round. */
function check(text: string): string | undefined {
  const start = performance.now();
  const report = parse(text);
  const findings = checkUnsilenced(report);
  const spent = performance.now() - start;
  if (spent > longestCheck * Math.max(1, text.length / 10_000)) return `took ${Math.round(spent)} ms`;
  for (const finding of findings) {
    const { code, span, related = [] } = finding;
    for (const { start: from, end } of [span, ...related.filter((item) => !('elsewhere' in item)).map((item) => item.span)])
      if (!(from >= 0 && from <= end && end <= text.length)) return `${code} stands at ${from}–${end} of ${text.length}`;
    for (const { span: place, newText } of fixOf(finding)?.edits ?? []) {
      if (!(place.start >= 0 && place.start <= place.end && place.end <= text.length)) return `an edit of ${code} stands outside`;
      if (text.slice(place.start, place.end) === newText) return `an edit of ${code} changes nothing`;
    }
  }
  return undefined;
}

/** Fixing all that is safe ends, has nothing left to do the second time, and leaves every figure as it was read. */
function fix(text: string): string | undefined {
  const report = parse(text);
  const edits = fixesOfAll({ report, findings: checkUnsilenced(report), check: (other) => checkUnsilenced(other) }, 'safe');
  if (edits.length === 0) return undefined;
  const after = parse(applyEdits(text, edits));
  const lost = firstLost(report, after);
  if (lost !== undefined) return `fixing loses or changes ${lost}`;
  const again = fixesOfAll({ report: after, findings: checkUnsilenced(after), check: (other) => checkUnsilenced(other) }, 'safe');
  return again.length > 0 ? 'fixing again changes something' : undefined;
}

/** Normalizing leaves every figure as it was read, and has nothing left to do the second time. */
function normalizing(text: string): string | undefined {
  const report = parse(text);
  for (const target of targets) {
    const { edits, refused } = normalize(report, { target });
    if (edits.length === 0) continue;
    const after = parse(applyEdits(text, edits));
    const lost = firstLost(report, after);
    if (lost !== undefined) return `as ${target} loses or changes ${lost}`;
    // A table that could not be written may be written once the one beside it is in order.
    if (refused.length === 0 && normalize(after, { target }).edits.length > 0) return `as ${target} changes something again`;
  }
  return undefined;
}

/** The first value of `before` that is not in the same place of `after`. */
function firstLost(before: Report, after: Report): string | undefined {
  const left = valuesOf(after);
  for (const [place, value] of valuesOf(before))
    if (left.get(place) !== value) return `${place} ${value} → ${left.get(place) ?? 'nothing'}`;
  return undefined;
}

/** The values read, by table, row and column; a table of one kind after the other. */
function valuesOf({ tables }: Report): Map<string, number> {
  const values = new Map<string, number>();
  for (const [index, { form, rows }] of tables.entries())
    for (const { form: row, cells } of rows)
      for (const [column, { value }] of cells.entries())
        if (value !== undefined) values.set(`table ${form.number} (${index + 1}) ${row.id} ${column + 1}`, value);
  return values;
}
