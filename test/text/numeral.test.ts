/** Numbers written in the form of others: what is written is read as the same number, and looks like the one it replaces. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral, readNumber } from '../../server/src/text/number';
import { writeLike } from '../../server/src/text/numeral';

describe('writing a number as another', () => {
  it.each([
    ['13', 14, '14'],
    ['13', 1204, '1204'],
    ['１３', 1204, '１２０４'],
    ['1,198', 1204, '1,204'],
    ['1,198', 87, '87'],
    ['1，198', 1234567, '1,234,567'],
    ['１，１９８', 1204, '１，２０４'],
    ['1 3', 14, '14'],
    ['31.42', 31.402815, '31.402815'],
    ['３１．４２', 31.4, '３１．４'],
    ['十三', 14, '十四'],
    ['三', 2, '两'],
    ['两', 3, '三'],
    ['两', 0, '零'],
    ['十', 200, '二百'],
    ['两百', 220, '两百二十'],
    ['一〇三', 204, '二〇四'],
    ['一零三', 204, '二零四'],
    ['九', 10, '十'],
    ['九', 111, '一百一十一'],
    ['九', 1010, '一千零一十'],
    ['九', 10001, '一万零一'],
    ['九', 120000, '十二万'],
  ])('%s → %d', (old, value, written) => expect(writeLike(old, value, true)).toBe(written));

  it('writes 二 where no measure word follows', () => expect(writeLike('三', 2, false)).toBe('二'));

  it.each([
    ['三', 1.5],
    ['13', -1],
    ['1**3', 4],
    ['若干', 4],
    ['', 4],
    ['13', Number.NaN],
    ['三', 1e9],
  ])('gives up on %s → %d', (old, value) => expect(writeLike(old, value, true)).toBeUndefined());

  it('says what was meant', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        expect(chineseNumeral(writeLike('十三', value, true) ?? '')).toBe(value);
        for (const old of ['13', '１３', '1,300']) expect(readNumber(writeLike(old, value, true) ?? '').value).toBe(value);
      }),
    );
  });
});
