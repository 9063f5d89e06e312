/**
 * What to colour in a report: title and headings, captions and heads of tables, labels of rows, figures, totals.
 *
 * Why semantic tokens, and not a language of its own told by file name and first line: `.txt` belongs to plain text, and
 * a file's name says nothing about whether it holds a report. Tokens are judged by content like everything else, so a
 * draft is coloured whatever it is called, in Markdown and in plain text, and an ordinary file is left alone. The grammar
 * under `syntaxes/` colours what is certain without knowing the whole text; the language id `nianbao` can be chosen by
 * hand.
 */
import type { Report, Row, Table } from '../report/report';
import type { Span } from '../text/span';
import { totalsOf } from './totals';

/** In the order of the legend that clients are given. The same names stand in `package.json`. */
export const tokenTypes = ['nianbaoHeading', 'nianbaoCaption', 'nianbaoLabel', 'nianbaoFigure', 'nianbaoTotal'] as const;

export type TokenType = (typeof tokenTypes)[number];

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

/** The tokens of `report`: sorted, disjoint, none empty; a span may go over a line's end. None when it is no report. */
export function tokens(report: Report): readonly Token[] {
  if (!report.recognized) return [];
  const found: Token[] = report.sections.map((section) => ({ span: section.heading, type: 'nianbaoHeading' }));
  if (report.title) found.push({ span: report.title.span, type: 'nianbaoHeading' });
  for (const table of report.tables) {
    for (const { span, form } of table.labels) {
      found.push({ span, type: form.kind === 'row' ? 'nianbaoLabel' : 'nianbaoCaption' });
    }
    addFigures(table, found);
  }
  return disjoint(found);
}

function addFigures(table: Table, found: Token[]): void {
  const totals = totalsOf(table.form);
  const addRow = (row: Row): void => {
    const totalRow = totals.rows.has(row.form.id);
    row.cells.forEach((cell, index) => {
      if (cell.value === undefined) return;
      const total = totalRow || totals.columns.has(row.form.columns[index] ?? '');
      found.push({ span: cell.span, type: total ? 'nianbaoTotal' : 'nianbaoFigure' });
    });
  };
  table.rows.forEach(addRow);
  table.duplicates.forEach(addRow);
}

function disjoint(found: Token[]): Token[] {
  let end = 0;
  return found
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < end || span.end <= span.start) return false;
      end = span.end;
      return true;
    });
}
