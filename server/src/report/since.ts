/**
 * What an edit left as it was in a report that was read before it and after it: the frame (title, year, headings), the tables, and
 * the prose but for a stretch. What is found in prose or in tables alone need not be looked for again where they are the same.
 *
 *     same       一、总体情况
 *     same       本机关认真贯彻落实条例。           next to the edit: who reads it may look at the line below
 *     changed    2024年，全镇共受理申请12件。       ← with those next to it the stretch
 *     same       公开目录已更新。
 *     same       二、主动公开政府信息情况
 */
import { type Change, changeBetween } from '../text/change';
import { type Facts, question } from '../text/facts';
import { lineBreakOf } from '../text/lines';
import { firstFrom, type Span } from '../text/span';
import type { Report, Section, Table, Title } from './report';
import { isPlaced, isSameTable } from './same-table';

/** A stretch of the text, as it was and as it is. */
export interface Stretch {
  readonly before: Span;
  readonly after: Span;
}

export interface Since {
  readonly change: Change;
  /** Whether all tables are the same. */
  readonly tables: boolean;
  /** The lines and paragraphs of prose that differ, and one on each side of them; undefined where none differs. */
  readonly stretch: Stretch | undefined;
  /** Whether as many lines and paragraphs differ as there were, each line in the same section. */
  readonly isLineByLine: boolean;
}

/** What of `before` is the same in `after`; undefined where the title, the year, a heading or the like has changed. */
export function since(before: Report, after: Report): Since | undefined {
  const change = changeBetween(before.text, after.text);
  if (!hasSameFrame(before, after, change)) return undefined;
  const lines = differing(before.prose, after.prose, change);
  const paragraphs = differing(before.paragraphs, after.paragraphs, change);
  const parts = [lines, paragraphs].filter(({ was, is }) => was + is > 0);
  const hull = { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
  const own = parts.length > 0 ? withNeighbours(after, hull) : undefined;
  const was = own && { start: own.start, end: own.end - change.by };
  // Where a line holds several paragraphs, as a cell over lines does, what begins in the stretch may not be all that stands in it.
  if (own && was && (isCut(after, own) || isCut(before, was))) return undefined;
  return {
    change,
    tables: hasSameTables(before, after, change),
    stretch: own && was && { before: was, after: own },
    isLineByLine: lines.was === lines.is && paragraphs.was === paragraphs.is && hasSameSections(before, after, lines),
  };
}

/** `stretch` of a report with a line of prose and a paragraph that is not blank on each side of it. */
export function withNeighbours({ prose, paragraphs }: Pick<Report, 'prose' | 'paragraphs'>, stretch: Span): Span {
  let above = firstFrom(paragraphs, stretch.start) - 1;
  while (above >= 0 && paragraphs[above]?.facts.tell(blank)) above--;
  let below = firstFrom(paragraphs, stretch.end);
  while (paragraphs[below]?.facts.tell(blank)) below++;
  const starts = [prose[firstFrom(prose, stretch.start) - 1], paragraphs[above]].map((place) => place?.start ?? stretch.start);
  const ends = [prose[firstFrom(prose, stretch.end)], paragraphs[below]].map((place) => place?.end ?? stretch.end);
  return { start: Math.min(...starts, stretch.start), end: Math.max(...ends, stretch.end) };
}

/** Whether a line or a paragraph stands on both sides of one of the ends of `stretch`. */
function isCut({ prose, paragraphs }: Report, { start, end }: Span): boolean {
  const isOver = (pieces: readonly Span[], at: number): boolean => (pieces[firstFrom(pieces, at) - 1]?.end ?? 0) > at;
  return isOver(prose, start) || isOver(prose, end) || isOver(paragraphs, start) || isOver(paragraphs, end);
}

const blank = question((piece) => piece.trim() === '');

interface Piece extends Span {
  readonly section: number;
  readonly facts: Facts;
}

/** Between the pieces that are the same from the first on and those that are the same to the last: how many there were and are. */
interface Differing extends Span {
  readonly first: number;
  readonly was: number;
  readonly is: number;
}

function differing(before: readonly Piece[], after: readonly Piece[], { start, end, by }: Change): Differing {
  const most = Math.min(before.length, after.length);
  const isSame = (was: Piece, is: Piece, shift: number): boolean =>
    was.facts === is.facts && was.start + shift === is.start && was.end + shift === is.end && was.section === is.section;
  // What was inserted may be a copy of what stands beside it: in front of the edit nothing has moved, behind it everything has.
  const above = Math.min(most, firstFrom(before, start + 1));
  const below = before.length - firstFrom(before, end - by);
  let first = 0;
  while (first < above && isSame(before[first] as Piece, after[first] as Piece, 0)) first++;
  let last = 0;
  const rest = Math.min(most - first, below);
  while (last < rest && isSame(before[before.length - 1 - last] as Piece, after[after.length - 1 - last] as Piece, by)) last++;
  return {
    start: after[first - 1]?.end ?? 0,
    end: after[after.length - last]?.start ?? Infinity,
    first,
    was: before.length - last - first,
    is: after.length - last - first,
  };
}

function hasSameSections(before: Report, after: Report, { first, is }: Differing): boolean {
  for (let i = first; i < first + is; i++) if (before.prose[i]?.section !== after.prose[i]?.section) return false;
  return true;
}

/** Whether all tables are the same, and what stands around them. Where a text breaks off, the rest of it belongs to its last table. */
function hasSameTables(before: Report, after: Report, change: Change): boolean {
  const isApart = ({ start, end }: Span): boolean => end + surroundings <= change.start || start - surroundings >= change.end - change.by;
  return (
    !after.unfinished &&
    before.tables.length === after.tables.length &&
    before.tables.every((table, i) => isApart(table.span) && isSameTable(table, after.tables[i] as Table, change))
  );
}

/** So many characters around a table are looked at by those who look at it: a unit above it, the beginning of a head. */
export const surroundings = 200;

/** What all rules may look at; line breaks, because what is written into the text has those of the text. */
function hasSameFrame(before: Report, after: Report, change: Change): boolean {
  return (
    lineBreakOf(before.text) === lineBreakOf(after.text) &&
    before.recognized === after.recognized &&
    before.year === after.year &&
    before.agency === after.agency &&
    before.unfinished === after.unfinished &&
    isSameTitle(before.title, after.title, change) &&
    before.sections.length === after.sections.length &&
    before.sections.every((section, i) => isSameHeading(section, after.sections[i] as Section, change))
  );
}

function isSameTitle(before: Title | undefined, after: Title | undefined, change: Change): boolean {
  if (!before || !after) return before === after;
  return (
    before.text === after.text &&
    before.agency === after.agency &&
    before.year === after.year &&
    isPlaced(before.span, after.span, change) &&
    before.repeated.length === after.repeated.length &&
    before.repeated.every((span, i) => isPlaced(span, after.repeated[i] as Span, change))
  );
}

function isSameHeading(before: Section, after: Section, change: Change): boolean {
  return before.form === after.form && before.named === after.named && isPlaced(before.heading, after.heading, change);
}
