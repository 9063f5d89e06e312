/**
 * Binds a draft to the form's table: which form it is of, its rows in the order of the text with their cells in the form's
 * order of columns, what is there twice, ragged, unknown or missing. Which value belongs to which column is told by
 * `place-rows.ts` and, for table four, `place-cases.ts`.
 */
import type { GridLine } from '../../table/grid';
import { sortColumns } from './column-order';
import { type TableDraft, type DraftRow, filledOf, type Ground } from './draft';
import { type RowForm, type TableForm, table2, table2Of2019, table3, table3Of2019, table4 } from '../form/form';
import { doubtAbout } from './judge-draft';
import { unreadTable } from './lost-tables';
import { placeCases } from './place-cases';
import type { Span } from '../../text/span';
import { placeRows } from './place-rows';
import { placeTargets } from './place-targets';
import type { Label, Layout, Row, Table, UnknownRow } from '../report';

/** The table that `draft` holds, or undefined if it is no table of the form. */
export function placeTable(draft: TableDraft, ground: Ground): Table | undefined {
  const form = formOf(draft);
  const placed =
    placeTargets(draft, form, ground) ?? (draft.number === 4 ? placeCases(draft, form, ground) : placeRows(draft, form, ground));
  const firstLabel = draft.labels[0];
  const doubt = firstLabel && doubtAbout(draft, placed, ground);
  if (firstLabel && doubt) return unreadTable(form, wholeSpan(draft, ground), firstLabel.span, { doubt, labels: labelsOf(draft) });
  if (!firstLabel || (placed.rows.length === 0 && placed.ragged.length === 0 && placed.unknown.length === 0)) return undefined;
  const firsts = new Map<string, Row>();
  const duplicates: Row[] = [];
  for (const row of placed.rows) {
    if (firsts.has(row.form.id)) duplicates.push(row);
    else firsts.set(row.form.id, row);
  }
  const unsorted = [...firsts.values()];
  const rows = sortColumns(unsorted, draft, form);
  const byId = rows === unsorted ? firsts : new Map(rows.map((row) => [row.form.id, row]));
  const isMissing = ({ id }: RowForm) => !byId.has(id) && !placed.ragged.some((row) => row.form?.id === id);
  const missing = byId.size === form.rows.length ? [] : form.rows.filter(isMissing);
  const unknown = placed.unknown.map((row): UnknownRow => ({ span: row.label, instead: rowBetween(form, rows, missing, row) }));
  return {
    identity: {},
    form,
    span: { start: draft.start, end: draft.end },
    caption: firstLabel.span,
    layout: layoutOf(draft, ground.grid),
    rows,
    byId,
    duplicates,
    ragged: placed.ragged,
    unknown,
    labels: labelsOf(draft),
    missing: missing.filter((row) => !unknown.some(({ instead }) => instead === row)),
  };
}

function labelsOf({ labels }: TableDraft): Label[] {
  return labels.map(({ span, meaning: { form }, joined }) => (joined ? { span, form, joined } : { span, form }));
}

/** From the first label to the end of the line on which the last label or figure stands. */
function wholeSpan({ start, end, labels }: TableDraft, { grid }: Ground): Span {
  const last = labels.at(-1);
  const cells = last ? grid[last.line]?.cells : undefined;
  return { start, end: Math.max(end, cells?.at(-1)?.end ?? end) };
}

function formOf(draft: TableDraft): TableForm {
  if (draft.number === 4) return table4;
  if (draft.number === 3) {
    const has = (id: string) => draft.rows.some(({ form }) => form?.id === id);
    return has('其他') && !has('其他1') && !has('其他2') && !has('其他3') ? table3Of2019 : table3;
  }
  if (draft.labels.filter(({ meaning }) => meaning.only2019).length <= 2) return table2;
  // Heads of 2019 over one item alone: the other rows are those of today.
  return fitting(draft, table2Of2019) >= fitting(draft, table2) ? table2Of2019 : table2;
}

/** How many rows have as many figures as `form` has columns for them. */
function fitting({ rows }: TableDraft, form: TableForm): number {
  return rows.filter((row) => {
    const own = form.rows.find(({ id }) => id === row.form?.id);
    return own !== undefined && filledOf(row).length === own.columns.length;
  }).length;
}

/** How most of its labels stand; of several ways that are as frequent the one met first. */
function layoutOf({ labels }: TableDraft, grid: readonly GridLine[]): Layout {
  const layouts = labels.map(({ line }): Layout => layoutOfKind(grid[line]?.kind ?? 'bare'));
  const [first = 'lines'] = layouts;
  if (layouts.every((layout) => layout === first)) return first;
  const counts = new Map<Layout, number>();
  for (const layout of layouts) counts.set(layout, (counts.get(layout) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'lines';
}

function layoutOfKind(kind: GridLine['kind']): Layout {
  return kind === 'bare' ? 'lines' : kind;
}

/** The one row of the form that is missing where an unknown row stands. */
function rowBetween(form: TableForm, rows: readonly Row[], missing: readonly RowForm[], unknown: DraftRow): RowForm | undefined {
  const before = rows.filter((row) => row.span.end <= unknown.label.start).at(-1);
  const after = rows.find((row) => row.span.start >= unknown.label.end);
  const from = before ? form.rows.indexOf(before.form) : -1;
  const to = after ? form.rows.indexOf(after.form) : form.rows.length;
  const candidate = form.rows[from + 1];
  return to - from === 2 && candidate && missing.includes(candidate) ? candidate : undefined;
}
