/**
 * Finds what a label stands for: the form's wordings first, then wordings with other punctuation, then labels that are
 * broken or slightly wrong. One wording may stand for several things (其他 is a row and a column); the table that is
 * being read tells which.
 */
import { isDigit, isSpace, spaces } from '../../text/characters';
import { addedColumns, allTables, type ColumnForm, type HeadForm, type RowForm, type TableForm } from '../form/form';
import { charactersBetween, characterTable, markCharacters } from '../../text/code';

export type TableNumber = 2 | 3 | 4;
export type LabelForm = ColumnForm | RowForm | HeadForm;

/** One thing that a wording may stand for. */
export interface Meaning {
  readonly table: TableNumber;
  readonly form: LabelForm;
  /** Only in the trial form of 2019, not in the form of 2021. */
  readonly only2019: boolean;
}

/** What the label `piece` may stand for by its exact wording, numbering and punctuation aside; empty if nothing. */
export function matchExactly(piece: string): readonly Meaning[] {
  return byWording.get(piece) ?? byWording.get(essence(piece)) ?? nothing;
}

/**
 * What a label that is broken, shortened or misspelt may stand for in `table`: by a word that only it contains, as a
 * part of exactly one wording, or by differing from one wording in a character or two.
 */
export function matchLoosely(piece: string, table: TableNumber): Meaning | undefined {
  const wording = essence(piece);
  if (wording.length < 2 || wording.length > 60) return undefined;
  const labels = byTable[table];
  const keyed = onlyOne(labels, (label) => label.keys.some((key) => wording.includes(key)) && wording.length <= label.longest + 12);
  if (keyed) return keyed.meaning;
  if (wording.length >= 4) {
    const part = onlyOne(labels, (label) => label.wordings.some((full) => full.length > wording.length && full.includes(wording)));
    if (part) return part.meaning;
  }
  if (wording.length < 3) return undefined;
  const allowed = wording.length >= 8 ? 2 : 1;
  return onlyOne(labels, (label) => label.wordings.some((full) => full.length > 2 && differsBy(wording, full, allowed)))?.meaning;
}

/** Whether `piece` may be a further part of the label of `form`: the rest of a wording broken over lines. */
export function isPartOf(piece: string, form: LabelForm): boolean {
  const wording = essence(piece);
  return wording.length > 1 && wordingsOf(form).some((full) => full.includes(wording));
}

/** Whether the wording is the form's own, white space, punctuation and numbering aside. */
export function isStandard(piece: string, form: LabelForm): boolean {
  return essence(piece) === essence(form.label);
}

/** A wording without numbering, white space, emphasis and punctuation: what labels are compared by. */
export function essence(piece: string): string {
  if (onlyHan.test(piece)) return piece;
  let wording = '';
  let kept = afterNumbering(piece);
  for (let i = kept; i <= piece.length; i++) {
    const code = i < piece.length ? piece.charCodeAt(i) : 0;
    const wide = code >= 0xff01 && code <= 0xff5e;
    if (i < piece.length && !wide && dropped[code] === 0) continue;
    if (i > kept) wording += piece.slice(kept, i);
    if (wide && dropped[code - 0xfee0] === 0) wording += String.fromCharCode(code - 0xfee0);
    kept = i + 1;
  }
  return wording;
}

/** In most wordings nothing is to be dropped: told by one look, hundreds of times at every start. */
const onlyHan = /^[\u4e00-\u9fff]*$/;

/** 1 for the characters that do not count when labels are compared. */
const dropped = markCharacters(characterTable('#*_`"\'“”‘’「」『』《》〈〉<>()（）[]【】〔〕,，、.。．:：;；·/-'), spaces);

/** Where the wording begins behind a number such as `一、`, `(一)`, `1.`, `（1）、`, `①`; 0 if there is none. */
function afterNumbering(piece: string): number {
  let i = 0;
  while (i < piece.length && dropped[piece.charCodeAt(i)] === 1) i++;
  if (isEnclosed(piece.charCodeAt(i))) return i + 1;
  const first = i;
  while (i < piece.length && i - first < 3 && isNumeral(piece.charCodeAt(i))) i++;
  if (i === first) return 0;
  const end = i;
  while (i < piece.length && dropped[piece.charCodeAt(i)] === 1) i++;
  for (let k = end; k < i; k++) if (!isSpace(piece.charCodeAt(k))) return i;
  return 0;
}

function isNumeral(code: number): boolean {
  return isDigit(code) || numerals.has(code);
}

/** A number in a circle, in brackets or with its stop, as one character: ①, ⑴, ⒈, ㈠. */
function isEnclosed(code: number): boolean {
  return (code >= 0x2460 && code <= 0x249b) || (code >= 0x3220 && code <= 0x3229);
}
const enclosed = [...charactersBetween(0x2460, 0x249b), ...charactersBetween(0x3220, 0x3229)];

const numerals = new Set([...'一二三四五六七八九十'].map((c) => c.charCodeAt(0)));

/** Whether a label may begin with this character, a number before it included. */
export function mayBeginLabel(code: number): boolean {
  return initials[code] === 1;
}

const initials = markCharacters(characterTable(' \t(（[〔"“「*#_0123456789０１２３４５６７８９一二三四五六七八九十<'), enclosed);

interface IndexedLabel {
  readonly meaning: Meaning;
  readonly wordings: readonly string[];
  readonly keys: readonly string[];
  readonly longest: number;
}

const nothing: readonly Meaning[] = [];
const byWording = new Map<string, Meaning[]>();
const byTable: Record<TableNumber, IndexedLabel[]> = { 2: [], 3: [], 4: [] };
const wordingsBy = new Map<LabelForm, readonly string[]>();

/** Labels by what they are and how they are worded: tables of two editions share most. */
const indexed = new Set<string>();

for (const table of allTables) indexTable(table);
markCharacters(initials, byWording.keys());
markCharacters(initials, Object.values(addedColumns).flat());

function indexTable(table: TableForm): void {
  const labels = byTable[table.number];
  for (const form of [...table.columns, ...table.rows, ...table.heads]) {
    const wordings = wordingsOf(form);
    const name = `${table.number} ${form.kind} ${form.id} ${wordings[0]}`;
    if (indexed.has(name)) continue;
    indexed.add(name);
    const meaning: Meaning = { table: table.number, form, only2019: table.edition === 2019 };
    labels.push({
      meaning,
      wordings,
      keys: (form.keys ?? []).map(essence),
      longest: Math.max(...wordings.map((w) => w.length)),
    });
    for (const wording of wordings) addWording(wording, meaning);
    const numbered = (form.ordinal ?? '') + form.label;
    for (const literal of [form.label, numbered, fullWidth(numbered), fullWidth(form.label)]) addWording(literal, meaning);
  }
}

function addWording(wording: string, meaning: Meaning): void {
  const meanings = byWording.get(wording);
  if (!meanings) byWording.set(wording, [meaning]);
  else if (
    !meanings.includes(meaning) &&
    !meanings.some((known) => known.table === meaning.table && known.form.kind === meaning.form.kind && known.form.id === meaning.form.id)
  )
    meanings.push(meaning);
}

/** The essence of the label and its aliases: worked out once, editions share most of their forms. */
function wordingsOf(form: LabelForm): readonly string[] {
  let wordings = wordingsBy.get(form);
  if (!wordings) wordingsBy.set(form, (wordings = [form.label, ...(form.aliases ?? [])].map(essence)));
  return wordings;
}

function fullWidth(wording: string): string {
  if (!/[(),:]/.test(wording)) return wording;
  return wording.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，').replaceAll(':', '：');
}

function onlyOne(labels: readonly IndexedLabel[], matches: (label: IndexedLabel) => boolean): IndexedLabel | undefined {
  let found: IndexedLabel | undefined;
  for (const label of labels) {
    if (!matches(label)) continue;
    if (found && found.meaning.form.id !== label.meaning.form.id) return undefined;
    found ??= label;
  }
  return found;
}

/** Whether `a` becomes `b` by at most `limit` insertions, deletions and replacements of characters. */
export function differsBy(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    row = next;
  }
  return (row[b.length] as number) <= limit;
}
