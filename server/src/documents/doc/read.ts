/**
 * Reads a Word file as it was until 2003 (.doc), and .wps files that are such files: text, tables with their merged cells, hidden
 * and deleted text out, the numbers that Word writes by itself before the words. Where those cannot be read, it is told.
 */
import { msg, type Message } from '../../text/message';
import { type ReadDocument, UnreadableDocument } from '../document';
import { hiddenNote } from '../docx/body';
import { type Layout, readBlocks } from './blocks';
import { openCompound } from './compound';
import { openDocNumbering } from './numbering';
import { type Character, readStory } from './story';
import { readCharacters, readParagraphs, safely, valueAt } from './properties';

/** @throws UnreadableDocument */
export function readDoc(bytes: Uint8Array): ReadDocument {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
    throw error;
  }
}

function read(bytes: Uint8Array): ReadDocument {
  const stream = openCompound(bytes);
  const document = stream('WordDocument');
  if (!document || document[0] !== 0xec || document[1] !== 0xa5) throw new UnreadableDocument(msg('不是 Word 文档，或者文件损坏'));
  const main = viewOf(document);
  const flags = main.getUint16(0x0a, true);
  if ((flags & 0x100) !== 0) throw new UnreadableDocument(msg('文件加了密码，读不了；请去掉密码后另存一份'));
  const tableStream = stream((flags & 0x200) !== 0 ? '1Table' : '0Table');
  if (!tableStream) throw new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
  const table = viewOf(tableStream);
  const data = stream('Data');
  const paragraphs = readParagraphs(main, table, data && viewOf(data));
  const looks = readCharacters(main, table);
  const hidden: string[] = [];
  let hasDeleted = false;
  const isShown = ({ text, place }: Character) => {
    const own = valueAt(looks, place);
    if (own?.deleted === true && !/[\r\x07]/.test(text)) {
      hasDeleted = true;
      return false;
    }
    if (own?.hidden !== true || /[\r\x07]/.test(text)) return true;
    hidden.push(text);
    return false;
  };
  const story = readStory(document, { main, table });
  const layout: Layout = {
    looksAt: (place) => valueAt(paragraphs, place),
    numbering: safely(() => openDocNumbering({ main, table })),
    boxAt: (index) => story.boxes.get(index)?.filter(isShown),
  };
  const { blocks, lacksNumbers } = readBlocks(story.characters.filter(isShown), layout);
  const notes: Message[] = [];
  if (hidden.length > 0) notes.push(hiddenNote([hidden.join('')]));
  if (hasDeleted) notes.push(msg('有修订还没有接受：按接受以后的内容校对（删去的不读，插入的读）'));
  if (lacksNumbers) notes.push(msg('有自动编号，旧格式（.doc）里读不出来；如果标题因此缺少序号，请另存为 .docx 再校对'));
  return { kind: 'doc', blocks, notes };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
