/** A merged cell that is written out in every column stays one figure whatever rewrites it, also on the command line. */
import { describe, expect, it } from 'vitest';
import { locate } from '../../../server/src/features/locate';
import { parse } from '../../../server/src/report/parse';
import { applyEdits } from '../../../server/src/text/edit';
import { checkText } from '../../kit/check-text';

const head = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const copied = (value: string): string[][] => [
  head,
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '3', '1', '12'],
  ['行政处罚', value, value, value],
  ['行政强制', '5', '5', '5'],
];

const ways: readonly [name: string, write: (rows: string[][]) => string][] = [
  [
    'Markdown',
    (rows) => [...rows.slice(0, 1), ['---', '---', '---', '---'], ...rows.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ],
  ['drawn bars', (rows) => rows.map((cells) => cells.map((cell) => ` ${cell} `).join('│')).join('\n')],
  ['full-width bars', (rows) => rows.map((cells) => cells.join('｜')).join('\n')],
  ['tabs', (rows) => rows.map((cells) => cells.join('\t')).join('\n')],
  [
    'HTML',
    (rows) => `<table>\n${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>`,
  ],
];

const figures: readonly [code: string, written: string, right: string][] = [
  ['nonstandard-number', '１２', '12'],
  ['nonstandard-number', '/', '0'],
  ['unreadable-number', '1O', '10'],
];

describe.each(ways)('%s', (_, write) => {
  it.each(figures)('%s: %s', (code, written, right) => {
    const text = write(copied(written));
    const [finding, ...more] = checkText(text).filter((found) => found.code === code);
    expect(more).toEqual([]);
    expect(applyEdits(text, finding?.fix?.edits ?? [])).toBe(write(copied(right)));
  });
});

it('takes each copy for the cell', () => {
  const text = copied('7')
    .map((cells) => cells.join(' | '))
    .join('\n');
  const report = parse(text);
  for (let at = text.indexOf('7'); at >= 0; at = text.indexOf('7', at + 1)) {
    expect(locate(report, at)).toMatchObject({ kind: 'cell', span: { start: at, end: at + 1 }, row: { form: { id: '处罚' } } });
  }
});
