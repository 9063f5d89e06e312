/**
 * Where a placeholder may begin, by two characters of it: most that could begin one do not, and are not looked at any further. What
 * stands there is for `placeholders.ts` to say.
 */
import { isHan } from '../text/characters';
import { characterTable, Code, markCharacters } from '../text/code';
import type { Span } from '../text/span';

/** The places in `within` where a placeholder may begin; not at white space where that sets cells `apart`. */
export function gapsIn(text: string, within: Span, apart: boolean): readonly number[] {
  let gaps: number[] | undefined;
  for (let i = within.start; i < within.end; i++) {
    const kind = starts[text.charCodeAt(i)];
    if (kind !== 0 && !(apart && kind === blank) && mayBeGap(text, i)) (gaps ??= []).push(i);
  }
  return gaps ?? nothing;
}

const nothing: readonly never[] = [];

/** How a sign begins: with one of these characters, with two of them, with white space, or with one of them and one of what may follow. */
const alone = 1;
const twice = 2;
const blank = 3;
export const blanks = ' \u3000\u00a0';
const followed: readonly (readonly [first: string, second: string])[] = [
  ['（(【〔《[', `${blanks}）)】〕》]请单机部网公微文附栏平镇街乡具填插输此实链数联邮年苏中区县市旗局委办厅院、/`],
  ['待', '补填核定确统提完'],
  ['请', '在填'],
  ['在', '此'],
  ['此', '处'],
  ['TFY', 'OBIY'],
];
const aloneStarts = 'xX×ｘＸ＿NＮ…?？△□';
const twiceStarts = '某_*＊.○◯〇';
const starts = characterTable(aloneStarts, alone);
markCharacters(starts, twiceStarts, twice);
markCharacters(starts, blanks, blank);
followed.forEach(([first], i) => markCharacters(starts, first, blank + 1 + i));

/** What a sign begins with. */
export const gapStarts = [aloneStarts, twiceStarts, blanks, ...followed.map(([first]) => first)].join('');

/** Whether a sign may begin at `at`, where one of `gapStarts` stands. */
export function mayBeGap(text: string, at: number): boolean {
  const kind = starts[text.charCodeAt(at)] as number;
  if (kind === alone) return true;
  if (kind > blank) return followed[kind - blank - 1]?.[1].includes(text[at + 1] ?? '\n') === true;
  // Nothing is left out at the start of a line, nor between cells.
  return starts[text.charCodeAt(at + 1)] === kind && (kind === twice || isBehindWords(text.charCodeAt(at - 1)));
}

function isBehindWords(code: number): boolean {
  return isHan(code) || code === Code.colon || code === Code.wideColon;
}
