/** What a paste gives, and what it should: shared by the examples and the laws of pasting. */
import { readClipboard } from '../../server/src/features/paste/clipboard';
import { table2, table3, table4 } from '../../server/src/report/form/form';
import type { TableFormat } from '../../server/src/report/writing/table-format';
import { writeTable } from '../../server/src/report/writing/write-table';
import { format } from '../../server/src/text/message';
import { clean, type Figures, seen } from './figures';
import { programs } from './programs';

/** The three tables in the standard form. */
export function standard(figures: Figures, target: TableFormat): [string, string, string] {
  const four = new Map(table4.rows.map(({ id }, i) => [id, figures.table4.slice(i * 5, i * 5 + 5)]));
  return [
    writeTable(table2, new Map(Object.entries(figures.table2)), target),
    writeTable(table3, new Map(Object.entries(figures.table3)), target),
    writeTable(table4, four, target),
  ].map((lines) => lines.join('\n')) as [string, string, string];
}

export function read(html: string, target: TableFormat = 'markdown') {
  return readClipboard({ html, text: 'plain' }, { target, spaced: true });
}

export function textOf(html: string, target: TableFormat = 'markdown'): string | undefined {
  const found = read(html, target);
  return found && 'text' in found ? found.text : undefined;
}

export function reasonsOf(html: string): string {
  const found = read(html);
  return found && 'reasons' in found ? found.reasons.map(({ message }) => format(message)).join('\n') : '';
}

export const [word, , excel, editor] = programs as [
  (typeof programs)[number],
  (typeof programs)[number],
  (typeof programs)[number],
  (typeof programs)[number],
];

export const third = seen(clean())[1];
