/**
 * What to colour in a report: title and headings, captions and heads of tables, labels of rows, figures, totals, blank
 * cells, signs for none, and those figures that do not state what they should.
 *
 * Why semantic tokens, and not a language of its own told by file name and first line: `.txt` belongs to plain text, and
 * a file's name says nothing about whether it holds a report. Tokens are judged by content like everything else, so a
 * draft is coloured whatever it is called, in Markdown and in plain text, and an ordinary file is left alone. The grammar
 * under `syntaxes/` colours what is certain without knowing the whole text; the language id `nianbao` can be chosen by
 * hand.
 */
import type { Cell, Report, Row, Table } from '../report/report';
import { cellPlaceOf } from '../report/writing/fill-cells';
import type { Finding } from '../findings/finding';
import { ruleOfIdentity } from '../findings/identity-findings';
import { byPlace, type Span } from '../text/span';
import { totalsOf } from './totals';

/** In the order of the legend that clients are given. The same names stand in `package.json`. */
export const tokenTypes = [
  'nianbaoHeading',
  'nianbaoCaption',
  'nianbaoLabel',
  'nianbaoFigure',
  'nianbaoTotal',
  'nianbaoBlank',
  'nianbaoNone',
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** Modifiers in the order of the legend, as in `package.json`. */
export const tokenModifiers = ['nianbaoWrong'] as const;

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  /** The cell on which a finding says that an identity fails. */
  readonly wrong?: true;
}

/**
 * The tokens of `report`: sorted, disjoint, none empty; a span may go over a line's end. None when it is no report.
 * @param findings those that are shown: a cell about which nothing is said, because its rule is off or silenced, is not wrong.
 */
export function tokens(report: Report, findings: readonly Finding[]): readonly Token[] {
  if (!report.recognized) return [];
  const found: Token[] = report.sections.map((section) => ({ span: section.heading, type: 'nianbaoHeading' }));
  if (report.title) found.push({ span: report.title.span, type: 'nianbaoHeading' });
  const wrong = wrongCells(report, findings);
  for (const table of report.tables) {
    for (const { span, form } of table.labels) {
      found.push({ span, type: form.kind === 'row' ? 'nianbaoLabel' : 'nianbaoCaption' });
    }
    addCells(report, table, wrong, found);
  }
  return disjoint(found);
}

function addCells(report: Report, table: Table, wrong: ReadonlySet<Cell>, found: Token[]): void {
  const totals = totalsOf(table.form);
  const addRow = (row: Row): void => {
    const isTotalRow = totals.rows.has(row.form.id);
    for (const [index, cell] of row.cells.entries()) {
      // A cell without width has nothing to colour; the white space beside it is not its own.
      if (cell.kind === 'blank') found.push({ span: cellPlaceOf(report, table, row, cell), type: 'nianbaoBlank' });
      if (cell.kind === 'none' && cell.span.start < cell.span.end) found.push({ span: cell.span, type: 'nianbaoNone' });
      if (cell.kind === 'none' || cell.value === undefined) continue;
      const isTotal = isTotalRow || totals.columns.has(row.form.columns[index] ?? '');
      for (const span of [cell.span, ...(row.copies ?? [])]) {
        found.push({ span, type: isTotal ? 'nianbaoTotal' : 'nianbaoFigure', ...(wrong.has(cell) && { wrong: true }) });
      }
    }
  };
  table.rows.forEach(addRow);
  table.duplicates.forEach(addRow);
}

/** The cells that state a sum which fails, as far as a finding says so. */
function wrongCells({ sums }: Report, findings: readonly Finding[]): ReadonlySet<Cell> {
  const said = new Set(findings.map(({ code, span }) => `${code} ${span.start}`));
  const cells = sums
    .filter(({ state }) => state === 'fails')
    .flatMap(({ identity, stated: [term] }) =>
      term && said.has(`${ruleOfIdentity[identity.kind]} ${term.cell.span.start}`) ? [term.cell] : [],
    );
  return new Set(cells);
}

function disjoint(found: Token[]): Token[] {
  let end = 0;
  return found.sort(byPlace).filter(({ span }) => {
    if (span.start < end || span.end <= span.start) return false;
    end = span.end;
    return true;
  });
}
