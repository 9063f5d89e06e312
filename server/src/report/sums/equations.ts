/**
 * The identities of a table as equations over its cells, blanks counted as zero: what is missing in each, and which share a
 * cell. What might make them hold is told in `repairs.ts`.
 */
import type { Cell } from '../table';
import { gapOf, signIn, type Sum, type Term } from './sums';

/** An identity with what is missing on its right side: Σ parts − Σ stated, blanks counted as zero. */
export interface Equation {
  readonly sum: Sum;
  /** Its cells, the parts first. */
  readonly nodes: readonly CellNode[];
  gap: number;
}

/** A cell with the equations it stands in: +1 among the parts, −1 among the stated. */
export interface CellNode {
  readonly term: Term;
  readonly id: number;
  readonly value: number;
  readonly links: readonly Link[];
}

interface Link {
  readonly equation: Equation;
  readonly sign: 1 | -1;
}

/** The equations of `sums`, all of one table. Most are never looked into: what one is made of is gathered when somebody asks. */
export function equationsOf(sums: readonly Sum[]): readonly Equation[] {
  const equations: readonly Equation[] = sums.map((sum) => new TableEquation(sum, nodeOf));
  const nodes = new Map<Cell, CellNode>();
  function nodeOf(term: Term): CellNode {
    let node = nodes.get(term.cell);
    if (!node) nodes.set(term.cell, (node = new TableCell(term, nodes.size, equations)));
    return node;
  }
  return equations;
}

class TableEquation implements Equation {
  gap: number;
  private own: readonly CellNode[] | undefined = undefined;

  constructor(
    readonly sum: Sum,
    private readonly nodeOf: (term: Term) => CellNode,
  ) {
    this.gap = gapOf(sum);
  }

  get nodes(): readonly CellNode[] {
    return (this.own ??= [...this.sum.parts, ...this.sum.stated].map(this.nodeOf));
  }
}

class TableCell implements CellNode {
  private own: readonly Link[] | undefined = undefined;

  constructor(
    readonly term: Term,
    readonly id: number,
    private readonly equations: readonly Equation[],
  ) {}

  get value(): number {
    return this.term.cell.value ?? 0;
  }

  get links(): readonly Link[] {
    return (this.own ??= linksOf(this.term, this.equations));
  }
}

function linksOf(term: Term, equations: readonly Equation[]): Link[] {
  const links: Link[] = [];
  for (const equation of equations) {
    const sign = signIn(equation.sum, term);
    if (sign !== 0) links.push({ equation, sign });
  }
  return links;
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
