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
import { type SectionForm, sections as forms } from '../../report/form/form';
import type { Report, Section, Table } from '../../report/report';
import type { Finding } from '../../findings/finding';
import { sectionAt } from '../locate';
import { findingItems, missingSection, type OutlineItem, sectionItem, tableItems, titleItem } from './outline-items';
import { put, shelve } from './outline-shelves';

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
    const tablesIn = (place: Section | SectionForm): OutlineItem[] =>
      (places.get(place) ?? []).map((table) => tables.get(table)).filter((table) => table !== undefined);
    for (const form of forms) {
      const own = sections.get(form);
      if (own) own.forEach((section, i) => items.push(sectionItem(report, section, i, tablesIn(section), shelves)));
      else items.push(missingSection(form, shelves.missing.get(form), tablesIn(form)));
    }
  }
  items.push(...findingItems(report, 'report', shelves.loose));
  return items;
}

/** The tables of each section: those below its heading if that is theirs, else below the first heading that is, or none. */
function placesOfTables(report: Report, sections: ReadonlyMap<SectionForm, readonly Section[]>): Map<Section | SectionForm, Table[]> {
  const places = new Map<Section | SectionForm, Table[]>();
  for (const table of report.tables) {
    const form = forms.find((known) => known.table === table.form.number);
    const around = sectionAt(report, table.span.start);
    const place = around?.form === form ? around : ((form && sections.get(form)?.[0]) ?? form);
    if (place) put(places, place, table);
  }
  return places;
}
