/**
 * A new report to be filled in: title, opening, the six headings, the three tables with zeros, and sentences that agree
 * with those zeros. What only the clerk can write stands as （待补充）, which placeholder-text reports until it is replaced;
 * nothing else in it is found fault with.
 */
import { sections as forms, type TableForm, tablesOf2021, title } from '../report/form/form';
import { aspects } from '../statements/aspects';
import { headingOf, toFill } from '../findings/wording';
import type { Span } from '../text/span';
import {
  basis,
  disputes,
  documents,
  type Facts,
  fees,
  noFacts,
  oversight,
  type SentencePiece,
  requests,
  type Sentence,
} from './completion/stock-sentences';
import type { TableFormat } from '../report/writing/table-format';
import { writeTable } from '../report/writing/write-table';

export interface NewReport {
  /** The agency's full name, as it stands in the title. White space is taken out. */
  readonly agency: string;
  /** The year reported on, 2021 or later: the form is that of 2021. */
  readonly year: number;
  /** Markdown, or plain text with drawn tables. */
  readonly format: 'markdown' | 'text';
}

export interface WrittenReport {
  readonly text: string;
  /** The first place to be filled in. */
  readonly first: Span;
}

/** The text of the new report, with `\n` at the ends of lines. */
export function newReport({ agency, year, format }: NewReport): WrittenReport {
  const facts = noFacts(year);
  const marks = format === 'markdown' ? ['# ', '## '] : ['', ''];
  const parts = [`${marks[0]}${agency.replace(/\s+/g, '')}${year}${title.name}`, plain(basis(facts).pieces)];
  for (const form of forms) {
    parts.push(marks[1] + headingOf(form));
    const table = tablesOf2021.find(({ number }) => number === form.table);
    if (table) parts.push(zeroTable(table, format).join('\n'));
    else parts.push(...prose(form.number, facts));
  }
  const text = `${parts.join('\n\n')}\n`;
  const start = text.indexOf(toFill);
  return { text, first: { start, end: start + toFill.length } };
}

/** The lines of `form` with 0 in every cell. */
export function zeroTable(form: TableForm, target: TableFormat): string[] {
  return writeTable(form, new Map(form.rows.map(({ id, columns }) => [id, columns.map(() => '0')])), target);
}

/** The text with what stands in its places to be filled in. */
export function plain(pieces: readonly SentencePiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.stop)).join('');
}

/** The paragraphs of the sections without a table. */
function prose(section: number, facts: Facts): string[] {
  const first = (sentences: readonly Sentence[]) => plain(sentences[0]?.pieces ?? []);
  if (section === 1) {
    // 主动公开, 依申请公开, 政府信息管理, 平台建设, 监督保障
    const contents = [
      toFill,
      first(requests(facts)) + first(disputes(facts)),
      first(documents(facts)) + toFill,
      toFill,
      toFill + plain(oversight().pieces),
    ];
    return aspects.map(({ name }, i) => `（${numerals[i] ?? ''}）${name}。${contents[i] ?? toFill}`);
  }
  if (section === 5) return [`（一）存在的主要问题。一是${toFill}；二是${toFill}。`, `（二）改进措施。一是${toFill}；二是${toFill}。`];
  return [first(fees(facts))];
}

const numerals = forms.map(({ numeral }) => numeral);
