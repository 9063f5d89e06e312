/** A total as text: its three tables in Markdown, ready to paste into a report; and what was added up, for people. */
import { type Place, placeName, places } from '../../collection/figures';
import type { HeldAgainst } from '../../collection/subordinates';
import { writtenMark } from '../../collection/written';
import { sections, tablesOf2021, type TableForm } from '../../report/form/form';
import { tableName } from '../../report/names';
import type { TableFormat } from '../../report/writing/table-format';
import { writeTable } from '../../report/writing/write-table';
import { msg, type Message } from '../../text/message';
import { leftOutWords, type Total } from './total';

type Say = (message: Message) => string;

/** The three tables below the headings of their sections; the mark above them is a comment, which no reader sees. */
export function totalMarkdown(total: Total): string {
  const tables = tablesOf2021.map((form) => `${headingOf(form)}\n\n${tableText(form, total, 'markdown')}\n`);
  return `<!-- ${writtenMark} -->\n\n${tables.join('\n')}`;
}

/** What was added up, what is missing, what differs, then the tables. */
export function totalText(total: Total, say: Say): string {
  const tables = tablesOf2021.map((form) => `${headingOf(form)}\n\n${tableText(form, total, 'text')}\n`);
  return `${writtenMark}\n\n${[...notes(total, say).map((note) => `${say(note)}\n`)].join('')}\n${tables.join('\n')}`;
}

/** The lines that tell how far a total can be relied on. */
export function notes({ year, reports, missing, leftOut, incomplete, held }: Total, say: Say): Message[] {
  const names = new Map(places.map((place) => [place.name, whole(place)]));
  return [
    msg('{0}年：汇总了 {1} 个单位', year, reports.length),
    ...(missing.length > 0 ? [msg('没有报告的单位（{0} 个）：{1}', missing.length, missing)] : []),
    ...leftOutWords(leftOut, say),
    ...incomplete.map(({ cell, units }) => msg('不全：{0}，没有数的单位：{1}', names.get(cell) ?? cell, units)),
    ...held.flatMap(heldNotes),
  ];
}

/** A superior's own report beside the sum: cells that are wrong one by one; of those that a missing unit may explain, their number. */
function heldNotes({ parent, gaps }: HeldAgainst): Message[] {
  if (gaps.length === 0) return [msg('{0}的报告与下属单位之和相符', parent.unit)];
  const open = gaps.filter(({ isWrong }) => !isWrong).length;
  return [
    ...gaps
      .filter(({ isWrong }) => isWrong)
      .map(({ place, stated, sum }) =>
        msg('{0}的报告与下属单位之和不符：{1}，报告是 {2}，之和是 {3}', parent.unit, whole(place), stated, sum.digits),
      ),
    ...(open > 0 ? [msg('{0}的报告有 {1} 格多于已交单位之和，还有单位没有数，不能判断', parent.unit, open)] : []),
  ];
}

function whole(place: Place): string {
  return `${tableName(place.table)}${placeName(place)}`;
}

function headingOf(form: TableForm): string {
  const section = sections.find(({ table }) => table === form.number);
  return `${section?.numeral ?? ''}、${section?.name ?? ''}`;
}

function tableText(form: TableForm, { sums }: Total, target: TableFormat): string {
  return writeTable(
    form,
    new Map(form.rows.map((row) => [row.id, row.columns.map((column) => sums.get(`${row.id}.${column}`)?.digits ?? '0')])),
    target,
  ).join('\n');
}

/** The superiors' own reports beside the sums of their units, cell by cell where they differ, as a text to read. */
export function heldMarkdown(total: Total, say: Say): string {
  const head = (cells: readonly Message[]) => `| ${cells.map(say).join(' | ')} |\n|${' --- |'.repeat(cells.length)}`;
  const parts = total.held.map(({ parent, gaps, reports, missing, children }) => {
    const title = `## ${say(msg('{0}：报告与 {1} 个下属单位之和（应有 {2} 个）', parent.unit, reports.length, children.length))}`;
    const lacking = missing.length > 0 ? [say(msg('还缺：{0}', missing.map(({ name }) => name).join('、')))] : [];
    if (gaps.length === 0) return [title, ...lacking, say(msg('各格都相等。'))].join('\n\n');
    const rows = gaps.map(({ place, stated, sum, gap, isWrong }) => {
      const verdict = say(isWrong ? msg('✗ 不符') : msg('？还缺单位，不能判断'));
      return `| ${whole(place)} | ${stated} | ${sum.digits} | ${gap.startsWith('-') ? gap : `+${gap}`} | ${verdict} |`;
    });
    const table = `${head([msg('格'), msg('报告'), msg('之和'), msg('报告减之和'), msg('判断')])}\n${rows.join('\n')}`;
    return [title, ...lacking, table].join('\n\n');
  });
  const none = parts.length === 0 ? [say(msg('没有标明是汇总的单位（名单里的 {0}），没有可以对照的报告。', '"sums": true'))] : [];
  return `<!-- ${writtenMark} -->\n\n# ${say(msg('{0}年汇总对照', total.year))}\n\n${[...parts, ...none].join('\n\n')}\n`;
}
