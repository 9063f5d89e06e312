/** Text of runs written anew in the source of the part, plainly or as tracked changes. */
import { child, escapeXml, type XmlElement } from '../package/xml';
import type { TextEdit } from '../../text/edit';
import type { DocxReading, TextSource } from './reading';
import type { WordChange } from './word-changes';

/** Whose the changes are. */
export interface Track {
  readonly author: string;
  /** Such as 2026-01-20T08:00:00Z. */
  readonly date: string;
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** The edits of the part that change the text of sources. */
export function rewriteSources(
  source: string,
  reading: DocxReading,
  replacements: ReadonlyMap<number, readonly Replacement[]>,
  track: Track | undefined,
): TextEdit[] {
  const ids = idsAfter(source);
  return [...replacements].flatMap(([number, own]): TextEdit[] => {
    const found = reading.sources[number];
    if (!found) return [];
    const sorted = [...own].sort((a, b) => a.from - b.from || a.to - b.to);
    const { start, end } = found.text;
    return [{ span: { start, end }, newText: track ? tracked(source, found, sorted, { ...track, ids }) : plain(source, found, sorted) }];
  });
}

/** The prefix that the file uses, and what is written with it. */
function tagsOf(source: string, element: XmlElement): { readonly prefix: string; readonly text: (words: string, name?: string) => string } {
  const raw = /^<([^\s/>]+)/.exec(source.slice(element.start, element.start + 80))?.[1] ?? 'w:t';
  const prefix = raw.includes(':') ? raw.slice(0, raw.indexOf(':') + 1) : '';
  return { prefix, text: (words, name = 't') => `<${prefix}${name} xml:space="preserve">${escapeXml(words)}</${prefix}${name}>` };
}

function plain(source: string, { text, words }: TextSource, replacements: readonly Replacement[]): string {
  let written = '';
  let done = 0;
  for (const { from, to, newText } of replacements) {
    written += words.slice(done, from) + newText;
    done = to;
  }
  return tagsOf(source, text).text(written + words.slice(done));
}

/** Ends the run, writes deletion and insertion with the same looks, and begins the run again. */
function tracked(
  source: string,
  { text, run, words, inserted }: TextSource,
  replacements: readonly Replacement[],
  track: Track & { readonly ids: () => number },
): string {
  const { prefix, text: tag } = tagsOf(source, text);
  const properties = child(run, 'w:rPr');
  const looks = properties ? source.slice(properties.start, properties.end) : '';
  const open = `${source.slice(run.start, run.innerStart)}${looks}`;
  const close = `</${prefix}r>`;
  const outside = inserted
    ? { open: source.slice(inserted.start, inserted.innerStart), close: `</${prefix}ins>` }
    : { open: '', close: '' };
  const mark = (name: string, content: string) =>
    `<${prefix}${name} ${prefix}id="${track.ids()}" ${prefix}author="${escapeXml(track.author)}" ${prefix}date="${track.date}"><${prefix}r>${looks}${content}${close}</${prefix}${name}>`;
  let written = '';
  let done = 0;
  for (const { from, to, newText } of replacements) {
    if (from > done) written += tag(words.slice(done, from));
    const deletion = to > from ? outside.open + mark('del', tag(words.slice(from, to), 'delText')) + outside.close : '';
    const insertion = newText === '' ? '' : mark('ins', tag(newText));
    written += close + outside.close + deletion + insertion + outside.open + open;
    done = to;
  }
  return done < words.length ? written + tag(words.slice(done)) : written;
}

/** The edit that writes into a paragraph in which nothing stands, as its mark or a figure near it looks. */
export function insertIntoBlank(
  source: string,
  reading: DocxReading,
  { piece, newText }: WordChange,
  track: Track | undefined,
): TextEdit | undefined {
  const node = piece.origin.node;
  const paragraph = node === undefined ? undefined : reading.nodes[node]?.paragraphs[0];
  if (node === undefined || !paragraph) return undefined;
  const { prefix, text } = tagsOf(source, paragraph);
  const run = `<${prefix}r>${looksNear(source, reading, paragraph, node)}${text(newText)}</${prefix}r>`;
  const written = track
    ? `<${prefix}ins ${prefix}id="${idsAfter(source)()}" ${prefix}author="${escapeXml(track.author)}" ${prefix}date="${track.date}">${run}</${prefix}ins>`
    : run;
  if (source[paragraph.end - 2] === '/') {
    const opening = `${source.slice(paragraph.start, paragraph.end - 2)}>`;
    return { span: { start: paragraph.start, end: paragraph.end }, newText: `${opening}${written}</${prefix}p>` };
  }
  return { span: { start: paragraph.innerEnd, end: paragraph.innerEnd }, newText: written };
}

/** The looks of a figure in a cell near by, else those of the paragraph's mark. */
function looksNear(source: string, reading: DocxReading, paragraph: XmlElement, node: number): string {
  const near = reading.sources
    .filter((one) => Math.abs(one.node - node) <= 9 && /^\s*[\d.]+\s*$/.test(one.words))
    .sort((a, b) => Math.abs(a.node - node) - Math.abs(b.node - node))[0];
  const properties = near ? child(near.run, 'w:rPr') : child(paragraph, 'w:pPr', 'w:rPr');
  if (!properties) return '';
  const changes = ['w:ins', 'w:del', 'w:rPrChange'].flatMap((name) => child(properties, name) ?? []);
  const edits = changes.map(({ start, end }) => ({ start: start - properties.start, end: end - properties.start }));
  let looks = source.slice(properties.start, properties.end);
  for (const { start, end } of edits.sort((a, b) => b.start - a.start)) looks = looks.slice(0, start) + looks.slice(end);
  return looks;
}

/** Numbers of marks that the part does not use yet. */
function idsAfter(source: string): () => number {
  let last = 9000;
  for (const [, id] of source.matchAll(/\bid="(\d{1,9})"/g)) last = Math.max(last, Number(id));
  return () => ++last;
}
