/** Reads a saved web page (.html, .htm, .mht): the article's paragraphs and tables as a browser shows them. */
import { msg, type Message } from '../../text/message';
import { parse5 } from '../../table/html';
import { draftOfHtml, type PastedDraft } from '../../table/pasted-html';
import type { Span } from '../../text/span';
import {
  type Block,
  type DocumentTable,
  onlyPictures,
  type ReadDocument,
  type TableCell,
  UnreadableDocument,
  type Words,
} from '../document';
import { showBelow, withoutParagraphs } from '../rows';
import type { Node } from '../../table/shown';
import { findArticle } from './article';
import { decodePage } from './charset';
import { isMessage, pageIn } from './mht';
import { sheetsOf } from './sheet-parts';

/** @throws UnreadableDocument */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const isWrapped = isMessage(new TextDecoder('latin1').decode(bytes.subarray(0, 200)));
  const roots = parse5().parse(decodePage(isWrapped ? pageIn(bytes) : bytes)).childNodes;
  const sheets = sheetsOf(roots);
  if (sheets.length > 1) {
    const blocks = sheets.flatMap(({ name, nodes }) => blocksOf(draftOf(nodes)).map((block) => onSheet(block, name)));
    return { kind: 'html', blocks, notes: [] };
  }
  const { title, nodes, leavesWords } = findArticle(roots);
  const draft = draftOf(nodes);
  const blocks = blocksOf(draft);
  if (blocks.length === 0 && draft.pictures.length > 0) throw new UnreadableDocument(onlyPictures);
  const notes: Message[] = leavesWords ? [msg('只读网页里的正文，栏目、导航和页脚没有读')] : [];
  return { kind: 'html', blocks: title === undefined ? blocks : [{ kind: 'paragraph', text: title }, ...blocks], notes };
}

function draftOf(nodes: readonly Node[]): PastedDraft {
  const draft = draftOfHtml(nodes.map((node) => parse5().serializeOuter(node)).join(''), '\n\n');
  if (!draft) throw new UnreadableDocument(msg('网页的结构嵌套过深，没有读'));
  return draft;
}

function onSheet(block: Block, sheet: string): Block {
  const placed = <T extends Words>(words: T): T => ({ ...words, origin: { sheet } });
  return block.kind === 'paragraph' ? placed(block) : { ...block, rows: block.rows.map((row) => row.map((cell) => placed(cell))) };
}

function blocksOf({ text, tables, cells, pictures }: PastedDraft): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let picture = 0;
  const addParagraphs = (end: number) => {
    let start = at;
    for (const line of text.slice(at, end).split('\n')) {
      if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim() });
      start += line.length + 1;
      for (; (pictures[picture] ?? Infinity) < start; picture++) showBelow(blocks, 'picture');
    }
  };
  for (const table of tables) {
    addParagraphs(table.start);
    blocks.push(...withoutParagraphs(tableOf(text, table, cells)));
    at = table.end;
  }
  addParagraphs(text.length);
  return blocks;
}

function tableOf(text: string, { start, end }: Span, cells: PastedDraft['cells']): DocumentTable {
  const rows: TableCell[][] = [];
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const row: TableCell[] = [];
    let from = 0;
    for (const words of line.split('\t')) {
      const cell = cells.get(at);
      row.push({ text: words, from: cell?.from ?? from, to: cell?.to ?? from + 1, lines: cell?.lines ?? 1 });
      from = cell?.to ?? from + 1;
      at += words.length + 1;
    }
    rows.push(row);
  }
  return { kind: 'table', rows };
}
