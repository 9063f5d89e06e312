/**
 * Which figures are likely wrong, told from the signature of the identities that fail. A wrong figure breaks every
 * identity it stands in by the same difference, so few cells can explain what is seen:
 *
 *     row 予以公开   20＋3＋…＝24, stated 23    差 −1 ┐ both by one, and they meet in one cell:
 *     column 自然人  20＋6＋…＝42, stated 41    差 −1 ┘ 予以公开 × 自然人 should be 19
 *
 * Tried in this order, each on what the former left unexplained: one cell; two cells (moved, exchanged, split, two slips);
 * a whole column or row of totals, or of figures; at last single cells that mend a part. A cause is kept only if all
 * identities it touches hold afterwards, and if no figure falls below zero; only what cannot be explained so gets causes
 * that do not repair. A blank cell counts as zero here, and as the first suspect.
 *
 * Says what would explain the numbers, not what is true: several causes may. Work per table is bounded by the form.
 */
import type { Report, Table } from './report';
import type { Sum, Term } from './sums';
import type { Message } from '../text/message';
import { type CauseKind, type Change, isPermutation, judge } from './verdicts';

export type { CauseKind, Change } from './verdicts';

export interface Cause {
  readonly kind: CauseKind;
  readonly table: Table;
  /** What to write where, to make `explains` hold. */
  readonly changes: readonly Change[];
  /** The failing identities that hold after the changes. */
  readonly explains: readonly Sum[];
  /** Whether nothing of what the cause touches fails afterwards. */
  readonly repairs: boolean;
  /** The higher, the likelier; to be compared within one explanation only. */
  readonly score: number;
  readonly message: Message;
}

/** Failures that belong together, and what may have caused them. */
export interface Explanation {
  readonly table: Table;
  /** Failing identities, and those that a blank cell keeps from being judged if they fail with 0 in its place. */
  readonly failures: readonly Sum[];
  /** The likeliest first. Empty if nothing plain explains any of the failures. */
  readonly causes: readonly Cause[];
}

/** Causes kept for each group of failures. */
const mostCauses = 12;
/** Where more identities fail than this, no two figures are to blame. */
const mostForPairs = 20;

/**
 * What may be wrong in `report`: one explanation for each group of failures, in the order of the tables.
 * @param only looks at this table alone.
 */
export function explain(report: Report, only?: Table): readonly Explanation[] {
  if (only) return explainTable(only, report.sums.filter(({ table }) => table === only));
  if (report.sums.every(({ state }) => state === 'holds')) return [];
  const byTable = new Map<Table, Sum[]>();
  for (const sum of report.sums) {
    const known = byTable.get(sum.table);
    if (known) known.push(sum);
    else byTable.set(sum.table, [sum]);
  }
  return [...byTable].flatMap(([table, sums]) => explainTable(table, sums));
}

/** The one figure whose change repairs all failures of the group; undefined if none does, or if there is another way. */
export function soleRepair({ causes }: Explanation): Change | undefined {
  const [cause, other] = causes;
  return cause?.repairs && cause.changes.length === 1 && !other ? cause.changes[0] : undefined;
}

/** The likeliest causes of the failure of `sum`, `most` at most; `explanations` come from `explain`. */
export function causesIn(explanations: readonly Explanation[], sum: Sum, most = 3): readonly Cause[] {
  const own = explanations.find(({ failures }) => failures.includes(sum));
  return own ? own.causes.filter(({ explains }) => explains.includes(sum)).slice(0, most) : [];
}

/** The same for one sum. For several sums of a report call `explain` once and `causesIn` for each. */
export function causesFor(report: Report, sum: Sum, most = 3): readonly Cause[] {
  return causesIn(explain(report, sum.table), sum, most);
}

/** An identity with what is missing on its right side: Σ parts − Σ stated, blanks counted as zero. */
interface Equation {
  readonly sum: Sum;
  readonly knots: Knot[];
  gap: number;
}

/** A cell with the equations it stands in: +1 among the parts, −1 among the stated. */
interface Knot {
  readonly term: Term;
  readonly id: number;
  readonly value: number;
  readonly links: { readonly equation: Equation; readonly sign: 1 | -1 }[];
}

/** A way to make equations hold: by how much each knot changes. */
interface Repair {
  readonly steps: readonly Step[];
  /** The equations that did not hold before and do now. */
  readonly mends: readonly Equation[];
  /** All equations that it touches hold afterwards. */
  readonly closed: boolean;
}

interface Step {
  readonly knot: Knot;
  readonly by: number;
}

function explainTable(table: Table, sums: readonly Sum[]): Explanation[] {
  if (sums.every(({ state }) => state === 'holds')) return [];
  const equations = equationsOf(sums);
  const open = new Set(equations.filter(({ gap }) => gap !== 0));
  const explanations: Explanation[] = [];
  const settle = (groups: readonly (readonly Repair[])[]): void => {
    for (const group of groups) {
      const mended = new Set(group.flatMap(({ mends }) => mends));
      explanations.push(explanationOf(table, mended, group));
      for (const equation of mended) open.delete(equation);
    }
    // Explained: what is tried next may count on it.
    for (const group of groups) for (const { mends } of group) for (const equation of mends) equation.gap = 0;
  };
  settle(withoutRivals(singles(open)));
  if (open.size > 2) settle(grouped(lines(table, open).filter(isShift)));
  if (open.size > 0 && open.size <= mostForPairs) settle(grouped(pairs(open)));
  if (open.size > 0) settle(grouped(lines(table, open)));
  for (const component of componentsOf(open)) explanations.push(explanationOf(table, component, partial(component)));
  return explanations;
}

function equationsOf(sums: readonly Sum[]): Equation[] {
  const knots = new Map<unknown, Knot>();
  return sums.map((sum) => {
    const equation: Equation = { sum, knots: [], gap: 0 };
    for (const [terms, sign] of [[sum.parts, 1], [sum.stated, -1]] as const) {
      for (const term of terms) {
        let knot = knots.get(term.cell);
        if (!knot) knots.set(term.cell, (knot = { term, id: knots.size, value: term.cell.value ?? 0, links: [] }));
        knot.links.push({ equation, sign });
        equation.knots.push(knot);
        equation.gap += sign * knot.value;
      }
    }
    return equation;
  });
}

/** What `steps` do; undefined if a figure would fall below zero. */
function tryOut(steps: readonly Step[]): Repair | undefined {
  const change = new Map<Equation, number>();
  for (const { knot, by } of steps) {
    if (by === 0 || knot.value + by < 0) return undefined;
    for (const { equation, sign } of knot.links) change.set(equation, (change.get(equation) ?? 0) + sign * by);
  }
  const mends: Equation[] = [];
  let closed = true;
  for (const [equation, by] of change) {
    if (equation.gap + by !== 0) closed = false;
    else if (equation.gap !== 0) mends.push(equation);
  }
  return { steps, mends, closed: closed && mends.length > 0 };
}

/** The amounts by which a change of `knot` makes one of its failing equations hold. */
function amounts(knot: Knot): number[] {
  const found: number[] = [];
  for (const { equation, sign } of knot.links) {
    const by = -sign * equation.gap;
    if (by !== 0 && !found.includes(by)) found.push(by);
  }
  return found;
}

function knotsOf(open: Iterable<Equation>): Set<Knot> {
  const knots = new Set<Knot>();
  for (const equation of open) for (const knot of equation.knots) knots.add(knot);
  return knots;
}

/** Single cells that repair all they stand in. */
function singles(open: ReadonlySet<Equation>): Repair[] {
  const found: Repair[] = [];
  for (const knot of knotsOf(open)) {
    const [by, ...others] = amounts(knot);
    if (by === undefined || others.length > 0) continue;
    const repair = tryOut([{ knot, by }]);
    if (repair?.closed) found.push(repair);
  }
  return found;
}

/** Pairs of cells that together repair all they stand in. */
function pairs(open: ReadonlySet<Equation>): Repair[] {
  const found = new Map<string, Repair>();
  for (const knot of knotsOf(open)) {
    for (const by of amounts(knot)) {
      if (knot.value + by < 0) continue;
      const rest = knot.links.find(({ equation, sign }) => equation.gap + sign * by !== 0);
      if (!rest) continue;
      const gap = rest.equation.gap + rest.sign * by;
      for (const other of rest.equation.knots) {
        if (other === knot) continue;
        const sign = other.links.find(({ equation }) => equation === rest.equation)?.sign ?? 1;
        const key = knot.id < other.id ? `${knot.id} ${other.id}` : `${other.id} ${knot.id}`;
        if (found.has(key)) continue;
        const repair = tryOut([{ knot, by }, { knot: other, by: -sign * gap }]);
        if (repair?.closed) found.set(key, repair);
      }
    }
  }
  return [...found.values()];
}

/** All failing rows mended in one column, or all failing columns in one row. */
function lines(table: Table, open: ReadonlySet<Equation>): Repair[] {
  const found: Repair[] = [];
  const rows = [...open].filter(({ sum }) => sum.identity.over === 'columns');
  const columns = [...open].filter(({ sum }) => sum.identity.over === 'rows');
  for (const { id } of table.form.columns) addLine(found, rows, ({ term }) => term.column === id);
  for (const row of table.form.rows) addLine(found, columns, ({ term }) => term.row === row);
  return found;
}

/** Whether the same figures stay in the line, in other places: more than two, or it is a pair. */
function isShift({ steps }: Repair): boolean {
  return steps.length > 2 && isPermutation(steps.map(({ knot }) => knot.value), steps.map(({ knot, by }) => knot.value + by));
}

function addLine(found: Repair[], failing: readonly Equation[], isIn: (knot: Knot) => boolean): void {
  const steps = new Map<Knot, number>();
  for (const equation of failing) {
    const knot = equation.knots.find(isIn);
    const link = knot?.links.find((known) => known.equation === equation);
    if (knot && link && !steps.has(knot)) steps.set(knot, -link.sign * equation.gap);
  }
  if (steps.size < 2) return;
  const repair = tryOut([...steps].map(([knot, by]) => ({ knot, by })));
  if (repair?.closed) found.push(repair);
}

/** Single cells that mend something in `component` and break nothing. */
function partial(component: ReadonlySet<Equation>): Repair[] {
  const found: Repair[] = [];
  for (const knot of knotsOf(component)) {
    for (const by of amounts(knot)) {
      const repair = tryOut([{ knot, by }]);
      if (repair && knot.links.every(({ equation }) => equation.gap !== 0)) found.push({ ...repair, closed: false });
    }
  }
  return found;
}

/** Repairs by what they mend, without those that mend a part of what another mends otherwise. */
function withoutRivals(repairs: readonly Repair[]): Repair[][] {
  return grouped(repairs).filter((group) => group.every(({ mends }) => mends.length === group[0]?.mends.length && mends.every((equation) => group[0]?.mends.includes(equation))));
}

/** Repairs that mend a common equation, together. */
function grouped(repairs: readonly Repair[]): Repair[][] {
  const groups = new Map<Equation, Repair[]>();
  for (const repair of repairs) {
    const joined = [...new Set(repair.mends.map((equation) => groups.get(equation)).filter((group) => group !== undefined))];
    const group = [...joined.flat(), repair];
    for (const { mends } of group) for (const equation of mends) groups.set(equation, group);
  }
  return [...new Set(groups.values())];
}

/** Equations that share cells, together. */
function componentsOf(open: ReadonlySet<Equation>): Set<Equation>[] {
  const left = new Set(open);
  const components: Set<Equation>[] = [];
  for (const first of open) {
    if (!left.delete(first)) continue;
    const component = new Set([first]);
    for (const equation of component) {
      for (const { links } of equation.knots) {
        for (const { equation: next } of links) if (left.delete(next)) component.add(next);
      }
    }
    components.push(component);
  }
  return components;
}

function explanationOf(table: Table, mended: Iterable<Equation>, repairs: readonly Repair[]): Explanation {
  const causes = repairs.map((repair) => causeOf(table, repair)).sort((a, b) => b.score - a.score);
  return { table, failures: [...mended].map(({ sum }) => sum), causes: causes.slice(0, mostCauses) };
}

function causeOf(table: Table, { steps, mends, closed }: Repair): Cause {
  const changes = steps
    .map(({ knot, by }): Change => ({ term: knot.term, from: knot.term.cell.value, to: knot.value + by }))
    .sort((a, b) => a.term.cell.span.start - b.term.cell.span.start);
  const explains = mends.map(({ sum }) => sum);
  const verdict = judge(table, changes, explains, closed);
  return { ...verdict, table, changes, explains, repairs: closed, score: verdict.score - (closed ? 0 : 10 - mends.length) };
}
