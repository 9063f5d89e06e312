/**
 * Filling blank cells, layout by layout: the text after the fix, and that it reads as 0 in just the cells that were blank
 * with all others unchanged.
 */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/report/parse';
import { applyEdits } from '../../../server/src/text/edit';
import { findingsOf } from '../../kit/fixes';

const received = '一、本年新收政府信息公开申请数量';
const carriedOver = '二、上年结转政府信息公开申请数量';
const carriedForward = '四、结转下年度继续办理';
const head = '第二十条第（一）项 |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n';

const ones = ['1', '0', '0', '0', '0', '0', '1'];
const zeros = ['0', '0', '0', '0', '0', '0', '0'];

/** Layout, text with a blank cell or row, text after the first fix. */
const cases: readonly [name: string, text: string, filled: string][] = [
  [
    'row pipes, two spaces',
    `${head}规章 | 0 |  | 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
    `${head}规章 | 0 | 0 | 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
  ],
  [
    'row pipes, one space',
    `${head}规章 | 0 | | 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
    `${head}规章 | 0 | 0 | 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
  ],
  [
    'row pipes, no space',
    `${head}规章 | 0 || 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
    `${head}规章 | 0 | 0 | 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
  ],
  [
    'row pipes, aligned',
    `${head}规章 |   0 |     |   0 |\n行政规范性文件 | 1 | 0 | 4 |`,
    `${head}规章 |   0 |   0 |   0 |\n行政规范性文件 | 1 | 0 | 4 |`,
  ],
  ['tight pipes', `${head}规章|0||0|\n行政规范性文件|1|0|4|`, `${head}规章|0|0|0|\n行政规范性文件|1|0|4|`],
  ['tight pipes, blank row', `${head}规章||||\n行政规范性文件|1|0|4|`, `${head}规章|0|0|0|\n行政规范性文件|1|0|4|`],
  [
    'row pipes, blank row without bars',
    `${head}规章 |\n行政规范性文件 | 1 | 0 | 4 |`,
    `${head}规章 | 0 | 0 | 0 |\n行政规范性文件 | 1 | 0 | 4 |`,
  ],
  ['Markdown pipes', md(['3', '0', '', '0', '0', '0', '3']), md(['3', '0', '0', '0', '0', '0', '3'])],
  [
    'full-width bars',
    md(['3', '0', '', '0', '0', '0', '3']).replaceAll('|', '｜'),
    md(['3', '0', '0', '0', '0', '0', '3']).replaceAll('|', '｜'),
  ],
  ['tabs', tabs(['3', '', '', '0', '0', '0', '3']), tabs(['3', '0', '', '0', '0', '0', '3'])],
  ['tabs, blank at the end of the line', tabs(['3', '0', '0', '0', '0', '0', '']), tabs(['3', '0', '0', '0', '0', '0', '0'])],
  ['tabs, blank row without tabs', tabs([]), tabs(zeros)],
  ['cell and bar on one line', cellBar(['3', '0', '', '0', '0', '0', '3']), cellBar(['3', '0', '0', '0', '0', '0', '3'])],
  ['bar on the line after its cell', barLine(['3', '0', '', '0', '0', '0', '3']), barLine(['3', '0', '0', '0', '0', '0', '3'])],
  ['one cell on a line', lines(['3', '0', '', '0', '0', '0', '3'], '\n'), lines(['3', '0', '0', '0', '0', '0', '3'], '\n')],
  [
    'one cell on a line, blank lines between',
    lines(['3', '0', '', '0', '0', '0', '3'], '\n\n'),
    lines(['3', '0', '0', '0', '0', '0', '3'], '\n\n'),
  ],
  ['one cell on a line, blank row left out', lines([], '\n'), lines(zeros, '\n')],
  ['one cell on a line with gaps, blank row left out', lines([], '\n\n'), lines(zeros, '\n\n')],
  ['spaces', spaces('3     0           0     0     0     3'), spaces('3     0     0     0     0     0     3')],
  ['HTML', html(['3', '', '0', '0', '0', '0', '3']), html(['3', '0', '0', '0', '0', '0', '3'])],
  ['HTML with paragraphs', html(['3', '<p></p>', '0', '0', '0', '0', '3']), html(['3', '<p>0</p>', '0', '0', '0', '0', '3'])],
];

describe('filling a blank cell', () => {
  for (const [name, before, after] of cases) {
    for (const [ending, text, filled] of [
      ['LF', before, after],
      ['CRLF', before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`writes 0 in its place: ${name} (${ending})`, () => {
        const fix = findingsOf('blank-cell', text)[0]?.fix;
        expect(applyEdits(text, fix?.edits ?? [])).toBe(filled);
        expect(fix?.safe).toBe(false);
        expectFilled(valuesIn(text), valuesIn(filled));
      });
    }
  }

  it('fills every blank cell of a table in one step', () => {
    const text = md(['2', '', '', '', '', '', '2']).replace(/^\| 四.*$/m, `| ${carriedForward} | | | | | | | |`);
    const fix = findingsOf('blank-cell', text)[0]?.fix;
    const filled = applyEdits(text, fix?.edits ?? []);
    expect(findingsOf('blank-cell', filled)).toEqual([]);
    expectFilled(valuesIn(text), valuesIn(filled));
  });

  it('offers no zero where only the total has a figure', () => {
    const findings = findingsOf('blank-cell', md(['', '', '', '', '', '', '4']));
    expect(findings.map(({ fix }) => fix)).toEqual(findings.map(() => undefined));
    expect(findings).toHaveLength(1);
  });

  it('says nothing of a row that an unfinished text has not come to', () => {
    expect(findingsOf('blank-cell', `二、主动公开政府信息情况\n${head}规章 | 0 | 0 | 0 |\n行政规范性文件 |`)).toEqual([]);
  });
});

/** All values of all tables; null for a cell without one. */
function valuesIn(text: string): (number | null)[][] {
  return parse(text).tables.flatMap((table) => table.rows.map((row) => row.cells.map(({ value }) => value ?? null)));
}

/** Cells keep their value or, if they had none, have 0 or still none; at least one was filled, and no row came or went. */
function expectFilled(before: (number | null)[][], after: (number | null)[][]): void {
  expect(after.map((row) => row.length)).toEqual(before.map((row) => row.length));
  let filled = 0;
  for (const [i, row] of after.entries()) {
    for (const [j, value] of row.entries()) {
      const old = before[i]?.[j] ?? null;
      if (old === null && value === 0) filled++;
      else expect(value).toBe(old);
    }
  }
  expect(filled).toBeGreaterThan(0);
}

/** Table three with `values` in its second row, in Markdown. */
function md(values: readonly string[]): string {
  return [
    [received, ...ones],
    [carriedOver, ...values],
    [carriedForward, ...zeros],
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function tabs(values: readonly string[]): string {
  return [
    [received, ...ones],
    [carriedOver, ...values],
    [carriedForward, ...zeros],
  ]
    .map((row) => row.join('\t'))
    .join('\n');
}

function cellBar(values: readonly string[]): string {
  return [received, ...ones, carriedOver, ...values, carriedForward, ...zeros].map((cell) => (cell === '' ? '|' : `${cell} |`)).join('\n');
}

function barLine(values: readonly string[]): string {
  return [received, ...ones, carriedOver, ...values, carriedForward, ...zeros].map((cell) => (cell === '' ? '|' : `${cell}\n|`)).join('\n');
}

function lines(values: readonly string[], between: string): string {
  return [received, ...ones, carriedOver, ...values, carriedForward, ...zeros].join(between);
}

function spaces(values: string): string {
  return `${received}   1     0     0     0     0     0     1\n${carriedOver}   ${values}\n${carriedForward}             0     0     0     0     0     0     0`;
}

function html(values: readonly string[]): string {
  const rows = [
    [received, ...ones],
    [carriedOver, ...values],
    [carriedForward, ...zeros],
  ].map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>\n${rows.join('\n')}\n</table>`;
}
