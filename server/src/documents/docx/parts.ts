/** The parts of a Word file by what they are for, found through its relations, never by a guess at their names. */
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';
import { parseXml } from '../package/parse-xml';
import { decodePart, elements, type XmlElement } from '../package/xml';
import { openZip, type Zip } from '../package/zip';
import { looks } from './looks';

export interface Part {
  readonly name: string;
  readonly source: string;
  readonly root: XmlElement;
}

export interface WordFile {
  readonly zip: Zip;
  readonly main: Part;
  /** The part of that kind (numbering, styles, footnotes, comments, header, footer) to which the text refers. */
  part(kind: string): Part | undefined;
  parts(kind: string): Part[];
  /** The bytes of what the text refers to by that relation. */
  linked(id: string): Uint8Array | undefined;
}

/** @throws UnreadableDocument where it is no Word file or damaged. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const zip = openZip(bytes);
  const name = targets(zip, '_rels/.rels', '').find(([kind]) => kind === 'officeDocument')?.[1] ?? 'word/document.xml';
  const main = read(zip, name);
  if (!main || main.root.name !== 'w:document') throw new UnreadableDocument(msg('不是 Word 文档，或者文件损坏'));
  const relations = targets(zip, relationsOf(name), folderOf(name));
  const linked = (id: string) => {
    const target = relations.find(([, , own]) => own === id)?.[1];
    return target === undefined ? undefined : zip.read(target);
  };
  const parts = (kind: string) => relations.filter(([own]) => own === kind).flatMap(([, target]) => read(zip, target) ?? []);
  return { zip, main, part: (kind) => parts(kind)[0], parts, linked };
}

function read(zip: Zip, name: string): Part | undefined {
  const bytes = zip.read(name);
  if (!bytes) return undefined;
  const source = decodePart(bytes);
  return { name, source, root: parseXml(source, looks) };
}

/** The relations in a part, each with the last word of its type and the name of the part that it leads to. */
export function targets(zip: Zip, name: string, folder: string): [kind: string, target: string, id: string][] {
  const bytes = zip.read(name);
  if (!bytes) return [];
  return elements(parseXml(decodePart(bytes))).flatMap(({ attributes }): [string, string, string][] => {
    if (attributes['TargetMode'] === 'External') return [];
    const kind = /[^/]*$/.exec(attributes['Type'] ?? '')?.[0] ?? '';
    return [[kind, resolved(folder, attributes['Target'] ?? ''), attributes['Id'] ?? '']];
  });
}

export function relationsOf(name: string): string {
  return `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`;
}

export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
