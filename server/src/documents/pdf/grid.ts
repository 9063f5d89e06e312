/**
 * The tables that a page draws: lines that meet make a grid, and places of it without a line between them are one cell.
 *
 *     ┌────┬─────────┐     lines at three x and three y: four places,
 *     │    ├────┬────┤     of which the two on the left are one cell
 *     └────┴────┴────┘
 */
import type { Box, Glyph, Rule } from './content';
import { clusters, close, withoutFrame } from './frame';

export interface DrawnGrid extends Box {
  /** Where columns and rows begin, and where the last one ends. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Cells by their places, half open. */
  readonly cells: readonly DrawnCell[];
  /** Whether lines are missing, so that places run together to something that is no box. */
  readonly isTorn: boolean;
}

export interface DrawnCell extends Box {
  readonly column: number;
  readonly toColumn: number;
  readonly row: number;
  readonly toRow: number;
}

/** Lines this close on one another are one drawn twice. */
const doubled = 2.5;
/** Dots this close are a line, if it is as long as this. */
const dotGap = 3;
const shortestDotted = 3;
/** A table has at least this many places. */
const fewestPlaces = 4;
const mostPlaces = 20_000;
/** Fewer boxes of colour are no table of their own. */
const fewestGrounds = 12;

/** The grids on a page, from top to bottom. `glyphs` are what stands on it. */
export function findGrids(rules: readonly Rule[], glyphs: readonly Glyph[]): DrawnGrid[] {
  const grids = gridsOf(rules, glyphs);
  if (!grids.some(({ isTorn }) => isTorn)) return grids;
  // Lines of another colour may be those of a stamp.
  const own = gridsOf(ofMostInk(rules), glyphs);
  return own.length > 0 && !own.some(({ isTorn }) => isTorn) && own.length >= grids.length ? own : grids;
}

/** Tables whose cells are told apart by their grounds alone: a box of colour for each, with a gap between. Where `known` ones stand is none. */
export function findGroundGrids(areas: readonly Box[], glyphs: readonly Glyph[], known: readonly DrawnGrid[]): DrawnGrid[] {
  const grounds = areas.filter(
    (area) => !known.some((grid) => area.left < grid.right && grid.left < area.right && area.top < grid.bottom && grid.top < area.bottom),
  );
  if (grounds.length < fewestGrounds || grounds.length > mostPlaces) return [];
  const edges = grounds.flatMap(({ left, right, top, bottom }): Rule[] => [
    { vertical: true, at: left, from: top, to: bottom },
    { vertical: true, at: right, from: top, to: bottom },
    { vertical: false, at: top, from: left, to: right },
    { vertical: false, at: bottom, from: left, to: right },
  ]);
  return gridsOf(edges, glyphs).filter(({ isTorn, xs, cells }) => !isTorn && xs.length > 3 && cells.length >= fewestGrounds);
}

function gridsOf(rules: readonly Rule[], glyphs: readonly Glyph[]): DrawnGrid[] {
  const lines = joined(withoutDots(rules)).filter(({ from, to }) => to - from > 6);
  return components(lines)
    .flatMap((own) => gridOf(withoutFrame(own, glyphs)))
    .sort((a, b) => a.top - b.top);
}

/** The lines of the colour in which most of them are drawn. */
function ofMostInk(rules: readonly Rule[]): readonly Rule[] {
  const lengths = new Map<number, number>();
  for (const { ink = 0, from, to } of rules) lengths.set(ink, (lengths.get(ink) ?? 0) + to - from);
  const most = [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  return rules.filter(({ ink = 0 }) => ink === most);
}

/** The lines, with dots in a row made one and others left out. */
function withoutDots(rules: readonly Rule[]): Rule[] {
  const lines = rules.filter(({ from, to }) => to - from >= 1);
  const dots = new Map<string, Rule[]>();
  for (const dot of rules) {
    if (dot.to - dot.from >= 1) continue;
    const key = `${dot.vertical} ${Math.round(dot.at * 2)}`;
    const row = dots.get(key);
    if (row) row.push(dot);
    else dots.set(key, [dot]);
  }
  const dotted = [...dots.values()].flatMap((row) => joinedOnOneLine(row, dotGap));
  return [...lines, ...dotted.filter(({ from, to }) => to - from >= shortestDotted)];
}

/** Lines on one another or end to end made one. */
function joined(rules: readonly Rule[]): Rule[] {
  const result: Rule[] = [];
  for (const vertical of [true, false]) {
    const sorted = rules.filter((rule) => rule.vertical === vertical).sort((a, b) => a.at - b.at);
    for (let i = 0; i < sorted.length;) {
      const first = sorted[i] as Rule;
      let end = i;
      while (end < sorted.length && (sorted[end] as Rule).at - first.at <= doubled) end++;
      result.push(...joinedOnOneLine(sorted.slice(i, end)));
      i = end;
    }
  }
  return result;
}

/** Each at the middle of the lines of which it was made: lines further along may belong to another table. */
function joinedOnOneLine(rules: readonly Rule[], gap = close): Rule[] {
  const result: { vertical: boolean; sum: number; count: number; from: number; to: number }[] = [];
  for (const { vertical, at, from, to } of [...rules].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to + gap) {
      last.to = Math.max(last.to, to);
      last.sum += at;
      last.count++;
    } else result.push({ vertical, sum: at, count: 1, from, to });
  }
  return result.map(({ vertical, sum, count, from, to }) => ({ vertical, at: sum / count, from, to }));
}

/** Lines by what they are connected with. */
function components(lines: readonly Rule[]): Rule[][] {
  const parent = lines.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    parent[i] = root;
    return root;
  };
  const uprights = lines.map((line, i) => ({ line, i })).filter(({ line }) => line.vertical);
  const levels = lines.map((line, i) => ({ line, i })).filter(({ line }) => !line.vertical);
  for (const { line: upright, i } of uprights) {
    for (const { line: level, i: k } of levels) {
      if (
        level.at < upright.from - close ||
        level.at > upright.to + close ||
        upright.at < level.from - close ||
        upright.at > level.to + close
      )
        continue;
      parent[rootOf(i)] = rootOf(k);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [i, line] of lines.entries()) {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(line);
    else groups.set(root, [line]);
  }
  return [...groups.values()];
}

function gridOf(lines: readonly Rule[]): DrawnGrid[] {
  const uprights = lines.filter(({ vertical }) => vertical);
  const levels = lines.filter(({ vertical }) => !vertical);
  const xs = withOpenEnds(placesOf(uprights), levels);
  const ys = withOpenEnds(placesOf(levels), uprights);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < fewestPlaces || columns * rows > mostPlaces) return [];
  const walls = { uprights: byPlace(lines, true, xs), levels: byPlace(lines, false, ys) };
  const { cells, isTorn } = cellsOf(xs, ys, walls);
  return [{ left: xs[0] as number, right: xs.at(-1) as number, top: ys[0] as number, bottom: ys.at(-1) as number, xs, ys, cells, isTorn }];
}

function placesOf(lines: readonly Rule[]): number[] {
  return clusters(lines.map(({ at }) => at));
}

/**
 * The places with those at which the table ends without a line: it goes on from another page or to one, or has no lines at its
 * sides. Its lines of the other direction reach there.
 */
function withOpenEnds(places: readonly number[], across: readonly Rule[]): number[] {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [...places];
  const ends = (beyond: readonly number[]) =>
    clusters(beyond).filter((end) => beyond.filter((one) => Math.abs(one - end) <= close).length > 2);
  const before = ends(across.map(({ from }) => from).filter((from) => from < first - 6));
  const behind = ends(across.map(({ to }) => to).filter((to) => to > last + 6));
  return [...before.slice(0, 1), ...places, ...behind.slice(-1)];
}

/** The lines at each of `places`. */
function byPlace(lines: readonly Rule[], vertical: boolean, places: readonly number[]): Rule[][] {
  return places.map((place) => lines.filter((line) => line.vertical === vertical && Math.abs(line.at - place) <= close));
}

interface Walls {
  readonly uprights: readonly (readonly Rule[])[];
  readonly levels: readonly (readonly Rule[])[];
}

/** Whether a line covers most of the way. */
function isWall(lines: readonly Rule[], from: number, to: number): boolean {
  const covered = lines.reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0);
  return covered > (to - from) * 0.6;
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  { uprights, levels }: Walls,
): { readonly cells: DrawnCell[]; readonly isTorn: boolean } {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner = new Int32Array(columns * rows).fill(-1);
  const cells: DrawnCell[] = [];
  let isTorn = false;
  for (let start = 0; start < owner.length; start++) {
    if (owner[start] !== -1) continue;
    const group = [start];
    owner[start] = cells.length;
    for (let k = 0; k < group.length; k++) {
      const place = group[k] as number;
      const [column, row] = [place % columns, Math.floor(place / columns)];
      const spread = (next: number, isOpen: boolean) => {
        if (!isOpen || owner[next] !== -1) return;
        owner[next] = cells.length;
        group.push(next);
      };
      const [left, right, top, bottom] = [xs[column] as number, xs[column + 1] as number, ys[row] as number, ys[row + 1] as number];
      if (column + 1 < columns) spread(place + 1, !isWall(uprights[column + 1] ?? [], top, bottom));
      if (column > 0) spread(place - 1, !isWall(uprights[column] ?? [], top, bottom));
      if (row + 1 < rows) spread(place + columns, !isWall(levels[row + 1] ?? [], left, right));
      if (row > 0) spread(place - columns, !isWall(levels[row] ?? [], left, right));
    }
    const at = group.map((place) => place % columns);
    const down = group.map((place) => Math.floor(place / columns));
    const [column, toColumn, row, toRow] = [Math.min(...at), Math.max(...at) + 1, Math.min(...down), Math.max(...down) + 1];
    if (group.length !== (toColumn - column) * (toRow - row)) isTorn = true;
    cells.push({
      column,
      toColumn,
      row,
      toRow,
      left: xs[column] as number,
      right: xs[toColumn] as number,
      top: ys[row] as number,
      bottom: ys[toRow] as number,
    });
  }
  return { cells, isTorn };
}
