/**
 * 余 or 多 behind an exact figure: 30299余条 says about of a number that is counted to the last one. Round figures (4800余, 100多)
 * are left alone, and so are those with 万 or 千.
 */
import { placesOf } from '../../statements/prose-search';
import { isDigit } from '../../text/characters';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

const words = ['余', '多'];
/** What may be counted behind 余 or 多, white space between. */
const counted = /^\s?(?:件|条|次|人|篇|份|个|项|期|场|户|名|家|部|例|起|宗|封|批|块|处|元|字|分钟|小时|公里|平方米|册|本|套|种)/;
/** Below it 几 may be meant. */
const least = 11;

export const implausibleApproximation: Rule = {
  id: 'implausible-approximation',
  family: 'wording',
  title: '精确数字后面用了「余」「多」',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: words,
  check: ({ text }, { scan }) =>
    words
      .flatMap((word) => placesOf(scan, word))
      .sort((a, b) => a - b)
      .flatMap((at) => observe(text, at)),
};

function observe(text: string, at: number): Observation[] {
  if (!counted.test(text.slice(at + 1, at + 6))) return [];
  let end = at;
  while (text[end - 1] === ' ') end--;
  let start = end;
  while (isDigit(text.charCodeAt(start - 1)) || (text[start - 1] === ',' && isDigit(text.charCodeAt(start - 2)))) start--;
  const digits = text.slice(start, end).normalize('NFKC').replaceAll(',', '');
  if (digits === '' || digits.endsWith('0') || Number(digits) < least || /[.．\-—～~〔第]/.test(text[start - 1] ?? '')) return [];
  const word = text[at] as string;
  return [
    {
      span: { start, end: at + 1 },
      message: msg('{0} 是精确的数字，后面不应再加「{1}」', digits, word),
      fix: { title: msg('删去「{0}」', word), safe: false, edits: [{ span: { start: end, end: at + 1 }, newText: '' }] },
    },
  ];
}
