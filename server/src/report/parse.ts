/**
 * Reads a text as a report: lines, cells, headings, tables, title. Total: any string gives a report, a broken one gives
 * a report with less in it. Linear in the length of the text.
 */
import { type GridLine, readGridInSteps } from '../table/grid';
import { indexLines, indexLinesAgain } from '../text/lines';
import { isPlain, type Reread } from '../table/lines-again';
import { type Change, changeBetween } from '../text/change';
import { type Facts, type KnownPieces, knownPieces } from '../text/facts';
import { Mark } from '../text/marks';
import { withoutRadicals } from '../text/radicals';
import { withLostTables } from './tables/lost-tables';
import { readTablesInSteps } from './tables/read-tables';
import { recognize } from './recognize';
import { isTelling } from './telling-table';
import type { ProseLine, ReadReport, Report, Section, Table } from './report';
import { cutRunInLines } from './run-in-lines';
import type { Span } from '../text/span';
import { atOnce, pause, type Steps } from '../text/steps';
import type { FoundHeading } from './heading';
import { candidatesIn, headingsAmong, sectionsOf } from './sections';
import { findTitle, titleReach } from './title';
import { WholeReport } from './whole-report';

/** Sections that may be missing at the end before a text is taken for unfinished. */
const mostMissingAtEnd = 2;
/** Longest beginning of a label at which an unfinished table breaks off. */
const longestTail = 40;

/**
 * The report in `source`; `recognized` says whether there is one.
 * @param taken whether the text is to be taken for a report whatever it holds.
 * @param pieces what is known of its pieces from an earlier reading of it, or of others; kept up to date.
 * @param before that earlier reading.
 */
export function parse(source: string, taken = false, pieces = knownPieces(), before?: ReadReport): Report {
  return atOnce(parseInSteps(source, taken, pieces, before));
}

/** The same in steps: a text of two million bytes takes more than a second. */
export function* parseInSteps(source: string, taken: boolean, pieces: KnownPieces, before?: ReadReport): Steps<Report> {
  pieces.turn();
  const { text, lines, read, grid, change } = yield* readLinesInSteps(source, before);
  yield pause;
  const reread = before && change && rereadAfter(before, read, change);
  const candidates = candidatesIn(text, grid, reread && { ...reread, candidates: before.candidates });
  const headings = headingsAmong(candidates, grid);
  yield pause;
  const sections = sectionsOf(headings, text.length);
  const reach = Math.min(titleReach, headings[0]?.from ?? grid.length);
  const isSameAbove = reread && reread.anew.first >= reach && before.titleReach === reach;
  const title = isSameAbove ? before.title : findTitle(text, grid, reach);
  const ground = { text, grid, lineStarts: lines.starts };
  const sectionTables = yield* readTablesInSteps(ground, headings, reread && { ...reread, sections: before.tables });
  const placed: Table[] = [];
  for (const { tables: own } of sectionTables) for (const table of own) placed.push(table);
  const year = title?.year ?? yearOf(text, headings[0]?.span.start);
  const recognition = recognize({ text, title, year, sections, tables: placed });
  const recognized = taken || recognition.report;
  const unfinished = isUnfinished(text, grid, sections);
  const found = recognized ? bestOf(placed, sections, text) : [];
  const whole = unfinished ? found.map((table) => withoutTail(table, found, sections, text)) : found;
  const tables = recognized ? withLostTables(whole, grid, { text, lines, sections, year, unfinished }) : whole;
  return new WholeReport({
    text,
    lines,
    read: { ...read, candidates, title, titleReach: reach, tables: sectionTables },
    recognized,
    recognition,
    title,
    year,
    sections,
    tables,
    prose: recognized ? proseOf({ text, grid, headings, tables, pieces }) : [],
    unfinished,
    pieces,
  });
}

/** The lines of a text, and the same cut at headings that stand on them with what belongs to them. */
function* readLinesInSteps(source: string, before: ReadReport | undefined): Steps<Lines> {
  const change = before && changeBetween(before.text, source);
  const lines = before && change ? indexLinesAgain(source, before.lines, change) : indexLines(source);
  const text = lines.allMarks & Mark.radical ? withoutRadicals(source, change) : source;
  const read = yield* readGridInSteps(text, lines, change && { read: before, change });
  const wasWhole = before?.whole === true && isPlain(before.traits) && isPlain(read.traits);
  const grid = cutRunInLines(text, read.grid, wasWhole ? change : undefined);
  return { text, lines, read: { ...read, lines, whole: grid === read.grid }, grid, change };
}

interface Lines extends Pick<Report, 'text' | 'lines'> {
  readonly read: Omit<ReadReport, 'candidates' | 'title' | 'titleReach' | 'tables'>;
  readonly grid: readonly GridLine[];
  /** Where the text differs from that of an earlier reading. */
  readonly change: Change | undefined;
}

/** How lines of an earlier reading were taken; undefined where some were cut, then or now: they stand elsewhere. */
function rereadAfter(before: ReadReport, { grid, whole, anew }: Lines['read'], change: Change): Reread | undefined {
  if (!before.whole || !whole || !anew) return undefined;
  return { change, anew, down: grid.length - before.grid.length };
}

/** Of several tables that could be the same one of the form, those that are whole, or else the fullest. */
function bestOf(tables: readonly Table[], sections: readonly Section[], text: string): Table[] {
  const best = new Map<number, { table: Table; weight: number; alone: boolean }>();
  for (const table of tables) {
    const rival = best.get(table.form.number);
    const weight = table.rows.length + table.ragged.length + (isInOwnSection(table, sections) ? 3 : 0);
    if (!rival || weight > rival.weight) best.set(table.form.number, { table, weight, alone: !rival });
    else rival.alone = false;
  }
  return tables.filter((table) => {
    const chosen = best.get(table.form.number);
    if (chosen?.alone) return isTelling(table, text) || isInOwnSection(table, sections) || table.rows.length > 2;
    return table === chosen?.table || table.rows.length >= table.form.rows.length * 0.8;
  });
}

/** Whether a table stands below its own section's heading. `sections` are in the order of the text. */
function isInOwnSection(table: Table, sections: readonly Section[]): boolean {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle] as Section).heading.start <= table.span.start) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1]?.form.table === table.form.number;
}

/** The lines that stand in no table and are no heading. */
function proseOf({
  text,
  grid,
  headings,
  tables,
  pieces,
}: Pick<Report, 'text' | 'tables'> & {
  readonly grid: readonly GridLine[];
  readonly headings: readonly FoundHeading[];
  readonly pieces: KnownPieces;
}): ProseLine[] {
  const prose: ProseLine[] = [];
  const factsOf = pieces.inOrder('lines', text, prose);
  let section: ProseLine['section'] = 0;
  let h = 0;
  let t = 0;
  for (let index = 0; index < grid.length; index++) {
    const line = grid[index] as GridLine;
    const heading = headings[h];
    if (heading && index >= heading.from) {
      section = heading.form.number;
      if (index >= heading.index) h++;
      continue;
    }
    const start = line.cells[0]?.start ?? 0;
    const end = line.cells.at(-1)?.end ?? start;
    while (tables[t] && (tables[t] as Table).span.end <= start) t++;
    const table = tables[t];
    if (line.filler || (table && table.span.start < end && start < table.span.end)) continue;
    if (end > start) prose.push(new PlacedLine({ start, end }, section, factsOf(start, end)));
  }
  return inOrder(prose);
}

/** Lines in the order of the text, none over another: a broken web page's are read in the order of its tables, some of them twice. */
function inOrder(lines: ProseLine[]): ProseLine[] {
  const isBehind = (line: ProseLine, i: number): boolean => i === 0 || line.start >= (lines[i - 1] as ProseLine).end;
  if (lines.every(isBehind)) return lines;
  let done = 0;
  return [...lines]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < done) return false;
      done = end;
      return true;
    });
}

/** A line of prose and where it stands; findings that point at one are written out, so the rest of it is hidden. */
class PlacedLine implements ProseLine {
  readonly start: number;
  readonly end: number;
  readonly #facts: Facts;

  constructor(
    { start, end }: Span,
    readonly section: ProseLine['section'],
    facts: Facts,
  ) {
    this.#facts = facts;
    this.start = start;
    this.end = end;
  }

  get facts(): Facts {
    return this.#facts;
  }
}

/** The year of the period or of the first dated statement before the first section. */
function yearOf(text: string, until: number | undefined): number | undefined {
  const opening = text.slice(0, Math.min(text.length, until === undefined ? 2000 : until + 2000));
  const year = /(20\d\d)年(?:度)?政府信息公开工作年度报告/.exec(opening) ?? /(20\d\d)年1月1日/.exec(opening) ?? /(20\d\d)年/.exec(opening);
  return year ? Number(year[1]) : undefined;
}

/** Whether the text breaks off: see `Report.unfinished`. */
function isUnfinished(text: string, grid: readonly GridLine[], sections: readonly Section[]): boolean {
  const last = sections.reduce((most, section) => Math.max(most, section.form.number), 0);
  if (last === 0 || last === 6) return false;
  if (6 - last > mostMissingAtEnd) return true;
  const final = grid.at(-1);
  if (!final || final.kind !== 'bare') return false;
  const cell = final.cells[0];
  const ending = cell ? text.slice(cell.start, cell.end) : '';
  return ending.length > 14 && !/[。！？；;.!?”"）)】》]$/.test(ending) && /[，。、；,;]/.test(ending);
}

/** Whether `rest`, what follows the last table, is no more than the beginning of a label where the text breaks off: 8.属于行. */
function isTail(rest: string): boolean {
  const words = rest.replace(/[|｜\s]|<[^<>]*>?/g, '');
  return words.length <= longestTail && !/[。；！？]/.test(words);
}

/** A table that ends where an unfinished text ends: the rows after its last one are not yet written. */
function withoutTail(table: Table, tables: readonly Table[], sections: readonly Section[], text: string): Table {
  const rest = text.slice(table.span.end);
  if (table !== tables.at(-1) || (sections.at(-1)?.heading.start ?? 0) > table.span.start || !isTail(rest)) return table;
  const lastRow = Math.max(...table.rows.map((row) => table.form.rows.indexOf(row.form)), -1);
  return {
    ...table,
    identity: {},
    ragged: /[^|｜\s]/.test(rest) ? table.ragged : table.ragged.filter((row) => row.span.end < table.span.end),
    missing: table.missing.filter((row) => table.form.rows.indexOf(row) < lastRow),
  };
}
