/**
 * Heads and labels are worded as in the form; numbering, white space, width and punctuation aside. A label whose rest
 * stands on another line or in another cell is not shortened but broken, and no finding. One wording is one finding in a
 * table, however often a page break repeats its head. Labels of the trial form of 2019 are outdated-form's business.
 */
import { essence, isStandard } from '../../report/tables/labels';
import type { Label, Report, Table } from '../../report/report';
import { halfWidth } from '../../text/number';
import { msg } from '../../text/message';
import type { TextEdit } from '../../text/edit';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const nonstandardLabel: Rule = {
  id: 'nonstandard-label',
  family: 'tables',
  title: '表头或项目名称与格式不一致',
  severity: 'hint',
  fixable: true,
  looksAt: 'tables',
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      if (table.form.edition === 2019 || table.doubt) continue;
      const cut = cutHeads(report, table);
      if (cut.length > 0) (observations ??= []).push(...cut);
      const groups = deviating(report, table);
      if (groups.length === 0) continue;
      const wide = report.text.slice(table.span.start, table.span.end).includes('（');
      for (const labels of groups) (observations ??= []).push(observe(report, labels, wide));
    }
    return observations ?? nothing;
  },
};

/** The labels of `table` that are worded otherwise, those of one thing and one wording together. */
function deviating(report: Report, table: Table): readonly (readonly Label[])[] {
  let alike: Map<string, Label[]> | undefined;
  let heads: ReadonlySet<string> | undefined;
  let whole: boolean | undefined;
  for (let i = 0; i < table.labels.length; i++) {
    const label = table.labels[i] as Label;
    if (label.joined || isVerbatim(report.text, label)) continue;
    const wording = wordingOf(report, label);
    // （三）1.属于国家秘密: the number of the group stands in front of the row's own.
    if (isStandard(wording, label.form) || isStandard(withoutNumber(wording), label.form) || !isOf(table, label)) continue;
    const rest = restOf(essence(wording), essence(label.form.label));
    if (rest) {
      // A part of the form's wording that no one writes by itself can only be a piece of it.
      if (!label.form.aliases?.some((alias) => essence(alias) === essence(wording))) continue;
      if (
        label.form.kind === 'row'
          ? standsBeside(report, table, i, rest)
          : rest.every((part) => (heads ??= headPieces(report, table)).has(part))
      )
        continue;
      if (table.form.number === 4 && (whole ??= isWhole(report, table))) continue;
    }
    const key = `${label.form.kind} ${label.form.id} ${essence(wording)}`;
    const known = (alike ??= new Map<string, Label[]>()).get(key);
    if (known) known.push(label);
    else alike.set(key, [label]);
  }
  return alike ? [...alike.values()] : nothing;
}

/** The words with which the heads of groups in table two begin, and what belongs to the beginning alone. */
const headStart = /第二十条第?(?![^\s|｜│]{0,3}[(（]?[一五六八九\d]|[\s|｜│]{0,4}[(（]?[一五六八九\d][)）]?\s*项|款)/y;
const article = '第二十条';

/** Heads of table two of which the end is gone: 第二十条第 for 第二十条第(一)项. The row below tells which it was. */
function cutHeads({ text }: Report, table: Table): readonly Observation[] {
  if (table.form.number !== 2) return nothing;
  const from = text.lastIndexOf('\n', Math.max(0, table.span.start - 1)) - longestGap;
  let found: Observation[] | undefined;
  for (let start = text.indexOf(article, Math.max(0, from)); start >= 0; start = text.indexOf(article, start + article.length)) {
    if (start >= table.span.end) break;
    headStart.lastIndex = start;
    const words = headStart.exec(text)?.[0];
    if (words === undefined) continue;
    const row = table.rows.find(({ span }) => span.start > start);
    const head = row && table.form.heads.find(({ rows }) => rows?.includes(row.form.id));
    if (!head || table.labels.some(({ span }) => span.start <= start && start < span.end)) continue;
    const span = { start, end: start + words.length };
    const fix = { title: msg('改为「{0}」', head.label), safe: true, edits: [{ span, newText: head.label }] };
    (found ??= []).push({ span, message: msg('「{0}」应写作「{1}」', words, head.label), fix });
  }
  return found ?? nothing;
}

/** How far above the first label a head may begin. */
const longestGap = 60;

/** One finding for `labels`, which all have the same wording. `wide`: the table has full-width punctuation. */
function observe(report: Report, labels: readonly Label[], wide: boolean): Observation {
  const [first, ...others] = labels as [Label, ...Label[]];
  const { label } = first.form;
  const wording = withoutNumber(wordingOf(report, first).replace(/\s+/g, ' '));
  const otherUnit = /元/.test(wording) && !/万元/.test(wording) && label.includes('万元');
  // Under another unit stand other figures: rewriting the head alone would change what they say.
  const edits = otherUnit ? [] : labels.map((one) => edit(report, one, wide));
  return {
    span: first.span,
    message: otherUnit ? msg('「{0}」的单位与格式不同，应为「{1}」', wording, label) : msg('「{0}」应写作「{1}」', wording, label),
    ...(otherUnit && { severity: 'warning' }),
    ...(others.length > 0 && { related: others.map(({ span }) => ({ span, message: msg('同样的写法') })) }),
    ...(edits.length > 0 && edits.every((one) => one !== undefined) && { fix: { title: msg('改为「{0}」', label), safe: true, edits } }),
  };
}

/** The label's text as read: without tags, entities, escaping, and bars between the cells that it stands in. */
function wordingOf({ text }: Report, { span }: Label): string {
  const piece = text.slice(span.start, span.end);
  return /[<&|｜│┃║\\]/.test(piece) ? piece.replace(/<[^<>]*>|&[a-z]+;|[|｜│┃║\\]/g, '') : piece;
}

/** The form's label letter by letter, of either width, with its number or without: true for most, and quickly told. */
function isVerbatim(text: string, { span: { start, end }, form: { label, ordinal = '' } }: Label): boolean {
  const from = end - label.length;
  if (!standsAt(text, from, label)) return false;
  return from === start || (from === start + ordinal.length && standsAt(text, start, ordinal));
}

/** Whether `words` stand at `at`, of either width. */
function standsAt(text: string, at: number, words: string): boolean {
  for (let i = 0; i < words.length; i++) {
    const code = text.charCodeAt(at + i);
    const wanted = words.charCodeAt(i);
    if (code !== wanted && code - wanted !== toWide) return false;
  }
  return true;
}
const toWide = 0xfee0;

/** Whether the label belongs to the form by which the table is read. */
function isOf({ form }: Table, { form: own }: Label): boolean {
  const family: readonly Label['form'][] = own.kind === 'column' ? form.columns : own.kind === 'row' ? form.rows : form.heads;
  return family.includes(own);
}

/** What `wording` lacks before and after it to be `full`; undefined if it is no part of it. */
function restOf(wording: string, full: string): string[] | undefined {
  const at = wording === '' ? -1 : full.indexOf(wording);
  return at < 0 ? undefined : [full.slice(0, at), full.slice(at + wording.length)].filter((part) => part !== '');
}

/**
 * The pieces of the table's head that are no labels themselves, such as the rest of a broken head:
 *
 *     商业 | 科研 | 社会公益 |
 *     企业 | 机构 | 组织 |
 */
function headPieces({ text }: Report, table: Table): ReadonlySet<string> {
  const end = (table.form.number === 4 ? table.rows[0]?.span : table.rows[0]?.label)?.start ?? table.span.end;
  const pieces = new Set<string>();
  let from = table.span.start;
  for (const { span } of table.labels) {
    for (const piece of text.slice(from, Math.min(span.start, end)).split(/[\s|｜│┃║]+/)) pieces.add(piece);
    from = span.end;
    if (from >= end) break;
  }
  return pieces;
}

/**
 * Whether the head of table four has all the characters of its heads, in whatever order: in text from a PDF their halves
 * stand on lines of their own.
 *
 *     结果 结果 其他 尚未
 *                         总计
 *     维持 纠正 结果 审结
 */
function isWhole({ text }: Report, table: Table): boolean {
  const head = text.slice(table.span.start, table.rows[0]?.span.start ?? table.span.end);
  const wanted = table.form.columns
    .map(({ label }) => label)
    .join('')
    .repeat(table.form.rows.length);
  return [...new Set(wanted)].every((c) => head.split(c).length >= wanted.split(c).length);
}

/** Whether the rest of a row's label stands between its neighbours, before or behind the values. */
function standsBeside({ text }: Report, { labels, span }: Table, index: number, rest: readonly string[]): boolean {
  const own = (labels[index] as Label).span;
  const before = text.slice(labels[index - 1]?.span.end ?? span.start, own.start);
  const after = text.slice(own.end, labels[index + 1]?.span.start ?? span.end);
  const words = essence((before + after).replace(/[\d\s|｜│┃║]+/g, ''));
  return rest.every((part) => words.includes(part));
}

/** Writes the form's wording behind the label's own number; undefined for a label that is broken or has tags in it. */
function edit({ text }: Report, { span, form }: Label, wideTable: boolean): TextEdit | undefined {
  const piece = text.slice(span.start, span.end);
  if (/[\r\n\t|｜│┃║<>&]/.test(piece)) return undefined;
  const numbering = piece.length - withoutNumber(piece).length;
  const wide = /[（），：]/.test(piece) || (wideTable && !/[(),:]/.test(piece));
  const newText = wide ? form.label.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，').replaceAll(':', '：') : form.label;
  return { span: { start: span.start + numbering, end: span.end }, newText };
}

/** `2.其他法律法规禁止公开` without `2.`. */
function withoutNumber(piece: string): string {
  const number = /^[(〔[]?\s*(?:[一二三四五六七八九十]+|\d{1,2})\s*[)〕\].、:,]+\s*/.exec(halfWidth(piece));
  return number ? piece.slice(number[0].length) : piece;
}

const nothing: readonly never[] = [];
