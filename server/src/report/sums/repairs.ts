/**
 * Ways to make failing equations hold: one cell, two, a whole row or column, each tried out on all equations that it touches.
 * Finds them; which are likely, and in which order they are tried, is for `culprits.ts` and `verdicts.ts`.
 */
import { type Equation, type CellNode, nodesOf } from './equations';
import type { Table } from '../table';
import { isPermutation } from './verdicts';

/** A way to make equations hold: by how much each node changes. */
export interface Repair {
  readonly steps: readonly Step[];
  /** The equations that did not hold before and do now. */
  readonly mends: readonly Equation[];
  /** All equations that it touches hold afterwards. */
  readonly closed: boolean;
}

interface Step {
  readonly node: CellNode;
  readonly by: number;
}

/** Single cells that repair all they stand in. */
export function singles(open: ReadonlySet<Equation>): Repair[] {
  const found: Repair[] = [];
  for (const node of nodesOf(open)) {
    const [by, ...others] = amounts(node);
    if (by === undefined || others.length > 0) continue;
    const repair = tryOut([{ node, by }]);
    if (repair?.closed) found.push(repair);
  }
  return found;
}

/** Pairs of cells that together repair all they stand in. */
export function pairs(open: ReadonlySet<Equation>): Repair[] {
  const found = new Map<string, Repair>();
  for (const node of nodesOf(open)) {
    for (const by of amounts(node)) {
      if (node.value + by < 0) continue;
      const rest = node.links.find(({ equation, sign }) => equation.gap + sign * by !== 0);
      if (!rest) continue;
      const gap = rest.equation.gap + rest.sign * by;
      for (const other of rest.equation.nodes) {
        if (other === node) continue;
        const sign = other.links.find(({ equation }) => equation === rest.equation)?.sign ?? 1;
        const key = node.id < other.id ? `${node.id} ${other.id}` : `${other.id} ${node.id}`;
        if (found.has(key)) continue;
        const repair = tryOut([
          { node, by },
          { node: other, by: -sign * gap },
        ]);
        if (repair?.closed) found.set(key, repair);
      }
    }
  }
  return [...found.values()];
}

/** All failing rows mended in one column, or all failing columns in one row. */
export function lines(table: Table, open: ReadonlySet<Equation>): Repair[] {
  const found: Repair[] = [];
  const rows = [...open].filter(({ sum }) => sum.identity.over === 'columns');
  const columns = [...open].filter(({ sum }) => sum.identity.over === 'rows');
  for (const { id } of table.form.columns) addLine(found, rows, ({ term }) => term.column === id);
  for (const row of table.form.rows) addLine(found, columns, ({ term }) => term.row === row);
  return found;
}

/** Whether the same figures stay in the line, in other places: more than two, or it is a pair. */
export function isShift({ steps }: Repair): boolean {
  return (
    steps.length > 2 &&
    isPermutation(
      steps.map(({ node }) => node.value),
      steps.map(({ node, by }) => node.value + by),
    )
  );
}

function addLine(found: Repair[], failing: readonly Equation[], isIn: (node: CellNode) => boolean): void {
  const steps = new Map<CellNode, number>();
  for (const equation of failing) {
    const node = equation.nodes.find(isIn);
    const link = node?.links.find((known) => known.equation === equation);
    if (node && link && !steps.has(node)) steps.set(node, -link.sign * equation.gap);
  }
  if (steps.size < 2) return;
  const repair = tryOut([...steps].map(([node, by]) => ({ node, by })));
  if (repair?.closed) found.push(repair);
}

/** Single cells that mend something in `component` and break nothing. */
export function partial(component: ReadonlySet<Equation>): Repair[] {
  const found: Repair[] = [];
  for (const node of nodesOf(component)) {
    for (const by of amounts(node)) {
      const repair = tryOut([{ node, by }]);
      if (repair && node.links.every(({ equation }) => equation.gap !== 0)) found.push({ ...repair, closed: false });
    }
  }
  return found;
}

/** Repairs by what they mend, without those that mend a part of what another mends otherwise. */
export function withoutRivals(repairs: readonly Repair[]): Repair[][] {
  return grouped(repairs).filter((group) =>
    group.every(({ mends }) => mends.length === group[0]?.mends.length && mends.every((equation) => group[0]?.mends.includes(equation))),
  );
}

/** Repairs that mend a common equation, together. */
export function grouped(repairs: readonly Repair[]): Repair[][] {
  const groups = new Map<Equation, Repair[]>();
  for (const repair of repairs) {
    const joined = [...new Set(repair.mends.map((equation) => groups.get(equation)).filter((group) => group !== undefined))];
    const group = [...joined.flat(), repair];
    for (const { mends } of group) for (const equation of mends) groups.set(equation, group);
  }
  return [...new Set(groups.values())];
}

/** What `steps` do; undefined if a figure would fall below zero. */
function tryOut(steps: readonly Step[]): Repair | undefined {
  const change = new Map<Equation, number>();
  for (const { node, by } of steps) {
    if (by === 0 || node.value + by < 0) return undefined;
    for (const { equation, sign } of node.links) change.set(equation, (change.get(equation) ?? 0) + sign * by);
  }
  const mends: Equation[] = [];
  let closed = true;
  for (const [equation, by] of change) {
    if (equation.gap + by !== 0) closed = false;
    else if (equation.gap !== 0) mends.push(equation);
  }
  return { steps, mends, closed: closed && mends.length > 0 };
}

/** The amounts by which a change of `node` makes one of its failing equations hold. */
function amounts(node: CellNode): number[] {
  const found: number[] = [];
  for (const { equation, sign } of node.links) {
    const by = -sign * equation.gap;
    if (by !== 0 && !found.includes(by)) found.push(by);
  }
  return found;
}
