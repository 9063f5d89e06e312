/** What the text of a cell looks like, apart from the form's labels: a value, a list mark, a page's number, a sentence. */
import type { GridCell } from '../../table/grid';
import { hasSpace, isAsciiDigit, isDigits, isHan, spaces } from '../../text/characters';
import { characterTable, Code, markCharacters } from '../../text/code';
import { isNoted, readNumber } from '../../text/number';

/** No label of the form is longer, broken by spaces or not. */
export const longestLabel = 64;

/** The text of `cell` as its reader sees it. */
export function pieceOf(text: string, cell: GridCell): string {
  return cell.shown ?? text.slice(cell.start, cell.end);
}

/** Whether the text stands where a value does: a number, a sign for none, something that was to be filled in. */
export function isValue(piece: string): boolean {
  if (isDigits(piece)) return true;
  if (isNoted(piece)) return true;
  if (piece.length > 16 || holdsOtherWords(piece) || isMark(piece) || isPageMark(piece)) return false;
  if (readNumber(piece, 'money').kind !== 'unreadable') return true;
  return (
    piece.length <= 8 &&
    (/^[xX×＊*?？oO口]+件?$/.test(piece) || /^[^一-鿿]*\d[^一-鿿]*$/.test(piece) || /^[约近超增减]?[\d.]+[件余个]?$/.test(piece))
  );
}

/** Whether a Chinese character stands in `piece` that is no part of a number, of its unit, or of a sign for none. */
function holdsOtherWords(piece: string): boolean {
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    if (isHan(code) && numberWords[code] !== 1) return true;
  }
  return false;
}

const numberWords = characterTable('零一二三四五六七八九十百千万两元件条项个宗起份次例约近超增减余口无空');

/** A list mark that stands alone: `1.`, `(一)`, `2、`. */
export function isMark(piece: string): boolean {
  return /^[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．]+$/.test(piece);
}

/** A page's number or foot: `- 3 -`, 第3页, P. 9. */
export function isPageMark(piece: string): boolean {
  const first = piece.charCodeAt(0);
  if (pageMarkInitials[first] !== 1 || isDigits(piece)) return false;
  // What begins with a figure has one of two signs behind it.
  if (isAsciiDigit(first) && !piece.includes('页') && !piece.includes('/')) return false;
  return pageMark.test(piece);
}

/** What a page's number begins with, its own digits and blanks included. */
const pageMarkInitials = markCharacters(characterTable('-—–―－─~～·•第Pp0123456789'), spaces);

const number = String.raw`\s*\d{1,4}\s*`;
const pageMark = new RegExp(
  [
    `[-—–―－─~～·•]${number}[-—–―－─~～·•]`,
    `[—–―]{2}${number}[—–―]{2}`,
    `第${number}页(?:.{0,4}共${number}页)?`,
    `${number}页`,
    `第?${number}页.*`,
    `(?:P|p|Page|page)\\.?${number}(?:of${number})?`,
    `${number}/${number}`,
  ]
    .map((way) => `^${way}$`)
    .join('|'),
);

/** What a page repeats around its text: its number, the report's title, the address and time that a browser prints. */
export function isPageFurniture(piece: string): boolean {
  if (piece.length > longestFurniture || isDigits(piece)) return false;
  const words = piece.trim();
  if (isPageMark(words)) return true;
  if (words.endsWith('年度报告')) return /政府信息公开(?:工作)?年度报告$/.test(words);
  if (words.startsWith('http')) return /^https?:\/\/[\x21-\x7e]+(?:\s+\d+\s*\/\s*\d+)?$/.test(words);
  return words.includes(':') && /^\d{2,4}[/-]\d{1,2}[/-]\d{1,2}[ ,]+(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s.*)?$/.test(words);
}

const longestFurniture = 80;

/** Whether words in `piece` are set apart by spaces, commas or semicolons. */
export function isDivided(piece: string): boolean {
  return hasSpace(piece) || piece.includes(',') || piece.includes(';');
}

/** A mark after which no label ends: 。；：，、 */
export function isStop(code: number): boolean {
  return (
    code === Code.wideStop ||
    code === Code.wideSemicolon ||
    code === Code.wideColon ||
    code === Code.wideComma ||
    code === Code.enumerationComma
  );
}

/** Whether words end or hold a sentence. */
export function isSentence(piece: string): boolean {
  return piece.includes('。') || /[；;！？]$/.test(piece);
}
