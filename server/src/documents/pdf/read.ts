/**
 * Reads a PDF by what its pages draw: characters, and the lines of tables. Only pages with characters: a scan says so. Where
 * the lines do not tell for certain to which cell a figure belongs, the table says so, and its figures are not judged.
 */
import { msg, type Message } from '../../text/message';
import { type Block, type ReadDocument, UnreadableDocument } from '../document';
import { mostPages } from '../limits';
import { columnsOf } from './columns';
import { findGrids, findGroundGrids } from './grid';
import { openPdf } from './library';
import { linesOf, type TextLine } from './lines';
import { withoutMargins } from './margins';
import type { PageContent } from './content';
import { countLooks, keyOf, type Looks, overlaysIn, runsOf, type TextRun } from './overlays';
import { paragraphsOf, placed, type PlacedLine } from './paragraphs';
import { isTableBlock, recognized, withUnruledTables } from './unruled';
import { fillGrid, goesOn, joinParts, type TablePart, tableOf } from './tables';

interface ReadPage {
  readonly isRecognized: boolean;
  readonly number: number;
  readonly lines: readonly TextLine[];
  readonly tables: readonly TablePart[];
  readonly width: number;
  readonly height: number;
}

/** A page that waits until the one behind it is known. */
interface WaitingPage {
  readonly content: PageContent;
  readonly number: number;
  readonly runs: readonly TextRun[];
  /** What stands where on it, and on the page before. */
  readonly keys: ReadonlySet<string | undefined>;
  readonly before: ReadonlySet<string | undefined>;
}

/** Characters that hardly occur in Chinese: a font whose codes are taken for others gives many of them. */
const strangers = /[\u0001-\u001f\u007f-\u009f\u00c0-\u00d6\u00d8-\u024f\u3400-\u4dbf]/;

/** @throws UnreadableDocument */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const notes: Message[] = [];
  const pages: ReadPage[] = [];
  const pictures: number[] = [];
  const looks: Looks = new Map();
  let unknown = 0;
  let strange = 0;
  let characters = 0;
  let waiting: WaitingPage | undefined;
  const finish = (behind: WaitingPage['keys']) => {
    if (waiting) pages.push(pageOf(waiting, behind, looks));
  };
  const add = (content: PageContent, number: number) => {
    const runs = runsOf(content.glyphs);
    countLooks(looks, runs);
    const keys = new Set(runs.map(keyOf));
    finish(keys);
    waiting = { content, number, runs, keys, before: waiting?.keys ?? new Set() };
  };
  const { count, hasAttachments } = await openPdf(bytes, mostPages, (page, number) => {
    if (page.glyphs.length === 0 && page.hasImages) pictures.push(number);
    unknown += page.unknown;
    characters += page.glyphs.length;
    strange += page.glyphs.filter(({ text }) => strangers.test(text)).length;
    for (const content of columnsOf(page)) add(content, number);
  });
  finish(new Set());
  if (characters < 200 && hasAttachments) throw new UnreadableDocument(msg('是 PDF 包，报告在它的附件里，没有读；请把里面的文件另存出来'));
  if (characters < 20 && pictures.length > 0)
    throw new UnreadableDocument(msg('是扫描件，只有图片没有文字，读不了；请用电子版（Word 或由 Word 导出的 PDF）'));
  if (unknown * 4 > characters + unknown || (strange >= 20 && strange * 30 > characters))
    throw new UnreadableDocument(msg('PDF 的字体没有附带文字编码，复制出来是乱码，读不了；请用 Word 版'));
  if (count > mostPages) notes.push(msg('只读了前 {0} 页', mostPages));
  if (pictures.length > 0) notes.push(msg('第 {0} 页是图片，没有读', pictures));
  return { kind: 'pdf', blocks: withUnreadPages(blocksOf(pages), pictures), notes };
}

function pageOf({ content, number, runs, before }: WaitingPage, behind: WaitingPage['keys'], looks: Looks): ReadPage {
  const { glyphs, rules, width, height, isRecognized } = content;
  const tables: TablePart[] = [];
  const isRepeated = (run: TextRun) => {
    const key = keyOf(run);
    return key !== undefined && (before.has(key) || behind.has(key));
  };
  const ruled = findGrids(rules, glyphs);
  const grids = [...ruled, ...findGroundGrids(content.areas, glyphs, ruled)];
  const overlays = overlaysIn(runs, { grids, looks, isRepeated });
  let rest = overlays.size > 0 ? glyphs.filter((glyph) => !overlays.has(glyph)) : glyphs;
  for (const grid of grids) {
    const { parts, used } = fillGrid(grid, rest, number);
    if (used.size === 0) continue;
    rest = rest.filter((glyph) => !used.has(glyph));
    tables.push(...parts.map((part) => ({ ...part, ...(isRecognized && { doubt: recognized }) })));
  }
  return { number, lines: linesOf(rest), tables, width, height, isRecognized };
}

function blocksOf(pages: readonly ReadPage[]): Block[] {
  const lines = withoutMargins(pages);
  const texts = placed(pages.map((page, i) => ({ ...page, lines: lines[i] ?? [] })));
  const items = pages.flatMap(({ tables }, i): (PlacedLine | TablePart)[] => {
    const own = [...(texts[i] ?? []), ...tables];
    return own.sort((a, b) => topOf(a) - topOf(b));
  });
  const blocks: Block[] = [];
  let waiting: PlacedLine[] = [];
  let table: TablePart | undefined;
  const closeTable = () => {
    if (table) blocks.push(...blocksOfTable(table));
    table = undefined;
  };
  const closeLines = () => {
    let run: PlacedLine[] = [];
    const endRun = () => {
      for (const { text, page } of paragraphsOf(run)) blocks.push({ kind: 'paragraph', text, origin: { page } });
      run = [];
    };
    for (const item of withUnruledTables(waiting)) {
      if (!isTableBlock(item)) run.push(item);
      else {
        endRun();
        blocks.push(item);
      }
    }
    endRun();
    waiting = [];
  };
  for (const item of items) {
    if ('rows' in item) {
      closeLines();
      if (table && goesOn(table, item)) table = joinParts(table, item);
      else {
        closeTable();
        table = item;
      }
    } else {
      closeTable();
      waiting.push(item);
    }
  }
  closeTable();
  closeLines();
  return blocks;
}

/** Tells of the paragraph before each page that is a picture that such a page stands there. */
function withUnreadPages(blocks: readonly Block[], pictures: readonly number[]): readonly Block[] {
  const own = blocks.map((block, i) => ({ block, i })).filter(({ block }) => block.kind === 'paragraph');
  const before = pictures.map(
    (page) => own.findLast(({ block }) => block.kind === 'paragraph' && (block.origin?.page ?? 0) < page) ?? own[0],
  );
  const places = new Set(before.map((one) => one?.i));
  return blocks.map((block, i) => (places.has(i) && block.kind === 'paragraph' ? { ...block, shows: 'page' } : block));
}

function topOf(item: PlacedLine | { readonly top: number }): number {
  return 'y' in item ? item.y - item.size * 0.5 : item.top;
}

/** A frame around text is no table. */
function blocksOfTable(part: TablePart): Block[] {
  const table = tableOf(part);
  if (table.rows.some((row) => row.length > 1)) return [table];
  return table.rows.flatMap((row) =>
    row.filter(({ text }) => text !== '').map(({ text, origin }): Block => ({ kind: 'paragraph', text, ...(origin ? { origin } : {}) })),
  );
}
