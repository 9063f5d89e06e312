/**
 * How likely a cause is and how it is told: what changes of one or several figures look like, a slip of digits, a request
 * counted in the wrong place, totals left behind. Which changes make identities hold is for `culprits.ts` to find.
 */
import type { Table } from '../table';
import { columnName, type Sum, type Term } from './sums';
import { type Message, msg } from '../../text/message';
import { rowName } from '../names';
import { slipOf } from './slips';

export interface Change {
  readonly term: Term;
  /** What the cell says; undefined where it says no number. */
  readonly from: number | undefined;
  readonly to: number;
}

export type CauseKind =
  /** One figure is wrong, no more is known. */
  | 'cell'
  /** A cell without a number stands for one that is not zero. */
  | 'blank'
  /** One figure is wrong by a slip of its digits: doubled, lost, swapped, mistyped. */
  | 'digits'
  /** Counted in one row or column instead of another: the same difference twice, with opposite signs. */
  | 'moved'
  /** Two figures stand in each other's place. */
  | 'exchanged'
  /** One number stands in two cells: 「1」「2」 for 12. */
  | 'split'
  /** Several totals were not brought up to date. */
  | 'totals'
  /** The figures of a row stand in the wrong columns. */
  | 'shifted'
  /** Several figures of one row or column are wrong. */
  | 'line'
  /** Two figures are wrong. */
  | 'pair';

export interface Verdict {
  readonly kind: CauseKind;
  /** The higher, the likelier. */
  readonly score: number;
  readonly message: Message;
}

/**
 * The verdict on `changes`, one or more, in the order of the text, all of one row or of one column.
 * @param mends the identities that hold after them.
 * @param closed whether nothing they touch fails afterwards.
 */
export function judge(table: Table, changes: readonly Change[], mends: readonly Sum[], closed: boolean): Verdict {
  const [first, second, third] = changes as [Change, Change?, Change?];
  if (!second) return judgeOne(table, first, mends, closed);
  return (third === undefined && judgeTwo(table, first, second)) || judgeMany(table, changes);
}

const slipScores = { doubled: 3, swapped: 2.5, lost: 2, extra: 1.2, mistyped: 1.2 } as const;

function judgeOne(table: Table, change: Change, mends: readonly Sum[], closed: boolean): Verdict {
  const { term, from, to } = change;
  const names = [rowName(table.form, term.row), columnName(table, term.column)] as const;
  if (from === undefined) return { kind: 'blank', score: 3, message: msg('在「{0}」的「{1}」填 {2}', ...names, to) };
  const isTotal = mends.some(({ stated }) => stated.length === 1 && stated[0]?.cell === term.cell);
  const slip = slipOf(from, to);
  const score =
    (isTotal ? 0.7 : 0) + (slip ? slipScores[slip] : 0) - (from === 0 ? 0.7 : 0) - (to === 0 ? 0.3 : 0) + Math.log2(1 + from) / 10;
  const values = [...names, from, to] as const;
  if (!closed) return { kind: 'cell', score, message: msg('把「{0}」的「{1}」由 {2} 改为 {3}（还有别处不对）', ...values) };
  return slip
    ? { kind: 'digits', score, message: slipMessages[slip](values) }
    : { kind: 'cell', score, message: msg('把「{0}」的「{1}」由 {2} 改为 {3}', ...values) };
}

type ChangeValues = readonly [string, string, number, number];

const slipMessages: Readonly<Record<keyof typeof slipScores, (values: ChangeValues) => Message>> = {
  doubled: (values) => msg('把「{0}」的「{1}」由 {2} 改为 {3}（像是重了一位数字）', ...values),
  extra: (values) => msg('把「{0}」的「{1}」由 {2} 改为 {3}（像是多了一位数字）', ...values),
  lost: (values) => msg('把「{0}」的「{1}」由 {2} 改为 {3}（像是漏了一位数字）', ...values),
  swapped: (values) => msg('把「{0}」的「{1}」由 {2} 改为 {3}（像是两位数字颠倒）', ...values),
  mistyped: (values) => msg('把「{0}」的「{1}」由 {2} 改为 {3}（像是错了一位数字）', ...values),
};

/** Two cells of one row or column; undefined for a pair that tells nothing more than that both are wrong. */
function judgeTwo(table: Table, first: Change, second: Change): Verdict | undefined {
  const sameRow = first.term.row === second.term.row;
  if (!sameRow && first.term.column !== second.term.column) return undefined;
  const [a, b] = [first.from ?? 0, second.from ?? 0];
  const line = sameRow ? rowName(table.form, first.term.row) : columnName(table, first.term.column);
  const nameIn = ({ term }: Change): string => (sameRow ? columnName(table, term.column) : rowName(table.form, term.row));
  const near = distance(table, first, second) === 1 ? 0.5 : 0;
  const joined = Number(`${a}${b}`);
  if (near > 0 && a > 0 && ((first.to === joined && second.to === 0) || (second.to === joined && first.to === 0))) {
    const message = msg('「{0}」的「{1}」和「{2}」像是把 {3} 分写在了两格', line, nameIn(first), nameIn(second), joined);
    return { kind: 'split', score: 3, message };
  }
  if (first.to === b && second.to === a) {
    if (a > 0 && b > 0) {
      const message = msg('「{0}」的「{1}」{2} 和「{3}」{4} 像是写颠倒了', line, nameIn(first), a, nameIn(second), b);
      return { kind: 'exchanged', score: 1.5 + near, message };
    }
    const [over, under] = a > 0 ? [first, second] : [second, first];
    const message = msg('「{0}」的 {1} 像是写错了格，应在「{2}」，不在「{3}」', line, Math.max(a, b), nameIn(under), nameIn(over));
    return { kind: 'moved', score: 1 + near + blankBonus(under), message };
  }
  if (first.to - a === b - second.to) {
    const [over, under] = first.to < a ? [first, second] : [second, first];
    const moved = under.to - (under.from ?? 0);
    const values = [line, moved, nameIn(under), nameIn(over), over.from ?? 0, over.to, under.from ?? 0, under.to] as const;
    const message = sameRow
      ? msg('「{0}」中有 {1} 件像是记错了申请人，应计入「{2}」，不计入「{3}」：「{3}」{4} 改为 {5}，「{2}」{6} 改为 {7}', ...values)
      : msg('「{0}」列有 {1} 件像是记错了行，应计入「{2}」，不计入「{3}」：「{3}」{4} 改为 {5}，「{2}」{6} 改为 {7}', ...values);
    return { kind: 'moved', score: -1.5 + near / 5 + 0.6 * Math.log(under.to) + blankBonus(under), message };
  }
  return undefined;
}

/** Several cells of one row or column. */
function judgeMany(table: Table, changes: readonly Change[]): Verdict {
  const { term } = changes[0] as Change;
  const sameRow = changes.every((change) => change.term.row === term.row);
  const line = sameRow ? rowName(table.form, term.row) : columnName(table, term.column);
  const list = changes.map(
    (change) =>
      `${sameRow ? columnName(table, change.term.column) : rowName(table.form, change.term.row)} ${change.from ?? '–'}→${change.to}`,
  );
  if (changes.every((change) => isTotal(table, change.term))) {
    return {
      kind: 'totals',
      score: 2,
      message: msg('「{0}」有 {1} 个数像是没有随各项更新：{2}', line, changes.length, list),
    };
  }
  if (
    sameRow &&
    isPermutation(
      changes.map(({ from }) => from ?? 0),
      changes.map(({ to }) => to),
    )
  ) {
    return { kind: 'shifted', score: 2, message: msg('「{0}」一行的数像是写错了列：{1}', line, list) };
  }
  const slips = changes.reduce((sum, { from, to }) => sum + (from === undefined ? 2 : slipScore(from, to)), 0) / changes.length;
  const message = msg('把「{0}」的 {1} 个数一起改：{2}', line, changes.length, list);
  return { kind: changes.length === 2 ? 'pair' : 'line', score: slips - 1.4 - 0.3 * changes.length, message };
}

/** Whether the cell is one of those that state a sum. */
function isTotal(table: Table, term: Term): boolean {
  return table.form.identities.some(
    ({ stated, over }) => stated.length === 1 && stated[0] === (over === 'columns' ? term.column : term.row.id),
  );
}

function slipScore(from: number, to: number): number {
  const slip = slipOf(from, to);
  return slip ? slipScores[slip] : 0;
}

function blankBonus({ from }: Change): number {
  return from === undefined ? 1 : 0;
}

/** How many columns or rows of the form lie between two cells of one row or column. */
function distance({ form }: Table, { term: a }: Change, { term: b }: Change): number {
  if (a.row === b.row) return Math.abs(a.row.columns.indexOf(a.column) - b.row.columns.indexOf(b.column));
  return Math.abs(form.rows.indexOf(a.row) - form.rows.indexOf(b.row));
}

/** Whether the same numbers stand in both, in whatever order. */
export function isPermutation(before: readonly number[], after: readonly number[]): boolean {
  const rest = [...after].sort((a, b) => a - b);
  return [...before].sort((a, b) => a - b).every((value, i) => value === rest[i]);
}
