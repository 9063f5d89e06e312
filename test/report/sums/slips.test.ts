/** Slips of the hand: which of them makes a wrong number out of the right one. */
import { expect, it } from 'vitest';
import { slipOf } from '../../../server/src/report/sums/slips';

it.each([
  [112, 12, 'doubled'],
  [122, 12, 'doubled'],
  [55, 5, 'doubled'],
  [100, 10, 'doubled'],
  [132, 12, 'extra'],
  [120, 12, 'extra'],
  [10, 1, 'extra'],
  [1, 12, 'lost'],
  [2, 12, 'lost'],
  [12, 112, 'lost'],
  [0, 10, 'lost'],
  [21, 12, 'swapped'],
  [1324, 1234, 'swapped'],
  [13, 12, 'mistyped'],
  [140, 120, 'mistyped'],
  [7, 4, undefined],
  [12, 12, undefined],
  [321, 123, undefined],
  [1, 123, undefined],
  [99, 12, undefined],
  [213, 12, undefined],
] as const)('%d for %d: %s', (wrong, right, slip) => {
  expect(slipOf(wrong, right)).toBe(slip);
});
