/**
 * What can be done at a place of a report to mend it, as plain actions: the findings' own fixes, totals computed anew, the
 * one figure that explains all, blanks, numbers, all of one rule, all that is safe, comments that silence. Titles show old and new figures; the
 * edits are computed when they are asked for. Nothing here knows of an editor.
 *
 * An action that changes a figure is never preferred and never part of `fixAll`.
 */
import { nameOf } from '../report/names';
import type { Report, Table } from '../report/report';
import { catalogue } from '../rules/index';
import type { Finding, Fix } from '../rules/rule';
import type { DirectiveForm } from '../text/directives';
import { sortEdits, type TextEdit } from '../text/edit';
import { type Message, msg } from '../text/message';
import type { Span } from '../text/span';
import { explain, soleRepair } from '../report/culprits';
import { fillBlanks } from './fill-blanks';
import { locate, type Place } from './locate';
import { type Checked, fixesOf, identityRules, mend, together, untilSettled } from './mend';
import { recompute, recomputeEdits, recomputeTitle, type Scope, writeValue } from './recompute';
import { silencingById, silencingsAt, unsilencingsAt } from './silencing-actions';

/** Kinds in the language server protocol's hierarchy: a kind is also of every kind before its dots. */
export const kinds = {
  quickFix: 'quickfix',
  rewrite: 'refactor.rewrite',
  fixAll: 'source.fixAll.nianbao',
} as const;

export type ActionKind = (typeof kinds)[keyof typeof kinds];

export interface Action {
  /** Tells the action from others of the same text; the same for the same thing in a later one. */
  readonly id: string;
  readonly title: Message;
  readonly kind: ActionKind;
  /** Changes no reported figure. */
  readonly safe: boolean;
  readonly preferred: boolean;
  /** The findings that it mends. */
  readonly fixes: readonly Finding[];
  /** Sorted, disjoint, minimal. May be empty where one thing done leaves nothing of another. */
  readonly edits: () => readonly TextEdit[];
}

/** A report with what is known of it. */
export interface Known extends Checked {
  /** How comments that silence are written; undefined: as suits the text. */
  readonly form?: DirectiveForm;
}

/**
 * The actions for `span` (empty: a place), the likeliest first.
 * @param only the kinds wanted, each with all below it; without it all but `source` ones, which are asked for by name.
 */
export function actionsAt(known: Known, span: Span, only?: readonly string[]): readonly Action[] {
  if (!known.report.recognized) return [];
  const wanted = (kind: ActionKind): boolean => (only ? only.some((parent) => isKind(kind, parent)) : !isKind(kind, 'source'));
  const actions: Action[] = [];
  const here = known.findings.filter((finding) => overlaps(finding.span, span));
  if (wanted(kinds.quickFix)) actions.push(...quickFixes(known, here), ...repairs(known, span, here));
  const place = locate(known.report, span.start);
  if (place) actions.push(...recomputations(known, place, here).filter(({ kind }) => wanted(kind)));
  if (place && wanted(kinds.rewrite)) actions.push(...rewritings(known, place));
  if (wanted(kinds.quickFix)) actions.push(...ofWholeRules(known, here), ...silencingsAt(known, span, here));
  if (wanted(kinds.rewrite)) actions.push(...unsilencingsAt(known, span));
  const distinct = withoutRepeats(actions);
  return wanted(kinds.fixAll) ? [...distinct, ...fixAll(known)] : distinct;
}

/** The action with this id, in a text that may have changed since; undefined if it is no longer to be had. */
export function actionById(known: Known, id: string): Action | undefined {
  const [what = '', ...rest] = id.split('/');
  if (what === 'all') return fixAll(known)[0];
  if (what === 'rule') return ofWholeRules(known, known.findings.filter(({ code }) => code === rest[0])).find((action) => action.id === id);
  if (what === 'fix') return quickFixes(known, known.findings.filter(({ code }) => code === rest[0])).find((action) => action.id === id);
  if (what === 'silence' || what === 'silence-all') return silencingById(known, id);
  if (what === 'unsilence') return unsilencingsAt(known, undefined)[0];
  if (what === 'repair') return repairs(known, undefined, []).find((action) => action.id === id);
  for (const place of placesFor(known.report, rest)) {
    const found = [...recomputations(known, place, []), ...rewritings(known, place)].find((action) => action.id === id);
    if (found) return found;
  }
  return undefined;
}

/** All safe fixes of the report, to a fixed point; none if there is nothing to mend. */
export function fixAll(known: Known): readonly Action[] {
  const safe = known.findings.filter(({ fix }) => fix?.safe);
  if (safe.length === 0) return [];
  return [
    {
      id: 'all', title: msg('修正全文可以放心改的问题（{0} 处）', safe.length), kind: kinds.fixAll, safe: true, preferred: false, fixes: safe,
      edits: () => mend(known, 'safe'),
    },
  ];
}

/** Whether `kind` is `parent` or below it. */
export function isKind(kind: string, parent: string): boolean {
  return parent === '' || kind === parent || kind.startsWith(`${parent}.`);
}

/** The fixes that the findings bring with them, the alternatives of one behind it. */
function quickFixes({ findings }: Known, here: readonly Finding[]): Action[] {
  const fixable = here.filter((finding): finding is Finding & { fix: Fix } => finding.fix !== undefined);
  const only = fixable.length === 1 ? fixable[0] : undefined;
  const turns = turnsOf(findings);
  return fixable.flatMap((finding) =>
    [finding.fix, ...(finding.alternatives ?? [])].map((fix, i): Action => ({
      id: `fix/${finding.code}/${turns.get(finding) ?? 0}${i === 0 ? '' : `/${i}`}`,
      title: fix.title,
      kind: kinds.quickFix,
      safe: fix.safe,
      preferred: fix.safe && i === 0 && finding === only,
      fixes: [finding],
      edits: () => sortEdits(fix.edits),
    })),
  );
}

/** The how-manieth of its rule each finding is. */
function turnsOf(findings: readonly Finding[]): ReadonlyMap<Finding, number> {
  const counts = new Map<string, number>();
  const turns = new Map<Finding, number>();
  for (const finding of findings) {
    const turn = counts.get(finding.code) ?? 0;
    counts.set(finding.code, turn + 1);
    turns.set(finding, turn);
  }
  return turns;
}

/**
 * Sets the one figure that makes all identities of a group of failures hold, where there is exactly one. Offered on that
 * figure and on the totals that fail. `span` undefined: all of the report.
 */
function repairs({ report, findings }: Known, span: Span | undefined, here: readonly Finding[]): Action[] {
  if (span && !here.some(({ code }) => identityRules.has(code)) && locate(report, span.start)?.kind !== 'cell') return [];
  return explain(report).flatMap((explanation) => {
    const change = soleRepair(explanation);
    const [cause] = explanation.causes;
    if (!change || !cause) return [];
    const failing = new Set(explanation.failures.map(({ stated }) => stated[0]?.cell.span));
    const { cell, row, column } = change.term;
    const place = cell.kind === 'blank' ? cell.place : cell.span;
    if (span && !overlaps(place, span) && ![...failing].some((known) => known && overlaps(known, span))) return [];
    return [
      {
        id: `repair/${tableId(report, explanation.table)}/${row.id}/${column}`, title: cause.message, kind: kinds.quickFix, safe: false, preferred: false,
        fixes: findings.filter((finding) => identityRules.has(finding.code) && failing.has(finding.span)),
        edits: () => writeValue(report, explanation.table, change.term, change.to) ?? [],
      },
    ];
  });
}

/** Totals of what stands at `place`, from the smallest to the report. A total that fails is a quick fix, else it is a refactoring. */
function recomputations({ report }: Known, place: Place, here: readonly Finding[]): Action[] {
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
        fixes: here.filter(({ code, span }) => identityRules.has(code) && spans.has(span)),
        edits: () => recomputeEdits(report, changes),
      },
    ];
  });
}

function scopesAt({ tables, sections }: Report, place: Place): Scope[] {
  const own = 'table' in place ? [place.table] : place.kind === 'heading' ? tables.filter(({ form }) => form.number === place.section.form.table) : [];
  const scopes: Scope[] = [];
  if (place.kind === 'cell') {
    scopes.push({ kind: 'cell', table: place.table, row: place.row.form.id, column: place.column.id });
    scopes.push({ kind: 'row', table: place.table, row: place.row.form.id }, { kind: 'column', table: place.table, column: place.column.id });
  } else if (place.kind === 'row-label') scopes.push({ kind: 'row', table: place.table, row: place.form.id });
  else if (place.kind === 'column-head') scopes.push({ kind: 'column', table: place.table, column: place.form.id });
  scopes.push(...own.map((table): Scope => ({ kind: 'table', table })));
  if (own.length > 0 || place.kind === 'title' || (place.kind === 'heading' && sections.length > 0)) scopes.push({ kind: 'report' });
  return scopes;
}

/** Blanks of a row and a table; all numbers of a table. */
function rewritings({ report, findings }: Known, place: Place): Action[] {
  const tables = 'table' in place ? [place.table] : place.kind === 'heading' ? report.tables.filter(({ form }) => form.number === place.section.form.table) : [];
  const actions: Action[] = [];
  const add = (id: string, title: Message, safe: boolean, edits: readonly TextEdit[], fixes: readonly Finding[]): void => {
    actions.push({ id, title, kind: kinds.rewrite, safe, preferred: false, fixes, edits: () => edits });
  };
  const row = place.kind === 'cell' || place.kind === 'row-label' ? place.row : undefined;
  if (row && 'table' in place) {
    const filling = fillBlanks(report, place.table, [row]);
    if (filling) add(`fill/${tableId(report, place.table)}/${row.form.id}`, msg('把「{0}」一行的 {1} 个空白格填为 0', nameOf(row.form), filling.count), false, filling.edits, []);
  }
  for (const table of tables) {
    const filling = fillBlanks(report, table, table.rows);
    if (filling) add(`fill/${tableId(report, table)}`, msg('把本表 {0} 个空白格填为 0', filling.count), false, filling.edits, []);
    const numbers = findings.filter(({ code, fix, span }) => code === 'nonstandard-number' && fix?.safe && span.start >= table.span.start && span.end <= table.span.end);
    const edits = together(fixesOf(() => true)(report, numbers));
    if (numbers.length > 1) add(`numbers/${tableId(report, table)}`, msg('把本表 {0} 个数写成规范的形式', numbers.length), true, edits, numbers);
  }
  return actions;
}

/** For each rule of `here`, all its fixes in the report, where there are several. */
function ofWholeRules(known: Known, here: readonly Finding[]): Action[] {
  const codes = new Set(here.filter(({ fix }) => fix).map(({ code }) => code));
  return [...codes].flatMap((code): Action[] => {
    const own = known.findings.filter((finding) => finding.code === code && finding.fix && !finding.fix.alone);
    if (own.length < 2) return [];
    const unsafe = own.filter(({ fix }) => !fix?.safe).length;
    const title = catalogue.find(({ id }) => id === code)?.title ?? code;
    return [
      {
        id: `rule/${code}`,
        // The rule's name in Chinese, and its id for who reads another language.
        title: unsafe > 0 ? msg('修正全文 {0} 处「{1}」{2}（其中 {3} 处会改动数或内容，改后请核对）', own.length, title, code, unsafe) : msg('修正全文 {0} 处「{1}」{2}', own.length, title, code),
        kind: kinds.quickFix, safe: unsafe === 0, preferred: false, fixes: own,
        edits: () => untilSettled(known, fixesOf((finding) => finding.code === code)) ?? [],
      },
    ];
  });
}

/** Of actions with the same edits the first, which then mends what the others mend. */
function withoutRepeats(actions: readonly Action[]): Action[] {
  const found = new Map<string, Action>();
  for (const action of actions) {
    // What goes over the whole report is not computed for the sake of a comparison.
    const edits = action.id.startsWith('rule/') ? action.id : JSON.stringify(action.edits());
    // To recompute the table is offered even where no more than one total changes: there is one place to look for it.
    const key = /^recompute\/(?:\d+\/table|report)/.test(action.id) && edits !== '[]' ? `wide ${edits}` : edits;
    const known = found.get(key);
    if (!known) found.set(key, action);
    else found.set(key, { ...known, fixes: [...new Set([...known.fixes, ...action.fixes])] });
  }
  return [...found].filter(([key]) => key !== '[]').map(([, action]) => action);
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

/** Places of which an action's id may speak: table index, then what in it. */
function placesFor(report: Report, [index, kind, id, column]: readonly string[]): Place[] {
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

/** Whether two spans share a character or touch. */
function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
