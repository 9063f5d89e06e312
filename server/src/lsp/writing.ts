/**
 * What helps with writing: the requests of our own client `nianbao/newReport`, the text of a new report, and
 * `nianbao/nextCell`, where Tab goes in a Markdown table; and `textDocument/onTypeFormatting`, which aligns that table.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { alignTable } from '../features/align-table';
import { newReport } from '../features/new-report';
import { markdownTableAt, nextCell } from '../features/next-cell';
import { firstYear } from '../report/form/form';
import type { Report } from '../report/report';
import { indexLines, offsetAt, rangeOf } from '../text/lines';
import { isObject } from './support';

export interface NewReportAnswer {
  readonly text: string;
  /** The first place to be filled in. */
  readonly selection: Range;
}

export interface NextCellParams {
  readonly uri: string;
  readonly position: Position;
  /** 1: the next cell, -1: the one before. */
  readonly step: 1 | -1;
}

export interface NextCellAnswer {
  /** Whether the position stands in a Markdown table of a report. */
  readonly inTable: boolean;
  /** What to select; absent where there is no such cell. */
  readonly selection?: Range;
}

/** After these characters a table is aligned: the bar that ends a cell, the end of a line that ends a row. */
export const onTypeOptions = { firstTriggerCharacter: '|', moreTriggerCharacter: ['\n'] };

export const nowhere: NextCellAnswer = { inTable: false };

/**
 * The answer to `nianbao/newReport` {agency, year, format: markdown | text}.
 * @throws ResponseError if there is no agency, or no year of the form of 2021.
 */
export function answerNewReport(params: unknown): NewReportAnswer {
  const { agency, year, format } = isObject(params) ? params : {};
  if (
    typeof agency !== 'string' ||
    agency.trim() === '' ||
    typeof year !== 'number' ||
    !Number.isInteger(year) ||
    year < firstYear ||
    year > 2099
  ) {
    throw new ResponseError(ErrorCodes.InvalidParams, 'nianbao/newReport: agency and year (2021–2099) are wanted');
  }
  const { text, first } = newReport({ agency, year, format: format === 'text' ? 'text' : 'markdown' });
  return { text, selection: rangeOf(indexLines(text), first) };
}

/** The answer to `nianbao/nextCell`. */
export function answerNextCell(report: Report, { position, step }: NextCellParams): NextCellAnswer {
  const offset = offsetAt(report.lines, position);
  if (!markdownTableAt(report, offset)) return nowhere;
  const cell = nextCell(report, offset, step === -1 ? -1 : 1);
  return { inTable: true, ...(cell && { selection: rangeOf(report.lines, cell) }) };
}

/** The answer to `textDocument/onTypeFormatting`. */
export function answerOnType(report: Report, position: Position): TextEdit[] {
  return alignTable(report, offsetAt(report.lines, position)).map(({ span, newText }) => ({ range: rangeOf(report.lines, span), newText }));
}
