/**
 * Labels of rows that stand in one cell with the labels of their groups:
 *
 *     三、本年度办理结果-（三）不予公开-1.属于国家秘密
 */
import { matchExactly, type Meaning } from './labels';

const shortest = 6;

/** The row of table three that the end of `piece` names, behind the name of a group, and where that begins. */
export function labelTail(piece: string): { readonly meaning: Meaning; readonly at: number } | undefined {
  if (piece.length < shortest) return undefined;
  for (let at = piece.length - 2; at > 2; at--) {
    if (!mayPart(piece, at)) continue;
    const meaning = matchExactly(piece.slice(at)).find(({ table, form }) => table === 3 && form.kind === 'row');
    if (meaning && endsInHead(piece.slice(0, at))) return { meaning, at };
  }
  return undefined;
}

/** Whether `piece` is all of the label of a group of rows: (三)不予公开. */
export function isHead(piece: string): boolean {
  return matchExactly(piece).some(({ form }) => form.kind === 'head');
}

/** Whether a label may begin at `at`: behind white space or a sign between names, or with its number. */
function mayPart(piece: string, at: number): boolean {
  return /[\s\-－—–/／>＞:：、]/.test(piece[at - 1] as string) || /^(?:\d[.．、]|[(（][一二三四五六七][)）])/.test(piece.slice(at, at + 3));
}

function endsInHead(before: string): boolean {
  const words = before.replace(/[\s\-－—–/／>＞:：、]+$/, '');
  for (let at = words.length - 2; at >= 0; at--) if ((at === 0 || mayPart(words, at)) && isHead(words.slice(at))) return true;
  return false;
}
