/**
 * Rows of a table that are no rows: a whole report may be written into one table or sheet, its title, headings and sentences each
 * in the only cell of a row that says anything.
 */
import type { Block, DocumentTable, Shown, TableCell } from './document';

/** Whether the only cell of a row is no label: a heading, a title, a sentence, a line about the table. */
export function isParagraph(text: string): boolean {
  const words = text.replace(/\s+/g, '');
  if (/^第.*项$/.test(words)) return false;
  if (/^[（(]?[一二三四五六七八九十]+[)）、.．].*(?:情况|事项|措施|问题|概述)$/.test(words)) return true;
  return /年度报告|[。；]|^(?:单位|填报|填表|审核|联系|备注|注)[^:：]{0,8}[:：]/.test(words) || /^表[一二三四\d]/.test(words);
}

/** The heading of a section that is the first row of a table: its caption, most often below the heading itself. */
export function captionIn({ rows: [first = [], ...rows] }: DocumentTable): TableCell | undefined {
  const [only, ...more] = first.filter(({ text }) => text !== '');
  return only && more.length === 0 && rows.length > 0 && only.lines === 1 && isSectionWithTable(only.text) ? only : undefined;
}

function isSectionWithTable(text: string): boolean {
  return /^[二三四]、/.test(text) && isParagraph(text);
}

/** The table in parts, with the paragraphs between them. */
export function withoutParagraphs(table: DocumentTable): Block[] {
  const blocks: Block[] = [];
  let rows: (readonly TableCell[])[] = [];
  /** The row behind the last one that a cell of those before reaches. */
  let next = 0;
  const close = () => {
    if (rows.some((row) => row.some(({ text }) => text !== ''))) blocks.push({ ...table, rows });
    rows = [];
  };
  for (const [i, row] of table.rows.entries()) {
    const [only, ...more] = row.filter(({ text }) => text !== '');
    const isCaption = i === 0 && isSectionWithTable(only?.text ?? '');
    if (only && more.length === 0 && only.lines === 1 && next <= i && !isCaption && isParagraph(only.text)) {
      close();
      const { text, origin, runs } = only;
      blocks.push({ kind: 'paragraph', text, ...(origin && { origin }), ...(runs && { runs }) });
    } else rows.push(row);
    next = Math.max(next, ...row.map(({ lines }) => i + lines));
  }
  close();
  return blocks;
}

/** The blocks without the first row of a table that only says again what stands right above it. */
export function withoutRepeatedCaptions(blocks: readonly Block[]): readonly Block[] {
  const wordsOf = (text: string) => text.replace(/\s+/g, '');
  return blocks.map((block, i): Block => {
    const above = blocks[i - 1];
    if (block.kind !== 'table' || above?.kind !== 'paragraph' || block.rows.length < 2) return block;
    const [first = [], ...rows] = block.rows;
    const [only, ...more] = first.filter(({ text }) => text !== '');
    const isRepeated = only && more.length === 0 && only.lines === 1 && wordsOf(only.text) === wordsOf(above.text);
    return isRepeated ? { ...block, rows } : block;
  });
}

/** Tells of the last paragraph that something else than text is shown below it; what is shown below a table is none itself. */
export function showBelow(blocks: Block[], what: Shown): void {
  const last = blocks.at(-1);
  if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, shows: what };
}
