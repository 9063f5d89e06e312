/**
 * Sentences of which something is gone: a name cut short (《中华人民共和国政府信息》), a word cut off before the full stop
 * (各项工。), a character lost in a set phrase (需一步加强), a paragraph without an end, a full stop of half width. Only where
 * nothing else can be meant; the last paragraph of a text that breaks off is left alone.
 */
import type { ProseLine, Report } from '../report/report';
import { msg } from '../text/message';
import type { Span } from '../text/span';
import { shortened } from './cut';
import type { Word } from './prose-scan';
import { findAt, placesOf, proseAt } from './prose-search';
import type { Observation, Rule, Severity } from './rule';
import { reword } from './wording';

interface Loss {
  /** One of these stands in everything that `wrong` matches, `before` characters behind its start. */
  readonly keys: readonly Word[];
  readonly before?: number;
  /** Sticky. */
  readonly wrong: RegExp;
  /** What was meant; undefined if that is not certain. */
  readonly right?: (found: string) => string;
  readonly severity?: Severity;
}

const regulation = '中华人民共和国政府信息公开条例';
const format = '〈中华人民共和国政府信息公开工作年度报告格式〉';

const losses: readonly Loss[] = [
  // A name cut short; 《政府信息公开》 alone may be the name of something else.
  { keys: ['《中华人民共和国政府信息'], wrong: /《中华人民共和国政府信息(?:公(?:开(?:条)?)?)?》/y, right: () => `《${regulation}》`, severity: 'warning' },
  { keys: ['《政府信息公开条》'], wrong: /《政府信息公开条》/y, right: () => '《政府信息公开条例》', severity: 'warning' },
  { keys: ['与政务公开办公室关于印发的通知'], before: 4, wrong: /政府信息与政务公开办公室关于印发的通知/y, right: (found) => found.replace('印发的', `印发${format}的`), severity: 'warning' },
  { keys: ['国务院办公厅关于印发的通知'], wrong: /国务院办公厅关于印发的通知/y },
  // A character lost in a set phrase.
  { keys: ['一步'], before: 1, wrong: /[需要应待将再]一步(?=加强|加大|加快|提高|提升|完善|推进|推动|强化|规范|健全|拓宽|拓展|优化|深化|扩大|落实|细化|明确|改进|创新|丰富)/y, right: (found) => found.replace('一步', '进一步') },
  { keys: ['累'], wrong: /(?<![积日拖连劳受系牵])累(?:公开|发布|办理|收到|受理|主动|接收|答复|更新|制发|召开)/y, right: (found) => found.replace('累', '累计') },
  { keys: ['推政', '推信'], before: 2, wrong: /(?:全面|深入|持续|扎实|大力|积极|有序|稳步)推(?:政府信息|政务公开|信息公开)/y, right: (found) => found.replace('推', '推进') },
  { keys: ['公开作被申请'], wrong: /公开作被申请/y, right: () => '公开工作被申请' },
];

/** Words cut off before a stop: by their last character, what stands before it, and what is gone. */
const cutWords = new Map<number, readonly [readonly string[], string]>(Object.entries({
  工: [['各项', '本职', '相关', '有关', '公开', '重点', '日常', '宣传', '培训', '管理', '服务'], '作'],
  信: [['政府', '政务', '公开', '相关', '各类'], '息'],
  公: [['信息', '政务', '主动', '依申请'], '开'],
  部: [['有关', '相关', '责任'], '门'],
  情: [['公开', '总体', '工作', '办理', '有关', '相关'], '况'],
  复: [['行政'], '议'], 诉: [['行政'], '讼'], 文: [['规范性'], '件'], 政: [['人民'], '府'],
} as const).map(([last, word]) => [last.charCodeAt(0), word]));

export const truncatedSentence: Rule = {
  id: 'truncated-sentence',
  title: '句子不完整',
  severity: 'hint',
  fixable: true,
  check(report) {
    const observations: Observation[] = [];
    for (const { keys, before, wrong, right, severity } of losses) {
      for (const { index, 0: found } of findAt(report, keys, wrong, before)) {
        observations.push(observe(report, { start: index, end: index + found.length }, right?.(found), severity));
      }
    }
    addCutWords(report, '。', observations);
    addCutWords(report, '；', observations);
    for (const at of halfWidthStops(report)) observations.push(halfWidth(at));
    report.prose.forEach((line, i) => {
      if (hasNoEnd(report, line, i)) observations.push(withoutEnd(report, line.end));
    });
    return observations;
  },
};

/** The words cut off before `stop`. */
function addCutWords(report: Report, stop: '。' | '；', observations: Observation[]): void {
  const { text } = report;
  for (const at of placesOf(report, stop)) {
    const word = cutWords.get(text.charCodeAt(at - 1));
    const head = word?.[0].find((words) => text.startsWith(words, at - 1 - words.length));
    if (!word || head === undefined) continue;
    const span = { start: at - 1 - head.length, end: at };
    observations.push(observe(report, span, text.slice(span.start, span.end) + word[1]));
  }
}

/** Where a full stop of half width ends a sentence; not behind a number: 一.总体情况. */
function halfWidthStops(report: Report): number[] {
  const { text } = report;
  const found: number[] = [];
  for (const at of placesOf(report, '.')) {
    if (/[一二三四五六七八九十]|[^一-鿿”》）]/.test(text[at - 1] ?? '.')) continue;
    const line = proseAt(report, at);
    if (line && (at + 1 === line.end || /[一-鿿“《]/.test(text[at + 1] ?? ''))) found.push(at);
  }
  return found;
}

/**
 * Whether a paragraph inside of the report has no end: it stops without a mark, or at a comma, and what follows is a
 * heading or a numbered paragraph. Headings and the words that lead to a list have none; nor has the text's last line.
 */
function hasNoEnd({ text, prose, sections }: Report, line: ProseLine, i: number): boolean {
  const next = prose[i + 1];
  if (line.section !== 1 && line.section < 5) return false;
  const final = text[line.end - 1] as string;
  const comma = /[，、,]/.test(final);
  if ((!comma && !/[一-鿿]/.test(final)) || line.end - line.start < (comma ? 12 : 20)) return false;
  const headed = next?.section !== line.section && (sections.at(-1)?.heading.start ?? 0) > line.end;
  if (!headed && !(next && /^(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]是|\d{1,2}[.、．])/.test(text.slice(next.start, next.start + 6)))) return false;
  const words = text.slice(line.start, line.end);
  if (/[|｜\t]/.test(words) || /(?:如下|以下.{0,6}|下列.{0,6}|主要有|主要是|包括|问题|措施|情况|方面)$/.test(words.slice(-10))) return false;
  if (comma || words.includes('。')) return true;
  const previous = prose[i - 1];
  return /[，,]/.test(words) && previous?.section === line.section && /[。；]/.test(text[previous.end - 1] as string) && !/^(?:[（(]|\d)/.test(words);
}

function halfWidth(at: number): Observation {
  const span = { start: at, end: at + 1 };
  return { span, message: msg('句末用了半角的「.」，应为「。」'), fix: { title: msg('改为「{0}」', '。'), safe: false, edits: [{ span, newText: '。' }] } };
}

function withoutEnd({ text }: Report, end: number): Observation {
  const span = { start: end - 1, end };
  const edit = /[，、,]/.test(text[end - 1] as string) ? { span, newText: '。' } : { span: { start: end, end }, newText: '。' };
  return { span, message: msg('这一段没有结束：句末缺少句号，或者后面的文字丢失'), fix: { title: msg('补上句号'), safe: false, edits: [edit] } };
}

function observe({ text }: Report, span: Span, right: string | undefined, severity?: Severity): Observation {
  const found = text.slice(span.start, span.end);
  if (right === undefined) return { span, message: msg('「{0}」不完整，缺少文件名称', found) };
  return {
    span,
    message: msg('「{0}」不完整，疑为「{1}」', shortened(found, 40), shortened(right, 60)),
    ...(severity && { severity }),
    fix: { title: msg('改为「{0}」', shortened(right, 40)), safe: false, edits: [reword(text, span, right)] },
  };
}
