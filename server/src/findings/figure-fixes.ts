/**
 * The ways to mend a figure in a sentence that differs from the tables: the tables' figure written into the sentence, or
 * the sentence's into its cell. Which of the two is wrong only a person knows, so none is safe, and each is made alone. A
 * way that would only move the disagreement elsewhere is not offered.
 */
import { type Comparison, isBorneOut, readAs, type Reading } from '../report/sentences/agreement';
import { nameOf } from '../report/names';
import { readingName } from '../report/sentences/reading-name';
import { rewriteCell } from '../report/writing/rewrite-cell';
import type { Cell, Report } from '../report/report';
import { columnName, type SignedTerm, type Sum } from '../report/sums/sums';
import { msg } from '../text/message';
import { plain, writeLike } from '../text/numeral';
import { slice } from '../text/span';
import type { Fix } from './finding';

/** What speaks for the cells as they are. */
export interface TableEvidence {
  /** The identities of the tables. */
  readonly sums: readonly Sum[];
  /** Cells on which another sentence agrees with the tables, or rightly does not. */
  readonly spokenFor: ReadonlySet<Cell>;
}

/** Gathered once for all figures of a report. */
export function tableEvidence({ comparisons, sums }: Report): TableEvidence {
  const spokenFor = new Set<Cell>();
  for (const comparison of comparisons) {
    if (comparison.state !== 'agrees' && !(comparison.state === 'differs' && isBorneOut(comparison, sums))) continue;
    for (const { terms } of readAs(comparison)) for (const { cell } of terms) spokenFor.add(cell);
  }
  return { sums, spokenFor };
}

/** The readings of a comparison, those of the same value once. */
export function distinctReadings({ readings }: Comparison): readonly Reading[] {
  return readings.filter(({ value }, i) => readings.findIndex((other) => other.value === value) === i);
}

/** The fixes of the figure at `index` of the report's comparisons, which must differ; those of the sentence first. */
export function figureFixes(report: Report, index: number, evidence: TableEvidence): readonly Fix[] {
  const comparison = report.comparisons[index] as Comparison;
  const neighbours = ofSameSentence(report.comparisons, index);
  const intoCell = cellFix(report, comparison, neighbours, evidence);
  return [...sentenceFixes(report, comparison, neighbours, evidence), ...(intoCell ? [intoCell] : [])];
}

/** Writes what the tables say into the sentence, once for each reading. */
function sentenceFixes({ text }: Report, comparison: Comparison, neighbours: readonly Comparison[], { sums }: TableEvidence): Fix[] {
  const { figure } = comparison;
  if (figure.said !== 'number') return [];
  const { name } = figure.form;
  const old = slice(text, figure.span);
  const readings = distinctReadings(comparison).filter(({ addends }) => addends.every(({ sign }) => sign > 0));
  return readings.flatMap((reading): Fix[] => {
    const { value } = reading;
    if (value === undefined || !neighbours.every((other) => allows(other, comparison, value, sums))) return [];
    // In the unit of the sentence.
    const newText = writeLike(old, figure.unit === '元' ? value * 10000 : value, figure.unit !== '');
    if (newText === undefined || newText === old) return [];
    const title =
      readings.length === 1
        ? msg('把正文的「{0}」{1} 改为 {2}', name, old, newText)
        : msg('把正文的「{0}」{1} 改为 {2}，即{3}', name, old, newText, readingName(reading));
    return [{ title, safe: false, alone: true, edits: [{ span: figure.span, newText }] }];
  });
}

/** Whether `other` says nothing wrong, or nothing more wrong, once `value` stands in place of what `changed` says. */
function allows(other: Comparison, changed: Comparison, value: number, sums: TableEvidence['sums']): boolean {
  const { figure, state, readings } = other;
  const isRight = state === 'unknown' || readings.some((reading) => reading.value === value);
  if (figure.span.start === changed.figure.span.start) return isRight;
  // 均为自然人: as many as the total before.
  const follows = figure.said === 'all' && figure.span.start > changed.figure.span.start && figure.value === changed.figure.value;
  return !follows || isRight || (state === 'differs' && !isBorneOut(other, sums));
}

/**
 * Writes the sentence's figure into the cell: only where one cell alone decides, all readings say the same of it, no other
 * sentence bears it out, and no identity fails there already.
 */
function cellFix(
  { text }: Report,
  comparison: Comparison,
  neighbours: readonly Comparison[],
  { sums, spokenFor }: TableEvidence,
): Fix | undefined {
  const { figure, stated, readings } = comparison;
  const [first] = readings;
  const term = soleTerm(readings);
  if (!first || !term || figure.reserve || stated < 0 || spokenFor.has(term.cell)) return undefined;
  if (neighbours.some((other) => other.figure.span.start === figure.span.start && other.state === 'differs')) return undefined;
  const own = sums.filter(({ parts, stated: totals }) => [...parts, ...totals].some(({ cell: one }) => one === term.cell));
  if (own.some(({ state }) => state === 'fails')) return undefined;
  const { cell, row, column } = term;
  const newText = plain(stated);
  const names = [nameOf(row), columnName(first.table, column), slice(text, cell.span), newText] as const;
  const broken = own.filter(({ state }) => state === 'holds').length;
  const title =
    broken === 0
      ? msg('把「{0}」的「{1}」由 {2} 改为 {3}', ...names)
      : msg('把「{0}」的「{1}」由 {2} 改为 {3}（会有 {4} 个等式不再成立，须一并改）', ...names, broken);
  const whole = first.table.byId.get(row.id);
  return whole && { title, safe: false, alone: true, edits: rewriteCell(whole, cell, newText) };
}

/** The one cell that all readings add, if it alone makes up the value of each. */
function soleTerm(readings: readonly Reading[]): SignedTerm | undefined {
  const [first, ...others] = readings;
  const common = (first?.terms ?? []).filter(
    ({ cell, sign }) => sign > 0 && others.every(({ terms }) => terms.some((term) => term.cell === cell && term.sign > 0)),
  );
  const [term] = common;
  return common.length === 1 && term && readings.every(({ value }) => value === term.cell.value) ? term : undefined;
}

/** The other comparisons of the sentence in which the one at `index` stands. */
function ofSameSentence(comparisons: readonly Comparison[], index: number): Comparison[] {
  const { start } = (comparisons[index] as Comparison).figure.sentence;
  const isSame = (at: number): boolean => comparisons[at]?.figure.sentence.start === start;
  let from = index;
  let to = index;
  while (isSame(from - 1)) from--;
  while (isSame(to + 1)) to++;
  return comparisons.slice(from, to + 1).filter((_, i) => from + i !== index);
}
