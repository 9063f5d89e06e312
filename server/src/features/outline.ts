/**
 * The tree 年报提纲: the form's sections in its order, whether they are there or not; below them their tables; below those
 * the failing identities and the other findings. Pure data, made from a report and its findings; the client draws it.
 *
 *     ✗ 三、收到和处理政府信息公开申请情况      3 处
 *       ✗ 表三 2 处不符                        recompute, normalize
 *           「予以公开」的总计应为 13 …         第 41 行
 *     ○ 四、政府信息公开行政复议、行政诉讼情况   缺少   insert
 *     ✓ 五、存在的主要问题及改进情况
 */
import { type SectionForm, sections as forms, type TableForm, table2, table3, table4 } from '../report/form';
import type { Report, Section, Table } from '../report/report';
import type { Finding, Fix, Severity } from '../rules/rule';
import { headingOf } from '../rules/wording';
import { lineAt } from '../text/lines';
import { type Message, msg } from '../text/message';
import { slice, type Span } from '../text/span';
import { standingTitle } from './lenses';
import { extentOf, sectionAt, tableAt } from './locate';
import { tableName } from '../report/names';
import { standings } from './standing';

export interface OutlineItem {
  /** The same for the same thing while the text is edited; unique in the tree. */
  readonly id: string;
  readonly kind: 'title' | 'section' | 'table' | 'identity' | 'finding';
  readonly label: Message;
  /** A few words behind the label, paler. */
  readonly description?: Message;
  /** `problem`: a finding, or an error or warning below it. `missing`: the form wants it and the text lacks it. */
  readonly state: 'done' | 'problem' | 'missing';
  /** Of a finding or identity. */
  readonly severity?: Severity;
  /** Findings in it and below it, itself included. */
  readonly counts: Counts;
  /** What to show when it is chosen: for what is missing, where it belongs. Undefined if that is not known. */
  readonly span?: Span;
  /** All of it, to find the item of a place. */
  readonly extent?: Span;
  readonly actions: readonly OutlineAction[];
  /** What the action `insert` or `fix` does. */
  readonly fix?: Fix;
  readonly children: readonly OutlineItem[];
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
}

/** `insert`: write what is missing. `fix`: mend the finding. */
export type OutlineAction = 'recompute' | 'normalize' | 'insert' | 'fix';

/** The tree of `report`; `findings` are its own, as the user's settings leave them. Empty when the text is no report. */
export function outline(report: Report, findings: readonly Finding[]): readonly OutlineItem[] {
  if (!report.recognized) return [];
  const shelves = shelve(report, findings);
  const tables = tableItems(report, shelves);
  const items: OutlineItem[] = [];
  const title = titleItem(report, shelves);
  if (title) items.push(title);
  if (report.sections.length === 0) items.push(...tables.values());
  else {
    const sections = new Map<SectionForm, Section[]>();
    for (const section of report.sections) put(sections, section.form, section);
    const places = placesOfTables(report, sections);
    const tablesIn = (place: Section | SectionForm): OutlineItem[] => (places.get(place) ?? []).map((table) => tables.get(table)).filter((table) => table !== undefined);
    for (const form of forms) {
      const own = sections.get(form);
      if (own) own.forEach((section, i) => items.push(sectionItem(report, section, i, tablesIn(section), shelves)));
      else items.push(missingSection(form, shelves.missing.get(form), tablesIn(form)));
    }
  }
  items.push(...findingItems(report, 'report', shelves.loose));
  return items;
}

/** The ids from the top of the tree to the smallest item around `offset`. */
export function outlinePath(items: readonly OutlineItem[], offset: number): readonly string[] {
  let best: OutlineItem | undefined;
  for (const item of items) {
    if (!item.extent || offset < item.extent.start || item.extent.end < offset) continue;
    if (!best?.extent || item.extent.end - item.extent.start <= best.extent.end - best.extent.start) best = item;
  }
  return best ? [best.id, ...outlinePath(best.children, offset)] : [];
}

/** The findings by where they belong in the tree. */
interface Shelves {
  /** Before the first section and the first table. */
  readonly opening: readonly Finding[];
  /** That a section is missing, by section. */
  readonly missing: ReadonlyMap<SectionForm, Finding>;
  /** That a section's table is missing, by section. */
  readonly tableless: ReadonlyMap<Section, Finding>;
  readonly tables: ReadonlyMap<Table, readonly Finding[]>;
  readonly sections: ReadonlyMap<Section, readonly Finding[]>;
  readonly loose: readonly Finding[];
}

function shelve(report: Report, findings: readonly Finding[]): Shelves {
  const opening: Finding[] = [];
  const missing = new Map<SectionForm, Finding>();
  const tableless = new Map<Section, Finding>();
  const tables = new Map<Table, Finding[]>();
  const sections = new Map<Section, Finding[]>();
  const loose: Finding[] = [];
  const end = endOfOpening(report);
  for (const finding of findings) {
    const { start } = finding.span;
    const absent = finding.code === 'missing-section' && forms.find((form) => finding.message.values.includes(headingOf(form)));
    const table = tableAt(report, start);
    const section = sectionAt(report, start);
    if (absent) missing.set(absent, finding);
    else if (section && finding.code === 'missing-table') tableless.set(section, finding);
    else if (table) put(tables, table, finding);
    else if (section) put(sections, section, finding);
    else if (start < end || finding.code === 'missing-title') opening.push(finding);
    else loose.push(finding);
  }
  return { opening, missing, tableless, tables, sections, loose };
}

/** The tables of each section: those below its heading if that is theirs, else below the first heading that is, or none. */
function placesOfTables(report: Report, sections: ReadonlyMap<SectionForm, readonly Section[]>): Map<Section | SectionForm, Table[]> {
  const places = new Map<Section | SectionForm, Table[]>();
  for (const table of report.tables) {
    const form = forms.find((known) => known.table === table.form.number);
    const around = sectionAt(report, table.span.start);
    const place = around?.form === form ? around : (form && sections.get(form)?.[0]) ?? form;
    if (place) put(places, place, table);
  }
  return places;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function endOfOpening({ sections, tables, text }: Report): number {
  return Math.min(sections[0]?.heading.start ?? Infinity, tables[0]?.span.start ?? Infinity, text.length);
}

/** Title and opening: all before the first section. */
function titleItem(report: Report, { opening }: Shelves): OutlineItem | undefined {
  const { title } = report;
  if (!title && opening.length === 0) return undefined;
  const lack = opening.find(({ code }) => code === 'missing-title');
  const children = findingItems(report, 'title', opening.filter((finding) => finding !== lack));
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

function missingSection(form: SectionForm, finding: Finding | undefined, tables: readonly OutlineItem[]): OutlineItem {
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

function sectionItem(report: Report, section: Section, index: number, tables: readonly OutlineItem[], shelves: Shelves): OutlineItem {
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

const tableForms: Readonly<Record<2 | 3 | 4, TableForm>> = { 2: table2, 3: table3, 4: table4 };

function missingTable(parent: string, span: Span, { table }: SectionForm, finding: Finding | undefined): OutlineItem {
  return {
    id: `${parent}/table`,
    kind: 'table',
    label: msg(table ? tableName(tableForms[table]) : ''),
    description: msg('缺少'),
    state: 'missing',
    counts: finding ? countOf(finding) : none,
    span,
    ...insertion(finding),
    children: [],
  };
}

function tableItems(report: Report, shelves: Shelves): Map<Table, OutlineItem> {
  const seen = new Map<number, number>();
  return new Map([...standings(report)].map(([table, standing]) => {
    const nth = (seen.get(table.form.number) ?? 0) + 1;
    seen.set(table.form.number, nth);
    const id = `table-${table.form.number}${nth === 1 ? '' : `-${nth}`}`;
    const children = findingItems(report, id, shelves.tables.get(table) ?? []);
    const counts = sum(children.map((child) => child.counts));
    const item: OutlineItem = {
      id,
      kind: 'table',
      label: standingTitle(table, standing),
      ...describe(counts),
      state: standing.fails > 0 ? 'problem' : stateOf(counts),
      counts,
      span: table.caption,
      extent: extentOf(table),
      actions: standing.fails > 0 ? ['recompute', 'normalize'] : ['normalize'],
      children,
    };
    return [table, item];
  }));
}

/** Findings as items, those of identities first among equals: they are what the tables are read for. */
function findingItems(report: Report, parent: string, findings: readonly Finding[]): OutlineItem[] {
  const seen = new Map<string, number>();
  const items = findings.map((finding): OutlineItem => {
    const { code, message, severity, span, fix } = finding;
    const nth = (seen.get(code) ?? 0) + 1;
    seen.set(code, nth);
    const counts = countOf(finding);
    return {
      id: `${parent}/${code}-${nth}`,
      kind: identityRules.has(code) ? 'identity' : 'finding',
      label: message,
      description: msg('第 {0} 行', lineAt(report.lines, span.start) + 1),
      state: 'problem',
      severity,
      counts,
      span,
      extent: span,
      actions: fix ? ['fix'] : [],
      ...(fix && { fix }),
      children: [],
    };
  });
  return [...items.filter(({ kind }) => kind === 'identity'), ...items.filter(({ kind }) => kind === 'finding')];
}

const identityRules: ReadonlySet<string> = new Set([table3, table4].flatMap(({ identities }) => identities.map(({ rule }) => rule)));
const none: Counts = { errors: 0, warnings: 0, others: 0 };

function countOf({ severity }: Finding): Counts {
  return { errors: severity === 'error' ? 1 : 0, warnings: severity === 'warning' ? 1 : 0, others: severity === 'error' || severity === 'warning' ? 0 : 1 };
}

function sum(list: readonly Counts[]): Counts {
  return list.reduce((a, b) => ({ errors: a.errors + b.errors, warnings: a.warnings + b.warnings, others: a.others + b.others }), none);
}

function stateOf({ errors, warnings }: Counts): OutlineItem['state'] {
  return errors + warnings > 0 ? 'problem' : 'done';
}

function describe({ errors, warnings, others }: Counts): Pick<OutlineItem, 'description'> {
  const all = errors + warnings + others;
  return all > 0 ? { description: msg('{0} 处', all) } : {};
}

function insertion(finding: Finding | undefined): Pick<OutlineItem, 'actions' | 'fix'> {
  return finding?.fix ? { actions: ['insert'], fix: finding.fix } : { actions: [] };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
