/**
 * What the text says of the 信息处理费 agrees with itself and with table three: nothing collected and an amount exclude
 * each other; no notice of a fee and requests that ended for want of payment do too; amounts are multiples of 10元.
 */
import type { Report, Row } from '../../report/report';
import { nameOf } from '../../report/names';
import { msg } from '../../text/message';
import { slice, type Span } from '../../text/span';
import { feeStatements, type FeeStatement, feeWord } from '../../statements/fees';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

/** What amounts are found by. */
const yuan = '元';
/** The least step in which the fee grows, in 元. */
const step = 10;

export const inconsistentFee: Rule = {
  id: 'inconsistent-fee',
  family: 'figures',
  title: '信息处理费前后矛盾',
  severity: 'warning',
  fixable: false,
  looksAt: 'words and tables',
  // Statements agree where none tells of an amount or a notice.
  sleeps: [yuan, '收费通知'],
  wakes: [feeWord, yuan, '收费通知'],
  check(report, { scan }) {
    // Of statements without an amount only the lack of a notice says something of table three.
    if (!scan.places.has(yuan) && unpaidRow(report) === undefined) return [];
    const statements = feeStatements(report, scan);
    if (statements.length === 0) return [];
    const denials = statements.filter(({ kind }) => kind !== 'amount');
    const [first] = denials;
    const second = denials.find(({ sentence }) => sentence !== first?.sentence);
    const found: Observation[] = [];
    for (const own of statements) {
      if (own.kind !== 'amount') continue;
      const other = first?.sentence === own.sentence ? second : first;
      const observation = other ? contradiction(report, own, other) : uneven(own);
      if (observation) found.push(observation);
    }
    const unsent = statements.find(({ kind }) => kind === 'no-notice');
    const unpaid = unsent && unpaidIn(report, unsent);
    return unpaid ? [...found, unpaid] : found;
  },
};

/** An amount, although another sentence says that nothing was collected or that no notice was sent. */
function contradiction({ text }: Report, own: FeeStatement, other: FeeStatement): Observation {
  const said = slice(text, other);
  return {
    span: spanOf(own),
    message: msg('这里收取了 {0} 元，而另一处写的是「{1}」，两处矛盾', own.yuan, said),
    related: [{ span: spanOf(other), message: msg('这里写的是「{0}」', said) }],
  };
}

function uneven(own: FeeStatement): Observation | undefined {
  const rest = Math.abs(own.yuan / step - Math.round(own.yuan / step));
  if (rest < 1e-6) return undefined;
  return { span: spanOf(own), message: msg('信息处理费按件、按量计收都是 {0} 元的整数倍，{1} 元可能有误', step, own.yuan) };
}

/** No notice was sent, but table three has requests that ended because a notice was not followed. */
function unpaidIn(report: Report, unsent: FeeStatement): Observation | undefined {
  const row = unpaidRow(report);
  const total = row?.cells.at(-1);
  if (!row || !total?.value) return undefined;
  return {
    span: spanOf(unsent),
    message: msg('这里写的是「{0}」，而表三「{1}」有 {2} 件，两处矛盾', slice(report.text, unsent), nameOf(row.form), total.value),
    related: [{ span: total.span, message: msg('表三填的是 {0}', total.value) }],
  };
}

/** The row of requests that ended for want of payment, where there are any. */
function unpaidRow({ tables }: Report): Row | undefined {
  for (const { form, byId } of tables) {
    const row = form.number === 3 ? byId.get('其他2') : undefined;
    if (row?.cells.at(-1)?.value) return row;
  }
  return undefined;
}

function spanOf({ start, end }: FeeStatement): Span {
  return { start, end };
}
