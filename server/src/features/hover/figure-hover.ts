/**
 * What to show over a figure of a sentence: what it counts, each reading of it with the cells and what they come to, and
 * whether it agrees. Marks as in the hover over a table's figure: ✓ agrees, ✗ differs, ？ cannot be told.
 */
import { type Comparison, isBorneOut, readAs, type Reading } from '../../report/sentences/agreement';
import { readingName } from '../../report/sentences/reading-name';
import type { Report } from '../../report/report';
import { type Message, msg } from '../../text/message';
import { plain } from '../../text/numeral';
import { slice } from '../../text/span';

/** Addends that are written out; of more only their sum is. */
const mostAddends = 6;

/** Paragraphs of lines on each of `comparisons`, which are those of one place. */
export function overFigures(report: Report, comparisons: readonly Comparison[]): Message[][] {
  return comparisons.flatMap((comparison) => [[headOf(report, comparison)], linesOf(report, comparison)]);
}

function headOf({ text }: Report, { figure, stated }: Comparison): Message {
  const said = slice(text, figure.span);
  const { name } = figure.form;
  if (figure.said === 'number' && said === plain(figure.value))
    return msg('**{0}** · 正文 {1}', name, `${said}${figure.unit === '' ? '' : ` ${figure.unit}`}`);
  return msg('**{0}** · 正文「{1}」，即 {2}', name, `${said}${figure.said === 'number' ? figure.unit : ''}`, plain(stated));
}

function linesOf(report: Report, comparison: Comparison): Message[] {
  const taken = readAs(comparison);
  const lines = comparison.readings.map((reading) => lineOf(comparison, reading, taken.includes(reading)));
  if (comparison.readings.length < comparison.figure.readings.length && comparison.state === 'unknown')
    lines.push(msg('？ 另一种读法要的行不在表中，不能核对'));
  if (comparison.state === 'differs' && isBorneOut(comparison, report.sums))
    lines.push(msg('表中这一格使等式不成立，按正文的数就成立：像是表格写错了'));
  return lines;
}

/** One reading: ✗ 表三「一、…」＋「二、…」总计：13＋1＝14，正文 15，多 1. */
function lineOf({ stated, state }: Comparison, reading: Reading, taken: boolean): Message {
  const { value, terms } = reading;
  const name = readingName(reading);
  if (value === undefined) return msg('？ {0}：没有数，不能核对', name);
  const number = terms.length === 1 ? plain(value) : `${addition(terms)}＝${plain(value)}`;
  if (state !== 'agrees') return state === 'unknown' ? msg('？ {0}：{1}', name, number) : differing(name, number, stated, value);
  if (!taken) return msg('· {0}：{1}（另一种读法）', name, number);
  return value === stated ? msg('✓ {0}：{1}', name, number) : msg('✓ {0}：{1}，正文 {2} 与它相符', name, number, plain(stated));
}

function differing(name: string, number: string, stated: number, value: number): Message {
  const values = [name, number, plain(stated), plain(Math.abs(stated - value))] as const;
  return stated > value ? msg('✗ {0}：{1}，正文 {2}，多 {3}', ...values) : msg('✗ {0}：{1}，正文 {2}，少 {3}', ...values);
}

function addition(terms: Reading['terms']): string {
  const counted = terms.length > mostAddends ? terms.filter(({ cell }) => cell.value !== 0) : terms;
  if (counted.length === 0) return '0';
  return counted.map(({ cell, sign }, i) => `${sign < 0 ? '−' : i === 0 ? '' : '＋'}${cell.value ?? ''}`).join('');
}
