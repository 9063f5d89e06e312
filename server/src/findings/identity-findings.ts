/**
 * What the four rules on identities (勾稽关系) share: the failing sums of one kind as observations, on the cell that
 * states the sum, with the cells that are added as related places.
 */
import { causesFor } from '../report/sums/culprits';
import type { IdentityKind } from '../report/form/form';
import { nameOf } from '../report/names';
import type { Report, Table } from '../report/report';
import { columnName, type Sum, type Term, termName } from '../report/sums/sums';
import { msg } from '../text/message';
import type { Fix, Observation, Related } from './finding';

/** The rule that tells of each kind of identity. */
export const ruleOfIdentity: Readonly<Record<IdentityKind, string>> = {
  'row-total': 'wrong-row-total',
  'result-total': 'wrong-result-total',
  balance: 'unbalanced-requests',
  'outcome-total': 'wrong-outcome-total',
};
/** The rules that tell of identities, by their ids. */
export const identityRules: ReadonlySet<string> = new Set(Object.values(ruleOfIdentity));

/** The failing sums whose identity is of `kind`, each made an observation by `describe`. */
export function failing(
  report: Report,
  kind: IdentityKind,
  describe: (sum: Failing) => Pick<Observation, 'message'> & { fix?: Fix },
): Observation[] {
  const observations: Observation[] = [];
  for (const sum of report.sums) {
    if (sum.identity.kind !== kind || sum.state !== 'fails' || sum.computed === undefined || sum.declared === undefined) continue;
    const target = sum.stated[0] as Term;
    const failure = { ...sum, target, computed: sum.computed, declared: sum.declared };
    const causes = causesFor(report, sum).flatMap(({ changes: [first], message }) =>
      first ? [{ span: first.term.cell.span, message }] : [],
    );
    observations.push({
      span: target.cell.span,
      subject: 'identity',
      related: relatedTo(sum, target),
      ...(causes.length > 0 && { causes }),
      ...describe(failure),
    });
  }
  return observations;
}

/** A sum that fails, so both of its numbers are known. */
export interface Failing extends Sum {
  readonly target: Term;
  readonly computed: number;
  readonly declared: number;
}

/** The addition as people write it, zeros left out: 8＋5. */
export function addition(terms: readonly Term[]): string {
  const values = terms.map(({ cell }) => cell.value ?? 0).filter((value) => value !== 0);
  return values.length === 0 ? '0' : values.join('＋');
}

/** A difference with its sign: −1, +3. */
export function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : `+${difference}`;
}

/** Writes `value` into the cell of `term`. Changes a figure, so never safe. */
export function rewrite(table: Table, term: Term, value: number): Fix {
  return {
    title: msg('把「{0}」的「{1}」由 {2} 改为 {3}', nameOf(term.row), columnName(table, term.column), term.cell.value ?? '', value),
    safe: false,
    edits: [{ span: term.cell.span, newText: String(value) }],
  };
}

function relatedTo(sum: Sum, target: Term): Related[] {
  return [...sum.parts, ...sum.stated]
    .filter((term) => term !== target)
    .map((term) => ({ span: term.cell.span, message: msg('{0}：{1}', nameIn(sum, term), term.cell.value ?? '') }));
}

/** The part of a term's name that varies within its identity: the column of a row, the row of a column. */
function nameIn(sum: Sum, term: Term): string {
  return sum.identity.over === 'columns' ? columnName(sum.table, term.column) : termName(sum.table, term);
}
