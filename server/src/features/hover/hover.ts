/**
 * What to show over a place of a report: over a figure its row and column and every identity it stands in, over a label
 * what it counts, over a heading what its section must hold and what it lacks, over a figure of a sentence the cells that it
 * is held against. Reads sums, comparisons and findings, adds nothing.
 *
 * The text is Markdown: every value is escaped here, the templates are ours. Whoever shows it formats each line, joins
 * the lines of a paragraph by `  \n` and the paragraphs by `\n\n`.
 */
import { nameOf, rowName, tableName } from '../../report/names';
import { columnName } from '../../report/sums/sums';
import type { Sum } from '../../report/sums/sums';
import type { RaggedRow, Report, Section, Table } from '../../report/report';
import type { Finding } from '../../findings/finding';
import { withColumns } from '../../findings/ragged-columns';
import { headingOf } from '../../findings/wording';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import { slice, touches } from '../../text/span';
import { causesFor } from '../../report/sums/culprits';
import { type CellPlace, cellsAt, type GroupPlace, locate, type RowLabelPlace, sumsOfCell, sumsOfColumn, sumsOfRow } from '../locate';
import { overFigures } from './figure-hover';
import { comparisonsAt } from '../links';
import { type TableState, tableStateOf } from '../table-state';
import { sumLine } from './sum-lines';

export interface Hover {
  /** Paragraphs of lines, in Markdown. */
  readonly markdown: readonly (readonly Message[])[];
  /** What it is about. */
  readonly span: Span;
}

/** Lines of one kind that are shown; of more only their count is said. */
const mostLines = 5;
const mostCauses = 3;

/**
 * What to show at `offset`; undefined where nothing is to be said: in prose but for its figures, and in a text that is no report.
 * @param findings of the report, for what a section lacks; without them only its table is looked at.
 */
export function hover(report: Report, offset: number, findings: readonly Finding[] = []): Hover | undefined {
  const place = locate(report, offset);
  if (!place) return undefined;
  const comparisons = place.kind === 'prose' ? comparisonsAt(report, offset) : [];
  if (comparisons[0])
    return { markdown: overFigures(report, comparisons).map((lines) => lines.map(escaped)), span: comparisons[0].figure.span };
  const ragged = place.kind === 'table' ? place.table.ragged.find((row) => touches(row.span, offset)) : undefined;
  if (ragged && place.kind === 'table')
    return {
      markdown: [[msg('**{0}**', ragged.name)], raggedLines(report, place.table, ragged)].map((lines) => lines.map(escaped)),
      span: ragged.span,
    };
  const paragraphs = ((): Message[][] | undefined => {
    switch (place.kind) {
      case 'cell':
        return overCell(report, place);
      case 'row-label':
        return overRow(report, place);
      case 'column-head':
        return [
          [msg('**{0}**', columnName(place.table, place.form.id))],
          ...overColumn(report, place.table, place.form.id, cellsAt(place)),
        ];
      case 'group':
        return overGroup(place);
      case 'caption':
        return [[msg('**{0}** · {1}', tableName(place.table.form), place.table.form.name)], ...overTable(report, place.table)];
      case 'heading':
        return overHeading(report, place.section, findings);
      default:
        return undefined;
    }
  })();
  return paragraphs && { markdown: paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.map(escaped)), span: place.span };
}

function overCell(report: Report, { table, row, cell, column }: CellPlace): Message[][] {
  const sums = sumsOfCell(report, cell);
  const head = [msg('**{0}** · {1}', nameOf(row.form), columnName(table, column.id))];
  if (cell.kind === 'blank') head.push(msg('空白，没有数；没有发生的填 0'));
  else if (cell.value === undefined) head.push(msg('「{0}」读不成数', slice(report.text, cell.span)));
  else if (cell.kind === 'nonstandard') head.push(msg('「{0}」读作 {1}', slice(report.text, cell.span), cell.value));
  return [head, sums.length > 0 ? sums.map(sumLine) : [msg(row.form.counts)], causeLines(report, sums)];
}

function overRow(report: Report, { table, form, row }: RowLabelPlace): Message[][] {
  const head = [msg('**{0}**', nameOf(form))];
  const counts = [msg(form.counts)];
  if (!row) {
    const ragged = table.ragged.find((known) => known.form === form);
    return [head, counts, ragged ? raggedLines(report, table, ragged) : []];
  }
  const own = sumsOfRow(report, table, row);
  const others = row.cells.flatMap((cell) => sumsOfCell(report, cell)).filter((sum) => !own.includes(sum));
  return [head, counts, [...own.map(sumLine), ...crossing(others)], causeLines(report, own)];
}

function raggedLines(report: Report, table: Table, ragged: RaggedRow): Message[] {
  const columns = withColumns(report, table, ragged);
  return [
    msg('✗ 这一行有 {0} 个数，应有 {1} 个，不知道哪个数属于哪一列', ragged.found, ragged.expected),
    ...(columns === undefined ? [] : [msg('从左到右：{0}', columns)]),
  ];
}

function overColumn(report: Report, table: Table, id: string, cells: readonly CellPlace[]): Message[][] {
  const sums = sumsOfColumn(report, table, id);
  if (sums.length > 0) return [sums.map(sumLine), causeLines(report, sums)];
  return [cells.map(({ row, cell }) => msg('{0}：{1}', rowName(table.form, row.form), slice(report.text, cell.span) || '–'))];
}

/** A group of rows with the figures that its rows state as their totals, or a group of columns with their names. */
function overGroup(place: GroupPlace): Message[][] {
  const { table, form } = place;
  const head = [msg('**{0}**', `${form.ordinal ?? ''}${form.label}`)];
  if (form.columns)
    return [
      head,
      [
        msg(
          '包括：{0}',
          form.columns.map((id) => columnName(table, id)),
        ),
      ],
    ];
  if (!form.rows) return [head, []];
  const totals = new Set(table.form.identities.filter(({ over }) => over === 'columns').flatMap(({ stated }) => stated));
  const stated = cellsAt(place).filter(({ column, cell }) => totals.has(column.id) && cell.value !== undefined && cell.value > 0);
  const rows = table.form.rows.filter(({ id }) => form.rows?.includes(id));
  if (totals.size === 0)
    return [
      head,
      [
        msg(
          '包括：{0}',
          rows.map((row) => rowName(table.form, row)),
        ),
      ],
    ];
  const lines = stated.map(({ row, cell }) => msg('{0}：{1}', rowName(table.form, row.form), cell.value ?? ''));
  return [head, lines.length > 0 ? lines : [msg('{0} 行的总计都是 0', rows.length)]];
}

/** How a table stands, with those of its identities that fail. */
function overTable(report: Report, table: Table): Message[][] {
  const tableState = tableStateOf(report, table);
  const lines = tableState.failing.slice(0, mostLines).map(sumLine);
  if (tableState.fails > mostLines) lines.push(msg('… 还有 {0} 处不符', tableState.fails - mostLines));
  return [stateLines(table, tableState), lines];
}

function overHeading(report: Report, section: Section, findings: readonly Finding[]): Message[][] {
  const { form, heading, body } = section;
  const lacks: Message[] = [];
  const table = form.table && report.tables.find((known) => known.form.number === form.table);
  if (table) {
    lacks.push(...stateLines(table, tableStateOf(report, table)));
  } else if (form.table) lacks.push(msg('✗ 没有找到表'));
  if (slice(report.text, body).trim() === '' && !form.table) lacks.push(msg('✗ 本节没有内容'));
  const inside = findings.filter(
    ({ span }) =>
      span.start >= heading.start && span.end <= body.end && !(table && table.span.start <= span.start && span.end <= table.span.end),
  );
  const lines = inside.slice(0, mostLines).map(({ message }) => message);
  if (inside.length > mostLines) lines.push(msg('… 还有 {0} 处', inside.length - mostLines));
  return [[msg('**{0}**', headingOf(form))], [wants[form.number]], lacks, lines];
}

/** What each section must hold: 条例 art. 50 and 国办公开办函〔2021〕30号. */
const wants: Readonly<Record<Section['form']['number'], Message>> = {
  1: msg('应写：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障'),
  2: msg('应有一张表：规章和行政规范性文件的件数，许可、处罚、强制的决定数量，收费金额'),
  3: msg('应有一张表：收到和办理的申请，每列新收＋上年结转＝办结＋结转下年'),
  4: msg('应有一张表：行政复议、未经复议直接起诉、复议后起诉，各按结果分列'),
  5: msg('应写：存在的主要问题和改进情况'),
  6: msg('应写：信息处理费的收取情况，以及其他需要报告的事项'),
};

/** What a table lacks, and how many of its identities fail, cannot be judged, or hold. */
function stateLines({ form, missing }: Table, { missing: lost, ragged, fails, empty, unknown, holds }: TableState): Message[] {
  const names =
    missing
      .slice(0, mostLines)
      .map((row) => rowName(form, row))
      .join('、') + (missing.length > mostLines ? '…' : '');
  return [
    ...(lost > 0 ? [msg('✗ 缺 {0} 行：{1}', lost, names)] : []),
    ...(ragged > 0 ? [msg('✗ {0} 行的数对不上列', ragged)] : []),
    ...(fails > 0 ? [msg('✗ {0} 个等式不成立', fails)] : []),
    ...(empty > 0 ? [msg('？ {0} 格没有数', empty)] : []),
    ...(unknown > 0 ? [msg('？ {0} 个等式不能核对', unknown)] : []),
    ...(holds > 0 ? [msg('✓ {0} 个等式成立', holds)] : []),
  ];
}

/** How the identities stand that cross a row: the columns of its cells. */
function crossing(sums: readonly Sum[]): Message[] {
  if (sums.length === 0) return [];
  const fails = sums.filter(({ state }) => state === 'fails').length;
  if (fails > 0) return [msg('✗ 所在各列的 {0} 个等式中 {1} 个不成立', sums.length, fails)];
  const unknown = sums.filter(({ state }) => state === 'unknown').length;
  return [
    unknown > 0
      ? msg('？ 所在各列的 {0} 个等式中 {1} 个不能核对', sums.length, unknown)
      : msg('✓ 所在各列的 {0} 个等式都成立', sums.length),
  ];
}

/** The likeliest causes of all `sums` that do not hold: the first of each before the second of any. */
function causeLines(report: Report, sums: readonly Sum[]): Message[] {
  if (sums.every(({ state }) => state === 'holds')) return [];
  const causes = sums.map((sum) => causesFor(report, sum, mostCauses));
  const ranked = [...new Set(Array.from({ length: mostCauses }, (_, i) => causes.flatMap((list) => list[i] ?? [])).flat())];
  return ranked.length === 0 ? [] : [msg('**可能的原因**'), ...ranked.slice(0, mostCauses).map(({ message }) => message)];
}

/** The message with what would be Markdown or a tag in its values made plain. */
function escaped({ template, values }: Message): Message {
  return {
    template,
    values: values.map((value) => (typeof value === 'string' ? value.replace(/[\\`*_[\]<>|~&#$]/g, '\\$&').replace(/\s+/g, ' ') : value)),
  };
}
