/**
 * Whether a sentence counts two things with the same measure word, by its characters alone: what adds up parts to a total looks
 * at no other sentence. Says yes too often rather than too seldom.
 */
import { numerals, shortUnits } from '../report/sentences/sentence-number';
import { spaces } from '../text/characters';
import { characterTable, markCharacters } from '../text/code';

/** Whether two numbers of `sentence` may have the same measure word: 收到6件，办结5件. */
export function countsTwice(sentence: string): boolean {
  let counted = '';
  let isBehindDigit = false;
  for (let i = 0; i < sentence.length; i++) {
    const kind = inCounts[sentence.charCodeAt(i)] as number;
    if (isBehindDigit && (kind & unit) !== 0) {
      const character = sentence[i] as string;
      if (counted.includes(character)) return true;
      counted += character;
    }
    isBehindDigit = (kind & digit) !== 0 || (isBehindDigit && (kind & between) !== 0);
  }
  return false;
}

/** What may stand between a number and its measure word: 12余件, 3万 元. */
const between = 1;
const digit = 2;
const unit = 4;
const inCounts = characterTable('余多几来万千百亿*_`“”‘’"\'「」『』', between);
markCharacters(inCounts, spaces, between);
markCharacters(inCounts, `0123456789０１２３４５６７８９${numerals}`, digit);
for (const character of `${shortUnits}万亿`) inCounts[character.charCodeAt(0)] = (inCounts[character.charCodeAt(0)] ?? 0) | unit;
