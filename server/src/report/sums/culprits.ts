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
import type { Message } from '../../text/message';
import { componentsOf, type Equation, equationsOf } from './equations';
import { grouped, isShift, lines, pairs, partial, type Repair, singles, withoutRivals } from './repairs';
import type { Table } from '../table';
import { type Sum, sumsByTable } from './sums';
import { type CauseKind, type Change, judge } from './verdicts';

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

/** What may be wrong where `sums` fail: one explanation for each group of failures, in the order of the tables. */
export function explain(sums: readonly Sum[]): readonly Explanation[] {
  if (sums.every(({ state }) => state === 'holds')) return [];
  return [...sumsByTable(sums)].flatMap(([table, own]) => explainTable(table, own));
}

/** The one figure whose change repairs all failures of the group; undefined if none does, or if there is another way. */
export function soleRepair({ causes }: Explanation): Change | undefined {
  const [cause, other] = causes;
  return cause?.repairs && cause.changes.length === 1 && !other ? cause.changes[0] : undefined;
}

/** The likeliest causes of the failure of `sum`, `most` at most. */
export function causesFor({ explanations }: { readonly explanations: readonly Explanation[] }, sum: Sum, most = 3): readonly Cause[] {
  const own = explanations.find(({ failures }) => failures.includes(sum));
  return own ? own.causes.filter(({ explains }) => explains.includes(sum)).slice(0, most) : [];
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

function explanationOf(table: Table, mended: Iterable<Equation>, repairs: readonly Repair[]): Explanation {
  const causes = repairs.map((repair) => causeOf(table, repair)).sort((a, b) => b.score - a.score);
  return { table, failures: [...mended].map(({ sum }) => sum), causes: causes.slice(0, mostCauses) };
}

function causeOf(table: Table, { steps, mends, closed }: Repair): Cause {
  const changes = steps
    .map(({ node, by }): Change => ({ term: node.term, from: node.term.cell.value, to: node.value + by }))
    .sort((a, b) => a.term.cell.span.start - b.term.cell.span.start);
  const explains = mends.map(({ sum }) => sum);
  const verdict = judge(table, changes, explains, closed);
  return { ...verdict, table, changes, explains, repairs: closed, score: verdict.score - (closed ? 0 : 10 - mends.length) };
}
