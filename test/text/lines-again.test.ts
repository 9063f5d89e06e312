/** The lines of a text after an edit are those of a fresh look at it, wherever line ends are torn apart or meet. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween } from '../../server/src/text/change';
import { indexLines, indexLinesAgain } from '../../server/src/text/lines';

const piece = fc.array(fc.constantFrom('\r', '\n', 'a', '|', '\t', '水'), { maxLength: 12 }).map((signs) => signs.join(''));

it('indexLinesAgain gives what indexLines gives', () => {
  fc.assert(
    fc.property(piece, piece, piece, piece, (head, old, now, tail) => {
      const [before, after] = [head + old + tail, head + now + tail];
      expect(indexLinesAgain(after, indexLines(before), changeBetween(before, after))).toEqual(indexLines(after));
    }),
    { numRuns: 3000 },
  );
});
