/**
 * What writing a table anew would lose: rows that have no place in the form, and whatever else stands among the cells and
 * is neither a value that was placed nor a label of the form. A table is written anew only if nothing would be lost.
 * Labels that are misspelt, broken or repeated are no loss: the form has them.
 */
import { addedCells } from './added-cells';
import { isGroupPart } from '../../report/tables/group-parts';
import { partsOf } from '../../report/tables/label-parts';
import { essence, matchExactly } from '../../report/tables/labels';
import { isPageFurniture } from '../../report/tables/pieces';
import { nameOf, tableName } from '../../report/names';
import { printedLabel } from '../../report/writing/printed-form';
import type { Label, Report, Table } from '../../report/report';
import type { GridLine } from '../../table/grid';
import { lineAt, lineSpan } from '../../text/lines';
import { type Message, msg, shortened } from '../../text/message';
import { halfWidth, readNumber } from '../../text/number';
import { firstFrom, slice, type Span } from '../../text/span';

export interface Loss {
  /** The row, label or words that are in the way. */
  readonly span: Span;
  readonly message: Message;
}

/** What stands in the place of a table. */
export interface Content {
  /** The text of each value that was placed, as it is shown, by the offset at which it starts. */
  readonly values: ReadonlyMap<number, string>;
  /** In the order of the text; empty if the table can be written anew. */
  readonly losses: readonly Loss[];
  /** Everything that is neither a value nor a label, in the order of the text. */
  readonly lost: readonly LostPiece[];
}

/** The text of one cell that is not blank, as it is shown. */
export interface LostPiece extends Span {
  readonly text: string;
  /** Whether it only numbers its row. */
  readonly added?: true;
}

/** What stands in the cells of `grid`, in the order of the text. */
export function piecesOf(text: string, grid: readonly GridLine[]): LostPiece[] {
  const pieces: LostPiece[] = [];
  const added = addedCells(text, grid);
  for (const { cells } of grid) {
    if (isFurniture(text, cells)) continue;
    for (const { start, end, shown } of cells)
      if (start < end) pieces.push({ start, end, text: shown ?? text.slice(start, end), ...(added.has(start) && { added: true }) });
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** What programs write into a cell that holds nothing; the unit in a cell of its own. */
function isFiller(text: string): boolean {
  return /^(?:nan|null|none|n\/a|unnamed: ?\d+|[件个项条宗])$/i.test(text) || readNumber(text).kind === 'none';
}

/** The name of a column of labels or of figures, which the form leaves without one: 项目, 类别, 数量. */
function isNameOfColumn(text: string): boolean {
  return /^[*_]*(?:(?:统计|办理|申请人?|结果|信息|计量)?(?:项目|单位|备注|说明|类别|类型|指标|情形|条款|依据|内容|名称|分类|事项|结果|数量|数值|件数|数据|合计数))[*_（）()件：:]*$/.test(
    text,
  );
}

/** Whether the line is what a page repeats: its number, the title. */
function isFurniture(text: string, cells: GridLine['cells']): boolean {
  const [first] = cells;
  const last = cells.at(-1);
  return first !== undefined && last !== undefined && last.end - first.start < 80 && isPageFurniture(text.slice(first.start, last.end));
}

/** The values of `table` and what would be lost of `place`, where it stands. `pieces` are those of the whole text. */
export function contentOf(report: Report, table: Table, place: Span, pieces: readonly LostPiece[]): Content {
  const rows = lossesOfRows(report, table);
  const strays: Stray[] = [];
  const values = new Map<number, string>();
  const lost: LostPiece[] = [];
  const firstValue = Math.min(...table.rows.flatMap(({ cells }) => cells.map(({ span }) => span.start)));
  const ends = new Map(
    table.rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind !== 'blank').map(({ span }) => [span.end, span.start])),
  );
  const placed = new Set(table.rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind !== 'blank').map(({ span }) => span.start)));
  const copies = new Set(table.rows.flatMap(({ copies: own = [] }) => own.map(({ start }) => start)));
  const known = wordingsOf(table);
  const labels = [...table.labels].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  let told = 0;
  let before: { readonly piece: LostPiece; readonly as: 'label' | 'value' | 'lost' } | undefined;
  for (let i = firstFrom(pieces, place.start); (pieces[i]?.end ?? Infinity) <= place.end; i++) {
    const piece = pieces[i] as LostPiece;
    while ((rows[told]?.span.end ?? Infinity) <= piece.start) told++;
    while ((labels[next]?.span.end ?? Infinity) <= piece.start) next++;
    const isLost = (): boolean =>
      isOver(labels[next], piece)
        ? !isCovered(report.text, labels, next, piece, known)
        : !isKnown(piece.text, known) &&
          !copies.has(piece.start) &&
          !piece.added &&
          !isOrdinalOf(piece, labels[next]) &&
          !isFiller(piece.text) &&
          !(piece.start < firstValue && isNameOfColumn(piece.text));
    const glued = ends.get(piece.end);
    if (glued !== undefined && glued > piece.start && isOver(labels[next], piece)) {
      values.set(glued, report.text.slice(glued, piece.end));
      before = { piece, as: 'value' };
    } else if (placed.has(piece.start)) {
      values.set(piece.start, piece.text);
      before = { piece, as: 'value' };
    } else if ((rows[told]?.span.start ?? Infinity) <= piece.start) {
      before = { piece, as: 'lost' };
    } else if (isLost()) {
      // Figures behind what is lost are part of it; figures behind a label are told with it.
      if (before?.as !== 'lost')
        strays.push({ ...piece, behind: before?.as === 'label' && isFigure(piece.text) ? before.piece : undefined });
      else if (strays.length > 0) strays.push(joined(strays.pop() as Stray, piece));
      before = { piece, as: 'lost' };
    } else before = { piece, as: 'label' };
    if (before.as === 'lost') lost.push(piece);
  }
  const losses = [
    ...rows,
    ...strays.map(lossOfStray),
    ...labels.flatMap((label) => lossOfLabel(report, table, label) ?? []),
    ...lossesOfTags(report, table, place),
  ];
  return { values, losses: losses.sort((a, b) => a.span.start - b.span.start), lost };
}

/** Rows that cannot be written: with figures that have no place, unknown ones, and those that come again. */
function lossesOfRows(report: Report, table: Table): Loss[] {
  const losses: Loss[] = table.ragged.map(({ span, name, found, expected }) => ({
    span,
    message: msg('「{0}」有 {1} 个数，应有 {2} 个，不知道各填在哪一格', name, found, expected),
  }));
  for (const { span } of table.unknown)
    losses.push({ span, message: msg('「{0}」不是格式中的项目，不知道它的数填在哪里', shortened(slice(report.text, span))) });
  for (const { span, form } of table.duplicates) losses.push({ span, message: msg('「{0}」一行重复出现，不知道留哪一行', nameOf(form)) });
  if (losses.length === 0 && (table.rows.length === 0 || (table.form.number === 4 && table.missing.length > 0))) {
    losses.push({ span: table.caption, message: msg('{0}没有读全', tableName(table.form)) });
  }
  return losses.sort((a, b) => a.span.start - b.span.start);
}

/** Words or figures that would be lost. */
interface Stray extends LostPiece {
  /** The label in front of them, if they are figures. */
  readonly behind: LostPiece | undefined;
}

function joined(stray: Stray, piece: LostPiece): Stray {
  return { start: stray.start, end: piece.end, text: `${stray.text} ${piece.text}`, behind: stray.behind };
}

function lossOfStray({ start, end, text, behind }: Stray): Loss {
  return behind
    ? {
        span: { start: behind.start, end },
        message: msg('「{0}」后面的「{1}」不在格式中，会丢掉', shortened(behind.text), shortened(text)),
      }
    : { span: { start, end }, message: msg('「{0}」不在格式中，会丢掉', shortened(text)) };
}

/** A label that the form's own would not stand for: of another unit, of another form, or with figures in it. */
function lossOfLabel(report: Report, { form: table }: Table, { span, form }: Label): Loss | undefined {
  const wording = slice(report.text, span).replace(/<[^<>]*>|\\/g, '');
  const own = [...table.columns, ...table.rows, ...table.heads].find(
    ({ kind, id, label }) => (kind === form.kind && id === form.id) || label === form.label,
  );
  if (!own) return { span, message: msg('「{0}」不是这张表的格式中的项目', shortened(wording)) };
  if (/元/.test(wording) && !/万元/.test(wording))
    return { span, message: msg('「{0}」的单位与格式不同，改成「{1}」就改了数的意思', shortened(wording), printedLabel(own)) };
  const named = halfWidth(wording).replace(/^[\s#*_]*[(（〔[]?\s*(?:[一二三四五六七八九十]+|\d)\s*[)）〕\].、,:，：]+/, '');
  if (!/\d/.test(named) || matchExactly(wording).length > 0 || partsOf(wording)) return undefined;
  return { span, message: msg('「{0}」里有数，改成「{1}」会丢掉', shortened(wording), printedLabel(own)) };
}

const keptTags = new Set(
  'table thead tbody tfoot tr td th colgroup col p div span br wbr b strong i em u font center a section o:p big small label nobr'.split(
    ' ',
  ),
);

/** Tags that hold more than the form of the text; among lines of another layout, lines of tags and of a quotation. */
function lossesOfTags({ text, lines }: Report, table: Table, place: Span): Loss[] {
  const losses: Loss[] = [];
  const lose = (start: number, tag: string) =>
    losses.push({ span: { start, end: start + tag.length }, message: msg('{0} 不在格式中，会丢掉', shortened(tag)) });
  if (table.layout === 'html') {
    for (const tag of text.slice(place.start, place.end).matchAll(/<\/?([a-z][a-z0-9:]*)[^<>]*>/gi)) {
      if (!tag[0].startsWith('</') && !keptTags.has((tag[1] as string).toLowerCase())) lose(place.start + tag.index, tag[0]);
    }
    return losses;
  }
  const last = lineAt(lines, place.end);
  let quoted = false;
  for (let line = lineAt(lines, place.start); line <= last; line++) {
    const { start, end } = lineSpan(text, lines, line);
    const whole = text.slice(start, end);
    if (!quoted && /^\s*>/.test(whole)) {
      quoted = true;
      lose(start + whole.indexOf('>'), '>');
    }
    if (/^\s*<\/?[a-z]/i.test(whole) && whole.replace(/<[^<>]*>/g, '').trim() === '') lose(start + whole.search(/\S/), whole.trim());
  }
  return losses;
}

/** The wordings of all labels of the form, as labels are compared. */
function wordingsOf({ form }: Table): readonly string[] {
  return [...form.columns, ...form.rows, ...form.heads].flatMap(({ label, aliases = [] }) => [label, ...aliases].map(essence));
}

/** Whether the words are a label of the form, a part of one, or several. */
function isKnown(text: string, known: readonly string[]): boolean {
  // One character of a group's label, which may be a numeral: 三.
  if (/^[一-鿿]$/.test(text) && isGroupPart(text)) return true;
  if (isFigure(text)) return false;
  // What is counted may stand behind it: 自然人（件）.
  const wording = essence(text.replace(/[（(](?:单位[:：]?)?[件个项条宗][)）]$/, ''));
  // Punctuation alone is none, but a quotation's mark belongs to the text.
  if (wording === '') return !/[\d>]/.test(halfWidth(text));
  if (known.some((full) => full.includes(wording)) || partsOf(text)) return true;
  const words = text.split(/[\s,，"]+/).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => isKnown(word, known));
}

/** Whether the text is a number, stands for one, or has digits and nothing Chinese. */
function isFigure(text: string): boolean {
  return (
    readNumber(text, 'difference').kind !== 'unreadable' ||
    readNumber(text, 'money').kind !== 'unreadable' ||
    /^[^一-鿿]*[\d０-９][^一-鿿]*$/.test(text)
  );
}

function isOver(label: Label | undefined, piece: Span): boolean {
  return label !== undefined && label.span.start < piece.end && piece.start < label.span.end;
}

/** Whether labels, of which that at `first` stands over the piece, and words of labels make up all of it. */
function isCovered(text: string, labels: readonly Label[], first: number, piece: LostPiece, known: readonly string[]): boolean {
  let done = piece.start;
  let rest = '';
  for (let i = first; (labels[i]?.span.start ?? Infinity) < piece.end; i++) {
    const { span } = labels[i] as Label;
    // A label over several cells: each holds a part of it.
    if (span.start < piece.start || span.end > piece.end) return isKnown(piece.text, known);
    rest += `${text.slice(done, Math.max(done, span.start))} `;
    done = Math.max(done, span.end);
  }
  rest = (rest + text.slice(done, piece.end)).replace(/<[^<>]*>|&[a-z]+;/gi, '').trim();
  return rest === '' || isKnown(rest, known);
}

/** The number of a label in a cell of its own in front of it: `1.` and then 属于国家秘密. */
function isOrdinalOf(piece: LostPiece, label: Label | undefined): boolean {
  const numeral = /^[(（]?([一二三四五六七八九十]|\d)[)）.、．]+$/.exec(halfWidth(piece.text))?.[1];
  return numeral !== undefined && label?.form.ordinal?.replace(/[().、]/g, '') === numeral;
}
