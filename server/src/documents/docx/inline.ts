/**
 * The words of one paragraph: runs in their order, insertions in and deletions out, hidden text told and left out, results of
 * fields in and their instructions out. Text boxes and footnotes that hang on the paragraph are handed on.
 */
import type { Shown } from '../document';
import type { DocumentPiece } from '../words';
import { child, isElement, textOf, type XmlElement } from '../package/xml';
import { isOn } from './numbering';
import type { DocxReading } from './reading';

export interface Inline {
  readonly pieces: readonly DocumentPiece[];
  /** Contents of text boxes that hang on the paragraph. */
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly XmlElement[];
  /** What the paragraph shows besides text. */
  readonly shows: Shown | undefined;
}

interface Place {
  readonly style: string | undefined;
  readonly node: number;
  readonly inserted: XmlElement | undefined;
  /** The run that is read. */
  readonly run?: XmlElement;
  /** Whether what is read is set apart from a figure before it: raised, lowered or struck out. */
  readonly apart?: boolean;
}

interface Growing {
  pieces: DocumentPiece[];
  boxes: XmlElement[];
  notes: XmlElement[];
  shows: Shown | undefined;
}

/** Fields whose results are no words of the text. */
const silentFields = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|INDEX|XE|TC|RD)\b/i;

/** @param style the paragraph's style. */
export function readInline(paragraph: XmlElement, reading: DocxReading, style: string | undefined, node: number): Inline {
  const inline: Growing = { pieces: [], boxes: [], notes: [], shows: undefined };
  readChildren(paragraph, inline, reading, { style, node, inserted: undefined });
  return inline;
}

function readChildren(parent: XmlElement, inline: Growing, reading: DocxReading, place: Place): void {
  for (const node of parent.children) if (isElement(node)) readElement(node, inline, reading, place);
}

function readElement(element: XmlElement, inline: Growing, reading: DocxReading, place: Place): void {
  switch (element.name) {
    case 'w:r':
      return readRun(element, inline, reading, place);
    case 'w:ins':
    case 'w:moveTo':
      reading.insertions++;
      return readChildren(element, inline, reading, { ...place, inserted: element });
    case 'w:del':
    case 'w:moveFrom':
      reading.deletions++;
      return;
    case 'w:fldSimple':
      if (silentFields.test(element.attributes['w:instr'] ?? '')) return;
      return readChildren(element, inline, reading, place);
    case 'w:sdt':
      return readContent(child(element, 'w:sdtContent'), inline, reading, place);
    case 'w:ruby':
      return readContent(child(element, 'w:rubyBase'), inline, reading, place);
    case 'mc:AlternateContent':
      return readContent(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'), inline, reading, place);
    case 'w:txbxContent':
      inline.boxes.push(element);
      return;
    case 'm:t':
      inline.pieces.push({ text: textOf(element) });
      return;
    case 'w:pPr':
    case 'w:rPr':
      return;
    default:
      return readRunChild(element, inline, reading, place);
  }
}

function readContent(content: XmlElement | undefined, inline: Growing, reading: DocxReading, place: Place): void {
  if (content) readChildren(content, inline, reading, place);
}

function readRun(run: XmlElement, inline: Growing, reading: DocxReading, place: Place): void {
  const properties = child(run, 'w:rPr');
  if (reading.styles.isHidden(properties, place.style)) {
    const words = textOf(run).trim();
    if (words !== '' && !isSilent(reading)) reading.hidden.push(words);
    return;
  }
  const raised = child(properties, 'w:vertAlign')?.attributes['w:val'];
  const struck = child(properties, 'w:strike') ?? child(properties, 'w:dstrike');
  const apart = raised === 'superscript' || raised === 'subscript' || (struck !== undefined && isOn(struck));
  readChildren(run, inline, reading, { ...place, run, apart });
}

/** What stands in a run, besides its properties. */
function readRunChild(element: XmlElement, inline: Growing, reading: DocxReading, place: Place): void {
  if (element.name === 'w:fldChar') return turnField(element, reading);
  if (element.name === 'w:instrText') {
    const field = reading.fields.at(-1);
    if (field && !field.shown) field.instruction += textOf(element);
    return;
  }
  if (isSilent(reading)) {
    if (element.name === 'w:t' && reading.fields.some(({ instruction }) => /^\s*TOC\b/i.test(instruction))) reading.leftContents = true;
    return;
  }
  if (element.name === 'w:t') return addText(element, inline, reading, place);
  const text = characters[element.name];
  if (text !== undefined) inline.pieces.push({ text });
  else if (element.name === 'w:footnoteReference' || element.name === 'w:endnoteReference') addNote(element, inline, reading);
  else if (element.name === 'w:delText') return;
  else {
    inline.shows = shownBy[element.name] ?? inline.shows;
    readChildren(element, inline, reading, place);
  }
}

/** A picture as Word and as older versions draw it, a chart, what another program made. Frames and lines show nothing. */
const shownBy: Readonly<Record<string, Shown>> = {
  'pic:pic': 'picture',
  'v:imagedata': 'picture',
  'c:chart': 'picture',
  'o:OLEObject': 'object',
};

const characters: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };

function addText(element: XmlElement, inline: Growing, reading: DocxReading, place: Place): void {
  const words = textOf(element);
  if (words === '' || !place.run) return;
  const before = inline.pieces.at(-1)?.text ?? '';
  if (place.apart === true && /\d$/.test(before) && /^\d/.test(words)) inline.pieces.push({ text: ' ' });
  inline.pieces.push({ text: words, source: reading.sources.length });
  reading.sources.push({ text: element, run: place.run, words, inserted: place.inserted, node: place.node });
}

function addNote(reference: XmlElement, inline: Growing, reading: DocxReading): void {
  const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const note = reading.footnotes.get(`${kind}:${reference.attributes['w:id'] ?? ''}`);
  if (note) inline.notes.push(note);
}

function turnField(element: XmlElement, reading: DocxReading): void {
  const type = element.attributes['w:fldCharType'];
  const open = reading.fields.at(-1);
  if (type === 'begin') reading.fields.push({ instruction: '', shown: false });
  else if (type === 'separate' && open) open.shown = true;
  else if (type === 'end') reading.fields.pop();
}

/** Whether what is read now is an instruction, or the result of a field that is no text. */
function isSilent(reading: DocxReading): boolean {
  return reading.fields.some(({ instruction, shown }) => !shown || silentFields.test(instruction));
}
