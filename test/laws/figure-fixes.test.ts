/** Laws of the fixes of figures in sentences: one place changes and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFixLaws } from '../kit/fixes';
import { layouts } from '../kit/layouts';
import { code, write, mended, set } from '../kit/figure-fixes';

describe('into the cell', () => {
  it.each(layouts)('changes that cell alone: $name', (layout) => {
    const text = write('制发规范性文件十九件，现行有效12件。', undefined, layout);
    // Columns set apart by spaces are not aligned anew.
    const even = (aligned: string): string => aligned.replace(/ +/g, ' ');
    expect(even(mended(text, '把「行政规范性文件」'))).toBe(
      even(write('制发规范性文件十九件，现行有效12件。', set('规范', 0, '19'), layout)),
    );
    const decided = write('行政处罚处理决定数量99件。', undefined, layout);
    expect(even(mended(decided, '把「行政处罚」'))).toBe(even(write('行政处罚处理决定数量99件。', set('处罚', 0, '99'), layout)));
    checkFixLaws(code, text);
    checkFixLaws(code, decided);
  });
});

describe('both', () => {
  const number = fc.nat(4).map(String);
  const sentence = fc.oneof(
    number.map((n) => `收到申请${n}件，均为自然人申请。`),
    number.map((n) => `受理申请${n}件。`),
    number.map((n) => `办理申请${n}件。`),
    fc.tuple(number, number, number).map(([a, b, c]) => `新收申请${a}件，上年结转${b}件，共计${c}件。`),
    fc.tuple(number, number).map(([a, b]) => `答复${a}件，结转下年${b}件。`),
    fc.tuple(number, number).map(([a, b]) => `其中自然人申请${a}件，法人或其他组织申请${b}件。`),
    fc.constantFrom(
      '未收到政府信息公开申请。',
      '未发生行政复议、行政诉讼。',
      '未制定发布、废止规范性文件。',
      '因政府信息公开引起的行政复议2件，均维持。',
    ),
    number.map((n) => `因政府信息公开引起的行政复议、行政诉讼各${n}件。`),
    fc.tuple(number, number).map(([a, b]) => `制发规范性文件${a}件，废止${b}件。`),
  );
  const cell = fc.tuple(fc.constantFrom('新收', '转入', '办结', '转出'), fc.constantFrom(0, 1, 6), number);

  it('keep the laws of fixes whatever sentences and tables say', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        fc.array(cell, { maxLength: 6 }),
        fc.array(number, { minLength: 15, maxLength: 15 }),
        (sentences, cells, cases) => {
          checkFixLaws(
            code,
            write(sentences.join(''), (figures) => {
              for (const values of Object.values(figures.table3)) values.fill('0');
              for (const [row, column, value] of cells) set(row, column, value)(figures);
              figures.table2['规范'] = cases.slice(0, 3);
              figures.table4 = cases;
            }),
          );
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
