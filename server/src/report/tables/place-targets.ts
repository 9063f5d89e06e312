/**
 * Places values whose heads name a row and a column each: a flat head over one line of values, or a list of names and values.
 *
 *     行政复议-结果维持 │ 行政复议-结果纠正 │ …        行政复议结果维持 │ 5
 *             5        │         3         │ …        行政复议结果纠正 │ 3
 */
import type { GridCell } from '../../table/cell';
import type { TableForm } from '../form/form';
import type { Row } from '../report';
import { type TableDraft, type Ground, isFilled } from './draft';
import type { PlacedRows } from './place-rows';
import { numberForm, readCell } from './read-cell';

/** The rows of a draft whose values all have such heads; undefined if they have not. */
export function placeTargets(draft: TableDraft, form: TableForm, ground: Ground): PlacedRows | undefined {
  const runs = draft.runs.filter(({ targets }) => targets.length > 0);
  if (runs.length === 0) return undefined;
  const found = new Map<string, Map<string, GridCell>>();
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  for (const { targets, cells } of runs) {
    const filled = cells.filter(isFilled);
    const own = filled.length === targets.length || cells.length !== targets.length ? filled : cells;
    if (own.length !== targets.length) {
      const [first = cells[0]] = filled;
      const last = filled.at(-1) ?? first;
      if (first && last)
        result.ragged.push({
          form: undefined,
          name: '',
          span: { start: first.cell.start, end: last.cell.end },
          values: filled.map(({ cell }) => ({ start: cell.start, end: cell.end })),
          expected: targets.length,
          found: filled.length,
        });
      continue;
    }
    targets.forEach(({ row, column }, i) => {
      const columns = found.get(row.id) ?? new Map<string, GridCell>();
      found.set(row.id, columns.set(column, (own[i] as (typeof own)[number]).cell));
    });
  }
  for (const row of form.rows) {
    const cells = found.get(row.id);
    const own = cells && row.columns.map((id) => cells.get(id));
    if (!cells || !own) continue;
    const places = [...cells.values()];
    const span = { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
    if (own.every((cell) => cell !== undefined)) {
      const read = own.map((cell, i) => readCell(ground.text, cell, numberForm(form, row, row.columns[i])));
      const placed: Row = { form: row, label: undefined, span, cells: read };
      result.rows.push(placed);
    } else {
      const values = places.map(({ start, end }) => ({ start, end }));
      result.ragged.push({ form: row, name: row.label, span, values, expected: row.columns.length, found: places.length });
    }
  }
  return result;
}
