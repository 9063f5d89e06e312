/**
 * Lists inside of sentences: 一是…；二是…；三是…. Tells where a number comes twice or is left out. A list begins anew with 一是;
 * one list inside of another is not taken for a repetition. Numbers before sub-headings are `numbering.ts`'s.
 */
import type { Report, Section } from '../report/report';
import type { Span } from '../text/span';
import type { ProseScan } from '../report/sentences/prose-scan';
import { isSpace } from '../text/characters';
import { placesOf } from './prose-search';

export interface EnumerationSlip {
  readonly kind: 'repeated' | 'skipped';
  /** The number, without 是. */
  readonly item: Span;
  readonly previous: Span;
  /** The values of both. */
  readonly value: number;
  readonly last: number;
}

const numerals = '零一二三四五六七八九';
/** What may stand in front of 一是, besides white space. */
const marks = '。；;，,：:！（()“';

/** The slips in the sections of `report` that hold prose only, in the order of the text. */
export function findEnumerationSlips(report: Report, scan: ProseScan): EnumerationSlip[] {
  const { text, sections } = report;
  const found: EnumerationSlip[] = [];
  let section: Section | undefined;
  let previous: Span | undefined;
  let last = 0;
  /** A list within a list may have begun: 一是…（一是…. */
  let nested = false;
  for (const at of placesOf(scan, '是')) {
    const index = at - 1;
    if (!isNumbered(text, index)) continue;
    const own = sections.findLast(({ heading }) => heading.end <= index);
    if (own !== section) last = 0;
    section = own;
    const item = { start: index, end: index + 1 };
    const value = numerals.indexOf(text[index] as string);
    if (value === 1) nested = last === 1;
    else if (previous && last > 0 && section?.form.table === undefined) {
      if (value === last && !nested) found.push({ kind: 'repeated', item, previous, value, last });
      else if (value > last + 1 && !isSaidOtherwise(text.slice(previous.end, index), numerals[last + 1] as string))
        found.push({ kind: 'skipped', item, previous, value, last });
    }
    last = value;
    previous = item;
  }
  return found;
}

/** Whether the character at `index`, in front of 是, numbers an item: 一是, not 第一是, 一是否 or 一是一. */
function isNumbered(text: string, index: number): boolean {
  const previous = text.charCodeAt(index - 1);
  return (
    numerals.indexOf(text[index] as string) > 0 &&
    !'否一二三'.includes(text[index + 2] ?? ' ') &&
    (index === 0 || isSpace(previous) || marks.includes(text[index - 1] as string))
  );
}

/** Whether the number left out stands there in another form: 二要…, 第二, （二）. */
function isSaidOtherwise(between: string, numeral: string): boolean {
  // Text out of a PDF has radicals in place of characters, and ends of lines anywhere.
  return (
    between.length > 2000 ||
    /[\u2f00-\u2fdf]/.test(between) ||
    new RegExp(`${numeral}(?:\\s*是|[要则来、.．）)]|方面)|第${numeral}|其${numeral}`).test(between)
  );
}
