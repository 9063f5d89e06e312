/** Remarks beside the text of a Word file (批注): a mark around the paragraph to which each belongs, and the part that holds their words. */
import { pieceAt, type PlacedWords } from '../compose';
import { child, decodePart, escapeXml, type XmlElement } from '../package/xml';
import { type TextEdit } from '../../text/edit';
import { folderOf, relationsOf, type WordFile } from './parts';
import type { DocxReading } from './reading';

export interface Comment {
  /** A place in the text as it was read. */
  readonly offset: number;
  readonly text: string;
  readonly author: string;
  readonly date: string;
}

export interface CommentParts {
  /** Edits of the main part. */
  readonly edits: readonly TextEdit[];
  /** Other parts, whole. */
  readonly parts: ReadonlyMap<string, string>;
}

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

export function commentParts(
  file: WordFile,
  reading: DocxReading,
  pieces: readonly PlacedWords[],
  comments: readonly Comment[],
): CommentParts {
  if (comments.length === 0) return { edits: [], parts: new Map() };
  const existing = file.part('comments');
  let id = 0;
  for (const [, used] of existing?.source.matchAll(/\bid="(\d{1,9})"/g) ?? []) id = Math.max(id, Number(used) + 1);
  const edits: TextEdit[] = [];
  let written = '';
  for (const comment of comments) {
    const paragraph = paragraphAt(reading, pieces, comment.offset);
    if (!paragraph || file.main.source[paragraph.end - 2] === '/') continue;
    edits.push(...marks(file.main.source, paragraph, id));
    written += `<w:comment xmlns:w="${wordSpace}" w:id="${id}" w:author="${escapeXml(comment.author)}" w:date="${comment.date}" w:initials="年报"><w:p><w:r><w:t xml:space="preserve">${escapeXml(comment.text)}</w:t></w:r></w:p></w:comment>`;
    id++;
  }
  if (written === '') return { edits: [], parts: new Map() };
  if (existing) {
    const end = existing.root.innerEnd;
    const whole =
      existing.root.innerEnd === existing.root.end ? undefined : `${existing.source.slice(0, end)}${written}${existing.source.slice(end)}`;
    return whole === undefined ? { edits: [], parts: new Map() } : { edits, parts: new Map([[existing.name, whole]]) };
  }
  return { edits, parts: newParts(file, written) };
}

function paragraphAt(reading: DocxReading, pieces: readonly PlacedWords[], offset: number): XmlElement | undefined {
  const node = (pieceAt(pieces, offset) ?? pieces.find(({ start }) => start >= offset) ?? pieces.at(-1))?.origin.node;
  return node === undefined ? undefined : reading.nodes[node]?.paragraphs[0];
}

function marks(source: string, paragraph: XmlElement, id: number): TextEdit[] {
  const start = child(paragraph, 'w:pPr')?.end ?? paragraph.innerStart;
  const raw = /^<([^\s/>]+)/.exec(source.slice(paragraph.start, paragraph.start + 80))?.[1] ?? 'w:p';
  const prefix = raw.includes(':') ? raw.slice(0, raw.indexOf(':') + 1) : '';
  const reference = `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;
  return [
    { span: { start, end: start }, newText: `<${prefix}commentRangeStart ${prefix}id="${id}"/>` },
    { span: { start: paragraph.innerEnd, end: paragraph.innerEnd }, newText: reference },
  ];
}

/** The part for remarks, and what makes it known to the file. */
function newParts({ zip, main }: WordFile, comments: string): Map<string, string> {
  const name = `${folderOf(main.name)}comments.xml`;
  const read = (part: string) => decodePart(zip.read(part) ?? new Uint8Array());
  const relations = relationsOf(main.name);
  const known = zip.has(relations)
    ? read(relations)
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  return new Map([
    [name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${wordSpace}">${comments}</w:comments>`],
    [relations, before(known, '</Relationships>', `<Relationship Id="rIdNianbaoComments" Type="${relationType}" Target="comments.xml"/>`)],
    [
      '[Content_Types].xml',
      before(read('[Content_Types].xml'), '</Types>', `<Override PartName="/${name}" ContentType="${contentType}"/>`),
    ],
  ]);
}

/** `added` before the last `mark`. */
function before(text: string, mark: string, added: string): string {
  const at = text.lastIndexOf(mark);
  return at < 0 ? text : text.slice(0, at) + added + text.slice(at);
}
