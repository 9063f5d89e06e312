/**
 * Where to leave room so that the columns of a table stand below one another though the text does not: in front of bars, behind
 * tabs. Nothing is written; an editor shows the room. Widths are columns of a font in which Chinese is twice as wide as Latin.
 *
 *     予以公开\t5\t0         予以公开    5    0
 *     重复申请类\t12\t0  →   重复申请类  12   0
 */
import type { Report, Table } from '../report/report';
import { lineAt, lineSpan } from '../text/lines';
import { displayWidth } from '../text/width';

/** Room in front of the character at `offset`. */
export interface Gap {
  readonly offset: number;
  readonly columns: number;
}

/** Rows of more cells belong to no table of a report. */
const mostCells = 24;
/** No column is made wider than this. */
const widest = 28;

export function gaps(report: Report, tabSize: number): readonly Gap[] {
  return report.tables.flatMap((table) => gapsOf(report, table, tabSize));
}

interface Row {
  /** Where each cell begins and how wide it is. */
  readonly cells: readonly { readonly start: number; readonly end: number; readonly width: number }[];
}

function gapsOf(report: Report, table: Table, tabSize: number): Gap[] {
  if (table.layout !== 'pipes' && table.layout !== 'tabs') return [];
  const mark = table.layout === 'tabs' ? '\t' : '|';
  // Rows of as many cells are set straight together: table two has blocks of their own.
  const groups = new Map<number, Row[]>();
  for (const row of rowsOf(report, table, mark)) groups.set(row.cells.length, [...(groups.get(row.cells.length) ?? []), row]);
  return [...groups.values()]
    .filter((rows) => rows.length > 1)
    .flatMap((rows) => (mark === '\t' ? gapsBehindTabs(rows, tabSize) : gapsBeforeBars(rows)))
    .sort((a, b) => a.offset - b.offset);
}

function rowsOf({ text, lines }: Report, { span }: Table, mark: string): Row[] {
  const rows: Row[] = [];
  const last = lineAt(lines, span.end);
  for (let line = lineAt(lines, span.start); line <= last; line++) {
    const { start, end } = lineSpan(text, lines, line);
    const pieces = text.slice(start, end).split(mark);
    if (pieces.length < 3 || pieces.length > mostCells) continue;
    let at = start;
    const cells = pieces.map((piece) => {
      const cell = { start: at, end: at + piece.length, width: displayWidth(piece) };
      at = cell.end + 1;
      return cell;
    });
    rows.push({ cells });
  }
  return rows;
}

/** Every bar stands where the one that stands last does, if no cell runs over its column. */
function gapsBeforeBars(own: readonly Row[]): Gap[] {
  const usual = own[0]?.cells.length ?? 0;
  const found: Gap[] = [];
  const shown = own.map(() => 0);
  let place = 0;
  for (let column = 0; column < usual - 1; column++) {
    own.forEach(({ cells }, i) => (shown[i] = (shown[i] ?? 0) + (cells[column]?.width ?? 0)));
    place += widthOf(own, column);
    own.forEach(({ cells }, i) => {
      const room = place - (shown[i] ?? 0);
      const cell = cells[column];
      if (cell && room > 0) found.push({ offset: cell.end, columns: room });
      shown[i] = Math.max(place, shown[i] ?? 0) + 1;
    });
    place++;
  }
  return found;
}

/** How wide a column is shown: a few long names run over it instead of moving all figures out of sight. */
function widthOf(rows: readonly Row[], column: number): number {
  return Math.min(widest, Math.max(...rows.map(({ cells }) => cells[column]?.width ?? 0)));
}

/** Every cell begins where the one that begins last does; a tab goes on to its next stop by itself. */
function gapsBehindTabs(own: readonly Row[], tabSize: number): Gap[] {
  const usual = own[0]?.cells.length ?? 0;
  const found: Gap[] = [];
  const natural = own.map(() => 0);
  const shown = own.map(() => 0);
  let place = 0;
  for (let column = 1; column < usual; column++) {
    own.forEach(({ cells }, i) => {
      const width = cells[column - 1]?.width ?? 0;
      const before = natural[i] ?? 0;
      const next = (Math.floor((before + width) / tabSize) + 1) * tabSize;
      natural[i] = next;
      shown[i] = (shown[i] ?? 0) + next - before;
    });
    place = (Math.floor((place + widthOf(own, column - 1)) / tabSize) + 1) * tabSize;
    own.forEach(({ cells }, i) => {
      const room = place - (shown[i] ?? 0);
      const cell = cells[column];
      if (!cell || room <= 0) return;
      found.push({ offset: cell.start, columns: room });
      shown[i] = place;
    });
  }
  return found;
}
