/**
 * A document from its bytes: recognised, read and turned into the text that is checked. What can be read lies in pieces that
 * are loaded when they are first needed. Runs in a browser too, PDF apart.
 */
import { parse } from '../report/parse';
import { msg, type Message } from '../text/message';
import { compose, type ComposedText } from './compose';
import type { Block, DocumentKind, ReadDocument } from './document';
import { sniff } from './kinds';
import { largestDocument, longestText } from './limits';
import { withoutRepeatedCaptions } from './rows';
import { chooseSheets } from './sheets';

/** A document as text, with where its pieces stand and what is to be told about the reading. */
export interface OpenedDocument extends ComposedText {
  readonly kind: DocumentKind;
  readonly blocks: readonly Block[];
  readonly notes: readonly Message[];
}

/** Reads a document. Never throws: a file that cannot be read gives the reason. */
export async function openDocument(name: string, bytes: Uint8Array): Promise<OpenedDocument | { readonly problem: Message }> {
  if (bytes.length > largestDocument) return { problem: tooLarge };
  const sniffed = sniff(name, bytes);
  if ('problem' in sniffed) return sniffed;
  try {
    const read = await readAs(sniffed.kind, bytes);
    const { blocks: all, notes } = sniffed.kind === 'xlsx' || isOnSheets(read) ? chooseSheets(read) : read;
    const blocks = withoutRepeatedCaptions(all);
    const marks = marksOf(blocks);
    const composed = compose(blocks, marks);
    if (composed.text.length > longestText) return { problem: tooLarge };
    return { ...composed, kind: sniffed.kind, blocks, notes };
  } catch (error) {
    return { problem: problemIn(error) ?? msg('文件损坏，读不出来（{0}）', error instanceof Error ? error.message : String(error)) };
  }
}

export const tooLarge = msg('文件太大（超过 {0} MB），没有读；请先压缩或删去图片', largestDocument / 1_048_576);

function isOnSheets({ blocks: [first] }: ReadDocument): boolean {
  return (first?.kind === 'table' ? first.rows.flat()[0] : first)?.origin?.sheet !== undefined;
}

async function readAs(kind: DocumentKind, bytes: Uint8Array): Promise<ReadDocument> {
  if (kind === 'pdf') return (await import('./pdf/read')).readPdf(bytes);
  const readers = await import('./readers');
  switch (kind) {
    case 'docx':
      return readers.readDocx(bytes);
    case 'doc':
      return readers.readDoc(bytes);
    case 'xlsx':
      return readers.readXlsx(bytes);
    default:
      return readers.readHtml(bytes);
  }
}

/** The reason in an error that a reader threw on purpose. It may come from a bundle of its own, so it is known by its shape. */
function problemIn(error: unknown): Message | undefined {
  return error instanceof Error && 'problem' in error ? (error.problem as Message) : undefined;
}

/** Markdown's marks for the title and the headings of a report, which programs that show Markdown make large. */
function marksOf(blocks: readonly Block[]): ReadonlyMap<Block, string> {
  const { text, pieces } = compose(blocks);
  const report = parse(text);
  const marks = new Map<Block, string>();
  if (!report.recognized) return marks;
  const paragraphs = new Map<number, Block>();
  const own = blocks.filter((block) => block.kind === 'paragraph');
  for (const [i, { start }] of pieces.filter(({ inTable }) => !inTable).entries()) if (own[i]) paragraphs.set(start, own[i]);
  const mark = (start: number, end: number, sign: string) => {
    const block = paragraphs.get(start);
    if (block?.kind === 'paragraph' && block.text.length === end - start) marks.set(block, sign);
  };
  if (report.title) mark(report.title.span.start, report.title.span.end, '# ');
  for (const { heading } of report.sections) mark(heading.start, heading.end, '## ');
  return marks;
}
