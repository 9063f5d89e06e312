/**
 * The year in a document's number stands in 〔〕 (GB/T 9704-2012, 7.2.5): not in [], （）, 【】 or half of a pair. Numbers of
 * court cases and licences, which have another form, are no such numbers; what lost both brackets is broken-date's.
 */
import { findNear, placesOf } from '../../statements/prose-search';
import { isAsciiDigit, isDigits, isOneOf } from '../../text/characters';
import { msg } from '../../text/message';
import type { Rule } from '../rule';

/** The name of the series, a bracket or none, the year, a bracket or none, the number. */
const numbers =
  /[一-鿿](?<between>(?<open>[〔[［(（【﹝〖｛{]?)[ \u3000]?(?<year>(?:19[89]|20[0-4])\d)[ \u3000]?年?(?<close>[〕\]］)）】﹞〗｝}]?)[ \u3000]?)第?\d{1,4}[ \u3000]?号/g;
/** What may stand between a year and its number. */
const behindYear = '〕]］）)】﹞〗｝} \u3000年';
const ofMatch = new RegExp(numbers.source);
const series = /[发函办字令规文通委议决公告政秘电](?=[〔[［(（【﹝〖｛{]?[ \u3000]?(?:19|20)\d\d)/;

export const nonstandardDocumentNumber: Rule = {
  id: 'nonstandard-document-number',
  family: 'citations',
  title: '发文字号的括号不规范',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: ['号'],
  check({ text }, { scan }) {
    if (placesOf(scan, '号').every((at) => isStandard(text, at))) return [];
    return findNear(scan, ['号'], numbers, { before: 22, after: 1 }).flatMap(({ start, match }) => {
      const parts = ofMatch.exec(match)?.groups;
      if (!parts || !series.test(match)) return [];
      const { open = '', close = '', year = '', between = '' } = parts;
      const isLost = open === '' || close === '';
      // 〔202130号: what runs on is broken-date's.
      if ((open === '〔' && close === '〕') || (open === '' && close === '') || (close === '' && between.endsWith(year))) return [];
      const right = `〔${year}〕`;
      const from = start + 1;
      const span = { start: from, end: from + between.trimEnd().length };
      const shown = text.slice(span.start, span.end);
      return [
        {
          span,
          message: isLost
            ? msg('发文字号的括号缺了一半：「{0}」应为「{1}」', shown, right)
            : msg('发文字号的年份用六角括号：「{0}」应为「{1}」', shown, right),
          fix: { title: msg('改为「{0}」', right), safe: true, edits: [{ span, newText: right }] },
        },
      ];
    });
  },
};

/** Whether the number in front of the 号 at `at` stands behind a year in 〔〕 as it should, or is none that stands behind a year: 第711号. */
function isStandard(text: string, at: number): boolean {
  const end = isOneOf(text.charCodeAt(at - 1), ' \u3000') ? at - 1 : at;
  let start = end;
  while (start > end - 5 && isAsciiDigit(text.charCodeAt(start - 1))) start--;
  if (start < end - 4) return false;
  // 公众号 and the like.
  if (start === end) return true;
  if (text[start - 1] === '〕' && text[start - 6] === '〔' && isDigits(text, start - 5, start - 1)) return true;
  const before = text.charCodeAt(text[start - 1] === '第' ? start - 2 : start - 1);
  return !isAsciiDigit(before) && !isOneOf(before, behindYear);
}
