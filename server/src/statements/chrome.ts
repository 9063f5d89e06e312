/**
 * Finds what was copied along from the web page around a report: its index block, date and source lines, breadcrumbs,
 * buttons, the call to scan a code. Only whole lines, and what is stuck to the end of the last sentence on a line; the
 * same words inside of a sentence (打印一体机, 关闭) are prose. All patterns look at lines of at most 200 characters.
 */
import type { Report } from '../report/report';
import { isSpace } from '../text/characters';
import { firstFrom, type Span } from '../text/span';
import { bareRow, buttons, frontLabels, leadingDate, menus, portal, sentences, site, sureLabels, weak } from './page-words';
import { Code } from '../text/code';

export interface Chrome extends Span {
  /** Whether it is all that stands on its lines. */
  readonly whole: boolean;
}

const longestLine = 200;
const longestValue = 60;
/** Longest line whose words are looked up one by one. */
const longestWords = 80;

const separators = /[\s|｜·•/[\]【】〔〕()（）、,，;；]+/;
const dated = /^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: +\d{1,2}:\d\d(?::\d\d)?)?$/;

/** The chrome of the page in `report`, in the order of the text. */
export function chromeIn(report: Report): Chrome[] {
  const { text, prose, title } = report;
  const found: Chrome[] = [];
  const edges = edgesOf(report);
  /** The chrome that ends with the line before. */
  let open: Chrome | undefined;
  for (const { start: from, end, section } of prose) {
    // Nothing of a page ends like a sentence.
    const final = text.charCodeAt(end - 1);
    if (final === Code.wideStop || final === Code.wideSemicolon) {
      open = undefined;
      continue;
    }
    const line = { start: withMark(text, from), end, section };
    const shown = line.end - line.start > longestLine ? undefined : text.slice(line.start, line.end);
    const isTitle = title !== undefined && line.start < title.span.end && title.span.start < line.end;
    const isShown = shown !== undefined && !isTitle;
    const zone: Zone = { front: section === 0, tail: from >= edges.tail };
    if (
      isShown &&
      open?.whole &&
      (edges.values.has(from) || goesOn(text.slice(Math.max(open.start, open.end - longestValue), open.end), shown, zone))
    ) {
      found[found.length - 1] = open = { ...open, end: line.end };
    } else {
      const isWhole = isShown && (isChrome(shown, zone) || edges.lines.has(from));
      open = isWhole ? { ...withoutBars(text, line), whole: true } : tailOf(text, line, zone);
      if (open) found.push(open);
    }
  }
  return found;
}

/** Where a line stands: above section one, below the last sentence. */
interface Zone {
  readonly front: boolean;
  readonly tail: boolean;
}

/** What only the lines together tell: where the last sentence ends, and which lines above and below are those of a menu or an index block. */
interface Edges {
  readonly tail: number;
  /** The starts of such lines. */
  readonly lines: ReadonlySet<number>;
  /** The starts of the lines that hold the value of a label on the line above. */
  readonly values: ReadonlySet<number>;
}

const fewestEntries = 2;

function edgesOf({ text, prose, sections, unfinished }: Report): Edges {
  const last = prose.findLastIndex(({ end }) => '。！!'.includes(text[end - 1] as string));
  const isWhole = !unfinished && (sections.at(-1)?.form.number ?? 0) >= 5;
  const tail = isWhole && last >= 0 ? (prose[last] as Span).end : Infinity;
  const lines = new Set<number>();
  const values = new Set<number>();
  const front = prose.findIndex(({ section }) => section > 0);
  const below = tail === Infinity ? prose.length : firstFrom(prose, tail);
  for (const edge of [prose.slice(0, front < 0 ? prose.length : front), prose.slice(below)]) {
    if (edge.length < fewestEntries) continue;
    const said = edge.map((line) => textOf(text, line));
    const entries = edge.filter((_, i) => isEntry(said[i] as string));
    if (entries.length >= fewestEntries) for (const { start } of entries) lines.add(start);
    const labels = edge.flatMap((_, i) => (blockLabels.has(said[i] as string) && edge[i + 1] !== undefined ? [i] : []));
    if (labels.length < fewestEntries) continue;
    for (const i of labels) {
      lines.add((edge[i] as Span).start);
      const words = said[i + 1] as string;
      if (!blockLabels.has(words) && words.length <= longestValue && !/[。；]|年度?政府信息公开工作年度报告$/.test(words))
        values.add((edge[i + 1] as Span).start);
    }
  }
  return { tail, lines, values };
}

/** A line without blanks and the mark of a list. */
function textOf(text: string, { start, end }: Span): string {
  return end - start > longestLine
    ? ''
    : text
        .slice(start, end)
        .replace(/^[·•●○◆■>*+-]+/, '')
        .replace(/[ \u3000\u00a0:：]/g, '');
}

/** Whether a line is an entry of a menu. */
function isEntry(words: string): boolean {
  return menus.has(words) || portal.test(words);
}

/** Where a line begins with its `>`, which is read as Markdown's mark of a quotation and here is a step of a path. */
function withMark(text: string, start: number): number {
  let at = start;
  while (at > 0 && text[at - 1] === ' ') at--;
  return at < start && text[at - 1] === '>' ? at - 1 : start;
}

/** The line without the bars around its cells. */
function withoutBars(text: string, { start, end }: Span): Span {
  const isBar = (at: number) => /[|｜\s]/.test(text[at] as string);
  while (start < end && isBar(start)) start++;
  while (end > start && isBar(end - 1)) end--;
  return { start, end };
}

/** Whether `line` is the rest of the chrome on the lines before it: a label's value, the next step of a path, a size of type. */
function goesOn(chrome: string, line: string, { front, tail }: Zone): boolean {
  const edge = front || tail;
  if (/^[>»›]/.test(line)) return line.length < longestValue && !/[。，；]/.test(line);
  if (/(?:[>»›]|(?:位置|页面)是?[ \u3000]?[:：])$/.test(chrome)) return edge && line.length <= 20 && !/[。，；：]/.test(line);
  if (/[号体小][:：][\s【】[\]大中小A+\-加大还原减小默认超]*$/.test(chrome))
    return /^(?:[大中小】\]]|加大|还原|减小|默认|超大|A[+-]?|[大中小][ \u3000大中小]{1,12})$/.test(line);
  if (!/[:：]$/.test(chrome) || !edge || line.length > 30) return false;
  return (
    dated.test(line) ||
    (/(?:来源|机构|单位|机关|作者)[:：]$/.test(chrome) && /^[一-鿿]+$/.test(line)) ||
    (/(?:次数|量|数)[:：]$/.test(chrome) && /^\d+ ?次?$/.test(line)) ||
    (/(?:索引号|文号|字号|编号|分类|有效性|方式|范围|时限|形式|主题词|关键词|标识码)[:：]$/.test(chrome) &&
      !/[。，；:：]/.test(line) &&
      !/年度报告$/.test(line))
  );
}

/** Whether all of a line belongs to the page; a numbered one does not. */
function isChrome(line: string, { front, tail }: Zone): boolean {
  if (/^(?:[（(]?[一二三四五六七八九十\d]+[）)、.]|[一二三四五六]是)/.test(line)) return false;
  if (isLabelled(line, front) || (front && isIndexRow(line)) || isPath(line)) return true;
  if (sentences.some((sentence) => sentence.test(line))) return !/[。；].|，/.test(line);
  if (line.length > longestWords) return false;
  if ((front || tail) && portal.test(line.trim())) return true;
  const words = line.split(separators).filter((word) => word !== '');
  return words.length > 0 && words.every(isPageWord) && isTold(line, words);
}

function isPageWord(word: string): boolean {
  return buttons.has(word) || menus.has(word) || site.test(word) || (/[:：]$/.test(word) && sureWords.has(word.slice(0, -1)));
}

/** Whether words of a page are enough to tell a line by: a button that is no word of prose, or several entries of a menu. */
function isTold(line: string, words: readonly string[]): boolean {
  const isMenu = words.every((word) => menus.has(word));
  return isMenu ? words.length >= fewestInLine : !(words.length === 1 && weak.has(line));
}
const fewestInLine = 3;

/** Whether a line is a path through the site, whatever stands between its steps: 首页 / 政务公开 / 正文. */
function isPath(line: string): boolean {
  if (line.length > longestWords || /[。；，]/.test(line)) return false;
  const steps = line.split(/\s*(?:[/／＞>»›→\\]|-{1,2}>|::)+\s*/);
  const [first = '', last = ''] = [steps[0]?.replace(/^.*[:：]\s*/, ''), steps.at(-1)];
  const starts = /^(?:网站|返回)?首 ?页$|^主页$|^本站首页$|^HOME$/i.test(first.trim());
  const ends = /^(?:正文|详情|内容|文章|信息|浏览)?(?:正文|详情|详细|内容|列表|页面)(?:信息|页)?$/.test(last.trim());
  return steps.length >= (starts ? 2 : 3) && (starts || ends) && steps.every((step) => step.length <= longestStep);
}
const longestStep = 24;

/** Whether a line consists of labels and their values: 发布时间: 2024-01-12 来源: 县政府办 字号:. */
function isLabelled(line: string, front: boolean): boolean {
  if (!/[:：]/.test(line) || /[。；]/.test(line)) return false;
  // 来源：…　发布时间：…: a label that only pages have makes the others theirs.
  sureLabel.lastIndex = 0;
  const labels = front || sureLabel.test(line) ? anyLabel : sureLabel;
  labels.lastIndex = 0;
  let match = labels.exec(line);
  if (
    !match ||
    line
      .slice(0, match.index)
      .replace(/[\s【[（(]/g, '')
      .replace(front ? leadingDate : '', '') !== ''
  )
    return false;
  for (let end = labels.lastIndex; match; end = labels.lastIndex) {
    match = labels.exec(line);
    if ((match?.index ?? line.length) - end > longestValue) return false;
  }
  return true;
}

/** Whether a line is a row of the index block set as a table, with bars or none: 索引号 | 0123/2026-00007 | 发文字号 |. */
function isIndexRow(line: string): boolean {
  if (bareRow.test(line)) return line.length <= longestWords * 2 && !/[。，；]/.test(line);
  const first = /^[|｜\s]*([^|｜]{2,12})[|｜]/.exec(line)?.[1];
  return first !== undefined && frontWords.has(first.replace(/[\s:：]/g, ''));
}

/** What is stuck to the last sentence of a line: …未收取信息处理费。扫一扫在手机打开当前页. */
function tailOf(text: string, { start, end }: Span, { tail: below }: Zone): Chrome | undefined {
  const first = Math.max(start, end - longestValue);
  const stop = text.slice(first, end).lastIndexOf('。');
  if (stop < 0 || end - first - stop < 3) return undefined;
  let from = first + stop + 1;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  const tail = text.slice(from, end);
  return isChrome(tail, { front: false, tail: below }) ? { start: from, end, whole: false } : undefined;
}

function labelPattern(labels: string): RegExp {
  const spaced = labels
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].join('[ \\u3000\\u00a0]{0,4}'));
  return new RegExp(`(?:${spaced.join('|')})[ \\u3000\\u00a0]{0,4}[:：]`, 'g');
}
const sureWords = new Set(sureLabels.split(' '));
const frontWords = new Set(frontLabels.split(' '));
/** Labels that stand alone on a line, their value on the next. */
const blockLabels = new Set([...frontWords].filter((label) => label.length > 2));
const sureLabel = labelPattern(sureLabels);
const anyLabel = labelPattern(`${frontLabels} ${sureLabels}`);
