/**
 * Heads and labels of several parts in one cell, whatever stands between the parts: the group of a column and the column, the
 * group of a row and the row, several heads run together. Told by the parts alone.
 *
 *     行政诉讼-未经复议直接起诉-结果维持      行政复议（总计）（件）      自然人法人或其他组织总计
 */
import { isSpace } from '../../text/characters';
import { halfWidth } from '../../text/number';
import { allTables } from '../form/form';
import { essence, type LabelForm, type Meaning, type TableNumber } from './labels';

/** Longest cell of parts. */
const longest = 96;
const shortest = 4;

/** The parts of `piece`, two or more and all of one table, in its order; undefined if it is not made of parts. */
export function partsOf(piece: string, table?: TableNumber): readonly Meaning[] | undefined {
  if (piece.length < shortest || piece.length > longest) return undefined;
  let wording: string | undefined;
  for (const number of table === undefined ? numbers : [table]) {
    const own = partsIn(number);
    if (!own.initials.has(firstOf(piece))) continue;
    const parts = split((wording ??= bare(piece)), 0, own, new Set());
    if (parts && parts.length > 1) return parts;
  }
  return undefined;
}

/** The code of the first character that counts, of either width. */
function firstOf(piece: string): number {
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    const half = code > 0xff00 && code < 0xff5f ? code - 0xfee0 : code;
    if (!isSpace(half) && !separators.has(half) && !marks.has(half)) return half;
  }
  return 0;
}

const numbers: readonly TableNumber[] = [4, 3, 2];
/** What may stand behind a part and says nothing: a unit, 数量. */
const suffixes = ['件数', '数量', '件', '数', '情况', '万元', '个', '宗', '起'];
/** What separates parts and is no part of any; numbers of labels are left out where a part follows them. */
const separators = new Set([...'—–―－−→>＞|｜+＋&＆:：/／\\、_~～=·•.。,，;；'].map((c) => c.charCodeAt(0)));
const marks = new Set([...'#*_`"\'“”‘’「」『』《》〈〉<>()（）[]【】〔〕-'].map((c) => c.charCodeAt(0)));

/** The words that may be a part in one table, and their lengths, the longest first. */
interface Parts {
  readonly words: ReadonlyMap<string, readonly Meaning[]>;
  readonly lengths: readonly number[];
  /** Their first characters. */
  readonly initials: ReadonlySet<number>;
}

/** Made when the first cell of a table may be made of parts: most reports have none. */
const made = new Map<TableNumber, Parts>();

function partsIn(number: TableNumber): Parts {
  const known = made.get(number);
  if (known) return known;
  const words = new Map<string, Meaning[]>();
  for (const { edition, columns, rows, heads } of allTables.filter((table) => table.number === number)) {
    for (const form of [...columns, ...rows, ...heads]) addForm(words, { table: number, form, only2019: edition === 2019 });
  }
  const lengths = [...new Set([...words.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  const parts = { words, lengths, initials: new Set([...words.keys()].map((word) => word.charCodeAt(0))) };
  made.set(number, parts);
  return parts;
}

function addForm(words: Map<string, Meaning[]>, meaning: Meaning): void {
  const { form } = meaning;
  for (const wording of [form.label, ...(form.aliases ?? []), ...(form.parts ?? [])]) {
    for (const word of [essence(wording), bare((form.ordinal ?? '') + wording)]) {
      const known = words.get(word);
      if (!known) words.set(word, [meaning]);
      else if (!known.some((other) => other.form.kind === form.kind && other.form.id === form.id)) known.push(meaning);
    }
  }
}

/** The parts of `wording` from `at` on, the longest first. `dead` holds places from which no way leads to the end. */
function split(wording: string, at: number, own: Parts, dead: Set<number>): Meaning[] | undefined {
  if (at === wording.length) return [];
  if (dead.has(at)) return undefined;
  for (const length of own.lengths) {
    const meanings = at + length <= wording.length ? own.words.get(wording.slice(at, at + length)) : undefined;
    // Cut to 结果 a head may be one of two.
    if (!meanings || meanings.filter(({ form }) => form.kind === 'column').length > 1) continue;
    for (const end of endsBehind(wording, at + length)) {
      const rest = split(wording, end, own, dead);
      if (rest) return [meanings.length === 1 ? (meanings[0] as Meaning) : choose(meanings, rest[0]), ...rest];
    }
  }
  dead.add(at);
  return undefined;
}

/** The places at which the next part may begin: right here, or behind a unit. */
function endsBehind(wording: string, at: number): number[] {
  const suffix = suffixes.find((word) => wording.startsWith(word, at));
  return suffix ? [at, at + suffix.length] : [at];
}

/** Of several meanings of a word the one that may have a part behind it, or else any: resolved by the part before it, later. */
function choose(meanings: readonly Meaning[], next: Meaning | undefined): Meaning {
  const head = next && meanings.find(({ form }) => holds(form, next.form));
  return head ?? (meanings.find(({ form }) => form.kind === 'column') as Meaning | undefined) ?? (meanings[0] as Meaning);
}

/** Whether `inner` is a row or column of the group `outer`. */
function holds(outer: LabelForm, inner: LabelForm): boolean {
  return outer.kind === 'head' && ((outer.rows ?? []).includes(inner.id) || (outer.columns ?? []).includes(inner.id));
}

/** The parts with each word that stands for several things read as the parts before it want: 其他 behind 法人 is a column, behind 其他处理 a row. */
export function settled(parts: readonly Meaning[]): Meaning[] {
  let group: LabelForm | undefined;
  return parts.map((part) => {
    const { form } = part;
    const found = group?.kind === 'head' && group.rows?.includes(form.id) && form.kind !== 'row' ? rowOf(part) : part;
    group = form.kind === 'head' ? form : group;
    return found;
  });
}

function rowOf(part: Meaning): Meaning {
  const words = partsIn(part.table).words.get(essence(part.form.label)) ?? [];
  return words.find(({ form }) => form.kind === 'row') ?? part;
}

/** A wording without white space, marks, brackets and what separates parts. */
function bare(piece: string): string {
  let wording = '';
  for (const c of halfWidth(piece)) {
    const code = c.charCodeAt(0);
    if (isSpace(code) || separators.has(code) || marks.has(code)) continue;
    wording += c;
  }
  return wording;
}
