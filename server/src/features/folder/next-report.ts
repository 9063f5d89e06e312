/**
 * This year's draft begun from last year's report: the agency's title, what was carried forward and what was in force filled in, and last
 * year's sentences, each that holds an old number or year followed by （待补充）, which is told as long as it stands there.
 */
import { type Figures, figuresOf } from '../../collection/figures';
import { toFill, headingOf } from '../../findings/wording';
import { sections, tablesOf2021, type TableForm, title } from '../../report/form/form';
import type { Report } from '../../report/report';
import type { TableFormat } from '../../report/writing/table-format';
import { writeTable } from '../../report/writing/write-table';
import { basis, noFacts } from '../completion/stock-sentences';
import { plain, type WrittenReport } from '../new-report';

/** The text of the report for the year after that of `before`; undefined where it tells no agency or year. */
export function nextReport(before: Report, format: Extract<TableFormat, 'markdown' | 'text'>): WrittenReport | undefined {
  if (before.year === undefined || before.title === undefined || before.title.agency === '') return undefined;
  const year = before.year + 1;
  const marks = format === 'markdown' ? ['# ', '## '] : ['', ''];
  const figures = figuresOf(before);
  const parts = [`${marks[0]}${before.title.agency.replace(/\s+/g, '')}${year}${title.name}`, plain(basis(noFacts(year)).pieces)];
  for (const form of sections) {
    parts.push(marks[1] + headingOf(form));
    const table = tablesOf2021.find(({ number }) => number === form.table);
    if (table) parts.push(tableText(table, figures, format));
    else parts.push(...paragraphsOf(before, form.number, year));
  }
  const text = `${parts.join('\n\n')}\n`;
  const start = Math.max(0, text.indexOf(toFill));
  return { text, first: { start, end: start + toFill.length } };
}

function tableText(form: TableForm, last: Figures, format: 'markdown' | 'text'): string {
  const value = (row: string, column: string): string => {
    if (row === '转入') return last[`转出.${column}`]?.digits ?? '0';
    return column === '有效' ? (last[`${row}.${column}`]?.digits ?? '0') : '0';
  };
  return writeTable(form, new Map(form.rows.map(({ id, columns }) => [id, columns.map((column) => value(id, column))])), format).join('\n');
}

function paragraphsOf({ text, prose }: Report, section: number, year: number): string[] {
  const paragraphs = prose
    .filter((line) => line.section === section)
    .map(({ start, end }) => withMarks(text.slice(start, end).trim(), year))
    .filter((words) => words !== '' && !isSignature(words));
  return paragraphs.length > 0 ? paragraphs : [toFill];
}

/** The agency's name or a date alone on a line: the end of a report, not of a section. */
function isSignature(words: string): boolean {
  return /^20\d\d年\d{1,2}月\d{1,2}日/.test(words) || (words.length < 30 && !/[。，；：]/.test(words));
}

/** The sentences, with a mark behind each that states something of last year. Names of documents keep their years. */
function withMarks(paragraph: string, year: number): string {
  return paragraph
    .split(/(?<=[。；！？])/)
    .map((sentence) => {
      const own = sentence
        .replace(/《[^》]*》|[（(〔[]20\d\d[）)〕\]]\d*号?/g, '')
        .replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/, '');
      if (!/[\d０-９]/.test(own)) return sentence;
      const renewed = sentence.replaceAll(`${year - 1}年`, `${year}年`);
      return /[。；！？]$/.test(renewed) ? `${renewed.slice(0, -1)}${toFill}${renewed.slice(-1)}` : `${renewed}${toFill}`;
    })
    .join('');
}
