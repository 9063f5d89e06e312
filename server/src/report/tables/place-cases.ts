/**
 * Places the values of table four: fifteen side by side under three groups, or five behind each group's label. Fewer are
 * placed only where delimiters or blank lines show which are missing.
 */
import type { GridCell } from '../../table/grid';
import { type Draft, type DraftRun, type Ground, isFilled, type Placed } from './draft';
import { table4, type TableForm } from '../form/form';
import { most } from './row-shapes';
import { placeByGaps } from './place-by-space';
import type { PlacedRows } from './place-rows';
import { readCell } from './read-cell';

export function placeCases(draft: Draft, form: TableForm, ground: Ground): PlacedRows {
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  const order: string[] = [];
  for (const { meaning } of draft.labels) {
    if (meaning.form.kind === 'row' && !order.includes(meaning.form.id)) order.push(meaning.form.id);
  }
  const names = order.length === 3 ? order : form.rows.map((row) => row.id);
  const runs = draft.runs.filter((run) => run.cells.some(isFilled));
  const groups = runs.length > 1 ? (groupsByRun(runs) ?? groupsByOutcome(runs, names)) : undefined;
  if (groups) {
    for (const [id, cells] of groups) addCases(result, form, id, cells, ground.text);
    return result;
  }
  const cells = runs.flatMap((run) => run.cells);
  const across = runs.filter((run) => run.cells.filter(isFilled).length > 1 && outcomeOf(run)).length > 1;
  const whole = across ? undefined : placeRun(runs.length > 0 ? cells : (draft.runs[0]?.cells ?? []), ground, draft);
  if (whole) names.forEach((id, i) => addCases(result, form, id, whole.slice(i * 5, i * 5 + 5), ground.text));
  else if (cells.length > 0) {
    const filled = cells.filter(isFilled);
    const span = { start: (filled[0] as Placed).cell.start, end: (filled.at(-1) as Placed).cell.end };
    result.ragged.push({ form: undefined, name: '表四', span, expected: 15, found: filled.length });
  }
  return result;
}

function addCases(result: PlacedRows, form: TableForm, id: string, cells: readonly GridCell[], text: string): void {
  const row = form.rows.find((known) => known.id === id);
  const first = cells[0];
  const last = cells.at(-1);
  if (!row || !first || !last) return;
  result.rows.push({
    form: row,
    label: undefined,
    span: { start: first.start, end: last.end },
    cells: cells.map((cell) => readCell(text, cell, 'count')),
  });
}

/** Runs of five, or of five and ten, by the groups named before them; undefined if they are not so. */
function groupsByRun(runs: readonly DraftRun[]): Map<string, GridCell[]> | undefined {
  const groups = new Map<string, GridCell[]>();
  for (const run of runs) {
    const cells = run.cells.filter(isFilled).map(({ cell }) => cell);
    const named = [...new Set(run.heads.filter(({ form }) => form.kind === 'row').map(({ form }) => form.id))];
    if (cells.length !== named.length * 5) return undefined;
    named.forEach((id, i) => groups.set(id, cells.slice(i * 5, i * 5 + 5)));
  }
  return groups.size === 3 ? groups : undefined;
}

/** Runs of three, each behind the name of an outcome: the groups stand side by side, the outcomes below each other. */
function groupsByOutcome(runs: readonly DraftRun[], names: readonly string[]): Map<string, GridCell[]> | undefined {
  const outcomes = new Map<string, readonly GridCell[]>();
  for (const run of runs) {
    const outcome = outcomeOf(run);
    if (!outcome || run.cells.length !== names.length) return undefined;
    outcomes.set(
      outcome,
      run.cells.map(({ cell }) => cell),
    );
  }
  const columns = table4.columns.map(({ id }) => outcomes.get(id));
  if (!columns.every((cells) => cells !== undefined)) return undefined;
  return new Map(names.map((name, i) => [name, columns.map((cells) => cells[i] as GridCell)]));
}

/** The outcome right before the values, if it is the only one named before them. */
function outcomeOf({ heads }: DraftRun): string | undefined {
  const last = heads.at(-1)?.form;
  return last?.kind === 'column' && heads.filter(({ form }) => form.kind === 'column').length === 1 ? last.id : undefined;
}

function placeRun(placed: readonly Placed[], ground: Ground, draft: Draft): GridCell[] | undefined {
  const cells = placed.map(({ cell }) => cell);
  const filled = cells.filter((cell) => cell.end > cell.start);
  if (filled.length === 15) return filled;
  if (filled.length === 0) return undefined;
  const first = cells.findIndex((cell) => cell.end > cell.start);
  const last = cells.findLastIndex((cell) => cell.end > cell.start);
  let fit: GridCell[] | undefined;
  if (last - first === 14) fit = cells.slice(first, last + 1);
  else if (cells.length === 15) fit = cells;
  else if (cells.length > 15 && last < 15 && first > 0) fit = cells.slice(0, 15);
  else if (cells.length > 15 && first === 0 && last < 15) fit = cells.slice(0, 15);
  else if (placed.every(({ line }) => ground.grid[line]?.kind === 'bare')) fit = placeCasesByGaps(placed, ground, draft);
  // A whole group without any value is rather a merged cell than five blanks, and which group is missing is not known;
  // in HTML a merged cell has one tag.
  const merged = !(cells.length === 15 && placed.every(({ line }) => ground.grid[line]?.kind === 'html'));
  if (!fit || (merged && [0, 5, 10].some((at) => fit.slice(at, at + 5).every((cell) => cell.start === cell.end)))) return undefined;
  return fit;
}

function placeCasesByGaps(placed: readonly Placed[], ground: Ground, draft: Draft): GridCell[] | undefined {
  const gap = most(placed.map(({ line }) => ground.grid[line]?.gap ?? 0)) ?? 0;
  const before = (placed[0] as Placed).line - 1;
  const row = {
    form: undefined,
    label: { start: draft.start, end: draft.start },
    cells: [...placed],
    labels: 1,
    line: before,
    column: 0,
    subtotal: false,
  };
  return placeByGaps(row, 15, { leads: new Map(), gap, centers: [] }, ground);
}
