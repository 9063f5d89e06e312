/**
 * The figures of a report's three tables by the names of the form: each with its digits as a decimal string and where it
 * stands. A blank, a sign for none or what cannot be read has no digits: it is not zero. And the same as the object in which
 * `nianbao` gives a report's tables to other programs.
 */
import { table2, table3, table4, type TableForm } from '../report/form/form';
import { nameOf } from '../report/names';
import type { Cell, Report, Row, Table } from '../report/report';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { type Decimal, shifted } from './decimal';

export interface Figure {
  readonly span: Span;
  /** Money in 万元, whatever the unit in the text; undefined where no number stands. */
  readonly digits: Decimal | undefined;
}

/** By row and column: 新收.总计, 规范.有效, 复议.维持. What stands in no readable cell is not there. */
export type Figures = Readonly<Record<string, Figure>>;

/** A place of the form of 2021 that holds a figure. */
export interface Place {
  /** As in `Figures`. */
  readonly key: string;
  readonly table: TableForm;
  readonly row: string;
  readonly column: string;
  readonly money: boolean;
  /** Table, row and column counted from 1: 3.5.2. The 15 cells of table four stand in one row: 4.1.7. */
  readonly name: string;
}

/** All places, in the order of the form. */
export const places: readonly Place[] = [table2, table3, table4].flatMap((table) => {
  let across = 0;
  return table.rows.flatMap((row, r) =>
    row.columns.map((column, c) => ({
      key: `${row.id}.${column}`,
      table,
      row: row.id,
      column,
      money: row.money === true,
      name: table.number === 4 ? `4.1.${++across}` : `${table.number}.${r + 1}.${c + 1}`,
    })),
  );
});

/** The name of a place for people: 行政许可, 「一、本年新收政府信息公开申请数量」总计. */
export function placeName({ table, row, column }: Place): string {
  const form = table.rows.find(({ id }) => id === row);
  const head = table.columns.find(({ id }) => id === column);
  const name = form ? `「${nameOf(form)}」` : '';
  return form?.columns.length === 1 ? name : `${name}${head?.label ?? ''}`;
}

/**
 * The figures of `report`.
 * @param isUnread whether a table cannot be relied on: its figures are then not known.
 */
export function figuresOf(report: Report, isUnread: (table: Span) => boolean = () => false): Figures {
  const figures: Record<string, Figure> = {};
  if (!report.recognized) return figures;
  for (const table of report.tables) {
    if (isUnread(table.span)) continue;
    for (const row of table.rows) {
      row.cells.forEach((cell, index) => {
        figures[`${row.form.id}.${row.form.columns[index] ?? ''}`] ??= {
          span: cell.span,
          digits: digitsOf(report.text, { cell, row, table }),
        };
      });
    }
  }
  return figures;
}

/** The three tables as other programs get them: counts as numbers, money as decimal strings, null where no number stands. */
export interface TablesObject {
  readonly '2': Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly '3': readonly (readonly (number | null)[])[];
  readonly '4': readonly (number | null)[];
}

/** The tables object of `figures`: of one report, or of a sum. */
export function tablesObject(figures: Readonly<Record<string, { readonly digits: Decimal | undefined }>>): TablesObject {
  const count = (row: string, column: string): number | null => {
    const digits = figures[`${row}.${column}`]?.digits;
    return digits === undefined ? null : Number(digits);
  };
  return {
    '2': Object.fromEntries(
      table2.rows.map(({ id, label, columns, money }) => [
        label,
        columns.map((column) => (money ? (figures[`${id}.${column}`]?.digits ?? null) : count(id, column))),
      ]),
    ),
    '3': table3.rows.map(({ id, columns }) => columns.map((column) => count(id, column))),
    '4': table4.rows.flatMap(({ id, columns }) => columns.map((column) => count(id, column))),
  };
}

interface Spot {
  readonly cell: Cell;
  readonly row: Row;
  readonly table: Table;
}

function digitsOf(text: string, { cell, row, table }: Spot): Decimal | undefined {
  if (cell.value === undefined) return undefined;
  const words = halfWidth(text.slice(cell.span.start, cell.span.end)).replace(/[\s*_`,\\]/g, '');
  const written = /^\d+(?:\.\d+)?/.exec(words)?.[0];
  const digits = written !== undefined && Number(written) === cell.value ? written : plain(cell.value);
  return row.form.money && table.form.edition === 2021 && isInYuan(text, words, row, table) ? shifted(digits, 4) : digits;
}

/** Whether the amount is in 元: the cell says so, or the label or the head over it does and the cell does not. */
function isInYuan(text: string, words: string, row: Row, table: Table): boolean {
  if (/元$/.test(words)) return !words.endsWith('万元');
  const heads = [
    row.label,
    ...table.labels.filter(({ form }) => form.kind === 'column' && form.id === row.form.columns[0]).map(({ span }) => span),
  ];
  const said = heads.flatMap((span) => /(.?)元/.exec(span ? text.slice(span.start, span.end).replace(/\s/g, '') : '') ?? []);
  return said.length > 0 && said[1] !== '万';
}

/** A number that was read from words, without an exponent. */
function plain(value: number): Decimal {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/0+$/, '');
}
