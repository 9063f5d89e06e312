/**
 * A measure word without its number (共主动公开条，其中…) and a number without its measure word (发布84教育信息, 申请4其中). Only
 * behind words that no longer word goes on from: 信息条 is none, 申请件 and 头条 are. Gaps of blanks are placeholder-text's.
 */
import { lex } from '../../report/sentences/lexer';
import type { Report } from '../../report/report';
import { isDigit } from '../../text/characters';
import { msg } from '../../text/message';
import { plain } from '../../text/numeral';
import { partsAfter } from '../../statements/listing';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { characterTable } from '../../text/code';

export const missingNumber: Rule = {
  id: 'missing-number',
  family: 'wording',
  title: '量词前缺数字，或数字后缺量词',
  severity: 'error',
  fixable: true,
  check: (report) => [...withoutNumber(report), ...withoutMeasure(report)].sort((a, b) => a.span.start - b.span.start),
};

/** By measure word, what must stand right in front of it for a number to be missing there. */
const before: Readonly<Record<string, RegExp>> = {
  条: /(?:公开|发布|信息|信息数量|解读|动态|公告|公示|留言|推送|更新|合计|共计|累计|[^公]共)$/,
  件: /(?:(?:收到|受理|接收|新收|接到)(?:[^的，,。；;]{0,8}(?:申请公开(?:政府信息|信息)?|公开申请|公开政府信息申请))|行政复议|行政诉讼|复议案件|诉讼案件|规范性文件|共计|合计|总计|(?:共|累计)(?:收到|受理|办理)(?:政府信息公开申请|信息公开申请|依申请公开|申请)?)$/,
  起: /(?:行政复议|行政诉讼|复议案件|诉讼案件)$/,
  篇: /(?:稿件|稿|文章|解读|信息|报道|作品|推文)$/,
  次: /(?:会议|培训|活动|发布会)$/,
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
};
/** 件 is also the end of many nouns (批示件, 信访件): only what the tables count. */
const countedInCases = /(?:制发|废止|失效|有效|办结|结转|数量|提供|处理|诉讼|复议|维持|纠正|新收|许可|处罚|强制|收到|受理|答复|年度)$/;
const isMeasure = characterTable('条件次篇份期个起宗项');
const reach = 24;

/** 发布了条信息, 开展次活动: a verb right in front of the measure word, and what is counted behind it. */
const verbBefore = /(?:(?:收到|受理|发布|公开|推送|更新|办理|答复|回复)了?[条件]|(?:开展|组织|召开|举办|举行)了?次)$/;
const countedBehind = /^(?:[条件](?=信息|公众|群众|政府信息|政务信息|申请|各类|动态|留言)|次(?![数序日年要级]))/;

function withoutNumber(report: Report): Observation[] {
  const { text } = report;
  const observations: Observation[] = [];
  for (const { at, measure, amongNumbers } of measuresOf(report)) {
    const next = text[at + 1] ?? ' ';
    if (countedBehind.test(text.slice(at, at + 5)) && verbBefore.test(text.slice(Math.max(0, at - 4), at + 1))) {
      observations.push(lost(at, measure));
      continue;
    }
    if (!'，,。；;、）)其和'.includes(next)) continue;
    const clause = clauseBefore(text, at);
    if (before[measure]?.test(clause)) {
      const observation = lacksNumber(text, at, measure, clause);
      if (observation) observations.push(observation);
    } else if (amongNumbers && '，,；;、。）)'.includes(next) && isAmongNumbers(text, at, measure)) {
      observations.push(lost(at, measure));
    }
  }
  return observations;
}

function lost(at: number, measure: string): Observation {
  return { span: { start: at, end: at + 1 }, message: msg('「{0}」前面缺少数字', measure) };
}

/** The measure words outside of tables that no figure stands in front of, and whether their sentences hold numbers. */
function* measuresOf({
  text,
  tables,
  sentences,
}: Report): Generator<{ readonly at: number; readonly measure: string; readonly amongNumbers: boolean }> {
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    if (isMeasure[text.charCodeAt(at)] === 0 || isDigit(text.charCodeAt(text[at - 1] === ' ' ? at - 2 : at - 1))) continue;
    if (tables.some(({ span }) => span.start <= at && at < span.end)) continue;
    while ((sentences[next]?.end ?? Infinity) <= at) next++;
    const sentence = sentences[next];
    yield { at, measure: text[at] as string, amongNumbers: sentence !== undefined && sentence.start <= at && sentence.hasNumber };
  }
}

/** The finding about the measure word at `at`, which stands in its clause right behind what is counted with it. */
function lacksNumber(text: string, at: number, measure: string, clause: string): Observation | undefined {
  if (!/^(?:[，,。；;、）)]|其中|和行政诉讼)/.test(text.slice(at + 1, at + 6)) || /[未无没凡如若每]/.test(clause)) return undefined;
  // 收到申请件，均已答复: a noun. Only a list of its parts shows that a number is gone.
  if (
    /申请(?:公开)?$/.test(clause) &&
    !/共|累计|20\d\d\s?年|全年|本年/.test(text.slice(Math.max(0, at - reach - 4), at)) &&
    !/^[，,]?\s*其中/.test(text.slice(at + 1, at + 6))
  )
    return undefined;
  const sum = sumOfParts(text, at + 1, measure);
  return {
    ...lost(at, measure),
    ...(sum !== undefined && {
      fix: { title: msg('按各分项之和补上 {0}', sum), safe: false, edits: [{ span: { start: at, end: at }, newText: plain(sum) }] },
    }),
  };
}

/** Whether the items of a list beside the measure word at `at` have numbers with it: 动态12条，公告条，其他3条. */
function isAmongNumbers(text: string, at: number, measure: string): boolean {
  let start = at;
  while (start > 0 && at - start < longestItem && !'，,。；;、：:（(\n\r'.includes(text[start - 1] as string)) start--;
  const item = text.slice(start, at);
  if (
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

/** What stands between the last mark before `at` and there, at most `reach` characters. */
function clauseBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < reach && !'，,。；;\n\r'.includes(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

/** The sum of the parts that follow 其中; undefined if there are fewer than two. */
function sumOfParts(text: string, from: number, measure: string): number | undefined {
  const rest = /^[，,（(]?\s*其中[^。\n\r]{0,400}/.exec(text.slice(from, from + 420));
  if (!rest) return undefined;
  const parts = partsAfter(text, lex(text, { start: from, end: from + rest[0].length }), measure);
  return parts.length > 1 && !parts.some(({ approximate }) => approximate) ? parts.reduce((sum, { value }) => sum + value, 0) : undefined;
}

/** What shows, behind digits, that their measure word is missing; and the verbs in front of them. */
const bare =
  /^(?:其中|分别为|[予不]予|无法提供|部分公开|其他处理|收到|(?:教育|工作|动态|政务|政府|公开|各类|民生|税务|卫生)?信息|(?:政策)?解读(?:材料|文章|稿)|宣传材料|稿件)/;
const verb = /(?:公开|发布|推送|更新|收到|受理|刊发|申请|办结|答复|信息|无法提供|[予不]予处理|行政复议|行政诉讼)(?:了|各类)?\s{0,4}$/;
/** What is counted, right in front of a number that ends its clause: 收到申请5，均已答复; 公开信息311。 */
const counted =
  /(?:信息|信息公开|申请|申请公开|复议|诉讼|动态|公告|留言|稿件|文章|部分公开|予以公开|不予公开|无法提供|不予处理|其他处理|办结|答复|收到|受理|新收|结转|制发|废止|有效) ?$/;
const clauseEnd = /^ ?(?:[，；。、]|[,;](?! ?\d))/;
/** The same between others that have their measure word: 动态12条，公告30，其他3条. */
const item = /\d ?([条件篇次])[，,、；;][一-鿿]{2,14} ?$/;
/** Long enough for what stands in front of a number, and behind it. */
const around = 24;
const mostDigits = 6;

function withoutMeasure({ text, sentences }: Report): Observation[] {
  const observations: Observation[] = [];
  const lacking = (start: number, end: number, severity?: Observation['severity']) =>
    observations.push({ span: { start, end }, ...(severity && { severity }), message: msg('{0} 后面缺少量词', text.slice(start, end)) });
  for (const sentence of sentences) {
    if (!sentence.hasNumber) continue;
    for (let start = sentence.start; start < sentence.end; start++) {
      if (!isDigit(text.charCodeAt(start))) continue;
      let end = start + 1;
      while (end < sentence.end && isDigit(text.charCodeAt(end))) end++;
      if (end - start <= mostDigits && mayLack(text.charCodeAt(end))) {
        const digits = text.slice(start, end);
        const ahead = text.slice(end, Math.min(sentence.end, end + around));
        const behind = text.slice(Math.max(sentence.start, start - around), start);
        if (digits !== '12345' && bare.test(ahead) && verb.test(behind)) lacking(start, end);
        else if (!numbersOfOthers.test(digits) && ((clauseEnd.test(ahead) && counted.test(behind)) || isItem(behind, ahead)))
          lacking(start, end, digits === '0' ? 'hint' : 'warning');
      }
      start = end - 1;
    }
  }
  return observations;
}

/** A year, or the number of a telephone. */
const numbersOfOthers = /^(?:20\d\d|12345|123\d\d|110)$/;

/** Whether a number may end before the character: at a mark, a blank, or a word of `bare`. Most stand before a measure word. */
function mayLack(code: number): boolean {
  return code < 128 || '，；。、其分予不无部收教工动政公各民税卫信解宣稿'.includes(String.fromCharCode(code));
}

/** Whether a number between `behind` and `ahead` is an item of a list in which the items beside it have their measure word. */
function isItem(behind: string, ahead: string): boolean {
  const measure = item.exec(behind)?.[1];
  return measure !== undefined && new RegExp(`^[，,、；;][一-鿿“”]{2,14} ?\\d{1,6} ?${measure}`).test(ahead);
}
