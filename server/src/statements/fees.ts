/**
 * What a report says of the 信息处理费 (国办函〔2020〕109号): that none was collected, that no notice was sent, or how much
 * was collected. Reads the wordings met in reports. 行政事业性收费 of table two is another thing.
 */
import type { Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { matchesIn, occurrencesOf } from './prose-search';
import { isInTitleMarks } from './section-lines';

export interface FeeStatement extends Span {
  /** `none`: nothing was collected. `no-notice`: no notice of a fee was sent. `amount`: so much was collected. */
  readonly kind: 'none' | 'no-notice' | 'amount';
  /** The amount in 元. */
  readonly yuan: number;
  /** Start of the sentence it stands in. */
  readonly sentence: number;
}

/** How a fix says that none was collected. */
export const noFeeStatement = '本机关本年度未收取信息处理费。';

const speaksOf = /处理费|收费通知|(?:收取|收缴|征收|缴纳|产生|减免)[^。；;，,《》]{0,20}费|(?:未|没有|没|无|不)收费|收费(?:情况|0)/;
const nothing = /(?:未|没有|没|不)(?:产生|发生|向[^，,。；;]{0,14}?)?(?:收取|收缴|产生|收)[^，,。；;元]{0,16}?费用?|(?:未|没有|没|不)收费/;
const noNotice = /(?:未|没有|没)(?:发出|发送|下发|制发|出具|开具)[^，,。；;]{0,8}收费通知书?/;
const amount = /(\d[\d,]{0,12}(?:\.\d{1,6})?)\s{0,2}(万)?元(?!\s{0,2}[/每]|以[上下])/g;
/** Words of another year, of only some of the requests, or of other fees. */
const otherScope = /事业性|非税|上年|去年|上一年|同比|历年|累计至|标准|其余|剩余|其他\d|部分(?:申请|不)/;

/** What statements on the fee are found by. */
export const feeWord = '费';

/** Whether `piece` says something of the fee, names of documents in 《》 left out. */
export function mentionsFee(piece: string): boolean {
  return speaksOf.test(piece) && (!piece.includes('《') || speaksOf.test(piece.replace(/《[^《》]{0,80}》/g, '')));
}

/** The statements on the fee in prose. Sentences on other years or on some of the requests only are left out. */
export function feeStatements({ text, year }: Report, scan: ProseScan): FeeStatement[] {
  const found: FeeStatement[] = [];
  let done = 0;
  for (const { at, line } of occurrencesOf(scan, feeWord)) {
    if (at < done || !(text[at + 1] === '用' || '理收寄印制索'.includes(text[at - 1] ?? '。'))) continue;
    const sentence = sentenceAt(text, line, at);
    done = sentence.end;
    const piece = text.slice(sentence.start, sentence.end);
    if (!mentionsFee(piece)) continue;
    const read = halfWidth(piece);
    const years = read.match(/20\d\d(?=\s?年)/g) ?? [];
    if (otherScope.test(read) || years.some((own) => year !== undefined && Number(own) !== year)) continue;
    for (const statement of statementsIn(text, sentence.start, read)) found.push(statement);
  }
  return found;
}

function statementsIn(text: string, sentence: number, read: string): FeeStatement[] {
  const found: FeeStatement[] = [];
  const add = (kind: FeeStatement['kind'], at: number, length: number, yuan = 0) => {
    const start = sentence + at;
    if (!isInTitleMarks(text, start)) found.push({ kind, start, end: start + length, yuan, sentence });
  };
  const unsent = noNotice.exec(read);
  if (unsent) add('no-notice', unsent.index, unsent[0].length);
  const none = nothing.exec(read);
  if (none && !/其中|\d\s?[件份]\s?$/.test(read.slice(Math.max(0, none.index - 12), none.index))) add('none', none.index, none[0].length);
  for (const match of matchesIn(read, amount)) {
    if (/[每按]\s?$/.test(read.slice(Math.max(0, match.index - 2), match.index))) continue;
    const digits = match[1] as string;
    const yuan = Number(digits.replaceAll(',', '')) * (match[2] === undefined ? 1 : 10000);
    add(yuan === 0 ? 'none' : 'amount', match.index, digits.length, yuan);
  }
  return found;
}

/** The sentence of `line` in which `at` stands: what 。；！ and ; divide. */
function sentenceAt(text: string, line: Span, at: number): Span {
  let { start, end } = { start: at, end: at };
  while (start > line.start && !isStop(text[start - 1])) start--;
  while (end < line.end && !isStop(text[end])) end++;
  return { start, end };
}

function isStop(c: string | undefined): boolean {
  return c === '。' || c === '；' || c === ';' || c === '！';
}
