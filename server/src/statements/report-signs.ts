/**
 * One look at a report for all rules that ask for what most reports do not have: which of it is there. Where and what it is, and
 * whether it is wrong, is for the rules to say; those whose sign is not there are not asked.
 */
import type { Cell, Report, Row, Table } from '../report/report';
import { isRising } from './section-order';

/** What may be found in a report; several are added up. */
export const ReportSign = {
  /** An identity of a table fails. */
  failingSum: 1,
  blankCell: 1 << 1,
  /** A cell that is no number. */
  unreadableCell: 1 << 2,
  /** A cell with a number that is not written as the form wants it, or a sign for none. */
  unplainCell: 1 << 3,
  repeatedRow: 1 << 4,
  missingRow: 1 << 5,
  raggedRow: 1 << 6,
  unknownRow: 1 << 7,
  /** Rows that do not stand in the form's order. */
  disorder: 1 << 8,
  /** A table that cannot be read for certain. */
  doubt: 1 << 9,
  /** A section without its table. */
  missingTable: 1 << 10,
  /** A regulation (规章) in table two. */
  regulation: 1 << 11,
  /** In table two fewer documents in force than were made. */
  fewInForce: 1 << 12,
  /** Fees above what a small agency collects. */
  highFee: 1 << 13,
  /** Not each of the six headings once and in order. */
  headings: 1 << 14,
  noTitle: 1 << 15,
  /** A figure of the sentences that is not that of the tables. */
  differingFigure: 1 << 16,
  /** Words in the sentences that say none or all. */
  saidWithoutNumber: 1 << 17,
  /** A year to which requests are carried forward. */
  carriedToYear: 1 << 18,
} as const;

/** Fees from this on, in 万元, are high. */
export const highFee = 100_000;

/** The signs in `report`, added up. */
export function reportSignsOf(report: Report): number {
  return (
    signsOfTables(report) |
    (report.sums.some(({ state }) => state === 'fails') ? ReportSign.failingSum : 0) |
    (report.sections.length === 6 && isRising(report.sections) ? 0 : ReportSign.headings) |
    (report.title ? 0 : ReportSign.noTitle) |
    signsOfFigures(report)
  );
}

function signsOfTables({ tables, sections }: Report): number {
  let signs = 0;
  let numbers = 0;
  for (const table of tables) {
    signs |= signsOf(table);
    numbers |= 1 << table.form.number;
    if (table.form.number === 2) signs |= signsOfTableTwo(table);
  }
  const isMissing = sections.some(({ form: { table } }) => table !== undefined && (numbers & (1 << table)) === 0);
  return isMissing ? signs | ReportSign.missingTable : signs;
}

function signsOf(table: Table): number {
  let signs = isInOrder(table) ? 0 : ReportSign.disorder;
  if (table.doubt) signs |= ReportSign.doubt;
  if (table.duplicates.length > 0) signs |= ReportSign.repeatedRow;
  if (table.missing.length > 0) signs |= ReportSign.missingRow;
  if (table.ragged.length > 0) signs |= ReportSign.raggedRow;
  if (table.unknown.length > 0) signs |= ReportSign.unknownRow;
  for (const { cells } of table.rows) for (const { kind } of cells) if (kind !== 'number') signs |= signOfKind[kind];
  return signs;
}

const signOfKind: Readonly<Record<Exclude<Cell['kind'], 'number'>, number>> = {
  blank: ReportSign.blankCell,
  unreadable: ReportSign.unreadableCell,
  nonstandard: ReportSign.unplainCell,
  noted: ReportSign.unplainCell,
  none: ReportSign.unplainCell,
};

/** Whether the rows stand in the form's order, whatever is missing between them. */
function isInOrder({ form, rows }: Table): boolean {
  let next = 0;
  for (let i = 0; i < rows.length; i++) {
    const own = (rows[i] as Row).form;
    while (next < form.rows.length && form.rows[next] !== own) next++;
    if (next++ === form.rows.length) return false;
  }
  return true;
}

function signsOfTableTwo({ rows }: Table): number {
  let signs = 0;
  for (const { form, cells } of rows) {
    const [first, , third] = cells;
    if (form.id === '规章' && cells.some(({ value = 0 }) => value > 0)) signs |= ReportSign.regulation;
    // Made, abolished, in force.
    if (third && (third.value ?? 0) < (first?.value ?? 0)) signs |= ReportSign.fewInForce;
    if (form.id === '收费' && (first?.value ?? 0) >= highFee) signs |= ReportSign.highFee;
  }
  return signs;
}

function signsOfFigures({ figures, comparisons }: Report): number {
  let signs = 0;
  for (const { said, metric, carriedTo } of figures) {
    if (said !== 'number' || metric === 'allDone') signs |= ReportSign.saidWithoutNumber;
    if (carriedTo) signs |= ReportSign.carriedToYear;
  }
  for (const { state } of comparisons) if (state === 'differs') return signs | ReportSign.differingFigure;
  return signs;
}
