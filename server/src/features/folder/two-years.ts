/**
 * The figures of a report beside those of last year's, as a text to read: each table with both years and the difference, and first what has
 * to follow from last year: what was carried over, and what is in force. A place without a number has none; it is not zero.
 */
import { difference, isZero, sumOf, trimmed } from '../../collection/decimal';
import { type Figures, figuresOf, type Place, placeName, places } from '../../collection/figures';
import { writtenMark } from '../../collection/written';
import { table3, tablesOf2021 } from '../../report/form/form';
import { tableName } from '../../report/names';
import type { Report } from '../../report/report';
import { msg, type Message } from '../../text/message';
import { displayWidth } from '../../text/width';

type Say = (message: Message) => string;

/** A report of last year beside the one of this year. */
export interface TwoYears {
  readonly now: Report;
  readonly before: Report;
}

export function twoYears({ now, before }: TwoYears, say: Say): string {
  const [own, last] = [figuresOf(now), figuresOf(before)];
  const [year, lastYear] = [yearOf(now, say(msg('本年'))), yearOf(before, say(msg('上年')))];
  const head = [msg('项目'), msg('{0}', lastYear), msg('{0}', year), msg('增减')];
  const tables = tablesOf2021.map((form) => {
    const rows = places
      .filter((place) => place.table.number === form.number && (form.number !== 3 || place.column === '总计' || differs(own, last, place)))
      .map((place) => rowOf(own, last, place));
    return `## ${tableName(form)} ${form.name}\n\n${table(head.map(say), rows)}`;
  });
  const name = now.title?.agency ?? '';
  return [
    `<!-- ${writtenMark} -->`,
    `# ${name} ${say(msg('{0}与{1}对照', year, lastYear))}`,
    `## ${say(msg('应当接得上的'))}`,
    table([msg('项目'), msg('应为'), msg('报告'), msg('判断')].map(say), [...carried(own, last, say), ...inForce(own, last, say)]),
    ...tables,
    say(msg('表三只列总计和两年不同的格。')),
    '',
  ].join('\n\n');
}

/** What last year's report says of the cell at `key`, for a hover: 2023年：12（本年增 3）. */
export function lastYearOf({ now, before }: TwoYears, key: string): Message[] {
  const last = figuresOf(before)[key]?.digits;
  const own = figuresOf(now)[key]?.digits;
  const year = yearOf(before, '上年');
  const lines: Message[] = [];
  if (last !== undefined && own !== undefined) {
    const gap = difference(own, last);
    if (isZero(gap)) lines.push(msg('{0}：{1}（相同）', year, trimmed(last)));
    else
      lines.push(
        gap.startsWith('-')
          ? msg('{0}：{1}（本年减 {2}）', year, trimmed(last), trimmed(gap.slice(1)))
          : msg('{0}：{1}（本年增 {2}）', year, trimmed(last), trimmed(gap)),
      );
  } else if (last !== undefined) lines.push(msg('{0}：{1}', year, trimmed(last)));
  const forward = key.startsWith('转入.') ? figuresOf(before)[key.replace('转入', '转出')]?.digits : undefined;
  if (forward !== undefined) lines.push(msg('{0}结转下年度继续办理：{1}', year, forward));
  return lines;
}

function yearOf({ year }: Report, otherwise: string): string {
  return year === undefined ? otherwise : `${year}年`;
}

function differs(own: Figures, last: Figures, { key }: Place): boolean {
  return (own[key]?.digits ?? '') !== (last[key]?.digits ?? '');
}

function rowOf(own: Figures, last: Figures, place: Place): string[] {
  const [now, before] = [own[place.key]?.digits, last[place.key]?.digits];
  const gap = now === undefined || before === undefined ? undefined : difference(now, before);
  return [placeName(place), before ?? '—', now ?? '—', gapWords(gap)];
}

function gapWords(gap: string | undefined): string {
  if (gap === undefined) return '—';
  if (isZero(gap)) return '';
  return gap.startsWith('-') ? trimmed(gap) : `+${trimmed(gap)}`;
}

/** What was carried over, for each kind of applicant. */
function carried(own: Figures, last: Figures, say: Say): string[][] {
  const columns = table3.rows.find(({ id }) => id === '转入')?.columns ?? [];
  return columns.map((column) => {
    const head = table3.columns.find(({ id }) => id === column)?.label ?? column;
    return verdict(say(msg('上年结转 · {0}', head)), last[`转出.${column}`]?.digits, own[`转入.${column}`]?.digits);
  });
}

function inForce(own: Figures, last: Figures, say: Say): string[][] {
  return (
    [
      ['规章', msg('规章现行有效')],
      ['规范', msg('行政规范性文件现行有效')],
    ] as const
  ).map(([row, name]) => {
    const [before, made, abolished] = [last[`${row}.有效`]?.digits, own[`${row}.制发`]?.digits, own[`${row}.废止`]?.digits];
    const right =
      before === undefined || made === undefined || abolished === undefined ? undefined : difference(sumOf([before, made]), abolished);
    return verdict(say(name), right, own[`${row}.有效`]?.digits);
  });
}

function verdict(name: string, right: string | undefined, stated: string | undefined): string[] {
  if (right === undefined || stated === undefined) return [name, right ?? '—', stated ?? '—', '—'];
  return [name, right, stated, isZero(difference(right, stated)) ? '✓' : '✗'];
}

/** The lines of a table, padded so that its columns stand below each other in a text as well. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, index) => Math.max(3, ...[head, ...rows].map((cells) => displayWidth(cells[index] ?? ''))));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => (cells[index] ?? '') + ' '.repeat(width - displayWidth(cells[index] ?? ''))).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
