/**
 * What makes a finding the same in another version of its text, so that services can tell old findings from new ones:
 * where it sits in the form rather than on which line, and the words around it. Lines inserted above, other line ends and
 * another language of the messages change nothing.
 */
import { createHash } from 'node:crypto';
import { locate } from '../../features/locate';
import type { Report } from '../../report/report';
import type { Finding } from '../../findings/finding';
import type { Span } from '../../text/span';

/** Gives each finding of one report its place in the form and its fingerprint; to be asked in the order of the text. */
export function fingerprinter(report: Report): (finding: Finding) => { readonly place: string | undefined; readonly fingerprint: string } {
  const counts = new Map<string, number>();
  return (finding) => {
    const place = placeOf(report, finding.span);
    // A cell is known by its row and column; anywhere else the words tell one finding from another.
    const words = place?.isCell ? [] : [...finding.message.values, wordsAround(report.text, finding.span)];
    const key = JSON.stringify([finding.code, place?.name, ...words]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return { place: place?.name, fingerprint: createHash('sha256').update(`${key} ${count}`).digest('hex').slice(0, 32) };
  };
}

/** 表三/新收/总计 for a cell, 表三/新收 for a row, 三 for text in a section; ids of the form. Undefined outside of all. */
function placeOf(report: Report, span: Span): { readonly name: string; readonly isCell: boolean } | undefined {
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

/** Characters on either side of a finding that belong to its fingerprint, if they stand on its line. */
const reach = 80;

/** What stands at `span` and around it on the same line, without white space. */
function wordsAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const words =
    before.slice(before.search(/[^\r\n]*$/)) + text.slice(start, Math.min(end, start + reach)) + (/^[^\r\n]*/.exec(after)?.[0] ?? '');
  return words.replace(/\s+/g, '');
}
