/**
 * A measure word without its number (共主动公开条，其中…) and a number without its measure word (发布84教育信息, 申请4其中). Only
 * behind words that no longer word goes on from: 信息条 is none, 申请件 and 头条 are. Gaps of blanks are placeholder-text's.
 */
import { lex } from '../report/lexer';
import type { Report } from '../report/report';
import { msg } from '../text/message';
import { plain } from '../text/numeral';
import { partsAfter } from './listing';
import type { Observation, Rule } from './rule';

export const missingNumber: Rule = {
  id: 'missing-number',
  title: '量词前缺数字，或数字后缺量词',
  severity: 'error',
  fixable: true,
  check: (report) => [...withoutNumber(report), ...withoutMeasure(report)].sort((a, b) => a.span.start - b.span.start),
};

/** By measure word, what must stand right in front of it for a number to be missing there. */
const before: Readonly<Record<string, RegExp>> = {
  条: /(?:公开|发布|信息|动态|公告|公示|留言|推送|更新|合计|共计|累计|[^公]共)$/,
  件: /(?:行政复议|行政诉讼|复议案件|诉讼案件|规范性文件|共计|合计|总计|(?:共|累计)(?:收到|受理|办理)(?:政府信息公开申请|信息公开申请|依申请公开|申请)?)$/,
  起: /(?:行政复议|行政诉讼|复议案件|诉讼案件)$/,
  篇: /(?:稿件|稿|文章|解读)$/,
  次: /(?:会议|培训|活动|发布会)$/,
};
const reach = 24;

function withoutNumber({ text, tables }: Report): Observation[] {
  const observations: Observation[] = [];
  for (const [measure, words] of Object.entries(before)) {
    for (let at = text.indexOf(measure); at >= 0; at = text.indexOf(measure, at + 1)) {
      if (!words.test(text.slice(Math.max(0, at - reach), at)) || !/^(?:[，,。；;、）)]|其中|和行政诉讼)/.test(text.slice(at + 1, at + 6))) continue;
      const clause = clauseBefore(text, at);
      if (!words.test(clause) || /[未无没]/.test(clause) || tables.some(({ span }) => span.start <= at && at < span.end)) continue;
      // 收到申请件，均已答复: a noun. Only a list of its parts shows that a number is gone.
      if (clause.endsWith('申请') && !/^[，,]?\s*其中/.test(text.slice(at + 1, at + 6))) continue;
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
