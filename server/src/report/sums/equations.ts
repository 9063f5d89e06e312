/**
 * The identities of a table as equations over its cells, blanks counted as zero: what is missing in each, and which share a
 * cell. What might make them hold is told in `repairs.ts`.
 */
import { gapOf, type Sum, type Term } from './sums';

/** An identity with what is missing on its right side: Σ parts − Σ stated, blanks counted as zero. */
export interface Equation {
  readonly sum: Sum;
  readonly nodes: CellNode[];
  gap: number;
}

/** A cell with the equations it stands in: +1 among the parts, −1 among the stated. */
export interface CellNode {
  readonly term: Term;
  readonly id: number;
  readonly value: number;
  readonly links: { readonly equation: Equation; readonly sign: 1 | -1 }[];
}

/** The equations of `sums`, all of one table. */
export function equationsOf(sums: readonly Sum[]): Equation[] {
  const nodes = new Map<unknown, CellNode>();
  return sums.map((sum) => {
    const equation: Equation = { sum, nodes: [], gap: gapOf(sum) };
    for (const [terms, sign] of [
      [sum.parts, 1],
      [sum.stated, -1],
    ] as const) {
      for (const term of terms) {
        let node = nodes.get(term.cell);
        if (!node) nodes.set(term.cell, (node = { term, id: nodes.size, value: term.cell.value ?? 0, links: [] }));
        node.links.push({ equation, sign });
        equation.nodes.push(node);
      }
    }
    return equation;
  });
}

/** The cells of the equations, each once. */
export function nodesOf(open: Iterable<Equation>): Set<CellNode> {
  const nodes = new Set<CellNode>();
  for (const equation of open) for (const node of equation.nodes) nodes.add(node);
  return nodes;
}

/** Equations that share cells, together. */
export function componentsOf(open: ReadonlySet<Equation>): Set<Equation>[] {
  const left = new Set(open);
  const components: Set<Equation>[] = [];
  for (const first of open) {
    if (!left.delete(first)) continue;
    const component = new Set([first]);
    for (const equation of component) {
      for (const { links } of equation.nodes) {
        for (const { equation: next } of links) if (left.delete(next)) component.add(next);
      }
    }
    components.push(component);
  }
  return components;
}
