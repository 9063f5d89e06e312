/** 由七个部分组成: the number of parts announced against those named in the same sentence, else against the headings. */
import type { Token } from '../../report/sentences/lexer';
import type { ProseScan } from '../../report/sentences/prose-scan';
import type { Sentence } from '../../report/sentences/sentence';
import type { Report } from '../../report/report';
import { isDigit, isOneOf, isSpace } from '../../text/characters';
import { type Message, msg } from '../../text/message';
import { chineseNumeral, halfWidth } from '../../text/number';
import { findNear, sentencesWith } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const wrongPartCount: Rule = {
  id: 'wrong-part-count',
  family: 'figures',
  title: '说的个数与列出的不符',
  severity: 'hint',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: ['部分', '类', '一是'],
  check: (report, { scan }) =>
    [
      ...(partsAreCounted(scan) ? sentencesWith(scan, ['部分'], report) : []).flatMap((sentence) => checkParts(report, sentence)),
      ...sentencesWith(scan, ['类'], report).flatMap((sentence) => checkKinds(report, sentence)),
      ...checkItems(report, scan),
    ].sort((a, b) => a.span.start - b.span.start),
};

/** The six parts as openings name them. */
const parts = [
  /总体(?:工作)?情况|概述|基本情况/,
  /主动公开(?:政府)?信息(?:的)?(?:工作)?情况|主动公开(?:的)?情况/,
  /(?:收到和处理|受理和处理)?(?:政府)?信息(?:依申请公开|公开申请)(?:的)?(?:办理)?情况|依申请公开(?:办理)?情况|收到和处理政府信息公开申请/,
  /行政复议[^。；]{0,12}?诉讼(?:的)?情况|行政复议[^。；]{0,12}?诉讼/,
  /问题(?:和|及|与|、)?[^。；]{0,6}?改进(?:的)?(?:情况|措施)|(?:存在|主要)(?:的)?(?:主要)?问题/,
  /(?:其他|其它)(?:需要)?(?:报告|说明|汇报)?(?:的)?事项/,
];
const announced = /([一二三四五六七八九十]|[\d０-９]{1,2})\s*(?:个|大)?部分(?!公开)/;
const nearColon = /类[^]{0,6}[：:]/;
/** Made only where a colon is near a 类: a pattern on letters of any script takes a millisecond. */
const announcesKind = (piece: string) => nearColon.test(piece) && /类[^\p{L}\d]{0,3}[：:]/u.test(piece);
const numerals = '零一二三四五六七八九十';

/** Whether a number, or what may stand behind it, is in front of a 部分; most are the end of other words. */
function partsAreCounted({ text, places }: ProseScan): boolean {
  return (places.get('部分') ?? []).some((at) => {
    const before = text.charCodeAt(at - 1);
    return isDigit(before) || isSpace(before) || isOneOf(before, '一二三四五六七八九十个大\u1680');
  });
}

function checkParts(report: Report, sentence: Sentence): Observation[] {
  if (sentence.section > 1) return [];
  const said = report.text.slice(sentence.start, sentence.end);
  const found = announced.exec(said);
  const count = found && valueOf(found[1] as string);
  if (!found || count === undefined || count === null) return [];
  const named = parts.filter((part) => part.test(said.replace(/\s+/g, '')));
  const span = { start: sentence.start + found.index, end: sentence.start + found.index + (found[1] as string).length };
  // 等六部分 behind the last of the six: the list is whole, whatever 等 leaves open.
  const open =
    isOpen(said) &&
    !(
      (parts.at(-1) as RegExp).test(said) &&
      /等[一二三四五六七八九十\d]/.test(said) &&
      !isOpen(said.replace(/等(?=[一二三四五六七八九十\d])/, ''))
    );
  if (named.length >= 3)
    return named.length === count || open
      ? []
      : [observation(report.text, span, named.length, msg('说有 {0} 个部分，这里列出的是 {1} 个', count, named.length))];
  const headings = new Set(report.sections.map(({ form }) => form.number)).size;
  return count !== headings && headings === 6 && /组成|分为|包括|共/.test(said)
    ? [observation(report.text, span, headings, msg('说有 {0} 个部分，报告的部分标题有 {1} 个', count, headings))]
    : [];
}

/** Whether the list says that it is not whole, or names something that is none of the six. */
function isOpen(said: string): boolean {
  const list = parts.reduce((left, part) => left.replace(part, ''), said.replace(/\s+/g, ''));
  const opened = /(?:包括|包含|由|分为|分别为|主要为|内容为|：|:)(.*)$/.exec(list)?.[1] ?? list;
  return (
    /等[一二三四五六七八九十\d]/.test(opened) ||
    opened
      .split(/[、，,；;。]/)
      .some(
        (piece) =>
          piece.replace(
            /因|政府信息公开|工作|被申请|提起|行政机关|存在的|主要|以及|和|及|组成|本报告|全文|由|共|个部分|大部分|部分|[一二三四五六七八九十\d]|情况|的/g,
            '',
          ).length >= 4 && !/部分|20\d\d|统计|期限/.test(piece),
      )
  );
}

/** 有七类：甲类2条，乙类2条: the kinds announced against those listed. */
function checkKinds(report: Report, sentence: Sentence): Observation[] {
  const { piece } = sentence.facts;
  if (!sentence.hasNumber || !announcesKind(piece)) return [];
  const { tokens } = sentence;
  const at = tokens.findIndex(({ kind, unit }, i) => kind === 'number' && unit === '类' && tokens[i + 1]?.sign === ':');
  const announcedKinds = tokens[at];
  if (!announcedKinds) return [];
  let kinds = 0;
  let from = at + 2;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') {
      const label = report.text.slice(tokens[from]?.start, token.start);
      if (!label.includes('类')) break;
      kinds++;
    }
    if (token.kind === 'mark') from = i + 1;
    if (token.sign === '.') break;
  }
  if (kinds < 2 || kinds === announcedKinds.value) return [];
  return [
    observation(
      report.text,
      { start: announcedKinds.start, end: announcedKinds.digitsEnd },
      kinds,
      msg('说有 {0} 类，这里列出的是 {1} 类', announcedKinds.value, kinds),
    ),
  ];
}

/** 开展四项工作：一是…；二是…: how many are announced, right in front of the first. */
const items =
  /([二两三四五六七八九])(?:个|大|项)?(?:方面|项|点)?(?:的)?(?:主要|重点|突出|具体)?(?:工作|措施|问题|不足|内容|举措|任务)[：:][ \u3000]*一是/g;

/** Whether a numeral stands as near to the first item: most are announced without one, and the pattern takes long to compile. */
function itemsAreCounted({ text, places }: ProseScan): boolean {
  return (places.get('一是') ?? []).some((at) =>
    /[二两三四五六七八九][^：:]{2,8}[：:][ \u3000]*$/.test(text.slice(Math.max(0, at - 30), at)),
  );
}

/** Items are counted within their paragraph; where the next one goes on with them, nothing is said. */
function checkItems({ text, prose }: Report, scan: ProseScan): Observation[] {
  if (!itemsAreCounted(scan)) return [];
  return findNear(scan, ['一是'], items, { before: 30, after: 2 }).flatMap(({ start: index, end: from, group: numeral = '' }) => {
    const at = prose.findIndex(({ start, end }) => start <= index && index < end);
    const line = prose[at];
    const count = numeral === '两' ? 2 : chineseNumeral(numeral);
    if (!line || count === undefined) return [];
    const next = prose[at + 1];
    let last = 1;
    for (const { 0: own } of text.slice(from, line.end).matchAll(/(?<=[。；;，,])[一二三四五六七八九]是/g)) {
      const value = chineseNumeral(own[0] as string) ?? 0;
      if (value === 1) break;
      // Not one after the other: misnumbered-heading's.
      if (value !== last + 1) return [];
      last = value;
    }
    const goesOn = next !== undefined && text[next.start + 1] === '是' && chineseNumeral(text[next.start] as string) === last + 1;
    return last < 2 || last === count || goesOn
      ? []
      : [observation(text, { start: index, end: index + 1 }, last, msg('说有 {0} 项，这里列出的是 {1} 项', count, last))];
  });
}

function observation(text: string, span: Observation['span'], right: number, message: Message): Observation {
  const old = text.slice(span.start, span.end);
  const newText = /[\d０-９]/.test(old) ? String(right) : (numerals[right] ?? String(right));
  return { span, message, fix: { title: msg('把 {0} 改为 {1}', old, newText), safe: false, edits: [{ span, newText }] } };
}

function valueOf(numeral: string): number | undefined {
  return /[\d０-９]/.test(numeral) ? Number(halfWidth(numeral)) : chineseNumeral(numeral);
}
