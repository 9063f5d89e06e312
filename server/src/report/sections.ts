/**
 * Finds the headings of the six sections among the lines of a text: by name whatever their number, by number where the
 * name is not known but the place is right. Leaves out a table of contents, and sub-headings that carry the same words.
 */
import type { GridCell, GridLine } from '../table/grid';
import type { Reread } from '../table/lines-again';
import { halfWidth } from '../text/number';
import { shifted, type Span } from '../text/span';
import { type SectionForm, sections as forms } from './form/form';
import { differsBy, essence, matchExactly } from './tables/labels';
import type { Candidate, FoundHeading } from './heading';
import type { Section } from './report';
import { holdsAny, isAsciiDigit, isHan, isOneOf } from '../text/characters';
import { characterTable, markCharacters } from '../text/code';

const longestHeading = 46;
/** A heading of an unknown name is no longer. */
const longestUnknown = 26;
const numerals = '一二三四五六七八九十';

/** The headings in the order of the text. */
export function findHeadings(text: string, grid: readonly GridLine[]): readonly FoundHeading[] {
  return headingsAmong(candidatesIn(text, grid), grid);
}

/** The lines that may be headings. @param before those of an earlier version, and how its lines have changed: each tells by itself. */
export function candidatesIn(
  text: string,
  grid: readonly GridLine[],
  before?: Reread & { readonly candidates: readonly Candidate[] },
): readonly Candidate[] {
  const { first, end } = before?.anew ?? { first: 0, end: grid.length };
  const candidates = before?.candidates.filter(({ from }) => from < first) ?? [];
  for (let index = first; index < end; index++) {
    const candidate = candidateAt(text, grid, index);
    if (candidate) {
      candidates.push(candidate);
      index = candidate.index;
    }
  }
  for (const candidate of before?.candidates ?? [])
    if (before && candidate.from + before.down >= end) candidates.push(movedCandidate(candidate, before));
  return candidates;
}

function movedCandidate(candidate: Candidate, { change: { by }, down }: Reread): Candidate {
  const { span, from, index } = candidate;
  return { ...candidate, span: shifted(span, by), from: from + down, index: index + down };
}

/** Those of `candidates` that are headings. */
export function headingsAmong(candidates: readonly Candidate[], grid: readonly GridLine[]): readonly FoundHeading[] {
  return withoutStrangers(withoutContents(candidates, grid));
}

/** Sections with their bodies, from the headings. */
export function sectionsOf(headings: readonly FoundHeading[], length: number): Section[] {
  return headings.map(({ form, span, named }, i) => ({
    form,
    heading: span,
    named,
    body: { start: span.end, end: headings[i + 1]?.span.start ?? length },
  }));
}

/** A line as the readers of headings see it: its only cell, the number in front, the words behind it. */
interface Line {
  readonly index: number;
  readonly cell: GridCell;
  readonly kind: GridLine['kind'];
  readonly number: number | undefined;
  readonly style: Candidate['style'];
  /** What stands behind the number. */
  readonly rest: string;
  /** `rest` as labels are compared. */
  readonly wording: string;
  /** The heading without white space and Markdown marks around it. */
  readonly span: Span;
}

/** In this order: by a known name; by one broken over two lines; by words that only this section's name has; by its number. */
const readers: readonly ((text: string, line: Line, grid: readonly GridLine[]) => Candidate | undefined)[] = [
  byName,
  overTwoLines,
  byKey,
  byNumber,
];

function candidateAt(text: string, grid: readonly GridLine[], index: number): Candidate | undefined {
  const cell = onlyCell(grid[index] as GridLine);
  if (!cell || cell.end - cell.start < 4) return undefined;
  if (cell.end - cell.start > longestHeading) return runIn(text, cell, index);
  const line = readLine(text, cell, grid, index);
  if (!line) return undefined;
  if (holdsAny(line.rest, '。；;！？') && /[。；;！？]./.test(line.rest)) return runIn(text, cell, index);
  for (const read of readers) {
    const found = read(text, line, grid);
    if (found) return found;
  }
  return undefined;
}

/** The cell of a line that holds nothing else. */
function onlyCell({ cells }: GridLine): GridCell | undefined {
  if (cells.length > 24) return undefined;
  if (cells.length === 1) return cells[0];
  let only: GridCell | undefined;
  for (const cell of cells) {
    if (cell.start === cell.end) continue;
    if (only) return undefined;
    only = cell;
  }
  return only;
}

/** A number and what separates it from the name; a dash is how scanners read 一. */
const numberInFront = /^[#>\s*_]*第?([一二三四五六七八九十]|[—–](?=、)|[\d０-９]{1,2})(?:部分)?\s*([、.．,，:：\s]|[)）])\s*/;

/** How many blanks and Markdown marks stand in front of the words. */
function marksInFront(shown: string): number {
  let start = 0;
  while (start < shown.length && (isOneOf(shown.charCodeAt(start), '#>*_') || isBlank(shown, start))) start++;
  return start;
}

/** Where the words end in front of blanks and emphasis. */
function withoutEmphasis(shown: string): number {
  let end = shown.length;
  while (end > 0 && (isOneOf(shown.charCodeAt(end - 1), '*_#') || isBlank(shown, end - 1))) end--;
  return end;
}

/** Whether `text[at]` is white space. */
function isBlank(text: string, at: number): boolean {
  return !isHan(text.charCodeAt(at)) && text[at]?.trim() === '';
}

function readLine(text: string, cell: GridCell, grid: readonly GridLine[], index: number): Line | undefined {
  const refused = cell.shown === undefined ? isRefused(text, cell.start, cell.end) : isRefused(cell.shown, 0, cell.shown.length);
  if (refused) return undefined;
  const { shown = text.slice(cell.start, cell.end) } = cell;
  const first = shown.charCodeAt(0);
  // Quick refusal of what cannot begin a heading: digits alone, Latin letters.
  if (first >= 65 && first <= 122 && first !== 95 && first !== 91) return undefined;
  if (matchExactly(shown).length > 0) return undefined;
  const numbered = numberInFront.exec(shown) ?? unseparated(shown);
  if (numbered && (numbered[2] === ')' || numbered[2] === '）')) return undefined;
  const front = marksInFront(shown);
  const end = withoutEmphasis(shown);
  const rest = shown.slice(numbered ? numbered[0].length : front, end);
  if (rest.length < 2) return undefined;
  const raw = cell.shown === undefined;
  return {
    index,
    cell,
    kind: (grid[index] as GridLine).kind,
    ...numberOf(numbered?.[1], rest),
    rest,
    wording: essence(rest),
    span: {
      start: cell.start + (raw ? front : 0),
      end: cell.end - (raw ? shown.length - end : 0),
    },
  };
}

function numberOf(numeral: string | undefined, rest: string): Pick<Line, 'number' | 'style'> {
  if (numeral === undefined) return { number: undefined, style: /^[(（]/.test(rest) ? 'bracketed' : 'none' };
  if (numeral === '—' || numeral === '–') return { number: 1, style: 'chinese' };
  const chinese = numerals.indexOf(numeral) + 1;
  return chinese > 0 ? { number: chinese, style: 'chinese' } : { number: Number(halfWidth(numeral)), style: 'arabic' };
}

function candidateOf({ span, index, number, style }: Line, form: SectionForm, fit: number): Candidate {
  return { form, span, named: fit > 0, from: index, index, number, style, fit };
}

function byName(text: string, line: Line): Candidate | undefined {
  const found = nameOf(line.wording, line.style, line.number);
  if (!found) return undefined;
  const own = candidateOf(line, found.form, found.fit);
  return found.fit === 1 ? (runIn(text, line.cell, line.index) ?? own) : own;
}

/** 四、政府信息公开行政复议、行政 / 诉讼情况 */
function overTwoLines(text: string, line: Line, grid: readonly GridLine[]): Candidate | undefined {
  if (!isNumberedSection(line)) return undefined;
  const next = grid[line.index + 1];
  const tail = next?.cells.length === 1 ? next.cells[0] : undefined;
  if (!tail || tail.end - tail.start > 20 || tail.end === tail.start) return undefined;
  const joined = nameOf(line.wording + essence(text.slice(tail.start, tail.end)), line.style, line.number);
  if (!joined || joined.fit < 2) return undefined;
  return { ...candidateOf(line, joined.form, joined.fit), span: { start: line.span.start, end: tail.end }, index: line.index + 1 };
}

function byKey(text: string, line: Line): Candidate | undefined {
  if (!isNumberedSection(line)) return undefined;
  const own = runIn(text, line.cell, line.index);
  if (own) return own;
  const form = forms[(line.number ?? 1) - 1] as SectionForm;
  const fits = line.rest.length >= 4 && line.rest.length <= longestUnknown && !/[，,：:]/.test(line.rest);
  return fits && form.keys.some((key) => line.wording.includes(key)) ? candidateOf(line, form, 1) : undefined;
}

function byNumber(_text: string, line: Line): Candidate | undefined {
  if (!isNumberedSection(line) || line.kind !== 'bare') return undefined;
  const fits = line.rest.length >= 4 && line.rest.length <= longestUnknown && !/[，,：:。]/.test(line.rest);
  return fits ? candidateOf(line, forms[(line.number ?? 1) - 1] as SectionForm, 0) : undefined;
}

/** Whether a line has the number of a section as the form writes it. */
function isNumberedSection({ style, number }: Line): boolean {
  return style === 'chinese' && number !== undefined && number <= 6;
}

/** Whether a line without a Chinese number cannot be a heading because no section's name ends as it does, or because it holds a figure alone. */
function isRefused(text: string, start: number, end: number): boolean {
  let first = start;
  while (first < end && openers[text.charCodeAt(first)] === 1) first++;
  if (first < end && openers[text.charCodeAt(first)] === 2) return false;
  let last = end;
  while (last > start && !isHan(text.charCodeAt(last - 1))) last--;
  return last > start ? !finals.has(text.charCodeAt(last - 1)) : isAsciiDigit(text.charCodeAt(start));
}

/** 1 for what may stand in front of a heading's numeral, 2 for a numeral. */
const openers = markCharacters(characterTable('#>*_ 第', 1), numerals, 2);
const finals = new Set(forms.flatMap((form) => [form.name, ...form.aliases]).map((name) => name.charCodeAt(name.length - 1)));

/** A number with nothing behind it: 二主动公开政府信息情况. Only before the form's own name. */
function unseparated(shown: string): RegExpExecArray | null {
  const found = /^[#>\s*_]*(?:第([一二三四五六])部分|([一二三四五六]))(?=[一-鿿])/.exec(shown);
  const numeral = found?.[1] ?? found?.[2];
  if (!found || numeral === undefined) return null;
  const form = forms[numerals.indexOf(numeral)] as SectionForm;
  return shown.startsWith(form.name, found[0].length) ? Object.assign(found, { 1: numeral, 2: '' }) : null;
}

/** The form's own heading with the text on the same line behind it: 一、总体情况。2023年，本镇…; the span is the heading. */
function runIn(text: string, cell: GridLine['cells'][number], index: number): Candidate | undefined {
  if (cell.shown !== undefined) return undefined;
  if (!mayOpen(text, cell.start)) return undefined;
  const opening = text.slice(cell.start, Math.min(cell.end, cell.start + longestHeading));
  const found = /^[#>\s*_]*([一二三四五六])、\s*/.exec(opening);
  const form = found?.[1] === undefined ? undefined : forms[numerals.indexOf(found[1])];
  if (!found || !form || !opening.startsWith(form.name, found[0].length)) return undefined;
  const end = cell.start + found[0].length + form.name.length;
  if (
    !/^[*_]*[。:：\s]/.test(text.slice(end, end + 4)) ||
    /[一二三四五六七]、\s*(?:主动公开|收到和处理|政府信息公开|存在的|其他需要)/.test(text.slice(end, Math.min(cell.end, end + 80)))
  )
    return undefined;
  const start = cell.start + marksInFront(opening);
  return { form, span: { start, end }, named: true, from: index, index, number: form.number, style: 'chinese', fit: 3 };
}

/** Whether a Chinese numeral stands at `start`, marks aside. */
function mayOpen(text: string, start: number): boolean {
  let i = start;
  while (i < start + 8 && openers[text.charCodeAt(i)] === 1) i++;
  return openers[text.charCodeAt(i)] === 2;
}

/** The section named by `wording`; without a Chinese number only by a known name. */
function nameOf(wording: string, style: Candidate['style'], number: number | undefined): { form: SectionForm; fit: number } | undefined {
  for (const { form, fit } of names.get(wording) ?? []) {
    if (style === 'arabic' && number !== form.number) continue;
    if ((style === 'none' || style === 'bracketed') && fit < 3) continue;
    return { form, fit };
  }
  if (style !== 'chinese' || wording.length < 4 || wording.length > 30) return undefined;
  for (const form of forms) {
    const name = essences.get(form) as string;
    if (Math.abs(wording.length - name.length) < 4 && differsBy(wording, name, name.length > 8 ? 3 : 1)) return { form, fit: 1 };
  }
  return undefined;
}

const essences = new Map(forms.map((form) => [form, essence(form.name)]));
/** The sections that each wording names, and how well. */
const names = new Map<string, { form: SectionForm; fit: number }[]>();
for (const form of forms) for (const name of new Set([form.name, ...form.aliases].map(essence))) addName(name, form);

function addName(wording: string, form: SectionForm): void {
  const named = { form, fit: wording === essences.get(form) ? 3 : 2 };
  const known = names.get(wording);
  if (known) known.push(named);
  else names.set(wording, [named]);
}

/** Leaves out a table of contents: headings that follow each other without text and come again later. */
function withoutContents(candidates: readonly Candidate[], grid: readonly GridLine[]): Candidate[] {
  if (grid.length < 8) return [...candidates];
  let last: ReadonlyMap<number, Candidate> | undefined;
  const kept: Candidate[] = [];
  for (let i = 0; i < candidates.length;) {
    let end = i + 1;
    while (candidates[end]?.from === (candidates[end - 1] as Candidate).index + 1) end++;
    if (end - i >= 4) last ??= new Map(candidates.filter(({ fit }) => fit > 0).map((candidate) => [candidate.form.number, candidate]));
    for (const candidate of candidates.slice(i, end)) {
      if (end - i < 4 || candidate.fit === 0 || last?.get(candidate.form.number) === candidate) kept.push(candidate);
    }
    i = end;
  }
  return kept;
}

/** Whether a heading is named as a section and has that section's Chinese number. */
function isOrdinary({ fit, style, number, form }: Candidate): boolean {
  return fit > 0 && style === 'chinese' && number === form.number;
}

/**
 * Leaves out lines that only look like headings: told by their number alone where the section has a named heading or
 * stands elsewhere; sub-headings with Arabic numbers or none where the others have Chinese ones; sub-headings that are
 * named like a section but numbered as it is not, where that section has its own heading.
 */
function withoutStrangers(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.every(isOrdinary)) return candidates;
  const named = candidates.filter((candidate) => candidate.fit > 0);
  const chinese = new Set(named.filter((candidate) => candidate.style === 'chinese').map(({ form }) => form));
  const numbered = new Set(
    named.filter((candidate) => candidate.style === 'chinese' || candidate.style === 'arabic').map(({ form }) => form),
  );
  const rightlyNumbered = new Set(
    named.filter((candidate) => candidate.style === 'chinese' && candidate.number === candidate.form.number).map(({ form }) => form),
  );
  const withNumerals = named.filter((candidate) => candidate.style === 'chinese');
  // Between numbered headings, or right after the one before it: 五、… 6、其他需要报告的事项.
  const fitsIn = (candidate: Candidate) => {
    const last = withNumerals.at(-1) as Candidate;
    return last.from > candidate.from || (candidate.form.number > 2 && last.form.number === candidate.form.number - 1);
  };
  const kept = candidates.filter((candidate) => {
    const { form, fit, style } = candidate;
    if (fit === 0) return true;
    if (style === 'chinese') return fit === 3 || candidate.number === form.number || !rightlyNumbered.has(form);
    if (style === 'arabic') return chinese.size === 0 || (fit === 3 && !chinese.has(form) && fitsIn(candidate));
    if (style === 'bracketed' && chinese.size > 0) return false;
    return !numbered.has(form) && (form.number > 1 || candidate === named[0]);
  });
  const known = kept.filter((candidate) => candidate.fit > 0);
  if (known.length < 2 || known.length === kept.length) return known.length < 2 ? known : kept;
  const forms = new Set(known.map(({ form }) => form));
  let next = 0;
  return kept.filter((candidate) => {
    if (candidate.fit > 0) {
      next++;
      return true;
    }
    const before = known[next - 1]?.form.number ?? 0;
    const after = known[next]?.form.number ?? 7;
    return !forms.has(candidate.form) && before < candidate.form.number && candidate.form.number < after;
  });
}
