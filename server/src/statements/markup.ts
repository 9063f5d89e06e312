/**
 * Finds marks of Markdown and HTML that were left in the prose of a text which is neither: **, tags, entities, bars, empty
 * square brackets, the half of 〈〉 that was read as a tag, ??? for characters lost in copying. A text that has headings,
 * rulers, lists or links of Markdown may have bold words (with both marks) and tags, a text with HTML tables tags and entities.
 */
import type { ProseLine, Report } from '../report/report';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { chromeIn } from './chrome';
import { cut } from '../text/cut';
import { isCountAt } from './measure-words';
import { findPlaceholders } from './placeholders';
import type { ProseScan } from '../report/sentences/prose-scan';
import { findInProse, inLines, placesOf, proseAt } from './prose-search';

export interface Markup extends Span {
  readonly kind: 'emphasis' | 'tag' | 'entity' | 'bars' | 'brackets' | 'angle' | 'lost';
  /** How to mend it; empty if that cannot be told. */
  readonly edits: readonly TextEdit[];
}

const entities: Readonly<Record<string, string>> = {
  nbsp: '',
  emsp: '',
  ensp: '',
  '#160': '',
  '#12288': '',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  middot: '·',
  hellip: '…',
  mdash: '—',
  times: '×',
  laquo: '«',
  raquo: '»',
  '#39': "'",
};
/** Each kind of mark as it stands in a line. */
const starPairs = inLines(/(?<!\*)\*\*(?!\*)/g);
const tagPattern = inLines(
  /<\/?(?:p|br|span|div|a|b|i|u|strong|em|font|td|tr|th|h[1-6]|li|ul|ol|img|o:p|center|sup|sub)(?:[\s/][^<>\r\n]{0,300})?>/gi,
);
const entityRuns = inLines(
  /(?:&nbsp;?|&(?:emsp|ensp|ldquo|rdquo|lsquo|rsquo|quot|amp|lt|gt|middot|hellip|mdash|times|laquo|raquo|#160|#12288|#39);){1,40}/g,
);
const barRuns = inLines(/\|{2,}/g);
const emptyBrackets = inLines(/\[[ \u3000]{0,8}\](?![(（:])/g);
const lostRuns = inLines(/\?{3,}|\ufffd+|^\?\?(?=[一-鿿])/g);
const pictureMarks = inLines(/\[(?:图片|图|表格|附图|image|img)\]/gi);
const strayAngles = inLines(/[一-鿿》]>(?=[一-鿿》，。、；）)])/g);
/** How far to look around a mark for its other half. */
const reach = 200;
const blank = /\n\s*\n|\r\s*\r/;
const format = '中华人民共和国政府信息公开工作年度报告格式';

/** What all of this is found by. */
export const markupWords = ['**', '<', '&', '||', '[', '>', '??', '\ufffd'] as const;

/** The marks left in the prose of `report`, in the order of the text. */
export function findMarkup(report: Report, scan: ProseScan): Markup[] {
  const { text } = report;
  const has = (sign: (typeof markupWords)[number]) => placesOf(scan, sign).length > 0;
  const [stars, angle, ampersand] = [has('**'), has('<'), has('&')];
  const isHtml = (stars || angle || ampersand) && /<(?:table|tbody|td|tr)[\s>]/i.test(text);
  const isMarkdown = (stars || angle || ampersand) && !isHtml && hasMarkdown(text);
  const found = [
    stars && !isHtml ? emphasis(report).filter(({ edits }) => !isMarkdown || edits.length === 1) : [],
    angle && !isHtml && !isMarkdown ? tags(report) : [],
    ampersand && !isHtml ? entitiesIn(report, isMarkdown) : [],
    has('||') ? bars(report) : [],
    has('[') ? brackets(report) : [],
    has('>') ? angles(report) : [],
    has('??') || has('\ufffd') ? lost(report) : [],
    has('[') ? pictures(report) : [],
  ].flat();
  if (found.length === 0) return found;
  const chrome = chromeIn(report);
  let next = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => {
      while ((chrome[next]?.end ?? Infinity) <= start) next++;
      return (chrome[next]?.start ?? Infinity) > start;
    });
}

/** Whether the text has a heading, a table's ruler, a list or a link of Markdown. */
function hasMarkdown(text: string): boolean {
  return /(?:^|[\r\n])(?:#{1,6} |[-*+] +\S|```|\|?[ :]*-{3,}[ :]*\|)|\]\((?:https?:|\/|#)/.test(text);
}

/** Bold words with both marks, and single marks. Marks that stand for a number are placeholder-text's. */
function emphasis(report: Report): Markup[] {
  const { text } = report;
  const marks = findInProse(report, starPairs).map(({ index }) => index);
  const taken = new Set(marks.length > 0 ? findPlaceholders(text).map(({ start }) => start) : []);
  const free = marks.filter((at) => !taken.has(at));
  const found: Markup[] = [];
  for (let i = 0; i < free.length; i++) {
    const at = free[i] as number;
    const closing = free[i + 1];
    const mark = cut({ start: at, end: at + 2 });
    if (closing !== undefined && closing - at < reach && closing > at + 2 && !blank.test(text.slice(at, closing))) {
      found.push({ kind: 'emphasis', start: at, end: closing + 2, edits: [mark, cut({ start: closing, end: closing + 2 })] });
      i++;
    } else found.push({ kind: 'emphasis', start: at, end: at + 2, edits: [mark] });
  }
  return found;
}

function tags(report: Report): Markup[] {
  return findInProse(report, tagPattern).map(({ index, 0: tag }) => {
    const span = { start: index, end: index + tag.length };
    return { kind: 'tag', ...span, edits: [cut(span)] };
  });
}

/** Entities; in Markdown not those that only set a line in. */
function entitiesIn(report: Report, isMarkdown: boolean): Markup[] {
  return findInProse(report, entityRuns)
    .filter(({ index }) => !(isMarkdown && proseAt(report, index)?.start === index))
    .map(({ index, 0: run }) => {
      const span = { start: index, end: index + run.length };
      return { kind: 'entity', ...span, edits: [{ span, newText: run.replace(/&(#?\w+);?/g, (_, name: string) => entities[name] ?? '') }] };
    });
}

/** Bars in a sentence; not in a line of cells. */
function bars(report: Report): Markup[] {
  return findInProse(report, barRuns).flatMap(({ index, 0: run }) => {
    const line = proseAt(report, index) as ProseLine;
    const rest =
      report.text.slice(Math.max(line.start, index - reach), index) +
      report.text.slice(index + run.length, Math.min(line.end, index + reach));
    const span = { start: index, end: index + run.length };
    return /。/.test(rest) && !/[|｜\t]/.test(rest) ? [{ kind: 'bars' as const, ...span, edits: [cut(span)] }] : [];
  });
}

/** Empty square brackets; not a box to tick, a link, or the place of a year in a document's number. */
function brackets(report: Report): Markup[] {
  return findInProse(report, emptyBrackets).flatMap(({ index, 0: run }) => {
    const span = { start: index, end: index + run.length };
    const before = report.text.slice(Math.max(0, index - 2), index);
    if (/[-*+] $/.test(before)) return [];
    return [
      {
        kind: 'brackets' as const,
        ...span,
        edits: /[发办函字政]$/.test(before) || /\d/.test(report.text[span.end] ?? '') ? [] : [cut(span)],
      },
    ];
  });
}

/** ????二是: characters that another encoding did not have, most often the spaces that set a line in. Not for a number: placeholder-text's. */
function lost(report: Report): Markup[] {
  return findInProse(report, lostRuns).flatMap(({ index, 0: run }) => {
    const span = { start: index, end: index + run.length };
    return isCountAt(report.text, span.end) ? [] : [{ kind: 'lost' as const, ...span, edits: [cut(span)] }];
  });
}

/** [图片]: what copying left of a picture. */
function pictures(report: Report): Markup[] {
  return findInProse(report, pictureMarks).map(({ index, 0: run }) => {
    const span = { start: index, end: index + run.length };
    return { kind: 'brackets', ...span, edits: [cut(span)] };
  });
}

/** …年度报告格式>的通知: a > in a sentence that no < or 〈 goes with. */
function angles(report: Report): Markup[] {
  const { text } = report;
  return findInProse(report, strayAngles).flatMap(({ index }) => {
    const at = index + 1;
    const line = proseAt(report, at) as ProseLine;
    const before = (
      text
        .slice(Math.max(0, at - reach), at)
        .split(blank)
        .at(-1) as string
    ).replace(/<!--|-->/g, '');
    const opening = Math.max(before.lastIndexOf('<'), before.lastIndexOf('〈'));
    // With its other half, or one of several between the steps of a path.
    if (before[opening] === '<' || (opening < 0 && (before + text.slice(at + 1, Math.min(line.end, at + reach))).includes('>'))) return [];
    const span = { start: at, end: at + 1 };
    const name = at - format.length;
    const closed = { span, newText: '〉' };
    if (opening >= 0) return [{ kind: 'angle' as const, ...span, edits: [closed] }];
    if (!text.startsWith(format, name)) return [{ kind: 'angle' as const, ...span, edits: [cut(span)] }];
    return [
      {
        kind: 'angle' as const,
        ...span,
        edits: text[name - 1] === '《' ? [{ span, newText: '》' }] : [{ span: { start: name, end: name }, newText: '〈' }, closed],
      },
    ];
  });
}
