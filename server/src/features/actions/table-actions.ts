/**
 * Actions about the figures of tables: the one figure that explains all failures, totals computed anew, blanks and numbers of
 * a row or table. Their ids name the table by its place among the report's, then what in it.
 */
import { nameOf } from '../../report/names';
import type { Report, Table } from '../../report/report';
import type { Finding } from '../../findings/finding';
import type { TextEdit } from '../../text/edit';
import { type Message, msg } from '../../text/message';
import { meet, type Span } from '../../text/span';
import { type Action, type Known, kinds } from './action';
import { fillBlanks } from './fill-blanks';
import { locate, type Place } from '../locate';
import { fixesOf, together } from './fix-all';
import { recompute, recomputeEdits, recomputeTitle, type Scope, writeValue } from './recompute';

/**
 * Sets the figure that makes all identities of a group of failures hold, the likeliest first. Offered on that figure and on the
 * totals that fail. `span` undefined: all of the report.
 */
export function repairs({ report, findings }: Known, span: Span | undefined, here: readonly Finding[]): Action[] {
  if (span && !here.some(({ subject }) => subject === 'identity') && locate(report, span.start)?.kind !== 'cell') return [];
  return report.explanations.flatMap((explanation) => {
    const failing = new Set(explanation.failures.map(({ stated }) => stated[0]?.cell.span));
    const likely = explanation.causes.filter(({ repairs: mends, changes }) => mends && changes.length === 1).slice(0, mostCauses);
    return likely.flatMap(({ changes: [change], message }): Action[] => {
      if (!change) return [];
      const { cell, row, column } = change.term;
      const place = cell.kind === 'blank' ? cell.place : cell.span;
      if (span && !meet(place, span) && ![...failing].some((known) => known && meet(known, span))) return [];
      return [
        {
          id: `repair/${tableId(report, explanation.table)}/${row.id}/${column}`,
          title: message,
          kind: kinds.quickFix,
          safe: false,
          preferred: false,
          fixes: findings.filter(({ subject, span: wrong }) => subject === 'identity' && failing.has(wrong)),
          edits: () => writeValue(report, explanation.table, change.term, change.to) ?? [],
        },
      ];
    });
  });
}

/** Of causes that each explain all, so many are offered. */
const mostCauses = 2;

/** Whether what a total should be is added up from totals that are themselves wrong: then it is not known. */
export function restsOnWrongTotals({ sums }: Report, { subject, span }: Finding): boolean {
  if (subject !== 'identity') return false;
  const failing = sums.filter(({ state }) => state === 'fails');
  const wrong = new Set(failing.flatMap(({ stated, parts }) => (stated.length === 1 && parts.length > 0 ? [stated[0]?.cell] : [])));
  const own = failing.filter(({ stated }) => stated[0]?.cell.span === span);
  return own.length > 0 && own.every(({ parts, stated }) => [...parts, ...stated.slice(1)].some(({ cell }) => wrong.has(cell)));
}

/** Totals of what stands at `place`, from the smallest to the report. A total that fails is a quick fix, else it is a refactoring. */
export function recomputations({ report }: Known, place: Place, here: readonly Finding[]): Action[] {
  return scopesAt(report, place).flatMap((scope): Action[] => {
    const changes = recompute(report, scope);
    if (changes.length === 0) return [];
    const spans = new Set(changes.map(({ term }) => term.cell.span));
    return [
      {
        id: `recompute/${scopeId(report, scope)}`,
        title: recomputeTitle(scope, changes),
        kind: scope.kind === 'cell' ? kinds.quickFix : kinds.rewrite,
        safe: false,
        preferred: false,
        fixes: here.filter(({ subject, span }) => subject === 'identity' && spans.has(span)),
        edits: () => recomputeEdits(report, changes),
      },
    ];
  });
}

/** Blanks of a row and a table; all numbers of a table. */
export function rewritings({ report, findings }: Known, place: Place): Action[] {
  const tables =
    'table' in place
      ? [place.table]
      : place.kind === 'heading'
        ? report.tables.filter(({ form }) => form.number === place.section.form.table)
        : [];
  const actions: Action[] = [];
  const add = (id: string, title: Message, safe: boolean, edits: readonly TextEdit[], fixes: readonly Finding[]): void => {
    actions.push({ id, title, kind: kinds.rewrite, safe, preferred: false, fixes, edits: () => edits });
  };
  const row = place.kind === 'cell' || place.kind === 'row-label' ? place.row : undefined;
  if (row && 'table' in place) {
    const filling = fillBlanks(report, place.table, [row]);
    if (filling)
      add(
        `fill/${tableId(report, place.table)}/${row.form.id}`,
        msg('把「{0}」一行的 {1} 个空白格填为 0', nameOf(row.form), filling.count),
        false,
        filling.edits,
        [],
      );
  }
  for (const table of tables) {
    const filling = fillBlanks(report, table, table.rows);
    if (filling) add(`fill/${tableId(report, table)}`, msg('把本表 {0} 个空白格填为 0', filling.count), false, filling.edits, []);
    const numbers = findings.filter(
      ({ subject, fix, span }) => subject === 'number' && fix?.safe && span.start >= table.span.start && span.end <= table.span.end,
    );
    const edits = together(fixesOf(() => true)(report, numbers));
    if (numbers.length > 1)
      add(`numbers/${tableId(report, table)}`, msg('把本表 {0} 个数写成规范的形式', numbers.length), true, edits, numbers);
  }
  return actions;
}

/** Places of which an action's id may speak: table index, then what in it. */
export function placesFor(report: Report, [index, kind, id, column]: readonly string[]): Place[] {
  const places: Place[] = [];
  if (index === 'report') {
    const table = report.tables[0];
    return table ? [{ kind: 'table', span: table.span, table }] : [];
  }
  const table = report.tables[Number(index)];
  if (!table) return [];
  const row = table.byId.get((kind === 'cell' || kind === 'row' ? id : kind) ?? '');
  const head = table.form.columns.find((known) => known.id === (kind === 'cell' ? column : id));
  const cell = row?.cells[row.form.columns.indexOf(head?.id ?? '')];
  if (kind === 'cell' && row && head && cell) places.push({ kind: 'cell', span: cell.span, table, row, cell, column: head });
  else if (row) places.push({ kind: 'row-label', span: row.span, table, form: row.form, row });
  else if (kind === 'column' && head) places.push({ kind: 'column-head', span: table.span, table, form: head });
  else places.push({ kind: 'table', span: table.span, table });
  return places;
}

function scopesAt({ tables, sections }: Report, place: Place): Scope[] {
  const own =
    'table' in place
      ? [place.table]
      : place.kind === 'heading'
        ? tables.filter(({ form }) => form.number === place.section.form.table)
        : [];
  const scopes: Scope[] = [];
  if (place.kind === 'cell') {
    scopes.push({ kind: 'cell', table: place.table, row: place.row.form.id, column: place.column.id });
    scopes.push(
      { kind: 'row', table: place.table, row: place.row.form.id },
      { kind: 'column', table: place.table, column: place.column.id },
    );
  } else if (place.kind === 'row-label') scopes.push({ kind: 'row', table: place.table, row: place.form.id });
  else if (place.kind === 'column-head') scopes.push({ kind: 'column', table: place.table, column: place.form.id });
  scopes.push(...own.map((table): Scope => ({ kind: 'table', table })));
  if (own.length > 0 || place.kind === 'title' || (place.kind === 'heading' && sections.length > 0)) scopes.push({ kind: 'report' });
  return scopes;
}

function tableId({ tables }: Report, table: Table): string {
  return `${tables.indexOf(table)}`;
}

function scopeId(report: Report, scope: Scope): string {
  if (scope.kind === 'report') return 'report';
  const table = `${tableId(report, scope.table)}/${scope.kind}`;
  if (scope.kind === 'cell') return `${table}/${scope.row}/${scope.column}`;
  return scope.kind === 'row' ? `${table}/${scope.row}` : scope.kind === 'column' ? `${table}/${scope.column}` : table;
}
