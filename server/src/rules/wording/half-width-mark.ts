/**
 * A comma, semicolon, colon, question or exclamation mark of half width between Chinese characters, in a text that
 * otherwise has full width (GB/T 15834-2011). A text that has half width throughout, as many websites do, is left alone;
 * so are figures, addresses, brackets and full stops (truncated-sentence tells of those).
 */
import { msg } from '../../text/message';
import { placesOf } from '../../statements/prose-search';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { isHan, isOneOf } from '../../text/characters';
import { Code } from '../../text/code';
import type { Rule } from '../rule';

const fullOf: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const halves = Object.keys(fullOf);
/** A text with more marks of half width than one in so many has chosen them. */
const rarity = 5;
/** What may stand besides Chinese characters in front of a mark between them, and behind it. */
const closing = '”’》〉）';
const opening = '“‘《〈（';

export const halfWidthMark: Rule = {
  id: 'half-width-mark',
  family: 'wording',
  title: '中文之间用了半角标点',
  severity: 'information',
  fixable: true,
  sleeps: true,
  wakes: halves,
  check({ text }, { scan }) {
    const found = halves.flatMap((half) =>
      placesOf(scan, half)
        .filter((at) => isBetween(text, at))
        .map((at) => ({ at, half })),
    );
    if (found.length === 0 || found.length * rarity > fullMarks(scan, found.length * rarity)) return [];
    return found
      .sort((a, b) => a.at - b.at)
      .map(({ at, half }) => {
        const right = fullOf[half] as string;
        const gap = /^ {1,2}/.exec(text.slice(at + 1, at + 3))?.[0].length ?? 0;
        return {
          span: { start: at, end: at + 1 },
          message: msg('中文之间用了半角的「{0}」，应为「{1}」', half, right),
          fix: { title: msg('改为「{0}」', right), safe: false, edits: [{ span: { start: at, end: at + 1 + gap }, newText: right }] },
        };
      });
  },
};

/** Whether Chinese characters stand on both sides; white space may follow. */
function isBetween(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!isHan(before) && !isOneOf(before, closing)) return false;
  let next = at + 1;
  while (next < at + 3 && text.charCodeAt(next) === Code.space) next++;
  const after = text.charCodeAt(next);
  return isHan(after) || isOneOf(after, opening);
}

/** Whether `code` is that of ，；：？！: none of them stands among the Chinese characters. */
function isFullMark(code: number): boolean {
  return code > lastHan && isOneOf(code, '，；：？！');
}
const lastHan = 0x9fff;

/** How many of the same marks of full width the prose has; counting stops at `enough`. */
function fullMarks({ text, prose }: ProseScan, enough: number): number {
  let count = 0;
  for (const { start, end } of prose) {
    for (let i = start; i < end && count < enough; i++) if (isFullMark(text.charCodeAt(i))) count++;
  }
  return count;
}
