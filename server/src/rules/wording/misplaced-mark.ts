/**
 * An enumeration comma where none belongs: between 《》《》 or “”“” that stand side by side, behind （一）, inside an
 * approximate number (四、五次). GB/T 15834-2011 says "usually" of the first: a hint, one for a whole row of names. With words or a
 * bracket between the marks, or an item without marks in the row, the comma is right.
 */
import type { Observation } from '../../findings/finding';
import { placesOf, proseAt } from '../../statements/prose-search';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { cut } from '../../text/cut';
import { msg } from '../../text/message';
import type { Rule } from '../rule';

const comma = '、';
/** How long a name in marks may be for its row to go on behind it. */
const longestName = 80;
const numerals = '一二三四五六七八九';
/** What is counted by an approximate number; 二、三级 and 第一、二项 are lists. */
const counted = /^[次个件条天遍倍名份家篇人]/;

export const misplacedMark: Rule = {
  id: 'misplaced-mark',
  family: 'wording',
  title: '顿号多余',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: [comma],
  check(_report, { scan }) {
    const { text } = scan;
    const found: Observation[] = [];
    const places = placesOf(scan, comma);
    for (let i = 0; i < places.length; i++) {
      const at = places[i] as number;
      if (isBetweenMarks(text, at)) {
        const row = rowFrom(text, places, i);
        if (isOfNames(text, row)) found.push(betweenNames(text, row));
        i += row.length - 1;
      } else if (isBehindNumber(scan, at)) found.push(observe(at, msg('「{0}」后面不用顿号', text.slice(at - 3, at))));
      else if (isApproximate(scan, at)) found.push(observe(at, msg('「{0}」是约数，数字之间不用顿号', text.slice(at - 1, at + 3))));
    }
    return found;
  },
};

/** 》、《 and ”、“. */
function isBetweenMarks(text: string, at: number): boolean {
  return (text[at - 1] === '》' && text[at + 1] === '《') || (text[at - 1] === '”' && text[at + 1] === '“');
}

/** The commas from the one of that index on that stand between marks of one row: 《甲》、《乙》、《丙》. */
function rowFrom(text: string, places: readonly number[], first: number): number[] {
  const row = [places[first] as number];
  for (let i = first + 1; i < places.length; i++) {
    const [last, at] = [row.at(-1) as number, places[i] as number];
    const name = text.slice(last + 1, at);
    if (!isBetweenMarks(text, at) || name.length > longestName || /[。；\r\n]|[》”]./.test(name)) break;
    row.push(at);
  }
  return row;
}

/** Whether all items of the row have marks: none stands in front of it or behind it with a comma between. */
function isOfNames(text: string, row: readonly number[]): boolean {
  const [first, last] = [row[0] as number, row.at(-1) as number];
  const open = text[first - 1] === '》' ? '《' : '“';
  const from = Math.max(0, first - longestName);
  const start = from + text.slice(from, first).lastIndexOf(open);
  const end = text.slice(last + 2, last + longestName).search(/[》”]/);
  return (start < from || text[start - 1] !== comma) && (end < 0 || text[last + 2 + end + 1] !== comma);
}

function betweenNames(text: string, row: readonly number[]): Observation {
  const [first = 0, ...others] = row;
  const marks = text[first - 1] === '》' ? '书名号' : '引号';
  return {
    span: { start: first, end: first + 1 },
    message: msg('{0}之间通常不用顿号', marks),
    ...(others.length > 0 && { related: others.map((at) => ({ span: { start: at, end: at + 1 }, message: msg('同一串里的顿号') })) }),
    fix: {
      title: row.length > 1 ? msg('删除这一串的 {0} 个顿号', row.length) : msg('删除顿号'),
      safe: true,
      edits: row.map((at) => cut({ start: at, end: at + 1 })),
    },
  };
}

/** （一）、 and (1)、 at the start of a line. */
function isBehindNumber(scan: ProseScan, at: number): boolean {
  const line = '）)'.includes(scan.text[at - 1] ?? ' ') ? proseAt(scan, at) : undefined;
  return line !== undefined && /^[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]$/.test(scan.text.slice(line.start, at));
}

/** 四、五次: two numbers that follow each other, and what they count. Not 第四、五次, nor at the start of a line. */
function isApproximate(scan: ProseScan, at: number): boolean {
  const { text } = scan;
  const before = numerals.indexOf(text[at - 1] ?? ' ');
  if (before < 0) return false;
  const after = numerals.indexOf(text[at + 1] ?? ' ');
  if (after !== before + 1 || !counted.test(text.slice(at + 2, at + 3))) return false;
  const line = proseAt(scan, at);
  return line !== undefined && at - 1 > line.start && !/[第、十百表附（(一二三四五六七八九]/.test(text[at - 2] ?? ' ');
}

function observe(at: number, message: Observation['message']): Observation {
  const span = { start: at, end: at + 1 };
  return { span, message, fix: { title: msg('删除顿号'), safe: true, edits: [cut(span)] } };
}
