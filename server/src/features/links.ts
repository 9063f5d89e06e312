/**
 * The ways between the figures of sentences and the cells of tables: from a figure to the cells that it is held against,
 * from a cell to the figures that are read as it. What is read as what is `report/agreement.ts`'s business; a figure that is
 * compared with nothing leads nowhere.
 */
import { type Comparison, readAs } from '../report/sentences/agreement';
import type { Cell, Report, Table } from '../report/report';
import type { Term } from '../report/sums/sums';
import { type Span, touches } from '../text/span';
import { cellsAt, locate, spanOfCell } from './locate';

export interface Definition {
  /** What it is the definition of. */
  readonly origin: Span;
  readonly targets: readonly LinkTarget[];
}

export interface LinkTarget {
  /** The cell. */
  readonly span: Span;
  /** Its row, from label to last value, which holds `span`. */
  readonly extent: Span;
}

/**
 * The cells that may be meant by the figure at `offset`, by every reading of its wording. The definition of a cell that a
 * sentence speaks of is the cell itself: editors then show its references instead.
 */
export function definition(report: Report, offset: number): Definition | undefined {
  const [first, ...others] = comparisonsAt(report, offset);
  if (first) {
    const targets = new Map<Cell, LinkTarget>();
    for (const { readings } of [first, ...others])
      for (const { table, terms } of readings) for (const term of terms) targets.set(term.cell, targetOf(table, term));
    return { origin: first.figure.span, targets: [...targets.values()] };
  }
  const place = locate(report, offset);
  if (place?.kind !== 'cell' || mentionsOf(report, [place.cell]).length === 0) return undefined;
  const { table, cell, row, column } = place;
  return { origin: place.span, targets: [targetOf(table, { cell, row: row.form, column: column.id })] };
}

/**
 * What speaks of the same as the place at `offset`, in the order of the text: of a cell, row or column every figure of a
 * sentence that is read as one of its cells, of a figure all that count the same.
 * @param withCells whether the cells are wanted too: they are what the figures are declared by.
 */
export function references(report: Report, offset: number, withCells: boolean): readonly Span[] {
  const here = comparisonsAt(report, offset);
  const place = here.length > 0 ? undefined : locate(report, offset);
  const figures = place
    ? mentionsOf(
        report,
        cellsAt(place).map(({ cell }) => cell),
      )
    : sameAs(report, here);
  if (figures.length === 0) return [];
  const cells = !withCells ? [] : place ? cellsAt(place).map(({ cell }) => cell) : cellsReadAs(here);
  const cited = withCells && place && place.kind !== 'cell' ? new Set(cellsReadAs(figures)) : undefined;
  return inOrder([...figures.map(({ figure }) => figure.span), ...cells.filter((cell) => cited?.has(cell) ?? true).map(spanOfCell)]);
}

/** The comparisons of the figures at `offset`: words may say two things, such as 均维持. */
export function comparisonsAt({ recognized, comparisons }: Report, offset: number): readonly Comparison[] {
  const touched = recognized ? comparisons.filter(({ figure }) => touches(figure.span, offset)) : [];
  return touched.filter(({ figure }) => figure.span.start === touched[0]?.figure.span.start);
}

/** The comparisons of which one of `cells` is read. */
export function mentionsOf({ comparisons }: Report, cells: readonly Cell[]): readonly Comparison[] {
  const wanted = new Set(cells);
  return comparisons.filter((comparison) => readAs(comparison).some(({ terms }) => terms.some(({ cell }) => wanted.has(cell))));
}

/** The comparisons that count the same as one of `comparisons`: that are taken for the same cells. */
export function sameAs(report: Report, comparisons: readonly Comparison[]): readonly Comparison[] {
  const counted = new Set(comparisons.map(countedBy));
  return report.comparisons.filter((comparison) => counted.has(countedBy(comparison)));
}

/** The cells that figures are taken for. */
export function cellsReadAs(comparisons: readonly Comparison[]): readonly Cell[] {
  return [...new Set(comparisons.flatMap((comparison) => readAs(comparison).flatMap(({ terms }) => terms.map(({ cell }) => cell))))];
}

/** `spans` in the order of the text, each once. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, i) => start !== sorted[i - 1]?.start || end !== sorted[i - 1]?.end);
}

function countedBy(comparison: Comparison): string {
  return (readAs(comparison)[0]?.addends ?? []).map(({ row, column, sign }) => `${sign} ${row} ${column}`).join();
}

function targetOf({ byId }: Table, { cell, row }: Term): LinkTarget {
  const span = spanOfCell(cell);
  const whole = byId.get(row.id)?.span ?? span;
  return { span, extent: { start: Math.min(whole.start, span.start), end: Math.max(whole.end, span.end) } };
}
