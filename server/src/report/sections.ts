/**
 * Finds the headings of the six sections among the lines of a text: by name whatever their number, by number where the
 * name is not known but the place is right. Leaves out a table of contents, and sub-headings that carry the same words.
 */
import type { GridLine } from '../table/grid';
import type { Span } from '../text/span';
import { type SectionForm, sections as forms } from './form';
import { differsBy, essence, matchExactly } from './labels';
import type { Section } from './report';

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
  readonly style: 'chinese' | 'arabic' | 'none';
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
    const filled = line.cells.filter((c) => c.end > c.start);
    if (filled.length !== 1) return undefined;
    cell = filled[0];
  }
  if (!cell || cell.end - cell.start > longestHeading || cell.end - cell.start < 4) return undefined;
  const shown = cell.shown ?? text.slice(cell.start, cell.end);
  const first = shown.charCodeAt(0);
  // Quick refusal of what cannot begin a heading: digits alone, Latin letters.
  if (first >= 65 && first <= 122 && first !== 95 && first !== 91) return undefined;
  const numbered = /^[#>\s*_]*第?([一二三四五六七八九十]|\d{1,2})(?:部分)?\s*([、.．,，:：\s]|[)）])\s*/.exec(shown);
  if (numbered && /[)）]/.test(numbered[2] as string)) return undefined;
  const plain = /^[#>\s*_]*/.exec(shown) as RegExpExecArray;
  const start = (numbered ?? plain)[0].length;
  const rest = shown.slice(start).replace(/[\s*_#]+$/, '');
  if (/[。；;！？]./.test(rest) || rest.length < 4) return undefined;
  const numeral = numbered?.[1];
  const style = numeral === undefined ? 'none' : numerals.includes(numeral) ? 'chinese' : 'arabic';
  const number = numeral === undefined ? undefined : style === 'chinese' ? numerals.indexOf(numeral) + 1 : Number(numeral);
  const span = { start: cell.start + (cell.shown === undefined ? (/^[#>\s*_]*/.exec(shown) as RegExpExecArray)[0].length : 0), end: cell.end - (cell.shown === undefined ? shown.length - shown.replace(/[\s*_#]+$/, '').length : 0) };
  const found = (form: SectionForm, fit: number, last = index, end = span.end): Candidate => ({ form, span: { start: span.start, end }, named: fit > 0, from: index, index: last, number, style, fit });
  const wording = essence(rest);
  const byName = nameOf(wording, style, number);
  if (byName) return found(byName.form, byName.fit);
  if (style !== 'chinese' || number === undefined || number > 6 || matchExactly(shown).length > 0) return undefined;
  // A heading broken over two lines: 四、政府信息公开行政复议、行政 / 诉讼情况
  const next = grid[index + 1];
  const tail = next?.cells.length === 1 ? next.cells[0] : undefined;
  if (tail && tail.end - tail.start <= 20 && tail.end - tail.start > 0) {
    const joined = nameOf(wording + essence(text.slice(tail.start, tail.end)), style, number);
    if (joined && joined.fit > 1) return found(joined.form, joined.fit, index + 1, tail.end);
  }
  const form = forms[number - 1] as SectionForm;
  if (rest.length <= 26 && !/[，,：:]/.test(rest) && form.keys.some((key) => wording.includes(key))) return found(form, 1);
  return rest.length <= 26 && !/[，,：:。]/.test(rest) && line.kind === 'bare' ? found(form, 0) : undefined;
}

/** The section named by `wording`; without a Chinese number only by a known name. */
function nameOf(wording: string, style: Candidate['style'], number: number | undefined): { form: SectionForm; fit: number } | undefined {
  for (const form of forms) {
    const fit = names.get(form)?.get(wording);
    if (fit === undefined) continue;
    if (style === 'arabic' && number !== form.number) continue;
    if (style === 'none' && (fit < 3 || form.number === 1)) continue;
    return { form, fit };
  }
  if (style !== 'chinese' || wording.length < 4 || wording.length > 30) return undefined;
  for (const form of forms) {
    const name = essence(form.name);
    if (differsBy(wording, name, name.length > 8 ? 3 : 1)) return { form, fit: 1 };
  }
  return undefined;
}

const names = new Map(
  forms.map((form) => [form, new Map([...form.aliases.map((alias) => [essence(alias), 2] as const), [essence(form.name), 3] as const])]),
);

/** Leaves out a table of contents: headings that follow each other without text and come again later. */
function withoutContents(candidates: readonly Candidate[], grid: readonly GridLine[]): Candidate[] {
  const last = new Map<number, Candidate>();
  for (const candidate of candidates) last.set(candidate.form.number, candidate);
  return candidates.filter((candidate, i) => {
    const next = candidates[i + 1];
    const previous = candidates[i - 1];
    const touchesNext = next?.from === candidate.index + 1;
    const touchesPrevious = previous?.index === candidate.from - 1;
    if (!touchesNext && !touchesPrevious) return true;
    if (last.get(candidate.form.number) === candidate) return true;
    let run = 1;
    for (let k = i; candidates[k + 1]?.from === (candidates[k] as Candidate).index + 1; k++) run++;
    for (let k = i; k > 0 && candidates[k - 1]?.index === (candidates[k] as Candidate).from - 1; k--) run++;
    return run < 4 || grid.length < 8;
  });
}

/**
 * Leaves out lines that only look like headings: told by their number alone where the section has a named heading or
 * stands elsewhere; sub-headings with Arabic numbers or none where the others have Chinese ones.
 */
function withoutStrangers(candidates: readonly Candidate[]): Candidate[] {
  const named = candidates.filter((candidate) => candidate.fit > 0);
  const chinese = named.filter((candidate) => candidate.style === 'chinese').length;
  const kept = candidates.filter((candidate) => {
    if (candidate.style === 'chinese' || candidate.fit === 0) return true;
    if (candidate.style === 'arabic') return chinese === 0 || (candidate.fit === 3 && candidate.form.number > 1);
    return !named.some((other) => other !== candidate && other.form === candidate.form && other.style !== 'none');
  });
  return kept.filter((candidate, i) => {
    if (candidate.fit > 0) return true;
    const known = kept.filter((other) => other.fit > 0);
    if (known.length < 2 || known.some((other) => other.form === candidate.form)) return false;
    const before = kept.slice(0, i).filter((other) => other.fit > 0).at(-1);
    const after = kept.slice(i + 1).find((other) => other.fit > 0);
    return (!before || before.form.number < candidate.form.number) && (!after || after.form.number > candidate.form.number) && (before !== undefined || after !== undefined);
  });
}
