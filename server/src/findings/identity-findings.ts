/**
 * What the four rules on identities (勾稽关系) share: the failing sums of one kind as observations, on the cell that
 * states the sum, with the cells that are added as related places.
 */
import { causesFor, type Change } from '../report/sums/culprits';
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

/** The failing sums whose identity is of `kind`, each made an observation by `describe`; two opposite gaps in one row are one. */
export function failing(
  report: Report,
  kind: IdentityKind,
  describe: (sum: Failing) => Pick<Observation, 'message'> & { fix?: Fix },
): Observation[] {
  const failures = report.sums.filter(({ identity }) => identity.kind === kind).filter(isFailing);
  if (failures.length === 0) return [];
  const observations: Observation[] = [];
  for (const table of new Set(failures.map((sum) => sum.table))) {
    const own = failures.filter((sum) => sum.table === table);
    const pair = oppositeGaps(own);
    if (pair) observations.push(observePair(report, ...pair));
    else observations.push(...own.map((sum) => observe(report, sum, describe(sum))));
  }
  return observations;
}

/**
 * One failure. The first offer writes its own total anew, unless one figure elsewhere explains another failure with it: two sums
 * meet in that figure, which tells more than a sum that fails alone.
 */
function observe(report: Report, sum: Failing, { message, fix }: Pick<Observation, 'message'> & { fix?: Fix }): Observation {
  const causes = causesFor(report, sum);
  const likely = causes.filter(({ repairs, changes: [change, second] }) => repairs && change && !second && isWritten(change));
  const [target] = sum.stated;
  const others = likely.flatMap(({ changes }) => changes).filter(({ term }) => term.cell !== target.cell);
  const offered = others.map(({ term, to }) => rewrite(sum.table, term, to));
  const [first] = likely;
  const isElsewhere = first !== undefined && first.explains.length > 1 && first.changes[0] === others[0];
  const own = fix && Number.isSafeInteger(sum.computed) && Number.isSafeInteger(sum.declared) ? [fix] : [];
  const [preferred, ...alternatives] = isElsewhere ? [...offered.slice(0, 1), ...own, ...offered.slice(1)] : [...own, ...offered];
  const places = causes.flatMap(({ changes: [change], message: words }) =>
    change ? [{ span: change.term.cell.span, message: words }] : [],
  );
  return {
    span: target.cell.span,
    subject: 'identity',
    message,
    related: relatedTo(sum),
    ...(places.length > 0 && { causes: places }),
    ...(preferred && { fix: preferred }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/** Whether a change is of a cell that says a number: only there is its text known to be all that stands in the place. */
function isWritten({ term }: Change): boolean {
  return term.cell.kind === 'number';
}

/** The two failures of columns that differ by the same, one up and one down, where no others fail: one request under the wrong applicant. */
function oppositeGaps(failures: readonly Failing[]): readonly [Failing, Failing] | undefined {
  const [first, second] = failures;
  if (!first || !second || failures.length > 2 || first.identity.over !== 'rows') return undefined;
  return first.declared - first.computed === second.computed - second.declared ? [first, second] : undefined;
}

function observePair(report: Report, first: Failing, second: Failing): Observation {
  const name = ({ stated: [target], table }: Failing): string => columnName(table, target.column);
  const [over, under] = first.declared > first.computed ? [first, second] : [second, first];
  const causes = causesFor(report, first).flatMap(({ changes: [change], message }) =>
    change ? [{ span: change.term.cell.span, message }] : [],
  );
  return {
    span: first.stated[0].cell.span,
    subject: 'identity',
    message:
      first.identity.kind === 'balance'
        ? msg(
            '三＋四比一＋二：「{0}」列多 {2}、「{1}」列少 {2}，像是有 {2} 件记错了申请人',
            name(over),
            name(under),
            over.declared - over.computed,
          )
        : msg(
            '（七）总计：「{0}」列多 {2}、「{1}」列少 {2}，像是有 {2} 件记错了申请人',
            name(over),
            name(under),
            over.declared - over.computed,
          ),
    related: [
      { span: second.stated[0].cell.span, message: msg('{0}：{1}', name(second), second.stated[0].cell.value ?? '') },
      ...relatedTo(first),
    ],
    ...(causes.length > 0 && { causes }),
  };
}

/** A sum that fails, so both of its numbers are known; the first cell that states it is where it is told. */
export interface Failing extends Sum {
  readonly stated: readonly [Term, ...Term[]];
  readonly computed: number;
  readonly declared: number;
}

/** Tells of the sum itself, not of a copy: its causes are known by it. */
function isFailing(sum: Sum): sum is Failing {
  const { state, stated, computed, declared } = sum;
  return state === 'fails' && stated.length > 0 && computed !== undefined && declared !== undefined;
}

/** The addition as people write it, zeros left out: 8＋5. */
export function addition(terms: readonly Term[]): string {
  const values = terms.map(({ cell }) => cell.value ?? 0).filter((value) => value !== 0);
  return values.length === 0 ? '0' : values.join('＋');
}

/** A difference with its sign, on little room: −1, +3. */
export function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : `+${difference}`;
}

/** What the parts come to, with the addition where there is more than one: 55（8＋47）, 14. */
export function worked(terms: readonly Term[], computed: number): string {
  const sum = addition(terms);
  return sum.includes('＋') ? `${computed}（${sum}）` : String(computed);
}

/** Writes `value` into the cell of `term`. Changes a figure, so never safe. */
export function rewrite(table: Table, term: Term, value: number): Fix {
  return {
    title: msg('把「{0}」的「{1}」由 {2} 改为 {3}', nameOf(term.row), columnName(table, term.column), term.cell.value ?? '', value),
    safe: false,
    edits: [{ span: term.cell.span, newText: String(value) }],
  };
}

function relatedTo(sum: Failing): Related[] {
  return [...sum.parts, ...sum.stated]
    .filter((term) => term !== sum.stated[0])
    .map((term) => ({ span: term.cell.span, message: msg('{0}：{1}', nameIn(sum, term), term.cell.value ?? '') }));
}

/** The part of a term's name that varies within its identity: the column of a row, the row of a column. */
function nameIn(sum: Sum, term: Term): string {
  return sum.identity.over === 'columns' ? columnName(sum.table, term.column) : termName(sum.table, term);
}
