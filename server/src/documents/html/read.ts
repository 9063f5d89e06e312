/** Reads a saved web page (.html, .htm): the article's paragraphs and tables as a browser shows them. */
import { msg, type Message } from '../../text/message';
import { parse5 } from '../../table/html';
import { draftOfHtml, type PastedDraft } from '../../table/pasted-html';
import type { Span } from '../../text/span';
import { type Block, type DocumentTable, type ReadDocument, type TableCell, UnreadableDocument } from '../document';
import { withoutParagraphs } from '../rows';
import { findArticle } from './article';
import { decodePage } from './charset';

/** @throws UnreadableDocument */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const { title, nodes, leavesWords } = findArticle(parse5().parse(decodePage(bytes)).childNodes);
  const draft = draftOfHtml(nodes.map((node) => parse5().serializeOuter(node)).join(''), '\n\n');
  if (!draft) throw new UnreadableDocument(msg('网页的结构嵌套过深，没有读'));
  const notes: Message[] = leavesWords ? [msg('只读网页里的正文，栏目、导航和页脚没有读')] : [];
  const blocks = blocksOf(draft);
  return { kind: 'html', blocks: title === undefined ? blocks : [{ kind: 'paragraph', text: title }, ...blocks], notes };
}

function blocksOf({ text, tables, cells }: PastedDraft): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const addParagraphs = (end: number) => {
    for (const line of text.slice(at, end).split('\n')) if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim() });
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
