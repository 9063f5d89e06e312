/**
 * Safe fixes are read again before they count as such: with the edits made, every figure stands where it stood, no rule finds
 * more than before, and something is found no longer. One mechanism for all rules; what it cannot prove is left out, the rest
 * is kept.
 */
import { type Finding, type Fix, workedOut } from '../../findings/finding';
import { parse } from '../../report/parse';
import type { Report } from '../../report/report';
import { applyEdits, sortEdits, type TextEdit } from '../../text/edit';

/** What judges a text. */
type Check = (report: Report) => readonly Finding[];

/** Those of `groups` that can be made together and are proven; each is made as a whole or not at all. */
export function provenGroups(
  { report, findings, check }: { readonly report: Report; readonly findings: readonly Finding[]; readonly check: Check },
  groups: readonly (readonly TextEdit[])[],
  together: (groups: readonly (readonly TextEdit[])[]) => readonly TextEdit[],
): readonly (readonly TextEdit[])[] {
  const telling = groups.filter((edits) => changes(report.text, edits));
  const before = { figures: figuresOf(report), counts: countsOf(findings) };
  const isSound = (chosen: readonly (readonly TextEdit[])[]): boolean => {
    const edits = together(chosen);
    if (edits.length === 0) return false;
    const after = parse(applyEdits(report.text, edits), false, report.pieces);
    return figuresOf(after) === before.figures && isLess(countsOf(check(after)), before.counts);
  };
  if (telling.length === 0 || isSound(telling)) return telling;
  const sound = telling.filter((edits) => isSound([edits]));
  return sound.length < 2 || isSound(sound) ? sound : sound.slice(0, 1);
}

/** Whether the edits change anything. */
export function changes(text: string, edits: readonly TextEdit[]): boolean {
  return edits.some(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/** Whether one fix by itself is proven. */
export function isProven(known: Parameters<typeof provenGroups>[0], edits: readonly TextEdit[]): boolean {
  return provenGroups(known, [edits], (groups) => sortEdits(groups.flat())).length > 0;
}

/** Texts that are read again to prove fixes one by one; of more, none is called safe. */
const mostProofs = 60;

/**
 * The findings of `known` as they are told to programs that do not come back to ask: each with its fix worked out, and called
 * safe only where that is proven.
 */
export function toldFindings(known: Parameters<typeof provenGroups>[0]): readonly Finding[] {
  const settled = known.findings.map(workedOut);
  const near = settled.flatMap(({ fix }) => (fix?.safe && isNear(known.report, fix.edits) ? [fix] : []));
  const isProvenAlone = (fix: Fix): boolean => near.length <= mostProofs && isProven(known, fix.edits);
  const unproven = new Set(near.length === 0 || areProven(known, near) ? [] : near.filter((fix) => !isProvenAlone(fix)));
  return settled.map((finding) =>
    finding.fix && unproven.has(finding.fix) ? { ...finding, fix: { ...finding.fix, safe: false } } : finding,
  );
}

/** Whether all of `fixes` are proven at once: none touches another, and made together nothing is amiss. */
function areProven(known: Parameters<typeof provenGroups>[0], fixes: readonly Fix[]): boolean {
  const edits = sortEdits(fixes.flatMap((fix) => fix.edits));
  return edits.every(({ span }, i) => i === 0 || (edits[i - 1] as TextEdit).span.end < span.start) && isProven(known, edits);
}

/** Whether a fix that calls itself safe is: what touches no table and no heading cannot move a figure, all else is read again. */
export function isSafeHere(known: Parameters<typeof provenGroups>[0], { edits }: Pick<Fix, 'edits'>): boolean {
  return !isNear(known.report, edits) || isProven(known, edits);
}

/** Whether `edits` touch a table or a heading, or make a line. */
function isNear({ tables, sections }: Report, edits: readonly TextEdit[]): boolean {
  const places = [...tables.map(({ span }) => span), ...sections.map(({ heading }) => heading)];
  return edits.some(
    ({ span, newText }) => /[\r\n]/.test(newText) || places.some((place) => span.start <= place.end && place.start <= span.end),
  );
}

/** All figures of the tables by their places. */
function figuresOf({ tables }: Report): string {
  return tables
    .map(
      ({ form, rows, doubt }) =>
        `${form.number}${doubt ?? ''}:${rows
          .map((row) => `${row.form.id}=${row.cells.map(({ value }) => value ?? '').join()}`)
          .sort()
          .join(';')}`,
    )
    .join('\n');
}

/** How often each rule finds something. */
function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Whether no rule finds more, and one finds less. */
function isLess(after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): boolean {
  for (const [code, count] of after) if (count > (before.get(code) ?? 0)) return false;
  return [...before].some(([code, count]) => (after.get(code) ?? 0) < count);
}
