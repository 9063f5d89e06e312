/**
 * A total that follows its parts: 网站公开23条、公众号公开45条，共计68条. Only where nothing else with a number stands in the sentence,
 * every number has the same measure word, and the total closes its clause. Totals in front of their parts are `listing.ts`'s.
 */
import type { Token } from '../report/sentences/lexer';
import type { Tag } from '../report/sentences/vocabulary';
import type { Span } from '../text/span';

export interface TrailingTotal {
  readonly parts: readonly Token[];
  readonly whole: Token & Span;
}

/** Numbers of requests and cases are unbalanced-text's. */
const others = new Set<Tag | undefined>([
  '申请',
  '新收',
  '上转',
  '下转',
  '收',
  '受理',
  '办',
  '结',
  '自然人',
  '法人',
  '予以',
  '部分',
  '不予',
  '无法',
  '不处理',
  '其他处理',
  '复议',
  '诉讼',
  '案件',
  '其中',
  '列',
  '变',
  '往年',
]);

/** The total at the end of a sentence that has been cut into `tokens`, whose parts are all numbers before it. */
export function trailingTotal(tokens: readonly Token[]): TrailingTotal | undefined {
  const numbers = tokens.filter(({ kind }) => kind === 'number');
  const whole = numbers.at(-1);
  const parts = numbers.slice(0, -1);
  if (!whole || parts.length < 2 || whole.unit === '' || numbers.some(({ unit, approximate }) => unit !== whole.unit || approximate))
    return undefined;
  if (tokens.some(({ tag, kind, sign }) => others.has(tag) || kind === 'percent' || sign === '(' || sign === ';')) return undefined;
  const at = tokens.indexOf(whole);
  const says = tokens[at - 1]?.tag === '共计' && tokens[at - 2]?.sign === ',';
  const next = tokens[at + 1];
  return says && (next === undefined || next.kind === 'mark') ? { parts, whole } : undefined;
}
