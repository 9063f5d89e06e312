/**
 * Reads a workbook (.xlsx, .xlsm): each sheet as paragraphs and tables. A row with one cell that is a heading, a title or a
 * sentence is a paragraph; what stands together besides is a table. Formulas are not computed: the value last stored is read.
 */
import { msg, type Message } from '../../text/message';
import { type Block, type DocumentTable, type ReadDocument, type TableCell, UnreadableDocument } from '../document';
import { parseXml } from '../package/parse-xml';
import { child, decodePart, elements, type XmlElement } from '../package/xml';
import { openZip, type Zip } from '../package/zip';
import { folderOf, relationsOf, targets } from '../docx/parts';
import { cellOf } from '../words';
import { readFormats, readSheet, readStrings, type SheetCell, type SheetGrid } from './sheet';
import { isParagraph } from '../rows';

/** @throws UnreadableDocument */
export function readXlsx(bytes: Uint8Array): ReadDocument {
  const zip = openZip(bytes);
  const name = targets(zip, '_rels/.rels', '').find(([kind]) => kind === 'officeDocument')?.[1] ?? 'xl/workbook.xml';
  const book = open(zip, name);
  if (book?.name !== 's:workbook') throw new UnreadableDocument(msg('不是 Excel 工作簿，或者文件损坏'));
  const relations = targets(zip, relationsOf(name), folderOf(name));
  const part = (kind: string) => open(zip, relations.find(([own]) => own === kind)?.[1]);
  const workbook = { strings: readStrings(part('sharedStrings')), formats: readFormats(part('styles')) };
  const notes: Message[] = [];
  const blocks: Block[] = [];
  const sheets = child(book, 's:sheets');
  for (const { attributes } of sheets ? elements(sheets) : []) {
    const title = attributes['name'] ?? '';
    if (attributes['state'] !== undefined && attributes['state'] !== 'visible') {
      notes.push(msg('工作表「{0}」是隐藏的，没有读', title));
      continue;
    }
    const root = open(zip, relations.find(([, , id]) => id === attributes['r:id'])?.[1]);
    if (!root) continue;
    const grid = readSheet(root, workbook);
    if (grid.hasHidden) notes.push(msg('工作表「{0}」有隐藏的行或列，没有读', title));
    if (grid.lacksResults) notes.push(msg('工作表「{0}」有的公式没有存下结果，按空白读；请用 Excel 或 WPS 打开后再存一次', title));
    blocks.push(...blocksOf(grid, title));
  }
  return { kind: 'xlsx', blocks, notes };
}

function open(zip: Zip, name: string | undefined): XmlElement | undefined {
  const bytes = name === undefined ? undefined : zip.read(name);
  return bytes && parseXml(decodePart(bytes));
}

/** The sheet's paragraphs and tables from top to bottom. */
function blocksOf({ rows }: SheetGrid, sheet: string): Block[] {
  const blocks: Block[] = [];
  let table: { readonly number: number; readonly cells: readonly SheetCell[] }[] = [];
  /** The row behind the last one that a cell of the table reaches. */
  let next = 0;
  const close = () => {
    if (table.length > 0) blocks.push(...tableOf(table, sheet));
    table = [];
  };
  for (const row of rows) {
    const told = row.cells.filter(({ text }) => text.trim() !== '');
    const [only] = told;
    if (only === undefined) continue;
    if (row.number > next) close();
    if (told.length === 1 && isParagraph(only.text)) {
      close();
      const words = cellOf([{ text: only.text }]);
      blocks.push({ kind: 'paragraph', text: words.text, origin: { sheet, cell: only.name } });
    } else table.push(row);
    next = Math.max(row.number + 1, ...told.map(({ lines }) => row.number + lines));
  }
  close();
  return blocks;
}

function tableOf(rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[], sheet: string): Block[] {
  const told = rows.flatMap(({ cells }) => cells.filter(({ text }) => text.trim() !== ''));
  if (rows.every(({ cells }) => cells.filter(({ text }) => text.trim() !== '').length < 2)) {
    return told.map(({ text, name }) => ({ kind: 'paragraph', text: cellOf([{ text }]).text, origin: { sheet, cell: name } }));
  }
  const left = Math.min(...told.map(({ column }) => column));
  const right = Math.max(...told.map(({ to }) => to));
  const table: DocumentTable = {
    kind: 'table',
    isSheet: true,
    rows: rows.map(({ cells }) =>
      cells
        .filter(({ column }) => column >= left && column < right)
        .map((cell): TableCell => ({
          text: cellOf([{ text: cell.text }]).text,
          from: cell.column - left,
          to: Math.min(cell.to, right) - left,
          lines: cell.lines,
          origin: { sheet, cell: cell.name },
        })),
    ),
  };
  return [table];
}
