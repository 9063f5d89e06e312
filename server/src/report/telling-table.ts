/** Tells a table of the form from other statistics that have rows of the same names. */
import type { Table } from './report';

/** So many rows of table three are the table, whatever stands in them. */
const manyRows = 15;
/** A row of table three with fewer figures is a row of something else that has the same name. */
const fewestFigures = 5;

/** As many different labels tell a table of the form that cannot be read. */
const fewestLabels = 5;

/** Whether a table is the form's beyond doubt, without a heading over it. */
export function isTelling(table: Table, text: string): boolean {
  const { form, rows, ragged, labels } = table;
  // Rows named as the form's over other columns are some other statistics.
  if (table.doubt === 'foreign') return false;
  if (table.doubt) return new Set(labels.map((label) => label.form)).size >= fewestLabels;
  if (overYears(table, text)) return false;
  const stated = rows.filter(
    ({ cells, label, span }) => cells.some(({ value }) => value !== undefined) || isBlankAfter(text, label?.end ?? span.end),
  );
  if (form.number === 3) {
    const wide = ragged.filter(({ span }) => (text.slice(span.start, span.end).match(/[^\s|｜,，]+/g) ?? []).length > fewestFigures);
    return stated.length + wide.length > 2 || rows.length >= manyRows;
  }
  if (form.number === 4) return rows.length + ragged.length > 0 && labels.filter(({ form: own }) => own.kind === 'column').length > 3;
  const told = stated.length + ragged.filter(({ span }) => /\d/.test(text.slice(span.start, span.end))).length;
  return told > 1 && labels.filter(({ form: own }) => own.kind !== 'row').length > 1;
}

/** Whether the columns are years: statistics over several of them. */
function overYears({ span }: Table, text: string): boolean {
  const head = text.slice(Math.max(0, span.start - 100), Math.min(span.end, span.start + 60));
  if (!head.includes('20')) return false;
  return new Set(head.match(/20\d\d年?(?:度)?(?=\s*[|｜\t,，]|\s{2}|\s*[\n\r])/g)).size > 1;
}

/** Whether nothing but delimiters follows on the line: a blank row. A table that only speaks of the form has words there. */
function isBlankAfter(text: string, from: number): boolean {
  let i = from;
  while (i < text.length && /[ \t|｜]/.test(text[i] as string)) i++;
  return i === text.length || text[i] === '\n' || text[i] === '\r';
}
