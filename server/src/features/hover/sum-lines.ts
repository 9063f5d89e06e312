/**
 * Identities as lines for people: the addition in real numbers with its result and a mark, ✓ holds, ✗ fails, ？ cannot be
 * judged. Zeros are left out and counted. The numbers are those of `Sum`; nothing is added here.
 */
import type { Sum, Term } from '../../report/sums/sums';
import { columnName } from '../../report/sums/sums';
import { type Message, msg } from '../../text/message';
import { rowName } from '../../report/names';

/** Cells without a number that are named; of more only their count is said. */
const mostNamed = 3;

/** `sum` as one line: 「✗ 自然人 8＋商业企业 5＝13，表中 12，少 1」. */
export function sumLine(sum: Sum): Message {
  const { computed, declared, parts, stated } = sum;
  if (computed === undefined || declared === undefined) return unknownLine(sum);
  const isMore = declared > computed;
  const difference = Math.abs(declared - computed);
  if (stated.length > 1) {
    const values = [addition(sum, parts), computed, addition(sum, [...stated].reverse()), declared] as const;
    return computed === declared ? msg('✓ {0}＝{1}，{2}＝{3}', ...values) : msg('✗ {0}＝{1}，{2}＝{3}，相差 {4}', ...values, difference);
  }
  const zeros = parts.filter(({ cell }) => cell.value === 0).length;
  if (zeros === parts.length) {
    return computed === declared
      ? msg('✓ {0} 项都是 0，合计 0', zeros)
      : msg('✗ {0} 项都是 0，表中 {1}，多 {2}', zeros, declared, difference);
  }
  const added = addition(sum, parts);
  if (computed === declared)
    return zeros === 0 ? msg('✓ {0}＝{1}', added, computed) : msg('✓ {0}＝{1}（另 {2} 项为 0）', added, computed, zeros);
  const values = [added, computed, declared, difference, zeros] as const;
  if (zeros === 0) return isMore ? msg('✗ {0}＝{1}，表中 {2}，多 {3}', ...values) : msg('✗ {0}＝{1}，表中 {2}，少 {3}', ...values);
  return isMore
    ? msg('✗ {0}＝{1}，表中 {2}，多 {3}（另 {4} 项为 0）', ...values)
    : msg('✗ {0}＝{1}，表中 {2}，少 {3}（另 {4} 项为 0）', ...values);
}

/** The name by which a term differs from the others of its identity: its column, or its row. */
function termLabel({ identity, table }: Sum, term: Term): string {
  return identity.over === 'columns' ? columnName(table, term.column) : rowName(table.form, term.row);
}

function addition(sum: Sum, terms: readonly Term[]): string {
  const counted = terms.filter(({ cell }) => cell.value !== 0);
  // Two sides of a balance show their zeros: a lone 0 would not say of what.
  const shown = sum.stated.length > 1 ? terms : counted;
  return shown.map((term) => `${termLabel(sum, term)} ${term.cell.value ?? ''}`).join('＋');
}

function unknownLine(sum: Sum): Message {
  const blank = [...sum.parts, ...sum.stated].filter(({ cell }) => cell.value === undefined);
  const names = blank
    .slice(0, mostNamed)
    .map((term) => termLabel(sum, term))
    .join('、');
  const total = termLabel(sum, sum.stated[0] as Term);
  return blank.length > mostNamed
    ? msg('？ {0}等 {1} 格没有数，不能核对「{2}」', names, blank.length, total)
    : msg('？ {0}没有数，不能核对「{1}」', names, total);
}
