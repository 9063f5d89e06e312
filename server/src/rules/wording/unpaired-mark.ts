/**
 * Quotation marks, title marks and brackets stand in pairs within a paragraph. Marks of lists (1) 一) a)) are none; what the
 * last paragraph of an unfinished text opens may still be closed. Half and full width pair with each other.
 */
import type { ProseLine, Report } from '../../report/report';
import { isSpace } from '../../text/characters';
import { isPageMark } from '../../report/tables/pieces';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { Code } from '../../text/code';

const partners: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '（': '）',
  '(': ')',
  '〈': '〉',
  '》': '《',
  '”': '“',
  '）': '（',
  ')': '(',
  '〉': '〈',
};
const openings = new Set(['《', '“', '（', '(', '〈']);
const numbering = /(?:^|[\s，。；：、,;:])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])$/;
/** How many open marks are looked at for a partner. */
const mostOpen = 32;
/** Farthest apart that two marks of one kind stand when one of them is only turned the wrong way. */
const longestQuotation = 40;
/** A shorter line above a blank one does not break off, it ends. */
const brokenLine = 20;
/** More white space than this is no gap between lines. */
const longestGap = 2000;

interface Mark {
  readonly at: number;
  readonly sign: string;
}

export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  family: 'wording',
  title: '引号、书名号、括号不配对',
  severity: 'information',
  fixable: true,
  check(report, { scan: { marks } }) {
    const observations: Observation[] = [];
    const { prose, unfinished } = report;
    const open: Mark[] = [];
    const single: Mark[] = [];
    let next = 0;
    for (let i = 0; i < prose.length && (next < marks.length || open.length + single.length > 0); i++) {
      const line = prose[i] as ProseLine;
      for (; (marks[next] ?? Infinity) < line.end; next++) read(report.text, marks[next] as number, line.start, open, single);
      if (open.length + single.length === 0) continue;
      const following = prose[i + 1];
      if (following && goesOn(report, line, following)) continue;
      if (!following && unfinished && report.text.slice(line.end).trim() === '') open.length = 0;
      observe(
        [...single, ...open].sort((a, b) => a.at - b.at),
        observations,
      );
      open.length = single.length = 0;
    }
    return observations;
  },
};

/** Reads the mark at `at`: takes its pair from `open` and adds what it leaves alone to `single`. */
function read(text: string, at: number, start: number, open: Mark[], single: Mark[]): void {
  const mark = { at, sign: text[at] as string };
  const top = open.at(-1);
  if (openings.has(mark.sign)) open.push(mark);
  else if (top && pairs(top.sign, mark.sign)) open.pop();
  else {
    let partner = open.length - 1;
    const deepest = Math.max(0, open.length - mostOpen);
    while (partner >= deepest && !pairs((open[partner] as Mark).sign, mark.sign)) partner--;
    if (partner < deepest) partner = -1;
    if (partner >= 0) single.push(...open.splice(partner).slice(1));
    else if (!/[)）]/.test(mark.sign) || !numbering.test(text.slice(Math.max(start, at - 4), at))) single.push(mark);
  }
}

function pairs(opening: string, closing: string): boolean {
  return partners[opening] === closing || (/[（(]/.test(opening) && /[）)]/.test(closing));
}

/**
 * Whether a paragraph goes on on the next line: this one breaks off, and no heading or table stands between. A blank line
 * stands between only where it stands between all lines, as in text from a PDF; there a page's number is no line.
 */
function goesOn({ text }: Report, line: ProseLine, next: ProseLine): boolean {
  if (line.section !== next.section || next.start - line.end > longestGap || /[。！？!?]/.test(text[line.end - 1] as string)) return false;
  let breaks = 0;
  for (let i = line.end; i < next.start; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code) && code !== Code.greater && code !== Code.asterisk && code !== Code.hyphen) return false;
    if (code === Code.lineFeed || (code === Code.carriageReturn && text.charCodeAt(i + 1) !== Code.lineFeed)) breaks++;
  }
  return (
    breaks < 2 ||
    (line.end - line.start >= brokenLine && !/[：；:;]/.test(text[line.end - 1] as string)) ||
    isPageMark(text.slice(line.start, line.end))
  );
}

function observe(alone: readonly Mark[], observations: Observation[]): void {
  for (let i = 0; i < alone.length; i++) {
    const { at, sign } = alone[i] as Mark;
    const next = alone[i + 1];
    const right = partners[sign] as string;
    if (next?.sign === sign && /[“”]/.test(sign) && next.at - at <= longestQuotation) {
      // “三审三校“ and ”三审三校”: both are there, one is turned the wrong way.
      const turned = openings.has(sign) ? next.at : at;
      const span = { start: turned, end: turned + 1 };
      observations.push({
        span,
        message: msg('「{0}」的方向不对，应为「{1}」', sign, right),
        fix: { title: msg('改为「{0}」', right), safe: true, edits: [{ span, newText: right }] },
      });
      i++;
    } else observations.push({ span: { start: at, end: at + 1 }, message: msg('「{0}」没有与之配对的「{1}」', sign, right) });
  }
}
