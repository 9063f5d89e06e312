/**
 * Tells a report on open government information from all other texts, by what it holds, never by the file's name. A part of
 * one counts, such as table three alone. What stands in fences of which there are several is shown there, not reported: the
 * examples of a page about such reports.
 */
import type { Span } from '../text/span';
import type { Report, Section, Table, Title } from './report';

/** What a text was found to hold. */
type Contents = Pick<Report, 'text' | 'title' | 'year' | 'sections' | 'tables'>;

/** The first year that was reported on by a form that is known here. */
const firstYear = 2019;
/** Aspects that section one must name before it tells a report by itself. */
const fewestAspects = 3;
/** How far into the first section its opening words reach. */
const openingLength = 400;

export function isReport(contents: Contents): boolean {
  const { title, year, sections, tables, text } = withoutExamples(contents);
  return holdsReport(sections, tables, title, text) && !isOlder(year, tables, text);
}

/**
 * Judged by content: two sections of which one is named as only these reports name it, a title with one section, or a
 * table of the form.
 */
function holdsReport(sections: readonly Section[], tables: readonly Table[], title: Title | undefined, text: string): boolean {
  const named = new Set(sections.filter((section) => section.named).map((section) => section.form.number));
  const own = [2, 3, 4].filter((number) => named.has(number as 2 | 3 | 4)).length;
  if (own > 0 && named.size > 1) return true;
  if (title && named.size > 0) return true;
  if (named.size > 1 && text.includes('政府信息公开工作年度报告')) return true;
  if (named.has(1) && (opensReport(text.slice(0, (sections[0]?.body.start ?? 0) + openingLength)) || tellsAspects(text, sections)))
    return true;
  return tables.some((table) => isTelling(table, text));
}

/** Whether the first words say that they report on open government information. */
function opensReport(opening: string): boolean {
  return /政府信息公开(?:工作)?[^。]{0,12}报告/.test(opening) || (opening.includes('政府信息公开条例') && /本报告|年度报告/.test(opening));
}

/** Whether section one, all that is written so far, is divided as only these reports divide it. */
function tellsAspects(text: string, sections: readonly Section[]): boolean {
  if ((sections[1] && sections[1].form.number !== 2) || (!sections[1] && /[\n\r]\s*二、/.test(text))) return false;
  const { start, end } = (sections[0] as Section).body;
  if (/总结|要点|通报/.test(text.slice(0, Math.min(start, 100)))) return false;
  const aspects = text
    .slice(start, end)
    .matchAll(
      /[\n\r]\s*[（(]?[一二三四五1-5][)）.、]\s{0,2}(?:政府信息)?(主动公开|依申请公开|信息管理|政府信息管理|政府信息公开平台建设|平台建设|监督保障)/g,
    );
  return new Set(Array.from(aspects, ([, aspect]) => aspect)).size >= fewestAspects;
}

/** Whether the report is for a year before the form of 2019: nothing it says can be held against a form. */
function isOlder(year: number | undefined, tables: readonly Table[], text: string): boolean {
  return year !== undefined && year < firstYear && tables.length === 0 && !/20[2-9]\d\s?年/.test(text);
}

/** Whether a table is the form's beyond doubt, without a heading over it. */
export function isTelling(table: Table, text: string): boolean {
  const { form, rows, ragged, labels } = table;
  if (form.number === 3) return rows.length + ragged.length > 2;
  if (form.number === 4) return rows.length + ragged.length > 0 && labels.filter(({ form: own }) => own.kind === 'column').length > 3;
  const stated = rows.filter(
    ({ cells, label, span }) => cells.some(({ value }) => value !== undefined) || isBlankAfter(text, label?.end ?? span.end),
  );
  const told = stated.length + ragged.filter(({ span }) => /\d/.test(text.slice(span.start, span.end))).length;
  return told > 1 && labels.filter(({ form: own }) => own.kind !== 'row').length > 1;
}

/** Whether nothing but delimiters follows on the line: a blank row. A table that only speaks of the form has words there. */
function isBlankAfter(text: string, from: number): boolean {
  let i = from;
  while (i < text.length && /[ \t|｜]/.test(text[i] as string)) i++;
  return i === text.length || text[i] === '\n' || text[i] === '\r';
}

/** The contents less what stands in fences, if there are several of them. */
function withoutExamples(contents: Contents): Contents {
  const fences = fencesIn(contents.text);
  if (fences.length < 2) return contents;
  const isShown = ({ start }: Span) => fences.some((fence) => fence.start <= start && start < fence.end);
  const { title, sections, tables } = contents;
  return {
    ...contents,
    title: title && isShown(title.span) ? undefined : title,
    sections: sections.filter(({ heading }) => !isShown(heading)),
    tables: tables.filter(({ span }) => !isShown(span)),
  };
}

/** The blocks between Markdown's fences, in the order of the text. */
function fencesIn(text: string): Span[] {
  const fences: Span[] = [];
  let open = -1;
  for (let at = text.indexOf('```'); at >= 0; at = text.indexOf('```', at + 3)) {
    if (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') continue;
    if (open < 0) open = at;
    else {
      fences.push({ start: open, end: at });
      open = -1;
    }
  }
  return fences;
}
