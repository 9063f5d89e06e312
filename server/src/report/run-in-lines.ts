/**
 * Lines on which a heading stands together with what belongs to it, or a whole report after its title, as pages of websites
 * that lose their line ends give it:
 *
 *     一、总体情况 (一)主动公开。公开信息12条。 二、主动公开政府信息情况 … 规章 0 0 0 行政规范性文件 1 0 5 …
 *
 * Such a line is cut into the lines that it was: the heading, the prose, and a table's labels and figures a cell on a line,
 * which is one of the ways to write a table that the reader knows. Names of sections that are only listed are left alone.
 */
import type { GridLine } from '../table/grid';
import { firstLineFrom } from '../table/lines-again';
import type { Change } from '../text/change';
import { holdsAny, isOneOf } from '../text/characters';
import type { Span } from '../text/span';
import { sections as forms, title as titleForm } from './form/form';
import { matchExactly } from './tables/labels';

interface Heading extends Span {
  readonly table: boolean;
}

/** Nearer to each other, headings are a list of what the report holds. */
const nearest = 16;
/** From so many labels and figures on a stretch of words is a table. */
const fewestCells = 8;
/** How far from the top a title may stand, in lines that are not blank, and how far it may reach. */
const titleReach = 12;
const longestTitle = 120;
/** The longest word that may be a cell of such a table. */
const longestCell = 60;

/** The names of each section in either form, by the section's numeral. */
const namesBy = new Map(
  forms.map(({ numeral, name, formerly }) => [numeral, [name, ...(formerly === undefined ? [] : [formerly])]] as const),
);
const titleBehindYear = titleForm.name.slice(1);
const titleBefore = new RegExp(`^[#\\s*]*[^\\s，。；]{2,40}20\\d\\d(?:年度?)?${titleBehindYear}(?=\\s+(?:根据|按照|依据|为|本|现|一、))`);

/**
 * `grid` with the lines cut on which headings run in; `grid` itself where there are none.
 * @param change where alone there may be any: no line had to be cut before it.
 */
export function cutRunInLines(text: string, grid: readonly GridLine[], change?: Change): readonly GridLine[] {
  const headings = headingsIn(text, change ? linesAround(grid, change) : { start: 0, end: text.length });
  const cut: GridLine[] = [];
  let done = 0;
  for (let h = 0; h < headings.length;) {
    const index = lineOver(grid, (headings[h] as Heading).start);
    const line = grid[index];
    const start = line?.cells[0]?.start ?? 0;
    const end = line?.cells.at(-1)?.end ?? start;
    const own: Heading[] = [];
    for (; h < headings.length && (headings[h] as Heading).start < end; h++) own.push(headings[h] as Heading);
    if (own.length === 0) h++;
    else if (line && (line.kind === 'bare' || line.kind === 'spaces') && !isWhole(text, { start, end }, own)) {
      for (; done < index; done++) cut.push(grid[done] as GridLine);
      done = index + 1;
      cut.push(...piecesOf(text, { start, end }, own).map((piece, i) => lineOf(piece, line, i === 0 ? line.gap : 0)));
    }
  }
  if (cut.length === 0) return cutTitle(text, grid);
  for (; done < grid.length; done++) cut.push(grid[done] as GridLine);
  return cutTitle(text, cut);
}

/** Whether nothing but a heading, and marks in front of it, stands on a line. */
function isWhole(text: string, { start, end }: Span, [own, ...others]: readonly Heading[]): boolean {
  if (others.length > 0 || own?.end !== end) return false;
  return (
    own.start === start ||
    text
      .slice(start, own.start)
      .trim()
      .replace(/[#*_>]/g, '') === ''
  );
}

/** The index of the last line that starts at `offset` or in front of it, -1 if none does. */
function lineOver(grid: readonly GridLine[], offset: number): number {
  let low = 0;
  let high = grid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((grid[middle] as GridLine).cells[0]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The lines that hold a change, with one above and one below: how they are read may have changed with it. */
function linesAround(grid: readonly GridLine[], { start, end }: Change): Span {
  const first = grid[firstLineFrom(grid, start) - 2];
  const last = grid[firstLineFrom(grid, end) + 1];
  return { start: first?.cells[0]?.from ?? 0, end: last?.cells.at(-1)?.to ?? Infinity };
}

/** The title cut from the sentence behind it, on one of the first lines. */
function cutTitle(text: string, grid: readonly GridLine[]): readonly GridLine[] {
  const beginning = text.slice(0, grid[titleReach]?.cells[0]?.start);
  let name = -1;
  for (let i = 0; i < Math.min(grid.length, titleReach); i++) {
    const line = grid[i] as GridLine;
    const cell = line.cells[0];
    if (line.kind !== 'bare' || !cell) continue;
    if (name < cell.start) name = beginning.indexOf(titleBehindYear, cell.start);
    if (name < 0) return grid;
    if (name + titleBehindYear.length >= cell.end) continue;
    const opening = text.slice(cell.start, Math.min(cell.end, cell.start + longestTitle));
    const title = titleBefore.exec(opening);
    if (!title) continue;
    const end = cell.start + title[0].length;
    const pieces = [{ start: cell.start, end }, trimmed(text, { start: end, end: cell.end })];
    return [...grid.slice(0, i), ...pieces.map((piece, at) => lineOf(piece, line, at === 0 ? line.gap : 0)), ...grid.slice(i + 1)];
  }
  return grid;
}

/** The names of sections with their numerals, but for those in a list. */
function headingsIn(text: string, span: Span): Heading[] {
  const found = namesIn(text, span);
  const listed = (one: number, other: number) => {
    const first = found[one];
    const second = found[other];
    if (!first || !second || second.start - first.end >= nearest) return false;
    return !holdsAny(text.slice(first.end, second.start), '\n\r。');
  };
  return found.filter((_, i) => !listed(i, i + 1) && !listed(i - 1, i));
}

/** Where names of sections stand with their numerals. */
function namesIn(text: string, { start, end }: Span): Heading[] {
  const found: Heading[] = [];
  for (let comma = text.indexOf('、', start + 1); comma >= 0 && comma < end; comma = text.indexOf('、', comma + 1)) {
    const from = comma - 1;
    if (!isOneOf(text.charCodeAt(from), numerals)) continue;
    const numeral = text[from] as string;
    const names = namesBy.get(numeral);
    if (!names || (from > 0 && !mayPrecede(text[from - 1] as string))) continue;
    for (const name of names) {
      const to = comma + 1 + name.length;
      if (to > end || !text.startsWith(name, comma + 1) || !mayFollow(text[to])) continue;
      found.push({ start: from, end: to, table: tableNumerals.includes(numeral) });
    }
  }
  return found;
}

const numerals = forms.map(({ numeral }) => numeral).join('');
const tableNumerals = forms.filter(({ table }) => table !== undefined).map(({ numeral }) => numeral);

/** Whether a heading may begin behind a character: a blank, the end of a sentence, a mark. */
function mayPrecede(character: string): boolean {
  return '。；;！？#*_>'.includes(character) || character.trim() === '';
}

/** Whether a heading may end in front of a character: a blank, a colon, a bracket. */
function mayFollow(character: string | undefined): boolean {
  return character !== undefined && ('。:：（('.includes(character) || character.trim() === '');
}

/** What stands on a line, cut at its title and headings, tables into cells. */
function piecesOf(text: string, line: Span, headings: readonly Heading[]): Span[] {
  const pieces: Span[] = [];
  let at = line.start;
  headings.forEach((own, i) => {
    pieces.push({ start: at, end: own.start }, own);
    const end = headings[i + 1]?.start ?? line.end;
    if (own.table) {
      pieces.push(...cellsOf(text, { start: own.end, end }));
      at = end;
    } else at = own.end;
  });
  pieces.push({ start: at, end: line.end });
  return pieces.map((piece) => trimmed(text, piece)).filter(({ start, end }) => end > start);
}

/** The table at the beginning of `span` cell by cell, and the prose behind it; `span` whole where it holds no table. */
function cellsOf(text: string, span: Span): Span[] {
  const words = Array.from(text.slice(span.start, span.end).matchAll(/\S+/g), ({ 0: word, index }) => ({
    start: span.start + index,
    end: span.start + index + word.length,
    word,
  }));
  const isCell = ({ word }: { word: string }) => word.length <= longestCell && (/^[\d.,]+$/.test(word) || matchExactly(word).length > 0);
  const first = words.findIndex(isCell);
  const last = words.findLastIndex(isCell);
  const inside = first < 0 ? [] : words.slice(first, last + 1);
  if (inside.length < fewestCells || inside.filter(isCell).length * 2 < inside.length) return [span];
  return [{ start: span.start, end: (words[first] as Span).start }, ...inside, { start: (words[last] as Span).end, end: span.end }];
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

function lineOf({ start, end }: Span, { line }: GridLine, gap: number): GridLine {
  return { kind: 'bare', cells: [{ start, end, from: start, to: end }], line, gap, filler: false };
}
