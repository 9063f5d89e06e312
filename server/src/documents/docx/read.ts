/**
 * Reads a Word file (.docx, .docm, .dotx): see `body` for what becomes of what. Macros are never looked at. The sources of the
 * text are kept beside it, by which a copy of the file can be mended.
 */
import { msg, type Message } from '../../text/message';
import { onlyPictures, type ReadDocument, UnreadableDocument } from '../document';
import { elements, textOf, type XmlElement } from '../package/xml';
import { hiddenNote, readBlocks } from './body';
import { readChunk } from './chunks';
import { openNumbering } from './numbering';
import { openWordFile, type WordFile } from './parts';
import type { DocxReading } from './reading';
import { openStyles } from './styles';

export interface ReadWordFile extends ReadDocument {
  readonly file: WordFile;
  readonly reading: DocxReading;
}

/** @throws UnreadableDocument */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const { kind, blocks, notes } = readWordFile(bytes);
  return { kind, blocks, notes };
}

/** Files in files in files. */
const deepestChunk = 3;

/** The same with what is needed to mend the file. @throws UnreadableDocument */
export function readWordFile(bytes: Uint8Array, depth = 0): ReadWordFile {
  const file = openWordFile(bytes);
  const numbering = openNumbering(file.part('numbering')?.root);
  const reading: DocxReading = {
    numbering,
    styles: openStyles(file.part('styles')?.root, numbering),
    footnotes: new Map([...notesOf(file, 'footnote'), ...notesOf(file, 'endnote')]),
    sources: [],
    nodes: [],
    fields: [],
    hidden: [],
    deletions: 0,
    insertions: 0,
    leftContents: false,
    leftChunk: false,
    chunk: (id) => {
      const part = depth < deepestChunk ? file.linked(id) : undefined;
      const inside = part && readChunk(part, (own) => readWordFile(own, depth + 1).blocks);
      reading.leftChunk ||= inside === undefined;
      return inside ?? [];
    },
    showsMore: false,
  };
  const body = elements(file.main.root, 'w:body')[0] ?? file.main.root;
  const blocks = readBlocks(body, reading);
  if (blocks.length === 0 && reading.showsMore) throw new UnreadableDocument(onlyPictures);
  return { kind: 'docx', blocks, notes: notesFor(file, reading), file, reading };
}

function notesOf(file: WordFile, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  const part = file.part(`${kind}s`);
  return (part ? elements(part.root, `w:${kind}`) : []).map((note) => [`${kind}:${note.attributes['w:id'] ?? ''}`, note]);
}

function notesFor(file: WordFile, { hidden, deletions, insertions, leftContents, leftChunk }: DocxReading): Message[] {
  const notes: Message[] = [];
  if (hidden.length > 0) notes.push(hiddenNote(hidden));
  if (deletions + insertions > 0) notes.push(msg('有修订还没有接受：按接受以后的内容校对（删去的不读，插入的读）'));
  if (leftChunk) notes.push(msg('有嵌入的文件没有读；请用 Word 打开后另存一份再校对'));
  if (leftContents) notes.push(msg('目录没有读'));
  const margins = [...file.parts('header'), ...file.parts('footer')].map(({ root }) => textOf(root).replace(/\s+/g, ' ').trim());
  const words = [...new Set(margins)].filter((text) => /\p{Script=Han}/u.test(text) && !/^第?\s*\d*\s*页/.test(text));
  if (words.length > 0) notes.push(msg('页眉页脚没有读：「{0}」', words.join('；').slice(0, 60)));
  if (file.zip.names.some((name) => /vbaProject\.bin$/i.test(name))) notes.push(msg('文件带有宏，没有运行'));
  return notes;
}
