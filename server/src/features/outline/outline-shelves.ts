/** The findings of a report by where they belong in its outline: the opening, a section, a table, or what is missing. */
import { type SectionForm, sections as forms } from '../../report/form/form';
import type { Report, Section, Table } from '../../report/report';
import type { Finding } from '../../findings/finding';
import { sectionAt, tableAt } from '../locate';

export interface Shelves {
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

export function shelve(report: Report, findings: readonly Finding[]): Shelves {
  const opening: Finding[] = [];
  const missing = new Map<SectionForm, Finding>();
  const tableless = new Map<Section, Finding>();
  const tables = new Map<Table, Finding[]>();
  const sections = new Map<Section, Finding[]>();
  const loose: Finding[] = [];
  const end = endOfOpening(report);
  for (const finding of findings) {
    const { start } = finding.span;
    const { lacks } = finding;
    const absent = lacks?.kind === 'section' && forms.find(({ number }) => number === lacks.number);
    const table = tableAt(report, start);
    const section = sectionAt(report, start);
    if (absent) missing.set(absent, finding);
    else if (section && lacks?.kind === 'table') tableless.set(section, finding);
    else if (table) put(tables, table, finding);
    else if (section) put(sections, section, finding);
    else if (start < end || lacks?.kind === 'title') opening.push(finding);
    else loose.push(finding);
  }
  return { opening, missing, tableless, tables, sections, loose };
}

/** Where the first section or table begins. */
export function endOfOpening({ sections, tables, text }: Report): number {
  return Math.min(sections[0]?.heading.start ?? Infinity, tables[0]?.span.start ?? Infinity, text.length);
}

/** Adds `value` to those of `key`. */
export function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
