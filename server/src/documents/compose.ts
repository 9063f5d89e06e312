/**
 * A document as one text, in Markdown, and where each of its pieces stands in the file. A blank line between paragraphs and
 * tables; a table as a grid of pipes in which the places that a merged cell takes are blank, as nianbao itself writes tables.
 * A row that has fewer cells than the others is written as short as it is: which of its cells are missing nobody knows. The reader of reports reads this text as it reads any other.
 */
import { displayWidth } from '../text/width';
import { firstFrom, type Span } from '../text/span';
import type { Block, DocumentTable, Origin, Run, Shown, TableCell } from './document';
import { mostRows, widestTable } from './limits';

/** A paragraph or cell in the text. */
export interface PlacedWords extends Span {
  /** Where its words may be written: the cell from pipe to pipe. */
  readonly place: Span;
  readonly origin: Origin;
  readonly runs: readonly Run[];
  readonly inTable: boolean;
}

export interface ComposedText {
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly PlacedWords[];
  /** Tables whose cells nobody can place for certain, with the reason. */
  readonly doubtful: readonly (Span & { readonly table: DocumentTable })[];
  /** Where something else than text is shown. */
  readonly shown: readonly { readonly at: number; readonly what: Shown }[];
}

/** @param marks what to write before the words of a paragraph, such as a heading's `## `. */
export function compose(blocks: readonly Block[], marks?: ReadonlyMap<Block, string>): ComposedText {
  const pieces: PlacedWords[] = [];
  const doubtful: (Span & { table: DocumentTable })[] = [];
  const shown: { at: number; what: Shown }[] = [];
  let text = '';
  for (const block of blocks) {
    if (text !== '') text += '\n';
    const start = text.length;
    if (block.kind === 'paragraph') {
      const from = start + (marks?.get(block)?.length ?? 0);
      text += `${marks?.get(block) ?? ''}${block.text}\n`;
      const span = { start: from, end: text.length - 1 };
      if (block.shows) shown.push({ at: span.end, what: block.shows });
      pieces.push({ ...span, place: span, origin: block.origin ?? {}, runs: block.runs ?? [], inTable: false });
      continue;
    }
    text = writeTable(block, text, pieces);
    if (block.doubt) doubtful.push({ start, end: text.length, table: block });
  }
  return { text, pieces, doubtful, shown };
}

/** The piece in which `offset` stands or before whose end it stands; undefined in an empty text. */
export function pieceAt(pieces: readonly PlacedWords[], offset: number): PlacedWords | undefined {
  const next =
    pieces[
      firstFrom(
        pieces.map(({ place }) => place),
        offset + 1,
      ) - 1
    ];
  return next && offset <= next.place.end ? next : undefined;
}

function writeTable(table: DocumentTable, before: string, pieces: PlacedWords[]): string {
  const grid = gridOf(table);
  const width = Math.max(1, ...grid.map((line) => line.length));
  const texts = grid.map((line) => Array.from(line, (cell) => escaped(cell?.text ?? '')));
  const right = Array.from({ length: width }, (_, column) => isFigures(texts.map((line) => line[column] ?? '')));
  const widths = right.map((_, column) => Math.max(3, ...texts.map((line) => displayWidth(line[column] ?? ''))));
  const lines: string[] = [];
  let at = before.length;
  for (const [row, line] of texts.entries()) {
    let written = '|';
    for (const [column, words] of line.entries()) {
      const space = ' '.repeat((widths[column] as number) - displayWidth(words));
      const start = at + written.length;
      const words0 = start + 1 + (right[column] ? space.length : 0);
      written += right[column] ? ` ${space}${words} |` : ` ${words}${space} |`;
      const cell = grid[row]?.[column];
      if (cell)
        pieces.push({
          start: words0,
          end: words0 + words.length,
          place: { start, end: at + written.length - 1 },
          origin: cell.origin ?? {},
          runs: escapedRuns(cell),
          inTable: true,
        });
    }
    lines.push(written);
    at += written.length + 1;
    if (row > 0) continue;
    const ruler = `| ${widths.map((wide, column) => (right[column] ? `${'-'.repeat(wide - 1)}:` : '-'.repeat(wide))).join(' | ')} |`;
    lines.push(ruler);
    at += ruler.length + 1;
  }
  return `${before}${lines.map((line) => `${line}\n`).join('')}`;
}

/** Each cell at the place where it begins; null where one goes on. */
function gridOf({ rows, isSheet }: DocumentTable): (TableCell | null)[][] {
  const shown = rows.slice(0, mostRows);
  const columns = isSheet ? undefined : columnsOf(shown);
  const columnOf = (place: number) => columns?.[Math.min(place, widestTable)] ?? place;
  const grid: (TableCell | null)[][] = shown.map(() => []);
  for (const [row, cells] of shown.entries()) {
    for (const cell of cells) {
      const to = columnOf(cell.to);
      for (let i = row; i < Math.min(row + cell.lines, grid.length); i++) {
        const line = grid[i] as (TableCell | null)[];
        while (line.length < to) line.push(null);
      }
      const own = grid[row] as (TableCell | null)[];
      if (cell.from < widestTable) own[columnOf(cell.from)] = cell;
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  if (isSheet) for (const line of grid) while (line.length < width) line.push(null);
  return grid;
}

/**
 * The column of each place. Programs let cells of one column begin at slightly different places, row by row; as long as no cell
 * stands between two places at which cells begin, these are one:
 *
 *     │ 科研机构 │ 社会公益组织 │     begins at places 5 and 7
 *     │  0  │         0         │     begins at places 5 and 6: still two columns
 */
function columnsOf(rows: readonly (readonly TableCell[])[]): readonly number[] {
  const cells = rows.flat().filter(({ from }) => from < widestTable);
  /** The end of the shortest cell that begins at each place. */
  const ends: (number | undefined)[] = [];
  const edges = new Set<number>();
  for (const { from, to } of cells) {
    ends[from] = Math.min(ends[from] ?? Infinity, to);
    edges.add(from).add(Math.min(to, widestTable));
  }
  const columns: number[] = [];
  let column = -1;
  /** The end of the first cell that lies wholly behind the edge at which the column begins. */
  let next = 0;
  for (let place = 0; place <= widestTable; place++) {
    if (edges.has(place) && place >= next) {
      column++;
      next = Infinity;
    }
    next = Math.min(next, ends[place] ?? Infinity);
    columns.push(Math.max(0, column));
  }
  return columns;
}

function isFigures(column: readonly string[]): boolean {
  const told = column.filter((text) => text !== '');
  return told.filter((text) => /^[\d.,]+$/.test(text)).length * 2 > told.length;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** The runs of a cell, moved by the marks that stand before its pipes. */
function escapedRuns({ text, runs = [] }: TableCell): readonly Run[] {
  if (!text.includes('|')) return runs;
  const moved: Run[] = [];
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      const before = text.slice(0, run.at + i + 1).split('|').length - 1;
      moved.push({ ...run, at: run.at + i + before, length: 1, from: run.from + i });
    }
  }
  return moved;
}
