/**
 * What makes a finding the same in another version of its text: where it sits in the form rather than on which line, and the
 * words around it. Lines inserted above, other line ends and another language of the messages change nothing.
 */
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { locate } from './locate';

export interface FindingIdentity {
  /** 表三/新收/总计 for a cell, 表三/新收 for a row, 三 for text in a section; ids of the form. Undefined outside of all. */
  readonly place: string | undefined;
  /** What else tells it from others of its rule at that place; empty for a cell, which is known by its row and column. */
  readonly words: readonly (string | number)[];
}

/** The identity of a finding in `report`. */
export function identityOf(report: Report, { span, message }: Pick<Finding, 'span' | 'message'>): FindingIdentity {
  const place = formPlaceOf(report, span);
  return {
    place: place?.name,
    words: place?.isCell
      ? []
      : [...message.values.map((value) => (typeof value === 'object' ? value.join('、') : value)), wordsAround(report.text, span)],
  };
}

function formPlaceOf(report: Report, span: Span): { readonly name: string; readonly isCell: boolean } | undefined {
  const place = locate(report, span.start);
  if (!place || place.kind === 'title') return undefined;
  if ('table' in place) {
    const names = [`表${numerals[place.table.form.number]}`];
    if (place.kind === 'cell') names.push(place.row.form.id, place.column.id);
    else if ('form' in place) names.push(place.form.id);
    return { name: names.join('/'), isCell: place.kind === 'cell' };
  }
  return place.section && { name: place.section.form.numeral, isCell: false };
}

const numerals: Readonly<Record<number, string>> = { 2: '二', 3: '三', 4: '四' };

/** Characters on either side of a finding that belong to its identity, if they stand on its line. */
const reach = 80;

/** What stands at `span` and around it on the same line, without white space. */
function wordsAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const words =
    before.slice(before.search(/[^\r\n]*$/)) + text.slice(start, Math.min(end, start + reach)) + (/^[^\r\n]*/.exec(after)?.[0] ?? '');
  return words.replace(/\s+/g, '');
}
