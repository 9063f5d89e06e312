/**
 * Sentences of which something is gone: a name cut short (《中华人民共和国政府信息》), a word cut off before the full stop
 * (各项工。), a character lost in a set phrase (需一步加强): see `lost-characters.ts`. And paragraphs without an end, sub-headings that
 * run into their text, full stops of half width. The last paragraph of a text that breaks off is left alone.
 */
import type { ProseLine, Report } from '../../report/report';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { isHan } from '../../text/characters';
import { msg, shortened } from '../../text/message';
import { findLost, type Lost, lostWords } from '../../statements/lost-characters';
import { placesOf, proseAt } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { reword } from '../../findings/wording';

const heads =
  /^[（(][一二三四五六七][）)](?:政府信息)?(?:(?:主动公开|依申请公开)(?:政府信息)?(?:情况|办理|方面|工作)|(?:信息管理|平台建设|监督保障)(?:情况|方面|工作)?)(?=全年|20\d\d年|本年度|我[镇乡局委县区市])/;

export const truncatedSentence: Rule = {
  id: 'truncated-sentence',
  family: 'wording',
  title: '句子不完整',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  wakes: [...lostWords, '.'],
  check(report, { scan }) {
    const observations: Observation[] = findLost(scan).map((lost) => observe(report, lost));
    for (const at of halfWidthStops(scan)) observations.push(halfWidth(at));
    const { prose } = report;
    for (let i = 0; i < prose.length; i++) {
      const line = prose[i] as ProseLine;
      if (hasNoEnd(report, line, i)) observations.push(withoutEnd(report, line.end));
      const head = unsetHead(report, line);
      if (head) observations.push(head);
    }
    return observations;
  },
};

/** A heading or the words that lead to a list are shorter than this. */
const longestHeading = 40;
/** A clause in front of a full stop has more characters than this. */
const shortestClause = 5;

/** Where a full stop of half width ends a sentence; not behind a number: 一.总体情况. */
function halfWidthStops(scan: ProseScan): number[] {
  const { text } = scan;
  const found: number[] = [];
  for (const at of placesOf(scan, '.')) {
    if (/[一二三四五六七八九十]|[^一-鿿”》）]/.test(text[at - 1] ?? '.')) continue;
    const line = proseAt(scan, at);
    // 杭州.余杭: a dot in a name, shortly after another mark.
    if (
      line &&
      (at + 1 === line.end ||
        (/[一-鿿“《]/.test(text[at + 1] ?? '') && !/[，。；：、,;:（(“《]/.test(text.slice(Math.max(line.start, at - shortestClause), at))))
    )
      found.push(at);
  }
  return found;
}

/**
 * Whether a paragraph inside of the report has no end: it stops without a mark, or at a comma, and what follows is a
 * heading or a numbered paragraph. Headings and the words that lead to a list have none; nor has the text's last line.
 */
function hasNoEnd({ text, prose, sections }: Report, line: ProseLine, i: number): boolean {
  if (line.section !== 1 && line.section < 5) return false;
  const final = text[line.end - 1] as string;
  const comma = '，、,'.includes(final);
  if ((!comma && !isHan(final.charCodeAt(0))) || line.end - line.start < (comma ? 12 : 20)) return false;
  const next = prose[i + 1];
  const headed = next?.section !== line.section && (sections.at(-1)?.heading.start ?? 0) > line.end;
  // 一是…，二是…: a list in one sentence may go on behind a comma.
  const numbered = comma
    ? /^[（(][一二三四五六七八九十\d]{1,2}[）)]/
    : /^(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d))/;
  if (!headed && !(next && numbered.test(text.slice(next.start, next.start + 6)))) return false;
  const words = text.slice(line.start, line.end);
  if (/[|｜\t]/.test(words) || /(?:如下|以下.{0,6}|下列.{0,6}|主要有|主要是|包括|问题|措施|情况|方面)$/.test(words.slice(-10)))
    return false;
  // 2024年我局共收到政府信息公开申请12件: a statement, not an item of a list.
  if (comma || words.includes('。') || (/\d\s?[件条次份篇]$/.test(words) && !/^(?:[（(]|\d{1,2}[.、．])/.test(words))) return true;
  // Several clauses are a statement, too.
  if (words.length >= longestHeading && /[，,].+[，,]/.test(words) && !/^(?:[（(]|\d{1,2}[.、．])/.test(words)) return true;
  const previous = prose[i - 1];
  return (
    /[，,]/.test(words) &&
    previous?.section === line.section &&
    /[。；]/.test(text[previous.end - 1] as string) &&
    !/^(?:[（(]|\d)/.test(words)
  );
}

/** （二）依申请公开办理全年共收到…: a sub-heading that runs into its text. */
function unsetHead({ text }: Report, { start, end }: ProseLine): Observation | undefined {
  const first = text.charCodeAt(start);
  if (first !== 0x28 && first !== 0xff08) return undefined;
  const match = heads.exec(text.slice(start, Math.min(end, start + 40)));
  if (!match) return undefined;
  const span = { start: start + 3, end: start + match[0].length };
  return {
    span,
    message: msg('「{0}」后面缺少标点，标题与正文连在一起', text.slice(span.start, span.end)),
    fix: { title: msg('补上句号'), safe: false, edits: [{ span: { start: span.end, end: span.end }, newText: '。' }] },
  };
}

function halfWidth(at: number): Observation {
  const span = { start: at, end: at + 1 };
  return {
    span,
    message: msg('句末用了半角的「.」，应为「。」'),
    fix: { title: msg('改为「{0}」', '。'), safe: false, edits: [{ span, newText: '。' }] },
  };
}

function withoutEnd({ text }: Report, end: number): Observation {
  const span = { start: end - 1, end };
  const edit = /[，、,]/.test(text[end - 1] as string) ? { span, newText: '。' } : { span: { start: end, end }, newText: '。' };
  return {
    span,
    message: msg('这一段没有结束：句末缺少句号，或者后面的文字丢失'),
    fix: { title: msg('补上句号'), safe: false, edits: [edit] },
  };
}

function observe({ text }: Report, { start, end, right, severity }: Lost): Observation {
  const span = { start, end };
  const found = text.slice(start, end);
  if (right === undefined) return { span, message: msg('「{0}」不完整，缺少文件名称', found) };
  return {
    span,
    message: msg('「{0}」不完整，疑为「{1}」', shortened(found, 40), shortened(right, 60)),
    ...(severity && { severity }),
    fix: { title: msg('改为「{0}」', shortened(right, 40)), safe: false, edits: [reword(text, span, right)] },
  };
}
