/**
 * Tables of a PDF that draws no lines. Where each row stands on a line of its own, label and figures, the reader of reports tells
 * them by itself; where labels go over several lines, or columns lie on another page, nobody can say for certain which figure
 * belongs to which cell: such a table is handed on as one that is not to be judged.
 */
import { msg, type Message } from '../../text/message';
import type { Block, DocumentTable, TableCell } from '../document';
import type { PlacedLine } from './paragraphs';

export const recognized = msg('这一页是扫描件，文字由机器识别而来，可能认错，没有校对其中的数字；请对照原件或用 Word 版');

const doubt = msg('这张表没有画线，项目名称折了行或者各列分在几页，看不准数字属于哪一格，没有校对其中的数字；请用 Word 版');

const heading = /^[一二三四五六]、.*(?:情况|事项|问题)/;
const fewestRows = 3;

/** Lines, and tables in doubt in place of those that make one up. */
export function withUnruledTables(lines: readonly PlacedLine[]): (PlacedLine | DocumentTable)[] {
  const hasOrphans = countOrphans(lines) >= 4;
  const result: (PlacedLine | DocumentTable)[] = [];
  let region: PlacedLine[] = [];
  const end = () => {
    const isRecognized = region.some((line) => line.isRecognized);
    const isUnsure = isRecognized || hasOrphans || hasBrokenLabel(region);
    result.push(...(isUnsure && isTable(region) ? [tableOf(region, isRecognized ? recognized : doubt)] : region));
    region = [];
  };
  for (const line of lines) {
    if (isProse(line)) {
      end();
      result.push(line);
    } else region.push(line);
  }
  end();
  return result;
}

export function isTableBlock(item: PlacedLine | Block): item is DocumentTable {
  return 'kind' in item && item.kind === 'table';
}

function isProse({ text }: PlacedLine): boolean {
  return heading.test(text) || /[。；]/.test(text) || (text.length > 30 && !text.includes('  '));
}

/** The words of a line that stand apart. */
function wordsOf({ text }: PlacedLine): string[] {
  return text
    .trim()
    .split(/ {2,}/)
    .flatMap((word) => (/^[\d.\s]+$/.test(word) ? word.trim().split(/\s+/) : [word]));
}

function figuresIn(line: PlacedLine): number {
  return wordsOf(line).filter((word) => /^\d[\d.,]*$/.test(word)).length;
}

function isTable(region: readonly PlacedLine[]): boolean {
  return (
    region.filter((line) => figuresIn(line) > 0 && wordsOf(line).length > 1).length >= fewestRows ||
    (region.length > 3 && region.some((line) => figuresIn(line) > 6))
  );
}

/** Whether a label's words stand on a line of their own between rows. */
function hasBrokenLabel(region: readonly PlacedLine[]): boolean {
  const first = region.findIndex((line) => figuresIn(line) > 0);
  return region
    .slice(first)
    .some((line) => figuresIn(line) === 0 && wordsOf(line).length === 1 && !/^第.*项$|^（|^信息内容/.test(line.text.trim()));
}

/** Lines of figures alone, one after the other: columns that lie on another page than their labels. */
function countOrphans(lines: readonly PlacedLine[]): number {
  let most = 0;
  let count = 0;
  for (const line of lines) {
    count = figuresIn(line) > 0 && figuresIn(line) < 7 && figuresIn(line) === wordsOf(line).length ? count + 1 : 0;
    most = Math.max(most, count);
  }
  return most;
}

function tableOf(region: readonly PlacedLine[], why: Message): DocumentTable {
  const rows = region.map((line) =>
    wordsOf(line).map((text, i): TableCell => ({ text, from: i, to: i + 1, lines: 1, origin: { page: line.page } })),
  );
  return { kind: 'table', rows, doubt: why };
}
