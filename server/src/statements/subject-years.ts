/**
 * Sentences that open with a year, or with the agency and a year, and tell of the agency's own work in it: 2024年，我镇主动公开信息
 * 52条. In section one of all, in section five only of an earlier year (plans for the next stand there), in section six only of
 * fees. Gives those years. Careful: a sentence that compares, carries over, plans, or tells of a file or a budget is none.
 */
import type { ProseLine, Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import type { Span } from '../text/span';
import { century } from './broken-dates';
import { occurrencesOf } from './prose-search';

export interface SubjectYear {
  /** The four digits. */
  readonly span: Span;
  readonly value: number;
}

/** How far a year left over from another report may lie off. */
const farthest = 3;
/** How much of a sentence is read. */
const reach = 120;
/** Who is spoken of right behind the year, or what was done. */
const subject =
  /20\d\d\s?年(?:度)?[,，\s]{0,2}(?:我[镇乡局委县市区旗州盟厅院办部处站所会校省街中单]|本[镇乡局委单机部街县市区旗]|全[年镇乡县市区旗局委省]|[一-鿿]{2,20}?(?=累计(?:发布|公开|收到|受理|办理)|共(?:收到|受理|发布|公开|办理)|主动公开)|[一-鿿]{2,16}[局镇乡县市区旗委办院厅处所会道心室府街](?=认真|坚持|严格|围绕|按照|深入|全面|主动|共|累计|通过|收到|接收|接到|受理|办理|未|没有|无|新收|在|将|以|紧|高度|切实|积极|持续|政府信息公开|政务公开|信息公开|制[发定]|发布|公开)|在[^，,。；;]{2,24}领导下|通过|共|累计|主动公开|(?:未|没有|共|新)?收到|围绕|坚持|认真|严格)/y;
/** What was done in the year by whomever, with a figure or a word for none: 2023年县政府网站公开政府信息50条, 2023年没有收到申请. */
const done =
  /20\d\d\s?年度?[,，]?(?![上下]半年|\s?\d{1,2}\s?月|以[来前]|[前底末初春夏秋冬第])[^，,。；;\d]{0,24}?(?:公开|发布|收到|受理|接到|办理|办结|答复|制发|印发|收取|举办|开展|没有|未)(?!的|[^，,。；;]{0,12}的(?:申请|信息|文件|政府信息))[^。；;]{0,40}/y;
const figure =
  /\d\s?(?:余|多)?(?:件|条|篇|份|次|起|个|场|期|人)|(?:未|没有)(?:收[到取]|接到|发生|产生|因|公开|制[发定]|开展|举[办行]|召开|组织|出现)/;
/** 截至2023年12月31日，共公开…: the end of the year, and what there was by then. */
const byTheEnd =
  /截[至止]到?20\d\d\s?年(?:12月31日|年?底|年?末)[，,]?[^。；;\d]{0,24}(?:公开|发布|收到|受理|接到|办理|办结|答复|制发)(?!的)[^。；;]{0,40}/y;
/** 2023年收到的3件申请: what is told of is another thing than what was done in the year. */
const attributive = /^20\d\d\s?年度?[^，,。；;]{0,16}?(?:收到|受理|接到|公开|发布|制[发定]|办理|承办|印发|形成)的/;
/** Reports of the year's work: figures, or general words about openness. */
const deed =
  /主动公开|信息公开(?:情况|工作)|(?:信息|政务)公开工作(?!要点|会议|培训|领导小组|总结)|公开[^，,。；;]{0,12}信息|发布|收到|受理|接[收到]|办理[^，,。；;]{0,8}申请|(?:贯彻|落实|坚持|围绕|推进|推动|加强|规范|做好|抓好|开展)[^。]{0,40}(?:公开|条例)|公开[^。]{0,40}(?:推进|推动|加强)/;
/** What tells of another matter, unless the year stands by itself: 2022年，我局…; 2022年政务公开工作要点. */
const named = /决算|预算|要点/;
const elsewhere = /相比|同比|增[长加]|下降|减少|上年|上一年|去年|较20|比20|以来|结转|转结|历年|起[,，]|引发|引起/;
/** Carried over, which a sentence on the own year tells too. */
const carried = /(?:上|去)一?年度?(?:申请)?(?:结转|转结)|(?:结转|转结)(?:至|到)?(?:下|次)一?年度?/g;
/** What tells of a year to come. */
const planned = /[将拟]|计划|下一步|下步|今后|继续|力争/;

/** The agency in front of the year: 本机关2023年没有…, 截至2023年12月31日. */
const agencyBefore =
  /(?:^|[。；;！!：:，,）)\s])(?:[我本全][一-鿿]{1,3}|[一-鿿]{2,14}(?:局|委|办|厅|院|府|镇|乡|县|市|区|旗|街道|中心|机关|单位))(?:在|于)?$/;

/** The years of such sentences, in the order of the text. `own`: the year reported on; `wanted`: which years are asked for. */
export function subjectsOf({ text }: Report, scan: ProseScan, own: number, wanted: (year: number) => boolean = () => true): SubjectYear[] {
  const found: SubjectYear[] = [];
  for (const { at, line } of occurrencesOf(scan, century)) {
    if (line.section !== 1 && line.section < 5) continue;
    const value = Number(text.slice(at, at + 4));
    if (!wanted(value) || !(Math.abs(value - own) <= farthest) || !isOfOwnWork(text, at, line, own)) continue;
    found.push({ span: { start: at, end: at + 4 }, value });
  }
  return found;
}

/** Whether the year at `at` is that of a sentence on the agency's own work. */
function isOfOwnWork(text: string, at: number, line: ProseLine, own: number): boolean {
  const value = Number(text.slice(at, at + 4));
  const sentence = text.slice(at, Math.min(line.end, at + reach));
  const end = sentence.search(/[。！!]/);
  const whole = end < 0 ? sentence : sentence.slice(0, end);
  if (line.section === 6)
    return value < own && opensSentence(text, line.start, at) && /(?:收取|收费)/.test(whole) && isAlone(sentence, whole);
  if ((line.section === 5 && value >= own) || (value > own && planned.test(whole))) return false;
  if (value !== own && attributive.test(whole)) return false;
  if (isSubject(text, at, line)) return value === own || (deed.test(whole) && isAlone(sentence, whole));
  return line.section === 1 && value !== own && isDone(text, at, line) && isAlone(sentence, whole);
}

function isSubject(text: string, at: number, line: ProseLine): boolean {
  subject.lastIndex = at;
  return opensSentence(text, line.start, at) && subject.test(text);
}

/** Whether something was done in the year, with a figure: by whoever stands behind it, or by the agency in front of it. */
function isDone(text: string, at: number, line: ProseLine): boolean {
  done.lastIndex = at;
  byTheEnd.lastIndex = at - (/截[至止]到?$/.exec(text.slice(Math.max(line.start, at - 3), at))?.[0].length ?? 0);
  const ended = byTheEnd.exec(text)?.[0];
  const words = ended ?? done.exec(text)?.[0];
  if (words === undefined || !figure.test(words)) return false;
  return (
    ended !== undefined ||
    opensSentence(text, line.start, at) ||
    agencyBefore.test(text.slice(Math.max(line.start, at - longestAgency), at))
  );
}
const longestAgency = 20;

/** Whether no other year, and no comparison with one, stands in the sentence or opens the next. */
function isAlone(sentence: string, whole: string): boolean {
  return !(
    elsewhere.test(whole.replace(carried, '')) ||
    (named.test(whole) && !/^.{5}度?[,，]/.test(whole)) ||
    /20\d\d(?=\s?年)/.test(whole.slice(4)) ||
    isCompared(sentence.slice(whole.length))
  );
}

/** Whether the next sentence sets another year against this one: 2023年…，同比增长5%. */
function isCompared(rest: string): boolean {
  return /^[。！!]\s?20\d\d\s?年/.test(rest) && /同比|增[长加]|下降|减少|相比|比20|较/.test(rest);
}

/** Whether `at` begins a sentence: the line, or what follows a stop, a colon, or a mark such as （一）; 在 and 截至 may precede. */
function opensSentence(text: string, start: number, at: number): boolean {
  let i = at - 1;
  while (i >= start && /\s/.test(text[i] as string)) i--;
  if (i >= start && text[i] === '在') i--;
  return i < start || /[。！!：:)）]/.test(text[i] as string);
}
