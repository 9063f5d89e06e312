/**
 * Finds the headings of the six sections among the lines of a text: by name whatever their number, by number where the
 * name is not known but the place is right. Leaves out a table of contents, and sub-headings that carry the same words.
 */
import type { GridLine } from '../table/grid';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { type SectionForm, sections as forms } from './form/form';
import { differsBy, essence, matchExactly } from './tables/labels';
import type { Section } from './report';
import { isHan } from '../text/characters';

/** A heading and the grid line on which it ends. */
export interface FoundHeading {
  readonly form: SectionForm;
  readonly span: Span;
  readonly named: boolean;
  readonly from: number;
  readonly index: number;
}

const longestHeading = 46;
const numerals = '一二三四五六七八九十';

interface Candidate extends FoundHeading {
  /** Number before the heading and how it is written. */
  readonly number: number | undefined;
  readonly style: 'chinese' | 'arabic' | 'bracketed' | 'none';
  /** How well the name fits: 3 the form's, 2 another known one, 1 nearly, 0 only the number. */
  readonly fit: number;
}

/** The headings in the order of the text. */
export function findHeadings(text: string, grid: readonly GridLine[]): FoundHeading[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < grid.length; index++) {
    const candidate = candidateAt(text, grid, index);
    if (candidate) {
      candidates.push(candidate);
      index = candidate.index;
    }
  }
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

function candidateAt(text: string, grid: readonly GridLine[], index: number): Candidate | undefined {
  const line = grid[index] as GridLine;
  if (line.cells.length > 24) return undefined;
  let cell = line.cells[0];
  if (line.cells.length > 1) {
    cell = undefined;
    for (const other of line.cells) {
      if (other.end === other.start) continue;
      if (cell) return undefined;
      cell = other;
    }
  }
  if (!cell || cell.end - cell.start < 4) return undefined;
  if (cell.end - cell.start > longestHeading) return runIn(text, cell, index);
  const shown = cell.shown ?? text.slice(cell.start, cell.end);
  const first = shown.charCodeAt(0);
  // Quick refusal of what cannot begin a heading: digits alone, Latin letters.
  if (first >= 65 && first <= 122 && first !== 95 && first !== 91) return undefined;
  if (cannotEnd(shown) || matchExactly(shown).length > 0) return undefined;
  const numbered =
    /^[#>\s*_]*第?([一二三四五六七八九十]|[\d０-９]{1,2})(?:部分)?\s*([、.．,，:：\s]|[)）])\s*/.exec(shown) ?? unseparated(shown);
  if (numbered && /[)）]/.test(numbered[2] ?? '')) return undefined;
  const plain = /^[#>\s*_]*/.exec(shown) as RegExpExecArray;
  const start = (numbered ?? plain)[0].length;
  const rest = shown.slice(start).replace(/[\s*_#]+$/, '');
  if (rest.length < 2) return undefined;
  if (/[。；;！？]./.test(rest)) return runIn(text, cell, index);
  const numeral = numbered?.[1];
  const style = numeral === undefined ? (/^[(（]/.test(rest) ? 'bracketed' : 'none') : numerals.includes(numeral) ? 'chinese' : 'arabic';
  const number = numeral === undefined ? undefined : style === 'chinese' ? numerals.indexOf(numeral) + 1 : Number(halfWidth(numeral));
  const span = {
    start: cell.start + (cell.shown === undefined ? plain[0].length : 0),
    end: cell.end - (cell.shown === undefined ? shown.length - shown.replace(/[\s*_#]+$/, '').length : 0),
  };
  const found = (form: SectionForm, fit: number, last = index, end = span.end): Candidate => ({
    form,
    span: { start: span.start, end },
    named: fit > 0,
    from: index,
    index: last,
    number,
    style,
    fit,
  });
  const wording = essence(rest);
  const byName = nameOf(wording, style, number);
  if (byName) return byName.fit === 1 ? (runIn(text, cell, index) ?? found(byName.form, 1)) : found(byName.form, byName.fit);
  if (style !== 'chinese' || number === undefined || number > 6) return undefined;
  // A heading broken over two lines: 四、政府信息公开行政复议、行政 / 诉讼情况
  const next = grid[index + 1];
  const tail = next?.cells.length === 1 ? next.cells[0] : undefined;
  if (tail && tail.end - tail.start <= 20 && tail.end - tail.start > 0) {
    const joined = nameOf(wording + essence(text.slice(tail.start, tail.end)), style, number);
    if (joined && joined.fit > 1) return found(joined.form, joined.fit, index + 1, tail.end);
  }
  const own = runIn(text, cell, index);
  if (own || rest.length < 4) return own;
  const form = forms[number - 1] as SectionForm;
  if (rest.length <= 26 && !/[，,：:]/.test(rest) && form.keys.some((key) => wording.includes(key))) return found(form, 1);
  return rest.length <= 26 && !/[，,：:。]/.test(rest) && line.kind === 'bare' ? found(form, 0) : undefined;
}

/** Whether a line without a Chinese number cannot be a heading because no section's name ends as it does. */
function cannotEnd(shown: string): boolean {
  let start = 0;
  while (start < shown.length && marks.includes(shown[start] as string)) start++;
  if (numerals.includes(shown[start] ?? ' ')) return false;
  let end = shown.length;
  while (end > 0 && !isHan(shown.charCodeAt(end - 1))) end--;
  return end > 0 && !finals.has(shown.charCodeAt(end - 1));
}

const marks = '#>*_ 第';
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
  const start = cell.start + (/^[#>\s*_]*/.exec(opening) as RegExpExecArray)[0].length;
  return { form, span: { start, end }, named: true, from: index, index, number: form.number, style: 'chinese', fit: 3 };
}

/** Whether a Chinese numeral stands at `start`, marks aside. */
function mayOpen(text: string, start: number): boolean {
  let i = start;
  while (i < start + 8 && marks.includes(text[i] ?? '。')) i++;
  return numerals.includes(text[i] ?? '。');
}

/** The section named by `wording`; without a Chinese number only by a known name. */
function nameOf(wording: string, style: Candidate['style'], number: number | undefined): { form: SectionForm; fit: number } | undefined {
  for (const form of forms) {
    const fit = names.get(form)?.get(wording);
    if (fit === undefined) continue;
    if (style === 'arabic' && number !== form.number) continue;
    if ((style === 'none' || style === 'bracketed') && fit < 3) continue;
    return { form, fit };
  }
  if (style !== 'chinese' || wording.length < 4 || wording.length > 30) return undefined;
  for (const form of forms) {
    const name = essence(form.name);
    if (Math.abs(wording.length - name.length) < 4 && differsBy(wording, name, name.length > 8 ? 3 : 1)) return { form, fit: 1 };
  }
  return undefined;
}

const names = new Map(
  forms.map((form) => [form, new Map([...form.aliases.map((alias) => [essence(alias), 2] as const), [essence(form.name), 3] as const])]),
);

/** Leaves out a table of contents: headings that follow each other without text and come again later. */
function withoutContents(candidates: readonly Candidate[], grid: readonly GridLine[]): Candidate[] {
  if (grid.length < 8) return [...candidates];
  const last = new Map(candidates.filter(({ fit }) => fit > 0).map((candidate) => [candidate.form.number, candidate]));
  const kept: Candidate[] = [];
  for (let i = 0; i < candidates.length;) {
    let end = i + 1;
    while (candidates[end]?.from === (candidates[end - 1] as Candidate).index + 1) end++;
    for (const candidate of candidates.slice(i, end)) {
      if (end - i < 4 || candidate.fit === 0 || last.get(candidate.form.number) === candidate) kept.push(candidate);
    }
    i = end;
  }
  return kept;
}

/**
 * Leaves out lines that only look like headings: told by their number alone where the section has a named heading or
 * stands elsewhere; sub-headings with Arabic numbers or none where the others have Chinese ones; sub-headings that are
 * named like a section but numbered as it is not, where that section has its own heading.
 */
function withoutStrangers(candidates: readonly Candidate[]): Candidate[] {
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
