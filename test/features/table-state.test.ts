/** How tables stand. */
import { expect, it } from 'vitest';
import { tableStateOf, tableStates } from '../../server/src/features/table-state';
import { parse } from '../../server/src/report/parse';
import { sampleReport } from '../kit/sample';

const sample = sampleReport();
const numbers = (text: string) => {
  const report = parse(text);
  expect(report.tables.map((table) => tableStateOf(report, table))).toEqual([...tableStates(report).values()]);
  return [...tableStates(report).values()].map(({ holds, fails, unknown, empty, missing, ragged }) =>
    [holds, fails, unknown, empty, missing, ragged].join(' '),
  );
};

it('counts identities that hold, fail and cannot be judged, and what is missing', () => {
  expect(numbers(sample)).toEqual(['0 0 0 0 0 0', '39 0 0 0 0 0', '3 0 0 0 0 0']);
  expect(numbers(sampleReport({ total: 25 }))[1]).toBe('37 2 0 0 0 0');
  expect(numbers(sample.replace('（一）予以公开 | 12 |', '（一）予以公开 |  |'))[1]).toBe('37 0 2 1 0 0');
  expect(numbers(sample.replace('2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n', ''))[1]).toBe('31 0 0 0 1 0');
  expect(numbers(sample.replace('\n1 | 0 | 0 | 0 | 1 | 0', '\n0'))[2]).toBe('0 0 0 0 0 1');
});
