/** Tables of a .doc: their cells at the places that their edges on the paper give them. */
import type { Block, DocumentTable, TableCell } from '../document';
import { withoutParagraphs } from '../rows';
import { cellOf, paragraphOf } from '../words';
import type { RowForm } from './properties';

export interface DocCell {
  readonly text: string;
  /** All that stands in it, where that is more than text: other tables. */
  readonly inside: readonly Block[];
}

export interface DocRow {
  readonly cells: readonly DocCell[];
  readonly form: RowForm | undefined;
}

/** The paragraph of some words; none of blanks. */
export function paragraphsOf(text: string): Block[] {
  const words = paragraphOf([{ text }]);
  return words.text === '' ? [] : [{ kind: 'paragraph', text: words.text }];
}

/** A table; where it only lays out the page, what stands in it. */
export function tableOf(rows: readonly DocRow[]): Block[] {
  const isLayout = rows.every(({ cells }) => cells.length < 2) || rows.some(({ cells }) => cells.some(({ inside }) => inside.length > 0));
  if (isLayout) return rows.flatMap(({ cells }) => cells.flatMap(({ text, inside }) => (inside.length > 0 ? inside : paragraphsOf(text))));
  const edges = [...new Set(rows.flatMap(({ form }) => form?.edges ?? []))]
    .sort((a, b) => a - b)
    .filter((edge, i, all) => i === 0 || edge - (all[i - 1] as number) > 40);
  const column = (x: number | undefined) => (x === undefined ? -1 : edges.findLastIndex((edge) => edge <= x + 40));
  const grid: (TableCell & { lines: number })[][] = [];
  let above: (TableCell & { lines: number })[] = [];
  for (const { cells, form } of rows) {
    const line: (TableCell & { lines: number })[] = [];
    const own: (TableCell & { lines: number })[] = [];
    for (const [i, { text }] of cells.entries()) {
      const from = form ? column(form.edges[i]) : i;
      const to = Math.max(from + 1, form ? column(form.edges[i + 1]) : i + 1);
      const merge = form?.merges[i];
      const over = merge?.above === true ? above.find((cell) => cell.from <= from && from < cell.to) : undefined;
      const left = own.at(-1);
      if (over) {
        over.lines += line.includes(over) ? 0 : 1;
        line.push(over);
      } else if (merge?.left === true && left && line.at(-1) === left) {
        const wider = { ...left, to };
        own[own.length - 1] = wider;
        line[line.length - 1] = wider;
      } else {
        const cell = { text: cellOf([{ text }]).text, from, to, lines: 1 };
        own.push(cell);
        line.push(cell);
      }
    }
    grid.push(own);
    above = line;
  }
  const table: DocumentTable = { kind: 'table', rows: grid };
  return withoutParagraphs(table);
}
