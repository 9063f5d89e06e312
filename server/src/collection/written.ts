/**
 * The mark on what nianbao writes itself (lists, return notes, sums): a sentence for people at the end of the text, or at its
 * beginning, by which it is known again and never read as a report. A report into which such a text was pasted has it
 * in the middle, if at all, and stays a report.
 */

/** The sentence. Stands on a line, in a cell or in a paragraph of its own. */
export const writtenMark = '本文件由 nianbao（年报校对）生成，不作为年度报告读取。';

/** What must be found of it, whatever a conversion did to blanks and brackets. */
const essence = '由nianbao(年报校对)生成,不作为年度报告读取';
/** How far from either end of the text it may stand. */
const reach = 400;

/** Whether `text` is one that nianbao wrote. */
export function isWritten(text: string): boolean {
  const holds = (piece: string) =>
    piece.includes('nianbao') &&
    piece
      .replace(/[\s*_|]/g, '')
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/，/g, ',')
      .includes(essence);
  return holds(text.slice(0, reach)) || (text.length > reach && holds(text.slice(-reach)));
}
