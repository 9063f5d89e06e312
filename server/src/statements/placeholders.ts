/**
 * Finds what a template leaves to be filled in and nobody did: x, ××, 某某, ____, 待补充, empty brackets, the gap before a
 * measure word. One pass over the text; what is found is judged by its neighbours within the line, at most a few dozen
 * characters away. Addresses, products (7×24, X光), Markdown and people made anonymous (张某某) are none.
 */
import { isAsciiDigit } from '../text/characters';
import type { Span } from '../text/span';
import { isCountAt, isMeasureAt, isPlaceAt } from './measure-words';
import { blanks, gapsIn } from './gaps';

/** `sign`: characters that stand for something. `gap`: nothing stands there. `brackets`: nothing stands between them. */
export interface Placeholder extends Span {
  readonly kind: 'sign' | 'gap' | 'brackets';
}

/** Things to be written in brackets, as templates name them: （具体网址）, 【单位名称】. */
const namedThings = [
  '(?:请填写|请输入|填写(?:单位|机关|名称|数|年份|日期|具体|实际))',
  '(?:单位|机关|部门|网站|公众号|微信公众号|文件|附件|栏目|平台|镇街|乡镇|街道)(?:名称|全称)[】\\]〕）)]',
  '(?:具体|网站|填写|填入|插入|输入|此处(?:填写|填入|插入|写)?|实际)(?:的)?(?:网址|地址|链接|数字|数据|数量|数值|数|日期|时间|名称|内容|情况|措施|事项|单位|电话|邮箱|[一-鿿]{0,6}(?:措施|名称|网址|数字))[】\\]〕）)]',
  '(?:网址|链接|数字|填数|数值|联系电话|邮箱地址|年份)[】\\]〕）)]',
].join('|');
/** Kinds of agencies of which one is to be chosen: 我镇（区）. */
const kinds = '(?:街道|苏木|单位|部门|中心|[区乡镇县市旗局委办厅院、/])+';
/** What may be a placeholder where no bracket opens; the first character tells which of the judges below decides. */
const signs = new RegExp(
  [
    '[xX×ｘＸ]+|某某+|_{2,}|＿+|[*＊]{2,}|…+|\\.{3,}|[?？]+|[NＮ]|(?:[○◯〇]{2,}|[△□]+)',
    '[ \\u3000\\u00a0]{2,}',
    '待(?:补充?|填[写报]?|核[实对]|定|确认|统计|提供|完善)|TODO|TBD|FIXME|YYYY年MM月DD日',
    '(?:请?在此处?|此处)(?:填写|填入|输入|插入)',
  ].join('|'),
  'y',
);
const opening = '（(【〔《[';
/** The same where a bracket opens: most reports want this pattern compiled only. */
const bracketed = new RegExp(
  ['[（(【〔《][ \\u3000\\u00a0]{0,20}[）)】〕》]', `[【[〔（(](?:${namedThings})`, `[（(]${kinds}[）)]`].join('|'),
  'y',
);

/** How far to look around a sign. */
const reach = 40;
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴屈鲍覃霍翁隋植甘薄司柏宁柯阮桂闵';

/**
 * The placeholders of `text` that begin in `within`, in the order of the text.
 * @param apart whether white space sets cells apart there, and is no gap.
 */
export function findPlaceholders(text: string, within: Span = { start: 0, end: text.length }, apart = false): readonly Placeholder[] {
  return placeholdersAt(text, gapsIn(text, within, apart));
}

/** The placeholders among `gaps`, places in `text` where one may begin. */
export function placeholdersAt(text: string, gaps: readonly number[]): readonly Placeholder[] {
  let found: Placeholder[] | undefined;
  let closing = -1;
  let done = 0;
  for (const start of gaps) {
    if (start < done) continue;
    const pattern = opening.includes(text[start] as string) ? bracketed : signs;
    pattern.lastIndex = start;
    if (!pattern.test(text)) continue;
    done = pattern.lastIndex;
    if (start === closing) continue;
    const { kind, span, next = 0, closedAt } = judge(text, start, done);
    if (span) (found ??= []).push({ ...span, kind });
    done = Math.max(done, next);
    closing = closedAt ?? closing;
  }
  return found ?? nothing;
}

const nothing: readonly never[] = [];

interface Verdict {
  readonly kind: Placeholder['kind'];
  /** Undefined if it is no placeholder. */
  readonly span?: Span;
  /** Where to go on reading, if beyond the sign. */
  readonly next?: number;
  /** Where the mark stands that ends the emphasis which this one begins. */
  readonly closedAt?: number;
}

const no: Verdict = { kind: 'sign' };

type Judge = (text: string, start: number, end: number) => Verdict;

const whole: Judge = (_text, start, end) => ({ kind: 'sign', span: { start, end } });
const wholeIf =
  (condition: (text: string, start: number, end: number) => boolean): Judge =>
  (text, start, end) =>
    condition(text, start, end) ? whole(text, start, end) : no;

/** Who decides, by the first character of the sign; what begins with another one is a placeholder. */
const judges: ReadonlyMap<string, Judge> = byCharacter([
  ['xX×ｘＸ', judgeLetters],
  ['某', wholeIf((text, start, end) => isPlaceAt(text, end) || !isSurname(text, start))],
  ['_＿*＊', judgeRun],
  ['….?？', wholeIf((text, start, end) => isHan(text[start - 1] ?? '\n') && isCountAt(text, end))],
  ['NＮ', wholeIf(isNumberSign)],
  ['○◯〇△□', wholeIf(isCircleSign)],
  [blanks, (text, start, end) => (isGap(text, start, end) ? { kind: 'gap', span: { start, end } } : no)],
  ['待', wholeIf(isNote)],
  ['TFY', wholeIf((text, start, end) => !/[A-Za-z\d_]/.test((text[start - 1] ?? '\n') + (text[end] ?? '')))],
  [opening, judgeBrackets],
]);

function byCharacter(all: readonly (readonly [characters: string, judge: Judge])[]): ReadonlyMap<string, Judge> {
  return new Map(all.flatMap(([characters, own]) => [...characters].map((character) => [character, own] as const)));
}

function judge(text: string, start: number, end: number): Verdict {
  return (judges.get(text[start] as string) ?? whole)(text, start, end);
}

/** N件; not 第N次. */
function isNumberSign(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '\n';
  return (
    /[一-鿿：，、（] ?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    before !== '第' &&
    isCountAt(text, text[end] === ' ' ? end + 1 : end)
  );
}

/** ○○镇; not a zero: 二〇〇五. */
function isCircleSign(text: string, start: number, end: number): boolean {
  return (
    !/[一二三四五六七八九十百千零]/.test((text[start - 1] ?? '\n') + (text[end] ?? '')) && (isMeasureAt(text, end) || isPlaceAt(text, end))
  );
}

/** （  ）, （具体网址）, 我镇（区）. */
function judgeBrackets(text: string, start: number, end: number): Verdict {
  const inside = text.slice(start + 1, end - 1);
  if (/^[ \u3000\u00a0]*$/.test(inside)) {
    return /[A-Za-z\d\]载印享]/.test(text[start - 1] ?? '\n') ? no : { kind: 'brackets', span: { start, end } };
  }
  if (choice.test(inside)) return isChoice(text, start) ? { kind: 'sign', span: { start, end } } : no;
  const close = /^[^】\]〕）)\r\n]{0,40}(?=[】\]〕）)])/.exec(text.slice(start + 1, start + 1 + reach));
  return close ? { kind: 'sign', span: { start: start + 1, end: start + 1 + close[0].length }, next: start + 1 + close[0].length } : no;
}
const choice = new RegExp(`^${kinds}$`);

/** Whether one's own agency stands in front of a choice: 我镇（区）, not 各县（市、区）. */
function isChoice(text: string, start: number): boolean {
  return /[我本](?:街道|苏木|单位|部门|中心|机关|[镇乡县市区旗局委办厅院])$/.test(text.slice(Math.max(0, start - 3), start));
}

/** x, XX, ××, with the digits that they complete: 20XX, 202×, 0391-XXXXXXX (the part after the hyphen), XX.XX. */
function judgeLetters(text: string, start: number, end: number): Verdict {
  // 7×24小时, 10px
  const next = text[end] ?? '\n';
  if ((end - start === 1 && isAsciiDigit(text.charCodeAt(end))) || /[A-WYZa-wyz@_]/.test(next)) return { kind: 'sign', next: end };
  const word =
    (/[\w.@/:%?=&#~+×ｘＸ-]*$/.exec(text.slice(Math.max(0, start - reach), start)) as RegExpExecArray)[0] +
    (/^[\w.@/:%?=&#~+×ｘＸ-]*/.exec(text.slice(end, end + reach)) as RegExpExecArray)[0];
  const digits = (/\d*$/.exec(text.slice(Math.max(0, start - reach), start)) as RegExpExecArray)[0].length;
  const more = (/^(?:[.:/-]?[xX×ｘＸ]+)*/.exec(text.slice(end, end + reach)) as RegExpExecArray)[0].length;
  const span = { start: start - digits, end: end + more };
  const verdict: Verdict = { kind: 'sign', span, next: span.end };
  const not: Verdict = { ...no, next: span.end };
  if (/[A-WYZa-wyz@_]/.test(word) || text.startsWith('染色体', span.end)) return not;
  const before = text[span.start - 1] ?? '\n';
  if (span.end - span.start - digits > 1) {
    return digits === 0 && isSurname(text, start) && !isMeasureAt(text, span.end) && !isPlaceAt(text, span.end) ? not : verdict;
  }
  if (/[+＋\d]/.test(before + (text[span.end] ?? '')) || /[A-Za-z] *$/.test(text.slice(Math.max(0, span.start - 3), span.start)))
    return not;
  const after = span.end + (/^ ?[)）]? ?/.exec(text.slice(span.end, span.end + 3)) as RegExpExecArray)[0].length;
  return isMeasureAt(text, after) || (digits === 0 && isPlaceAt(text, after)) ? verdict : not;
}

/** ____ and ***: not a ruler, not emphasis, not a blank that is filled in (__12__), not a masked number (138****1234). */
function judgeRun(text: string, start: number, end: number): Verdict {
  const mark = text[start] as string;
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if (/\w/.test(before) && /\w/.test(after)) return no;
  if (/[\s*_]/.test(before) && /[\s*_]/.test(after) && isAlone(text, start, end)) return no;
  const wanted = isMeasureAt(text, end) || isPlaceAt(text, end);
  const rest = /^[^\r\n]{0,200}/.exec(text.slice(end, end + 200))?.[0] ?? '';
  const at = rest.indexOf(mark);
  const content = at > 0 ? rest.slice(0, at) : '';
  const closing = at > 0 ? runLength(text, end + at, mark) : 0;
  if (/^[\d.,]+$/.test(content)) return { ...no, next: end + at + closing };
  const ends = end + at + closing;
  const enclosed = closing === end - start && closing < 4 && /^[^\s，。、；：,;:]/.test(content) && /[^\s，、；：,;:]$/.test(content);
  const asterisk = mark === '*' || mark === '＊';
  const set = asterisk
    ? !(wanted && isHan(before) && /[，。、；]/.test(content))
    : !wanted || !/[\w一-鿿]/.test(before + (text[ends] ?? ''));
  if (enclosed && set && mark !== '＿') return { ...no, closedAt: end + at };
  if (asterisk && !(wanted && (end - start > 2 || /[\d一-鿿]/.test(before)))) return no;
  const digits = asterisk ? (/\d*$/.exec(text.slice(Math.max(0, start - 4), start)) as RegExpExecArray)[0].length : 0;
  return { kind: 'sign', span: { start: start - digits, end } };
}

function runLength(text: string, at: number, mark: string): number {
  let end = at;
  while (text[end] === mark) end++;
  return end - at;
}

/** Whether the run stands alone on its line. */
function isAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\r\n])[ \t*_]*$/.test(text.slice(Math.max(0, start - reach), start)) &&
    /^[ \t*_]*(?:$|[\r\n])/.test(text.slice(end, end + reach))
  );
}

/** Spaces where a number should stand: 申请  件, 2024年  月  日. Not letters set apart: 文  件, 事  项. */
function isGap(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if ((before === '年' && after === '月') || (before === '月' && after === '日')) return true;
  if (!(isHan(before) || before === '：' || before === ':') || !isCountAt(text, end)) return false;
  const joined = before + after;
  return !/[文附条邮证案稿来信函要元软硬部批零事急]件|[线链法每逐]条|[一整各]个|[其层档批首上本历每多]次|[事各专选款奖立）]项|[身成月年股省县]份|[用农账客门]户/.test(
    joined,
  );
}

/** 待补充 as a note to oneself, not in a sentence: 有待补充, 对待补充材料. */
function isNote(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if (/[（(【〔[]/.test(before) && /[）)】〕\]]/.test(after)) return true;
  if (/确认|提供|完善|核对/.test(text.slice(start, end)) || /[有尚亟还仍需对等期接招优款看]/.test(before)) return false;
  return /[\s，。、；：,;:）)】〕\]]/.test(after) || isCountAt(text, end);
}

/** Whether a person's surname stands before `at`: 张某某. Not the last character of 关于, 由于. */
function isSurname(text: string, at: number): boolean {
  const name = text[at - 1] ?? '\n';
  return (
    surnames.includes(name) &&
    !/(?:[关由对位属基等处用至鉴]于|责任|为何|如何|提高|地方|对方|资金|其余)$/.test(text.slice(Math.max(0, at - 3), at))
  );
}

function isHan(character: string): boolean {
  return character >= '一' && character <= '\u9fff';
}
