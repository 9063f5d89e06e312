/**
 * Radicals that stand for characters. Text copied out of a PDF often holds the code points of radicals (⾏ U+2F8F, ⺠ U+2EA0)
 * where it shows ordinary characters (行 U+884C, 民 U+6C11). Each is one UTF-16 unit and so is its character: no offset moves.
 * Replaces nothing else: what a report says is left as it is written.
 */

import type { Change } from './change';
import { Mark, marksIn } from './marks';

/** Radicals that Unicode does not itself map to a character, and the character that each shows. */
const supplement =
  '⺁厂⺌小⺕彐⺟母⺠民⺩王⺫目⺮竹⺶羊⺷羊⺼月⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻌辶⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻳龟';
const radicals = /[\u2e80-\u2fd5]/g;
const characters = new Map(
  Array.from({ length: supplement.length / 2 }, (_, i) => [supplement[2 * i] as string, supplement[2 * i + 1] as string]),
);

/**
 * `text` with characters in place of the radicals that stand for them; the same length.
 * @param change where alone there may be any: the rest was given by this function before.
 */
export function withoutRadicals(text: string, change?: Change): string {
  if (!change) return marksIn(text) & Mark.radical ? text.replace(radicals, (radical) => characters.get(radical) ?? plain(radical)) : text;
  const { start, end } = change;
  const changed = text.slice(start, end);
  return marksIn(changed) & Mark.radical ? text.slice(0, start) + withoutRadicals(changed) + text.slice(end) : text;
}

function plain(radical: string): string {
  const character = radical.normalize('NFKC');
  return character.length === 1 ? character : radical;
}
