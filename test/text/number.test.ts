/** Numbers of cells: what is one, and that none is read that cannot be held to its last digit. */
import { expect, it } from 'vitest';
import { readNumber } from '../../server/src/text/number';

it.each([
  ['123456789012345', 'number', 123456789012345],
  ['1234567890123456', 'unreadable', undefined],
  ['０１２３', 'nonstandard', 123],
  ['1,234,567,890,123,456', 'unreadable', undefined],
  ['１２３４５６７８９０１２３４５６', 'unreadable', undefined],
  ['000000000000000000012', 'nonstandard', 12],
  ['12345678901234567890123', 'unreadable', undefined],
])('%s', (piece, kind, value) => {
  expect(readNumber(piece)).toEqual({ kind, value });
});

it('counts the digits of money on both sides of its point', () => {
  expect(readNumber('18.8710', 'money')).toEqual({ kind: 'number', value: 18.871 });
  expect(readNumber('1234567890.1234567', 'money').kind).toBe('unreadable');
});
