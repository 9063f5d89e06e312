/**
 * The documents that reports cite, and where they are cited: by title in 《》, by number, or both. Facts only; what is wrong
 * with a citation is for wrong-citation and outdated-citation to say.
 */
import type { Span } from '../text/span';
import type { ProseScan } from '../report/sentences/prose-scan';
import { misspellings } from './misspellings';
import { findAt, placesOf } from './prose-search';

export interface Document {
  readonly id: 'format' | 'trial' | 'fee';
  /** What only its title contains. */
  readonly key: string;
  readonly title: string;
  /** 国办公开办函〔2021〕30号 in its parts. */
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

export const format: Document = {
  id: 'format',
  key: '年度报告格式',
  series: '国办公开办函',
  year: 2021,
  number: 30,
  title: '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
};
export const trial: Document = {
  id: 'trial',
  key: '年度报告有关事项的通知',
  series: '国办公开办函',
  year: 2019,
  number: 60,
  title: '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》',
};
const fee: Document = {
  id: 'fee',
  key: '信息处理费管理办法',
  series: '国办函',
  year: 2020,
  number: 109,
  title: '《政府信息公开信息处理费管理办法》',
};
export const documents: readonly Document[] = [format, trial, fee];

/** What the citations of these documents are found by. */
export const citationWords: readonly string[] = ['国办', ...documents.map(({ key }) => key)];

/** The titles of the regulation, as they may be cited. */
const regulations = ['中华人民共和国政府信息公开条例', '政府信息公开条例'];
/** A title of so many wrong characters may be that of another document. */
const mostWrong = 2;
const shortestTitle = 6;
/** The beginning that only the two notices have. */
const noticeHead = '国务院办公厅政府信息与政务公开办公室关于';

/** A title in 《》 that is nearly that of a document above. */
export interface NearTitle extends Span {
  /** What was meant, with its marks. */
  readonly right: string;
}

/** What near misses of titles are found by: their last words. */
export const nearTitleWords: readonly string[] = ['条例》', '公开法》', noticeHead];

/** Titles of the regulation with a word wrong (《…政务信息公开条例》), and those of the notices cut off before their end. */
export function nearTitles(scan: ProseScan): NearTitle[] {
  const found: NearTitle[] = [];
  for (const word of nearTitleWords) {
    for (const at of placesOf(scan, word)) {
      const title = word === noticeHead ? titleFrom(scan.text, at) : titleBefore(scan.text, at + word.length);
      const right = title && (word === noticeHead ? noticeMeant(inside(scan.text, title)) : regulationMeant(inside(scan.text, title)));
      if (title && right !== undefined) found.push({ start: title.start, end: title.end, right });
    }
  }
  return found;
}

function inside(text: string, { start, end }: Span): string {
  return text.slice(start + 1, end - 1);
}

/** The regulation that a title of another wording means: not one of a province or city, nor a set of rules. */
function regulationMeant(title: string): string | undefined {
  if (title.length < shortestTitle || regulations.includes(title) || /[省市州县区盟旗](?!别)/.test(title)) return undefined;
  // 条列, 政府信息条例 and characters mistaken are told by those who look for them.
  if (/(?:条列|政府信息条例)$/.test(title) || [...misspellings.keys()].some((wrong) => title.includes(wrong))) return undefined;
  const near = regulations.find((right) => distance(title, right) <= mostWrong);
  return near && `《${near}》`;
}

/** The notice of which a title is the beginning. */
function noticeMeant(title: string): string | undefined {
  const plainOf = (words: string) => words.replace(/[《》〈〉<>]/g, '');
  const own = plainOf(title);
  const whole = [format, trial].find((document) => plainOf(document.title).startsWith(own));
  return whole && own !== plainOf(whole.title) && own.length > noticeHead.length ? whole.title : undefined;
}

/** The title that begins right before `at` and ends on the same line. */
function titleFrom(text: string, at: number): Span | undefined {
  if (text[at - 1] !== '《') return undefined;
  let depth = 0;
  for (let i = at - 1; i < Math.min(text.length, at + longestTitle); i++) {
    if (text[i] === '《') depth++;
    else if (text[i] === '》' && --depth === 0) return { start: at - 1, end: i + 1 };
    else if (/[\r\n。]/.test(text[i] as string)) return undefined;
  }
  return undefined;
}
const longestTitle = 120;

/** How many characters must be changed, added or taken away to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** A document's number as it stands in the text: 国办公开办函〔2021〕30号. */
export interface CitedNumber extends Span {
  readonly series: string;
  /** Undefined where the brackets around it are lost: 〔202130号. */
  readonly year: number | undefined;
  readonly number: number | undefined;
  /** The title in 《》 that the number goes with: right before it, at most a bracket between. */
  readonly title: Span | undefined;
}

const numbers =
  /(国办[\u4e00-\u9fff]{0,8}?[发函秘字电])[ \u3000]?[〔【[（(]?[ \u3000]?(\d{4,8})[ \u3000]?[〕】\]）)]?[ \u3000]?(?:第?[ \u3000]?(\d{1,4})[ \u3000]?)?号/y;

/** The numbers of documents of the State Council's office that a report cites, in the order of the text. */
export function citedNumbers(scan: ProseScan): CitedNumber[] {
  return findAt(scan, ['国办'], numbers).map(({ index, 0: found, 1: series = '', 2: year = '', 3: number }) => ({
    start: index,
    end: index + found.length,
    series,
    year: number !== undefined && year.length === 4 ? Number(year) : undefined,
    number: number !== undefined && year.length === 4 ? Number(number) : undefined,
    title: titleBefore(scan.text, index),
  }));
}

/** Whether `cited` is the number of `document`. */
export function isNumber(cited: CitedNumber, { series, year, number }: Document): boolean {
  return cited.series === series && cited.year === year && cited.number === number;
}

/** The titles in 《》 that name `document`, brackets included. */
export function citedTitles(scan: ProseScan, document: Document): Span[] {
  return placesOf(scan, document.key).flatMap((at) => {
    const close = scan.text.slice(at, at + 60).search(/》(?!》)/);
    const title = close < 0 ? undefined : titleBefore(scan.text, at + close + 1);
    return title && title.start < at && isTitleOf(scan.text.slice(title.start, title.end), document) ? [title] : [];
  });
}

/** Whether the words in 《》 are the title of `document`, not of a notice that a local office issued on the same matter. */
export function isTitleOf(title: string, { key }: Document): boolean {
  return (
    title.includes(key) &&
    (title.includes('国务院') || !/[省市县区旗州盟][^《》]{0,12}(?:办公[室厅]|政府|委员会|领导小组)[^《》]*关于/.test(title))
  );
}

/** The title that ends right before `at`; one bracket and 国务院办公厅 may stand between: 《…》(国办函…, 《…》（国务院办公厅国办发…. */
function titleBefore(text: string, at: number): Span | undefined {
  let end = at;
  while (end > at - 3 && /[（( \u3000]/.test(text[end - 1] ?? '')) end--;
  // 关于印发《…格式》的通知（国办…: the name of what it brought out.
  if (text.startsWith('的通知', end - 3)) end -= 3;
  if (text[end - 1] !== '》') return undefined;
  let depth = 0;
  for (let i = end - 1; i >= Math.max(0, end - 160); i--) {
    if (text[i] === '》') depth++;
    else if (text[i] === '《' && --depth === 0) return { start: i, end };
    else if (text[i] === '\n') return undefined;
  }
  return undefined;
}
