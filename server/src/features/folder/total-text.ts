/** A total as text: its three tables in Markdown, ready to paste into a report; and what was added up, for people. */
import { type Place, placeName, places } from '../../collection/figures';
import { writtenMark } from '../../collection/written';
import { sections, tablesOf2021, type TableForm } from '../../report/form/form';
import { tableName } from '../../report/names';
import { type TableFormat, writeTable } from '../../report/writing/write-table';
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
    ...(missing.length > 0 ? [msg('没有报告的单位（{0} 个）：{1}', missing.length, missing.join('、'))] : []),
    ...leftOutWords(leftOut, say),
    ...incomplete.map(({ cell, units }) => msg('不全：{0}，没有数的单位：{1}', names.get(cell) ?? cell, units.join('、'))),
    ...held.flatMap(({ parent, gaps }) =>
      gaps.length === 0
        ? [msg('{0}的报告与下属单位之和相符', parent.unit)]
        : gaps.map(({ place, stated, sum }) =>
            msg('{0}的报告与下属单位之和不符：{1}，报告是 {2}，之和是 {3}', parent.unit, whole(place), stated, sum.digits),
          ),
    ),
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
