/**
 * A figure in a sentence that differs from its cell in the tables, by every reading that its wording allows. What counts as
 * which figure is `report/phrases.ts`'s business, what the cells come to `report/agreement.ts`'s.
 */
import { type ComparedReading, compare, type Comparison } from '../report/agreement';
import { nameOf } from '../report/names';
import type { Report } from '../report/report';
import { columnName } from '../report/sums';
import { type Message, msg } from '../text/message';
import { slice } from '../text/span';
import { plain } from './figures-of';
import type { Fix, Observation, Rule } from './rule';

export const mismatchedFigure: Rule = {
  id: 'mismatched-figure',
  title: '正文的数字与表格不一致',
  severity: 'error',
  fixable: true,
  check(report) {
    const observations: Observation[] = [];
    for (const figure of report.figures) {
      const comparison = compare(report, figure);
      if (!comparison || comparison.agrees || isBorneOut(comparison, report) || observations.at(-1)?.span.start === figure.span.start) continue;
      const fix = rewriting(comparison, report);
      observations.push({ span: figure.span, severity: figure.severity, message: messageFor(comparison, report), related: relatedTo(comparison), ...(fix && { fix }) });
    }
    return observations;
  },
};

/**
 * Whether the table contradicts itself at the cell and would not if it said what the sentence says: then the cell is
 * wrong, which the rules on identities tell, and the sentence is right.
 */
function isBorneOut({ figure, readings }: Comparison, { sums }: Report): boolean {
  return readings.some(({ cells, value }) =>
    cells.some(({ cell, sign }) => {
      const change = (figure.value - value) * sign;
      return sums.some(({ state, parts, stated, computed, declared }) => {
        if (state !== 'fails' || computed === undefined || declared === undefined) return false;
        if (stated.some((term) => term.cell === cell)) return declared + change === computed;
        return parts.some((term) => term.cell === cell) && computed + change === declared;
      });
    }),
  );
}

const tables = { 2: '表二', 3: '表三', 4: '表四' } as const;

function messageFor({ figure, readings }: Comparison, report: Report): Message {
  // Readings that take something away would only puzzle.
  const [first, second, third] = readings.filter(({ addends }, i) => i === 0 || addends.every(({ sign }) => sign > 0)) as [ComparedReading, ComparedReading?, ComparedReading?];
  const said = slice(report.text, figure.span).replace(/\s+/g, '');
  const cells = cellsName(first);
  if (figure.said === 'none') return msg('正文说「{0}」，{1}却为 {2}', said, cells, plain(first.value));
  if (figure.said === 'all') return msg('正文说「{0}」，即 {1}，{2}却为 {3}', said, figure.value, cells, plain(first.value));
  const number = `${said}${figure.unit === '' ? '' : ` ${figure.unit}`}`;
  const { name } = figure.form;
  if (second && third) return msg('正文说{0} {1}，但{2}为 {3}，{4}为 {5}，{6}为 {7}', name, number, cells, plain(first.value), cellsName(second), plain(second.value), cellsName(third), plain(third.value));
  if (second) return msg('正文说{0} {1}，但{2}为 {3}，{4}为 {5}', name, number, cells, plain(first.value), cellsName(second), plain(second.value));
  return msg('正文说{0} {1}，但{2}为 {3}', name, number, cells, plain(first.value));
}

/** The cells of a reading by the names of the form: 表三「一、本年新收…」＋「二、上年结转…」（总计）. A group goes by its head. */
function cellsName({ addends, cells }: ComparedReading): string {
  const [{ table }] = cells as [ComparedReading['cells'][number]];
  const rows = addends.map(({ row, sign }, i) => {
    const group = row.endsWith('*') ? table.form.heads.find(({ id }) => id === row.slice(0, -1)) : undefined;
    const form = group ?? cells.find((cell) => cell.row.form.id === (row.endsWith('*') ? row.slice(0, -1) : row))?.row.form;
    const name = form ? `${form.ordinal ?? ''}${form.label}`.replace(/(.)[（(].*$/, '$1') : nameOf((cells[0] as ComparedReading['cells'][number]).row.form);
    return `${i === 0 ? '' : sign < 0 ? '−' : '＋'}「${name}」`;
  });
  const column = addends[0]?.column ?? '';
  const head = table.form.heads.find(({ id }) => id === column);
  return `${tables[table.form.number]}${rows.join('')}${head?.label ?? columnName(table, column)}`;
}

function relatedTo({ readings }: Comparison): NonNullable<Observation['related']> {
  const seen = new Set<number>();
  return readings
    .flatMap(({ cells }) => cells)
    .filter(({ cell }) => !seen.has(cell.span.start) && seen.add(cell.span.start))
    .map(({ cell, row, table, column }) => ({ span: cell.span, message: msg('「{0}」的「{1}」：{2}', nameOf(row.form), columnName(table, column), cell.value ?? '') }));
}

/** Writes what the tables say into the sentence. Changes a figure, so never safe. */
function rewriting({ figure, readings }: Comparison, { text }: Report): Fix | undefined {
  const value = readings[0]?.value;
  if (figure.said !== 'number' || figure.unit === '元' || figure.unit === '亿元' || value === undefined || value < 0) return undefined;
  const old = slice(text, figure.span);
  return { title: msg('把正文的 {0} 改为 {1}', old, plain(value)), safe: false, edits: [{ span: figure.span, newText: plain(value) }] };
}
