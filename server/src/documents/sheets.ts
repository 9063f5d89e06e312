/**
 * Which sheets of a workbook make up the report: those that hold a part of one. Where several hold the same part (one sheet for
 * each year), the first is read and the others are told. Tables on sheets of their own come below their headings.
 */
import { parse } from '../report/parse';
import { msg, type Message } from '../text/message';
import { compose } from './compose';
import type { Block, ReadDocument } from './document';
import { joinedBySections } from './joined';

export function chooseSheets({ kind, blocks, notes }: ReadDocument): ReadDocument {
  const sheets = bySheet(blocks);
  const first = [...sheets.keys()][0];
  if (sheets.size < 2) return { kind, notes, blocks: blocks.map((block) => withoutSheet(block)) };
  let chosen: readonly Block[] = [];
  const told: Message[] = [];
  const names: string[] = [];
  const taken = { sections: new Set<number>(), tables: new Set<number>() };
  for (const [sheet, own] of sheets) {
    const titled = withTitle(sheet, own);
    const { recognized, sections, tables } = parse(compose(titled).text);
    if (!recognized && !isCover(own)) continue;
    const isRepeated = tables.some(({ form }) => taken.tables.has(form.number));
    const isShared = sections.some(({ form }) => taken.sections.has(form.number));
    const joined = isShared ? joinedBySections(chosen, titled) : [...chosen, ...titled];
    if (isRepeated || !joined) {
      told.push(msg('工作表「{0}」另有一份报告或表格，没有读', sheet));
      continue;
    }
    for (const { form } of sections) taken.sections.add(form.number);
    for (const { form } of tables) taken.tables.add(form.number);
    names.push(sheet);
    chosen = joined;
  }
  if (names.length === 0) return { kind, notes, blocks: sheets.get(first ?? '') ?? [] };
  const read = names.length === 1 ? chosen.map((block) => withoutSheet(block)) : chosen;
  return { kind, blocks: read, notes: [...notes, ...told] };
}

function bySheet(blocks: readonly Block[]): Map<string, Block[]> {
  const sheets = new Map<string, Block[]>();
  for (const block of blocks) {
    const sheet = (block.kind === 'paragraph' ? block.origin : block.rows.flat()[0]?.origin)?.sheet ?? '';
    const own = sheets.get(sheet);
    if (own) own.push(block);
    else sheets.set(sheet, [block]);
  }
  return sheets;
}

/** A sheet's name is often the only caption that its table has. */
function withTitle(sheet: string, blocks: readonly Block[]): readonly Block[] {
  const isCaption = blocks[0]?.kind === 'table' && /公开|申请|复议|诉讼/.test(sheet);
  return isCaption ? [{ kind: 'paragraph', text: sheet, origin: { sheet } }, ...blocks] : blocks;
}

function isCover(blocks: readonly Block[]): boolean {
  return (
    blocks.every((block) => block.kind === 'paragraph') &&
    blocks.some((block) => block.kind === 'paragraph' && block.text.includes('政府信息公开'))
  );
}

/** The only sheet needs no name. */
function withoutSheet(block: Block): Block {
  const plain = <T extends { readonly origin?: { readonly cell?: string } }>(words: T): T => ({
    ...words,
    ...(words.origin?.cell === undefined ? {} : { origin: { cell: words.origin.cell } }),
  });
  return block.kind === 'paragraph' ? plain(block) : { ...block, rows: block.rows.map((row) => row.map((cell) => plain(cell))) };
}
