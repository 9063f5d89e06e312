/**
 * The items of the outline: title, sections, tables and findings, each with its state, its counts and what can be done there.
 * How they are put together is told in `outline.ts`.
 */
import type { SectionForm } from '../../report/form/form';
import { tableName } from '../../report/names';
import type { Report, Section, Table } from '../../report/report';
import { type Finding, mayBeFixed, type Severity } from '../../findings/finding';
import { headingOf } from '../../findings/wording';
import { lineAt } from '../../text/lines';
import { type Message, msg } from '../../text/message';
import { slice, type Span } from '../../text/span';
import { tableStateTitle } from '../lenses';
import { extentOf } from '../locate';
import { endOfOpening, type Shelves } from './outline-shelves';
import { isToDo } from '../to-do';
import { tableStates } from '../table-state';

export interface OutlineItem {
  /** The same for the same thing while the text is edited; unique in the tree. */
  readonly id: string;
  readonly kind: 'title' | 'section' | 'table' | 'identity' | 'finding';
  readonly label: Message;
  /** A few words behind the label, paler. */
  readonly description?: Message;
  /**
   * `problem`: a finding, or an error or warning below it. `open`: something is still to be filled in, and nothing is wrong.
   * `missing`: the form wants it and the text lacks it.
   */
  readonly state: 'done' | 'open' | 'problem' | 'missing';
  /** Of a finding or identity. */
  readonly severity?: Severity;
  /** Findings in it and below it, itself included. */
  readonly counts: Counts;
  /** What to show when it is chosen: for what is missing, where it belongs. Undefined if that is not known. */
  readonly span?: Span;
  /** All of it, to find the item of a place. */
  readonly extent?: Span;
  readonly actions: readonly OutlineAction[];
  /** What the action `insert` or `fix` mends. */
  readonly mends?: Finding;
  readonly children: readonly OutlineItem[];
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
  /** Of those, what is still to be filled in. */
  readonly toDo: number;
}

/** `insert`: write what is missing. `fix`: mend the finding. */
export type OutlineAction = 'recompute' | 'normalize' | 'insert' | 'fix';

/** Title and opening: all before the first section. */
export function titleItem(report: Report, { opening }: Shelves): OutlineItem | undefined {
  const { title } = report;
  if (!title && opening.length === 0) return undefined;
  const lack = opening.find(({ lacks }) => lacks?.kind === 'title');
  const children = findingItems(
    report,
    'title',
    opening.filter((finding) => finding !== lack),
  );
  const counts = sum([...children.map((child) => child.counts), ...(lack ? [countOf(lack)] : [])]);
  return {
    id: 'title',
    kind: 'title',
    label: title ? msg(title.text) : msg('标题'),
    ...(lack ? { description: msg('缺少') } : describe(counts)),
    state: lack ? 'missing' : stateOf(counts),
    counts,
    span: title?.span ?? { start: 0, end: 0 },
    extent: { start: 0, end: endOfOpening(report) },
    ...insertion(lack),
    children,
  };
}

export function missingSection(form: SectionForm, finding: Finding | undefined, tables: readonly OutlineItem[]): OutlineItem {
  return {
    id: `section-${form.number}`,
    kind: 'section',
    label: msg(headingOf(form)),
    description: msg('缺少'),
    state: 'missing',
    counts: sum([...tables.map(({ counts }) => counts), ...(finding ? [countOf(finding)] : [])]),
    ...(finding && { span: finding.span }),
    ...(tables[0]?.extent && { extent: tables[0].extent }),
    ...insertion(finding),
    children: tables,
  };
}

export function sectionItem(
  report: Report,
  section: Section,
  index: number,
  tables: readonly OutlineItem[],
  shelves: Shelves,
): OutlineItem {
  const { form, heading, body } = section;
  const id = `section-${form.number}${index === 0 ? '' : `-${index + 1}`}`;
  const lack = shelves.tableless.get(section);
  const isBare = form.table && tables.length === 0 && index === 0 && !report.unfinished;
  const absent = lack || isBare ? [missingTable(id, heading, form, lack)] : [];
  const children = [...absent, ...tables, ...findingItems(report, id, shelves.sections.get(section) ?? [])];
  const counts = sum(children.map((child) => child.counts));
  return {
    id,
    kind: 'section',
    label: msg(onOneLine(slice(report.text, heading))),
    ...describe(counts),
    state: [...absent, ...tables].some(({ state }) => state !== 'done') ? 'problem' : stateOf(counts),
    counts,
    span: heading,
    extent: { start: heading.start, end: body.end },
    actions: [],
    children,
  };
}

function missingTable(parent: string, span: Span, { table }: SectionForm, finding: Finding | undefined): OutlineItem {
  return {
    id: `${parent}/table`,
    kind: 'table',
    label: msg(table ? tableName({ number: table }) : ''),
    description: msg('缺少'),
    state: 'missing',
    counts: finding ? countOf(finding) : none,
    span,
    ...insertion(finding),
    children: [],
  };
}

export function tableItems(report: Report, shelves: Shelves): Map<Table, OutlineItem> {
  const seen = new Map<number, number>();
  return new Map(
    [...tableStates(report)].map(([table, tableState]) => {
      const nth = (seen.get(table.form.number) ?? 0) + 1;
      seen.set(table.form.number, nth);
      const id = `table-${table.form.number}${nth === 1 ? '' : `-${nth}`}`;
      const children = findingItems(report, id, shelves.tables.get(table) ?? []);
      const counts = sum(children.map((child) => child.counts));
      const item: OutlineItem = {
        id,
        kind: 'table',
        label: tableStateTitle(table, tableState, children.length),
        state: tableState.fails > 0 ? 'problem' : stateOf(counts),
        counts,
        span: table.caption,
        extent: extentOf(table),
        actions: tableState.fails > 0 ? ['recompute', 'normalize'] : ['normalize'],
        children,
      };
      return [table, item];
    }),
  );
}

/** Findings as items, those of identities first among equals: they are what the tables are read for. */
export function findingItems(report: Report, parent: string, findings: readonly Finding[]): OutlineItem[] {
  const seen = new Map<string, number>();
  const items = findings.map((finding): OutlineItem => {
    const { code, message, severity, span } = finding;
    const nth = (seen.get(code) ?? 0) + 1;
    seen.set(code, nth);
    const counts = countOf(finding);
    return {
      id: `${parent}/${code}-${nth}`,
      kind: finding.subject === 'identity' ? 'identity' : 'finding',
      label: message,
      description: msg('第 {0} 行', lineAt(report.lines, span.start) + 1),
      state: isToDo(finding) ? 'open' : 'problem',
      severity,
      counts,
      span,
      extent: span,
      ...(mayBeFixed(finding) ? { actions: ['fix'], mends: finding } : { actions: [] }),
      children: [],
    };
  });
  return [...items.filter(({ kind }) => kind === 'identity'), ...items.filter(({ kind }) => kind === 'finding')];
}

const none: Counts = { errors: 0, warnings: 0, others: 0, toDo: 0 };

function countOf(finding: Finding): Counts {
  const { severity } = finding;
  return {
    errors: severity === 'error' ? 1 : 0,
    warnings: severity === 'warning' ? 1 : 0,
    others: severity === 'error' || severity === 'warning' ? 0 : 1,
    toDo: isToDo(finding) ? 1 : 0,
  };
}

function sum(list: readonly Counts[]): Counts {
  return list.reduce(
    (a, b) => ({
      errors: a.errors + b.errors,
      warnings: a.warnings + b.warnings,
      others: a.others + b.others,
      toDo: a.toDo + b.toDo,
    }),
    none,
  );
}

function stateOf({ errors, warnings, toDo }: Counts): OutlineItem['state'] {
  if (errors + warnings > 0) return 'problem';
  return toDo > 0 ? 'open' : 'done';
}

function describe({ errors, warnings, others, toDo }: Counts): Pick<OutlineItem, 'description'> {
  const found = errors + warnings + others - toDo;
  if (toDo === 0) return found > 0 ? { description: msg('{0} 处', found) } : {};
  return { description: found > 0 ? msg('{0} 处，待填 {1}', found, toDo) : msg('待填 {0}', toDo) };
}

function insertion(finding: Finding | undefined): Pick<OutlineItem, 'actions' | 'mends'> {
  return finding && mayBeFixed(finding) ? { actions: ['insert'], mends: finding } : { actions: [] };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
