/**
 * Rows that a table lacks, written as the rows around them are: with their bars or tabs, their widths, a 0 in each cell.
 * Where the table's layout does not show how, or the line already has its figures, only the label.
 */
import type { HeadForm, RowForm } from '../../report/form/form';
import type { Report, Row, Table } from '../../report/report';
import { lineAt, lineText } from '../../text/lines';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import { displayWidth } from '../../text/width';
import { tableName } from '../../report/names';
import { fits, type Offer } from './offer';
import { printedLabel, printTable } from '../../report/writing/printed-form';
import type { SentencePiece } from './stock-sentences';

const bars = /[|｜│┃║]/;

export interface RowOffers {
  readonly offers: readonly Offer[];
  /** Whether the line stands between rows; else it may begin something else as well. */
  readonly inside: boolean;
}

const elsewhere: RowOffers = { offers: [], inside: false };

/**
 * The rows that may be written on `line`: in a table or right below it.
 * @param rest the report without what stands on the line.
 */
export function rowOffers(report: Report, rest: Report, line: Span, offset: number): RowOffers {
  const table = rest.tables.find((known) => isWithin(report.text, known, line));
  if (!table)
    return report.tables.some(({ span }) => span.start < line.start && line.end < span.end) ? { ...elsewhere, inside: true } : elsewhere;
  return { offers: offersIn(report, rest, table, line, offset), inside: line.start <= table.span.end };
}

function offersIn(report: Report, rest: Report, table: Table, line: Span, offset: number): Offer[] {
  if (table.layout === 'html' || table.form.number === 4) return [];
  const { text } = report;
  const separator = table.layout === 'tabs' ? /\t/ : bars;
  const typed = text.slice(line.start, offset).split(separator);
  const query = (typed.at(-1) ?? '').trimStart();
  const after = text.slice(offset, line.end);
  if (
    (after.split(separator)[0] ?? '').trim() !== '' ||
    typed.slice(0, -1).some((cell) => /\d/.test(cell) && cell.trim() !== '' && !/[一-鿿]/.test(cell))
  )
    return [];
  const alone = after.split(separator).every((cell) => cell.trim() === '');
  const written = writtenRows(rest, table);
  const lead = text.slice(line.start, offset - query.length);
  const order = table.form.rows;
  const above = Math.max(-1, ...table.rows.filter(({ span }) => span.start < line.start).map(({ form }) => order.indexOf(form)));
  const found = new Set([...table.rows.map(({ form }) => form), ...table.ragged.map(({ form }) => form)]);
  return order.flatMap((form, i): Offer[] => {
    const label = printedLabel(form);
    const words = [label, form.label, ...(form.keys ?? [])].join(' ');
    if (found.has(form) || !fits(query, words)) return [];
    const pieces = alone ? written(form) : undefined;
    return [
      {
        kind: 'row',
        label,
        detail: msg('{0}的一行', tableName(table.form)),
        documentation: msg(form.counts),
        span: pieces ? line : { start: offset - query.length, end: offset },
        pieces: pieces ?? [label + (alone && after === '' ? labelTail(rest, table) : '')],
        filter: pieces ? `${lead}${words}` : words,
        rank: i > above ? (i - above) / order.length : 1 + i / order.length,
      },
    ];
  });
}

/** Whether `line` stands between the table's first row and the line after its last. */
function isWithin(text: string, { span }: Table, line: Span): boolean {
  if (span.start >= line.start) return false;
  return (
    line.start <= span.end ||
    (/^[^\S\r\n|｜│┃║]*[|｜│┃║\s]*$/.test(text.slice(span.end, line.start)) &&
      (text.slice(span.end, line.start).match(/\r\n|[\r\n]/g) ?? []).length === 1)
  );
}

/** What stands behind the labels where each cell has a line of its own: nothing, or a bar. */
function labelTail({ text, lines }: Report, { rows }: Table): string {
  const label = rows.find((row) => row.label && row.cells.length > 0)?.label;
  if (!label) return '';
  const number = lineAt(lines, label.end);
  const tail = lineText(text, lines, number).slice(label.end - (lines.starts[number] ?? 0));
  return /^[^\S\u3000]*[|｜│┃║]$/.test(tail) ? tail : '';
}

/** A row that stands on one line, with the places that its cells take there. */
interface Model {
  readonly row: Row;
  readonly line: string;
  /** Offset of the line. */
  readonly start: number;
  /** What stands between the separators before the first figure. */
  readonly labels: readonly string[];
}

/** How rows of `table` are written; gives undefined for a row that has no like. */
function writtenRows(report: Report, table: Table): (form: RowForm) => SentencePiece[] | undefined {
  if (table.layout !== 'pipes' && table.layout !== 'tabs') return () => undefined;
  const models = table.rows.flatMap((row) => modelOf(report, table, row) ?? []);
  const order = table.form.rows;
  return (form) => {
    const alike = models.filter(({ row }) => row.form.columns.join() === form.columns.join());
    const distance = ({ row }: Model) =>
      Math.abs(order.indexOf(row.form) - order.indexOf(form)) + (row.form.group === form.group ? 0 : order.length);
    const counts = new Set(alike.map(({ labels }) => labels.length));
    const plainest = alike.filter(({ labels }) => labels.filter((label) => label.trim() !== '').length === 1);
    const model = (plainest.length > 0 ? plainest : alike).sort((a, b) => distance(a) - distance(b))[0];
    return model && pieces(table, model, labelsFor(table, form, model, counts.size === 1));
  };
}

function modelOf(report: Report, table: Table, row: Row): Model | undefined {
  const { text, lines } = report;
  const [first] = row.cells;
  const last = row.cells.at(-1);
  if (!first || !last || !row.label) return undefined;
  const number = lineAt(lines, row.label.start);
  if (lineAt(lines, last.place.end) !== number || row.label.end > first.place.start) return undefined;
  if (row.cells.some(({ place }, i) => i > 0 && place.start <= (row.cells[i - 1]?.place.start ?? 0))) return undefined;
  const start = lines.starts[number] ?? 0;
  const labels = text
    .slice(start, first.place.start)
    .split(table.layout === 'tabs' ? /\t/ : bars)
    .slice(0, -1);
  if (
    labels.length > 1 &&
    table.layout === 'pipes' &&
    labels[0]?.trim() === '' &&
    bars.test(text.slice(start, first.place.start).trimStart()[0] ?? '')
  )
    labels.shift();
  return labels.length === 0 ? undefined : { row, line: lineText(text, lines, number), start, labels };
}

/** The texts of the label cells: the row's own, and that of its group where the table does not have it yet. */
function labelsFor(table: Table, form: RowForm, { labels }: Model, isGrid: boolean): string[] {
  const outline = printTable(table.form, new Map([[form.id, form.columns.map(() => '0')]]), true).lines.map(([first]) => first);
  const own = outline.at(-1);
  const depth = own?.depth ?? 0;
  const label = printedLabel(form);
  const groups = outline
    .slice(0, -1)
    .filter((cell) => cell && cell.text !== '' && heads(table, cell.text))
    .map((cell) => ({ text: cell?.text ?? '', depth: cell?.depth ?? 0 }));
  const missing = groups.filter(
    ({ text }) => !table.labels.some(({ form: known }) => known.kind === 'head' && printedLabel(known) === text),
  );
  if (!isGrid) return [...missing.map(({ text }) => text), label];
  if (labels.length === 1) return [(/^\s*\u3000/.test(labels[0] ?? '') ? '\u3000'.repeat(depth) : '') + label];
  const cells = labels.map(() => '');
  for (const group of missing) cells[Math.min(group.depth, labels.length - 1)] = group.text;
  cells[Math.min(depth, labels.length - 1)] = label;
  return cells;
}

/** The head of a group of rows in table three, by its printed label. */
function heads({ form }: Table, text: string): HeadForm | undefined {
  return form.number === 3 ? form.heads.find((head) => head.rows && printedLabel(head) === text) : undefined;
}

/** The model's line with other labels and a 0 for each figure. */
function pieces({ layout }: Table, { row, line, start, labels }: Model, own: readonly string[]): SentencePiece[] {
  const at = (offset: number) => offset - start;
  const firstPlace = at(row.cells[0]?.place.start ?? start);
  const head = line.slice(0, firstPlace);
  const result: SentencePiece[] = [];
  if (layout === 'tabs') result.push(own.map((text) => `${text}\t`).join(''));
  else {
    const bar = bars.exec(head)?.[0] ?? '|';
    const lead = (/^\s*[|｜│┃║]/.exec(head) ?? /^\s*/.exec(head))?.[0] ?? '';
    const opens = bars.test(lead);
    result.push(
      lead + own.map((text, i) => padded(text, own.length === labels.length ? (labels[i] ?? '') : '', opens || i > 0) + bar).join(''),
    );
  }
  for (const [i, { place, span }] of row.cells.entries()) {
    const before = line.slice(at(place.start), at(span.start));
    const after = line.slice(at(span.end), at(place.end));
    const gap = before === '' && after === '' ? '' : ' '.repeat(Math.max(0, span.end - span.start - 1));
    const right = before.length >= after.length;
    result.push(before + (right ? gap : ''), { stop: '0' }, (right ? '' : gap) + after);
    const next = row.cells[i + 1]?.place.start;
    result.push(line.slice(at(place.end), next === undefined ? line.length : at(next)));
  }
  return result.filter((piece) => piece !== '');
}

/** `text` as wide as `model`, with a space at either end. */
function padded(text: string, model: string, opens: boolean): string {
  const bare = (opens ? ' ' : '') + text;
  return `${bare}${' '.repeat(Math.max(1, displayWidth(model) - displayWidth(bare)))}`;
}
