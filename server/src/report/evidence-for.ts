/** What speaks for a report: its title, what its first words say, its headings, its tables, how section one is divided. */
import { msg } from '../text/message';
import { type Contents, type Evidence, openingLength, type Shown } from './evidence';
import { sections as forms } from './form/form';
import { kindOfText } from './other-texts';
import type { Table } from './report';
import { essence } from './tables/labels';
import { isTelling } from './telling-table';

/** Aspects that section one must name before it tells a report by itself. */
const fewestAspects = 3;
/** The most that headings weigh, however many there are: speeches and circulars about reports have all six. */
export const mostForOwnHeadings = 6;
export const mostForOtherHeadings = 2;
export const mostForTable = 3;

export function title({ title: found }: Contents): Evidence | undefined {
  if (!found || kindOfText(found.text) !== undefined || !found.text.includes('政府信息公开')) return undefined;
  return { weight: 2, reason: msg('有年报的标题「{0}」', found.text) };
}

/** 本报告根据《中华人民共和国政府信息公开条例》编制, 统计期限自…: the first words say what the text is. */
export function opening({ text, sections }: Contents): Evidence | undefined {
  const until = Math.min(openingLength, Math.max(sections[0]?.heading.start ?? openingLength, openingLength / 2));
  const says = text
    .slice(0, until)
    .split(/[。！？]/)
    .some((sentence) => namesItself(sentence.replace(/\s/g, '')));
  return says ? { weight: 3, reason: msg('开头说明了是政府信息公开工作年度报告') } : undefined;
}

const itself = /本(?:年度|年)?(?:工作)?(?:报告|年报)|本机关.{0,20}年度报告/;
const basis = /条例|政府信息公开|统计[期时]限|格式/;
const announced =
  /(?:公布|发布|编制|形成|汇报|报告).{0,50}政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|政府信息公开(?:工作)?(?:年度报告|年报).{0,4}(?:根据|依据|按照)/;

function namesItself(sentence: string): boolean {
  if (itself.test(sentence) && basis.test(sentence)) return true;
  return announced.test(sentence) && /条例/.test(sentence) && !/应当|必须|各单位|会议|同志/.test(sentence);
}

/** Headings that only these reports have: sections two to four under the name of either form. */
export function ownHeadings({ own }: Shown): Evidence | undefined {
  const count = own.size;
  if (count === 0) return undefined;
  return { weight: Math.min(mostForOwnHeadings, 2 * count), reason: msg('认出年报专有的部分标题 {0} 个', count) };
}

export function otherHeadings({ sections, own }: Shown): Evidence | undefined {
  const named = new Set(sections.filter((section) => section.named).map(({ form }) => form));
  const count = named.size - own.size;
  return count > 0 ? { weight: Math.min(mostForOtherHeadings, count), reason: msg('认出 {0} 个部分的标题', named.size) } : undefined;
}

/** Names of the sections whose headings only these reports have. */
export function ownSections({ sections, text }: Contents): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { form, heading, named } of sections) {
    const names = named ? ownNames.get(form) : undefined;
    if (!names) continue;
    const words = essence(text.slice(heading.start, heading.end)).replace(/^第?[一二三四五六\d]部?分?/, '');
    if (names.some((name) => words.endsWith(name))) found.add(form.name);
  }
  return found;
}

/** The names of sections two to four in either form, as headings are compared. */
const ownNames = new Map(
  forms
    .filter(({ table }) => table !== undefined)
    .map((form) => [form, [form.name, ...(form.formerly === undefined ? [] : [form.formerly])].map(essence)]),
);

export function tables({ tables: found, text }: Contents): Evidence | undefined {
  const telling = found.filter((table) => isTelling(table, text));
  if (telling.length === 0) return undefined;
  const weight = telling.reduce((sum, table) => sum + (table.form.number === 3 || isFilled(table) ? mostForTable : 2), 0);
  return { weight, reason: msg('认出 {0} 张年报的表', telling.length) };
}

export function isFilled({ rows, ragged }: Table): boolean {
  return ragged.length > 0 || rows.some(({ cells }) => cells.some(({ value }) => value !== undefined));
}

const aspect =
  /(?:^|[\n\r。])[^\S\n\r]*(?:[（(][一二三四五六][)）]|[1-6][.、．])[^\n\r。]{0,12}?(主动公开|依申请公开|信息管理|平台建设|监督保障)/g;

/** Whether section one is divided as only these reports divide it. */
export function aspects({ text, sections }: Contents): Evidence | undefined {
  const { start, end } = sections.find(({ form }) => form.number === 1)?.body ?? { start: 0, end: openingLength * 2 };
  const found = new Set(Array.from(text.slice(start, end).matchAll(aspect), ([, name]) => name));
  if (found.size < 2) return undefined;
  return { weight: found.size < fewestAspects ? 1 : 2, reason: msg('总体情况按年报的 {0} 个方面写', found.size) };
}

/** Section one opens with the regulation that the report is on: a part of a report without its first lines. */
export function onRegulation({ text, sections }: Contents): Evidence | undefined {
  const first = sections[0];
  if (first?.form.number !== 1 || !first.named) return undefined;
  const says = text.slice(first.body.start, first.body.start + openingLength / 2).includes('政府信息公开条例');
  return says ? { weight: 1, reason: msg('总体情况写的是《政府信息公开条例》的落实') } : undefined;
}
