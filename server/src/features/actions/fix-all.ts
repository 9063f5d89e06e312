/**
 * Many fixes at once: those of one round made together, round after round, until nothing is left to do. The editor's fix-all
 * and the command line's `--fix` are both this. Which fixes are offered one by one, and under what title, is no matter here.
 */
import { parse } from '../../report/parse';
import type { Report } from '../../report/report';
import { type Finding, fixOf } from '../../findings/finding';
import { draftOf, editsOf, revise } from '../../text/compose';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { locate } from '../locate';
import { provenGroups } from './proven-fixes';
import { recompute, recomputeEdits } from './recompute';

/** A report with its findings. */
export interface Checked {
  readonly report: Report;
  /** Its findings, in the order of the text. */
  readonly findings: readonly Finding[];
  /** The findings of another text, by the same settings. */
  readonly check: (report: Report) => readonly Finding[];
}

/** What to do about some of the findings of a report: groups of edits, each to be made as a whole or not at all. */
export type Choice = (report: Report, findings: readonly Finding[]) => readonly (readonly TextEdit[])[];

/** Texts that fixing all may go through; more, and it does not end. */
const mostRounds = 40;

/**
 * The edits that mend all that can be mended without asking. Sorted, disjoint, minimal.
 * @param extent `all`: the fixes that change figures or contents too; totals are recomputed where all that they are the sum
 * of agrees. Where that does not end, only what is safe.
 */
export function fixesOfAll(checked: Checked, extent: 'safe' | 'all'): readonly TextEdit[] {
  // What identities find is mended one total at a time: two of them may want different values of one cell.
  const others = fixesOf(({ subject }) => subject !== 'identity');
  const all: Choice = (report, findings) => [...others(report, findings), ...totalsOf(report, findings)];
  const edits = extent === 'all' ? untilSettled(checked, all) : undefined;
  return edits ?? untilProven(checked) ?? [];
}

/** The edits of all safe fixes, round by round, those left out that cannot be proven or that would undo each other. */
function untilProven({ report, findings, check }: Checked): readonly TextEdit[] {
  const safe = fixesOf(({ fix }) => fix?.safe === true);
  let draft = draftOf(report.text);
  let known: Checked = { report, findings, check };
  const seen = new Set([report.text]);
  for (let round = 0; round < mostRounds; round++) {
    const edits = together(provenGroups(known, safe(known.report, known.findings), together));
    if (edits.length === 0) break;
    const next = revise(draft, edits);
    if (seen.has(next.text)) break;
    seen.add(next.text);
    draft = next;
    const reading = parse(draft.text, false, report.pieces);
    known = { report: reading, findings: check(reading), check };
  }
  return editsOf(draft);
}

/** The fixes of those findings that `isMeant`, but for those that want a person's choice. */
export function fixesOf(isMeant: (finding: Finding) => boolean): Choice {
  return (_, findings) =>
    findings.filter(isMeant).flatMap((finding) => {
      const fix = fixOf(finding);
      return fix && !fix.alone ? [fix.edits] : [];
    });
}

/** The edits that `choose` makes round by round until it has none. Undefined if that does not end. */
export function untilSettled({ report, findings, check }: Checked, choose: Choice): readonly TextEdit[] | undefined {
  let draft = draftOf(report.text);
  let left = findings;
  let reading = report;
  const seen = new Set([report.text]);
  for (let round = 0; round < mostRounds; round++) {
    const edits = together(choose(reading, left));
    if (edits.length === 0) return editsOf(draft);
    draft = revise(draft, edits);
    if (seen.has(draft.text)) return undefined;
    seen.add(draft.text);
    reading = parse(draft.text, false, report.pieces);
    left = check(reading);
  }
  return undefined;
}

/** The edits of all groups but those that touch an earlier one, sorted. */
export function together(groups: readonly (readonly TextEdit[])[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const edits of groups) {
    if (edits.some(({ span }) => touchesAny(taken, span))) continue;
    for (const edit of edits) taken.splice(placeAmong(taken, edit.span.start), 0, edit);
  }
  return taken;
}

/** The totals of which `findings` say that they are wrong, each recomputed from what stands in the report. */
function totalsOf(report: Report, findings: readonly Finding[]): (readonly TextEdit[])[] {
  return findings.flatMap(({ subject, span }) => {
    const place = subject === 'identity' ? locate(report, span.start) : undefined;
    if (place?.kind !== 'cell') return [];
    const changes = recompute(report, { kind: 'cell', table: place.table, row: place.row.form.id, column: place.column.id });
    return changes.length === 0 ? [] : [recomputeEdits(report, changes)];
  });
}

function touchesAny(edits: readonly TextEdit[], { start, end }: Span): boolean {
  const at = placeAmong(edits, end);
  const before = edits[at - 1];
  return before !== undefined && before.span.end >= start;
}

/** How many of `edits`, which are sorted and disjoint, begin at `offset` or before it. */
function placeAmong(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as TextEdit).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
