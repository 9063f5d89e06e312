/**
 * A measure word without its number (共主动公开条，其中…) and a number without its measure word (发布84教育信息, 申请4其中). Only
 * behind words that no longer word goes on from: 信息条 is none, 申请件 and 头条 are. Gaps of blanks are placeholder-text's.
 */
import { lex } from '../report/lexer';
import type { Report } from '../report/report';
import { msg } from '../text/message';
import { plain } from '../text/numeral';
import { partsAfter } from './listing';
import { findInProse } from './prose-search';
import type { Observation, Rule } from './rule';

export const missingNumber: Rule = {
  id: 'missing-number',
  title: '量词前缺数字，或数字后缺量词',
  severity: 'error',
  fixable: true,
  check: (report) => [...withoutNumber(report), ...withoutMeasure(report), ...withoutUnit(report)].sort((a, b) => a.span.start - b.span.start),
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
  条: '信头面词链法线便逐每数', 次: '层档批人名班频依其再多首屡历每此本初场数', 篇: '长诗开名首单本逐数', 份: '月年省股身备县成部每逐', 期: '定按任假周日逾到预时初后短长前同学早晚中工近首末每本', 个: '逐整各每那这几某多单', 起: '一对', 宗: '卷大正', 项: '事单专款选各逐多强弱立奖某该',
};
/** 件 is also the end of many nouns (批示件, 信访件): only what the tables count. */
const countedInCases = /(?:制发|废止|失效|有效|办结|结转|数量|提供|处理|诉讼|复议|维持|纠正|新收|许可|处罚|强制|收到|受理|答复|年度)$/;
const reach = 24;

/** 发布了条信息, 开展次活动: a verb right in front of the measure word. */
const behindVerb = /(?:(?:收到|受理|发布|公开|推送|更新|办理|答复|回复)了?[条件](?=信息|公众|群众|政府信息|政务信息|申请|各类|动态|留言)|(?:开展|组织|召开|举办|举行)了?次(?![数序日年要级]))/g;

function withoutNumber(report: Report): Observation[] {
  const { text, tables, sentences } = report;
  const observations: Observation[] = findInProse(report, behindVerb).map(({ index, 0: words }) => {
    const end = index + words.length;
    return { span: { start: end - 1, end }, message: msg('「{0}」前面缺少数字', text[end - 1] as string) };
  });
  for (const { start, end, hasNumber } of sentences) {
    if (!hasNumber) continue;
    for (const { index, 0: measure } of text.slice(start, end).matchAll(/[条件次篇份期个起宗项](?=[，,；;、。）)])/g)) {
      const at = start + index;
      if (!(before[measure]?.test(text.slice(Math.max(0, at - reach), at)) && before[measure]?.test(clauseBefore(text, at))) && isAmongNumbers(text, at, measure)) observations.push({ span: { start: at, end: at + 1 }, message: msg('「{0}」前面缺少数字', measure) });
    }
  }
  for (const [measure, words] of Object.entries(before)) {
    for (let at = text.indexOf(measure); at >= 0; at = text.indexOf(measure, at + 1)) {
      if (!words.test(text.slice(Math.max(0, at - reach), at)) || !/^(?:[，,。；;、）)]|其中|和行政诉讼)/.test(text.slice(at + 1, at + 6))) continue;
      const clause = clauseBefore(text, at);
      if (!words.test(clause) || /[未无没凡如若每]/.test(clause) || tables.some(({ span }) => span.start <= at && at < span.end)) continue;
      // 收到申请件，均已答复: a noun. Only a list of its parts shows that a number is gone.
      if (/申请(?:公开)?$/.test(clause) && !/共|累计|20\d\d\s?年|全年|本年/.test(text.slice(Math.max(0, at - reach - 4), at)) && !/^[，,]?\s*其中/.test(text.slice(at + 1, at + 6))) continue;
      const sum = sumOfParts(text, at + 1, measure);
      observations.push({
        span: { start: at, end: at + 1 },
        message: msg('「{0}」前面缺少数字', measure),
        ...(sum !== undefined && { fix: { title: msg('按各分项之和补上 {0}', sum), safe: false, edits: [{ span: { start: at, end: at }, newText: plain(sum) }] } }),
      });
    }
  }
  return observations;
}

/** Whether the items of a list beside the measure word at `at` have numbers with it: 动态12条，公告条，其他3条. */
function isAmongNumbers(text: string, at: number, measure: string): boolean {
  let start = at;
  while (start > 0 && at - start < longestItem && !'，,。；;、：:（(\n\r'.includes(text[start - 1] as string)) start--;
  const item = text.slice(start, at);
  if (!/^[一-鿿“”]{2,14}$/.test(item) || /[未没每逐该此某多几各首若均都皆为]|无(?!法提供)|[一二三四五六七八九十百千万零〇两余]$/.test(item) || (measure === '件' ? !countedInCases.test(item) : (nouns[measure] ?? '').includes(item.at(-1) as string))) return false;
  return new RegExp(`\\d\\s?${measure}[，,；;、]$`).test(text.slice(Math.max(0, start - 6), start)) || new RegExp(`^[，,；;、][一-鿿“”]{2,14}\\s?\\d{1,6}\\s?${measure}`).test(text.slice(at + 1, at + 30));
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

/** Digits of which the words around them tell whether a measure word is missing. */
const bare = /(?<![\d０-９])[\d０-９]{1,6}(?=其中|分别为|[予不]予|无法提供|部分公开|其他处理|收到|(?:教育|工作|动态|政务|政府|公开|各类|民生|税务|卫生)?信息|(?:政策)?解读(?:材料|文章|稿)|宣传材料|稿件)/g;
const verb = /(?:公开|发布|推送|更新|收到|受理|刊发|申请|办结|答复|信息|无法提供|[予不]予处理|行政复议|行政诉讼)(?:了|各类)?\s{0,4}$/;

function withoutMeasure({ text, sentences }: Report): Observation[] {
  const observations: Observation[] = [];
  for (const { start, end, hasNumber } of sentences) {
    if (!hasNumber) continue;
    for (const { index, 0: digits } of text.slice(start, end).matchAll(bare)) {
      const at = start + index;
      if (digits === '12345' || !verb.test(text.slice(Math.max(start, at - 8), at))) continue;
      observations.push({ span: { start: at, end: at + digits.length }, message: msg('{0} 后面缺少量词', digits) });
    }
  }
  return observations;
}

/** What is counted, right in front of a number that ends its clause: 收到申请5，均已答复; 公开信息311。 */
const counted = /(?:信息|信息公开|申请|申请公开|复议|诉讼|动态|公告|留言|稿件|文章|部分公开|予以公开|不予公开|无法提供|不予处理|其他处理|办结|答复|收到|受理|新收|结转|制发|废止|有效)[ ]?[\d０-９]{1,6}(?=[ ]?(?:[，；。、]|[,;](?![ ]?\d)))/g;

/** The same between others that have their measure word: 动态12条，公告30，其他3条. */
const among = /(?<=\d ?([条件篇次])[，,、；;])[一-鿿]{2,14} ?\d{1,6}(?=[，,、；;][一-鿿“”]{2,14} ?\d{1,6} ?\1)/g;

/** A number at the end of its clause without a measure word; a year, or the number of a telephone, is none. */
function withoutUnit({ text, sentences }: Report): Observation[] {
  const observations: Observation[] = [];
  for (const { start, end, hasNumber } of sentences) {
    if (!hasNumber) continue;
    const sentence = text.slice(start, end);
    for (const { index, 0: words } of [...sentence.matchAll(counted), ...sentence.matchAll(among)]) {
      const digits = (/[\d０-９]+$/.exec(words) as RegExpExecArray)[0];
      if (/^(?:20\d\d|12345|123\d\d|110)$/.test(digits)) continue;
      const at = start + index + words.length - digits.length;
      if (!observations.some(({ span }) => span.start === at)) observations.push({ span: { start: at, end: at + digits.length }, severity: digits === '0' ? 'hint' : 'warning', message: msg('{0} 后面缺少量词', digits) });
    }
  }
  return observations;
}
