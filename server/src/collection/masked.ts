/**
 * What of a text may be compared with that of other reports: paragraphs without headings, sentences that only state figures,
 * names of documents; with digits and the names of the unit masked. What every report has to say alike is no copying.
 */
import type { ProseLine, Report } from '../report/report';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { agencyKey, placeNameOf } from './agency-name';

export interface Paragraph extends Span {
  /** Number of the section in which it stands, from 1. */
  readonly section: number;
  /** Its counted sentences without marks and white space, masked, one a line. */
  readonly masked: string;
  /** Characters of those sentences as they stand in the text, white space aside. */
  readonly length: number;
}

/** Lines shorter than this are not broken off, they end. */
const brokenLine = 25;
/** Longest words before the first mark that are a heading. */
const longestHeading = 18;

/**
 * The paragraphs of the sections of `report` that say something of their own, in the order of the text. The preamble is
 * none of them.
 * @param names of the unit, as titles and the roster have them.
 */
export function paragraphsOf(report: Report, names: readonly string[]): Paragraph[] {
  const mask = maskOf(names);
  return joined(report).flatMap(({ start, end, section }) => {
    const sentences = sentencesIn(report.text.slice(start, end)).filter((sentence) => !statesFigures(sentence));
    const masked = sentences
      .map((sentence) => bare(mask(sentence)))
      .filter((sentence) => sentence !== '')
      .join('\n');
    if (masked === '') return [];
    return [{ start, end, section, masked, length: sentences.join('').replace(/\s+/g, '').length }];
  });
}

/** Lines of prose, those that break off inside of a sentence together with the next. */
function joined({ text, prose }: Report): ProseLine[] {
  const paragraphs: ProseLine[] = [];
  for (const line of prose) {
    if (line.section === 0) continue;
    const last = paragraphs.at(-1);
    const goesOn =
      last?.section === line.section &&
      last.end - last.start >= brokenLine &&
      !/[。！？；：:;!?]$/.test(text.slice(last.end - 1, last.end)) &&
      text.slice(last.end, line.start).trim() === '' &&
      !/^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|^[一二三四五六七八九十]是/.test(text.slice(line.start, line.start + 6));
    if (goesOn) paragraphs[paragraphs.length - 1] = { ...last, end: line.end };
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** The sentences of a paragraph without the heading at its front: （一）主动公开。, 存在的问题：. */
function sentencesIn(paragraph: string): string[] {
  const words = paragraph.replace(/[#*_>]+/g, '').trim();
  const numbered = words.replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*/, '');
  const heading = /^[^。，；：！？,;:]*[。：:]/.exec(numbered)?.[0] ?? '';
  const isHeading = heading !== '' && heading.length <= longestHeading && (numbered !== words || heading !== numbered);
  const rest = isHeading ? numbered.slice(heading.length) : numbered;
  if (numbered !== words && !isHeading && rest.length <= longestHeading && !/[。；]/.test(rest)) return [];
  return rest.split(/(?<=[。！？；])/).filter((sentence) => sentence.trim() !== '');
}

const nothing =
  /(?:未|没有|没|无)(?:收到|发生|产生|收取|发出|出现|发现|引发|引起|接到|提起|制发|制定|印发|废止|受理|有|办理|新增|修改|结转|行政|其他需要|需要)|(?:为|均为|全部为)零|零(?:报告|申请|收费|复议|诉讼)/;
/** Clauses as short as this say nothing by themselves: 其中, 全年, 本年度. */
const emptyClause = 6;

/** Whether each clause states a figure, or that there is none. */
function statesFigures(sentence: string): boolean {
  const clauses = sentence
    .replace(/《[^》]*》/g, '')
    .split(/[，,、：:；;（）()。]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const telling = clauses.filter((clause) => clause.length > emptyClause || /[\d０-９]/.test(clause));
  return telling.length > 0 && telling.every((clause) => isFigure(clause));
}

function isFigure(clause: string): boolean {
  const withoutYears = clause.replace(/20\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?/g, '');
  return /[\d０-９]|[一二两三四五六七八九十百]+(?:件|条|次|篇|期|个|场|人次)/.test(withoutYears) || nothing.test(clause);
}

/** Hides the names of the unit, long ones first, and the words by which it speaks of itself. */
function maskOf(names: readonly string[]): (sentence: string) => string {
  const all = new Set<string>();
  for (const name of names.map(agencyKey)) {
    const place = placeNameOf(name);
    for (const form of [name, name.slice(place.length), place, place.slice(-1) + name.slice(place.length), name.replace(/人民政府$/, '')])
      if (form.length > 2) all.add(form);
  }
  const known = [...all].sort((a, b) => b.length - a.length);
  return (sentence) =>
    known
      .reduce((words, name) => words.replaceAll(name, '某'), withoutSpace(sentence))
      .replace(
        /[我本全该](?:自治县|开发区|街道办|办事处|[省市县区旗州盟乡镇]|街道|委员会|部门|单位|机关|办公室|中心|[局委厅办处院所站馆社署队])/g,
        '某',
      );
}

function withoutSpace(words: string): string {
  return halfWidth(words).replace(/\s+/g, '');
}

/** Without what differs though the words are the same: names of documents, digits, marks. */
function bare(words: string): string {
  return words
    .replace(/《[^》]*》/g, '')
    .replace(/[\u4e00-\u9fff]{1,8}[〔[(]20\d\d[〕\])]第?\d+号/g, '')
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[^\u4e00-\u9fffA-Za-z0-9]+/g, '');
}
