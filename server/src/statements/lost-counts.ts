/**
 * Measure words that lost their number (共主动公开条，其中…) and numbers that lost their measure word (发布84教育信息, 申请4其中,
 * 政府文件46政府会议信息42条). Only behind words that no longer word goes on from: 信息条 is none, 申请件 and 头条 are. Says where
 * something is gone, not what.
 */
import type { Report } from '../report/report';
import { cutSentences } from '../report/sentences/cut-sentences';
import { endOfNumber, mayLackMeasure, signsOf } from './paragraph-signs';
import { isAsciiDigit, isOneOf } from '../text/characters';
import { type Facts, question } from '../text/facts';
import { shifted, type Span } from '../text/span';

/** A measure word that no number stands in front of. */
export interface LostNumber extends Span {
  readonly measure: string;
  /** Whether the words in front of it count what the parts behind it add up to. */
  readonly isTotal: boolean;
}

/** A number without what it counts in. */
export interface LostMeasure extends Span {
  /** Whether it may be right all the same: 公开文件数量为0. */
  readonly isUnsure: boolean;
  /** Whether a verb or a list leaves no doubt. */
  readonly isSure: boolean;
}

/** By measure word, what must stand right in front of it for a number to be missing there. */
const before: Readonly<Record<string, RegExp>> = {
  条: /(?:公开|发布|信息|信息数量|解读|动态|公告|公示|留言|推送|更新|合计|共计|累计|[^公]共)$/,
  件: new RegExp(
    `(?:${[
      // Requests, review and litigation, documents.
      '(?:收到|受理|接收|新收|接到)(?:[^的，,。；;]{0,8}(?:申请公开(?:政府信息|信息)?|公开申请|公开政府信息申请))',
      '行政复议|行政诉讼|复议案件|诉讼案件|规范性文件',
      // 留言件 and 工单件 are no words; 来信件, 信访件, 批示件, 提案件 are.
      '(?:答复|办理|回复|处理|收到|受理|办结)(?:网民|群众|公众|网友|各类)?(?:留言|咨询|诉求|来电|工单|投诉|申诉)',
      '共计|合计|总计|(?:共|累计)(?:收到|受理|办理)(?:政府信息公开申请|信息公开申请|依申请公开|申请)?',
    ].join('|')})$`,
  ),
  起: /(?:行政复议|行政诉讼|复议案件|诉讼案件)$/,
  篇: /(?:稿件|稿|文章|解读|信息|报道|作品|推文|简报)$/,
  次: /(?:会议|培训|活动|发布会|检查|督查|讲座|演练|宣讲|(?:培训|参训|参加|接待|咨询|服务)(?:干部|人员|群众)?人)$/,
  场: /(?:活动|发布会|会议|培训|宣讲|讲座|座谈会)$/,
  期: /(?:公报|简报|专刊|培训班|专栏|栏目)$/,
  份: /(?:资料|宣传单|宣传页|手册|问卷|折页|公报|明白纸|指南|文件)$/,
  个: /(?:专栏|专题|专区|平台|公众号|网站|账号|查阅点|公开栏|栏目)$/,
};
/** Among numbers with the same measure word (动态12条，公告条，其他3条): which words end with it. */
const nouns: Readonly<Record<string, string>> = {
  条: '信头面词链法线便逐每数',
  次: '层档批人名班频依其再多首屡历每此本初场数',
  篇: '长诗开名首单本逐数',
  份: '月年省股身备县成部每逐',
  期: '定按任假周日逾到预时初后短长前同学早晚中工近首末每本',
  个: '逐整各每那这几某多单',
  起: '一对',
  宗: '卷大正',
  项: '事单专款选各逐多强弱立奖某该',
  场: '市现广职林机操农牧立主进退会考登',
};
/** 件 is also the end of many nouns (批示件, 信访件): only what the tables count. */
const countedInCases = /(?:制发|废止|失效|有效|办结|结转|数量|提供|处理|诉讼|复议|维持|纠正|新收|许可|处罚|强制|收到|受理|答复|年度)$/;
const reach = 24;

/** 发布了条信息, 开展次活动: a verb right in front of the measure word, and what is counted behind it. */
const verbBefore = /(?:(?:收到|受理|发布|公开|推送|更新|办理|答复|回复)了?[条件]|(?:开展|组织|召开|举办|举行)了?次)$/;
const countedBehind = /^(?:[条件](?=信息|公众|群众|政府信息|政务信息|申请|各类|动态|留言)|次(?![数序日年要级]))/;

/** The measure words in the prose of `report` whose number is gone, in the order of the text. */
export function lostNumbers({ paragraphs }: Report): LostNumber[] {
  const found: LostNumber[] = [];
  for (const { start, facts } of paragraphs) for (const lost of facts.tell(lostInParagraph)) found.push(shifted(lost, start));
  return found;
}

const lostInParagraph = question((text, facts): readonly LostNumber[] => {
  let found: LostNumber[] | undefined;
  for (const at of facts.tell(signsOf).bareMeasures) {
    const isTotal = isLostBehind(text, at);
    if (isTotal || isBetweenWords(text, at) || isLostAmong(text, at, facts))
      (found ??= []).push({ start: at, end: at + 1, measure: text[at] as string, isTotal });
  }
  return found ?? nothing;
});
const nothing: readonly never[] = [];

/** What ends a clause that counts, or follows it. */
const clauseEnds = '，,。；;、）)其和';

/** 文件, 条件, 附件, 案件: no pattern of `before` ends so, and few reports hold another 件 that no number stands in front of. */
const nounsOfCases = '文条附案';

/** Whether the measure word stands in its clause right behind what is counted with it. */
function isLostBehind(text: string, at: number): boolean {
  if (!clauseEnds.includes(text[at + 1] ?? ' ')) return false;
  if (text[at] === '件' && nounsOfCases.includes(text[at - 1] ?? ' ')) return false;
  const clause = clauseBefore(text, at);
  return before[text[at] as string]?.test(clause) === true && lacksNumber(text, at, clause);
}

/** Whether it stands between a verb and what is counted. */
function isBetweenWords(text: string, at: number): boolean {
  return countedBehind.test(text.slice(at, at + 5)) && verbBefore.test(text.slice(Math.max(0, at - 4), at + 1));
}

/** Whether it stands among items of a list that have their number. */
function isLostAmong(text: string, at: number, facts: Facts): boolean {
  if (!'，,；;、。）)'.includes(text[at + 1] ?? ' ') || !isAmongNumbers(text, at, text[at] as string)) return false;
  // 共主动公开条，其中: looked at by what stands in front of it, which has decided already.
  if (before[text[at] as string]?.test(clauseBefore(text, at))) return false;
  return facts.tell(cutSentences).some(({ start, end, hasNumber }) => hasNumber && start <= at && at < end);
}

/** Whether the clause in front of the measure word at `at`, which counts with it, wants a number. */
function lacksNumber(text: string, at: number, clause: string): boolean {
  if (!/^(?:[，,。；;、）)]|其中|和行政诉讼)/.test(text.slice(at + 1, at + 6)) || /[未无没凡如若每逐]/.test(clause)) return false;
  // 收到申请件，均已答复: a noun. Only a list of its parts shows that a number is gone.
  return (
    !/申请(?:公开)?$/.test(clause) ||
    /共|累计|20\d\d\s?年|全年|本年/.test(text.slice(Math.max(0, at - reach - 4), at)) ||
    /^[，,]?\s*其中/.test(text.slice(at + 1, at + 6))
  );
}

/** Whether the items of a list beside the measure word at `at` have numbers with it: 动态12条，公告条，其他3条. */
function isAmongNumbers(text: string, at: number, measure: string): boolean {
  let start = at;
  while (start > 0 && at - start < longestItem && !isOneOf(text.charCodeAt(start - 1), '，,。；;、：:（(\n\r')) start--;
  const item = text.slice(start, at);
  if (
    !hasNumberBeside(text, start, at) ||
    !/^[一-鿿“”]{2,14}$/.test(item) ||
    /[未没每逐该此某多几各首若均都皆为]|无(?!法提供)|[一二三四五六七八九十百千万零〇两余]$/.test(item) ||
    (measure === '件' ? !countedInCases.test(item) : (nouns[measure] ?? '').includes(item.at(-1) as string))
  )
    return false;
  return (
    new RegExp(`\\d\\s?${measure}[，,；;、]$`).test(text.slice(Math.max(0, start - 6), start)) ||
    new RegExp(`^[，,；;、][一-鿿“”]{2,14}\\s?\\d{1,6}\\s?${measure}`).test(text.slice(at + 1, at + 30))
  );
}
const longestItem = 16;

/** Whether a digit stands shortly before the item that begins at `start`, or behind its measure word at `at`. */
function hasNumberBeside(text: string, start: number, at: number): boolean {
  for (let i = Math.max(0, start - 6); i < start; i++) if (isAsciiDigit(text.charCodeAt(i))) return true;
  const end = Math.min(text.length, at + 30);
  for (let i = at + 1; i < end; i++) if (isAsciiDigit(text.charCodeAt(i))) return true;
  return false;
}

/** What stands between the last mark before `at` and there, at most `reach` characters. */
function clauseBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < reach && !isOneOf(text.charCodeAt(start - 1), '，,。；;\n\r')) start--;
  return text.slice(start, at);
}

/** What is counted with a measure word, and cannot follow a number without one. */
const things =
  '(?:教育|工作|动态|政务|政府|公开|各类|民生|税务|卫生)?信息(?!化)|(?:政策)?解读(?:材料|文章|稿)|宣传材料|稿件|申请(?!人|书|表)|依申请公开|政府(?:信息公开申请|文件|会议|公报)|粉丝|网民留言|群众留言|规范性文件|政策文件|行政复议(?!机构)|行政诉讼';
/** What shows, behind digits, that their measure word is missing; and the verbs in front of them. */
const bare = new RegExp(`^(?:其中|分别为|[予不]予|无法提供|部分公开|其他处理|收到|办结|${things})`);
const verb =
  /(?:公开|发布|推送|更新|收到|受理|接到|新收|办理|刊发|申请|办结|答复|信息|无法提供|[予不]予处理|行政复议|行政诉讼|及时|制发|公众号|微博)(?:了|各类)?\s{0,4}$/;
/** What is counted, right in front of a number that ends its clause: 收到申请5，均已答复; 公开信息311。 */
const counted =
  /(?:信息|信息公开|申请|申请公开|复议|诉讼|动态|公告|留言|稿件|文章|部分公开|予以公开|不予公开|无法提供|不予处理|其他处理|办结|答复|收到|受理|新收|结转|制发|废止|有效|专题会议|业务培训) ?$/;
/** What makes a sentence of a line that ends with a number; other such lines may be pieces of a table. */
const statement = /共|累计|全年|年度?，|今年/;
const clauseEnd = /^ ?(?:[，；。、]|[,;](?! ?\d))/;
/** The same between others that have their measure word: 动态12条，公告30，其他3条. */
const item = /\d ?([条件篇次])[，,、；;][一-鿿]{2,14} ?$/;
/** 政府文件46政府会议信息42条: an item whose measure word and mark are both gone, and the next one with its own. */
const thing = /(?:信息|文件|会议|公告|动态|解读|公示|通知|留言|稿件|推送|视频|图文|申请)$/;
const nextItem = /^(?!12345|[一-鿿]*(?:公里|平方))[一-鿿]{2,14}?\d{1,6} ?[条件篇次份期个]/;
/** Long enough for what stands in front of a number, and behind it. */
const around = 24;
const mostDigits = 6;

/** The numbers in the sentences of `report` whose measure word is gone, in the order of the text. */
export function lostMeasures({ paragraphs }: Report): LostMeasure[] {
  const found: LostMeasure[] = [];
  for (const { start, facts } of paragraphs) for (const lost of facts.tell(measuresLostIn)) found.push(shifted(lost, start));
  return found;
}

const measuresLostIn = question((_paragraph, facts): readonly LostMeasure[] => {
  let found: LostMeasure[] | undefined;
  for (const number of facts.tell(signsOf).bareNumbers) {
    const sentence = facts.tell(cutSentences).find(({ start, end }) => start <= number && number < end);
    const own = sentence?.hasNumber ? measureLostAt(sentence.facts.piece, number - sentence.start) : undefined;
    if (sentence && own) (found ??= []).push(shifted(own, sentence.start));
  }
  return found ?? nothing;
});

function measureLostAt(sentence: string, start: number): LostMeasure | undefined {
  const end = endOfNumber(sentence, start);
  const own = end - start <= mostDigits && mayLackMeasure(sentence, end) ? lacksMeasure(sentence, { start, end }) : undefined;
  return own && { start, end, ...own };
}

/** A year, or the number of a telephone. */
const numbersOfOthers = /^(?:20\d\d|12345|123\d\d|110)$/;

function lacksMeasure(sentence: string, { start, end }: Span): Pick<LostMeasure, 'isSure' | 'isUnsure'> | undefined {
  const digits = sentence.slice(start, end);
  if (numbersOfOthers.test(digits)) return digits !== '12345' && isBare(sentence, { start, end }) ? sure : undefined;
  if (isBare(sentence, { start, end })) return sure;
  const ahead = sentence.slice(end, end + around);
  const behind = sentence.slice(Math.max(0, start - around), start);
  const isListed = thing.test(behind) && nextItem.test(ahead);
  const ends = clauseEnd.test(ahead) || (ahead.trim() === '' && statement.test(behind));
  if (!isListed && !(ends && counted.test(behind)) && !isItem(behind, ahead)) return undefined;
  return { isSure: false, isUnsure: digits === '0' };
}
const sure = { isSure: true, isUnsure: false } as const;

/** Whether what is counted follows the number at once, and a verb or a counted thing stands in front. */
function isBare(sentence: string, { start, end }: Span): boolean {
  return bare.test(sentence.slice(end, end + around)) && verb.test(sentence.slice(Math.max(0, start - around), start));
}

/** Whether a number between `behind` and `ahead` is an item of a list in which the items beside it have their measure word. */
function isItem(behind: string, ahead: string): boolean {
  const measure = item.exec(behind)?.[1];
  return measure !== undefined && new RegExp(`^[，,、；;][一-鿿“”]{2,14} ?\\d{1,6} ?${measure}`).test(ahead);
}
