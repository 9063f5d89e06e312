/** How a selection grows. */
import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../server/src/features/selection-ranges';
import { parse } from '../../server/src/report/parse';
import { ordinaryText, sampleReport } from '../kit/sample';

const sample = sampleReport();

/** First and last words of every range around the place behind `words`. */
function at(words: string, text = sample): string[] {
  return selectionRanges(parse(text), text.indexOf(words) + words.length).map(({ start, end }) => {
    const piece = text.slice(start, end).replace(/\s+/g, ' ').trim();
    return piece.length < 24 ? piece : `${piece.slice(0, 9)}…${piece.slice(-9)}`;
  });
}

describe('selection ranges', () => {
  it('grow from cell to row, table, section, document', () => {
    expect(at('2.重复申请 | ')).toEqual([
      '1',
      '2.重复申请 | …0 | 0 | 1',
      '（本列数据的勾稽关…| 0 | 1 |',
      '三、收到和处理政府…| 0 | 1 |',
      '青禾县水利局202…未收取信息处理费。',
    ]);
    expect(at('2.重复')).toHaveLength(5);
    expect(at('第二十条第（五）')).toHaveLength(4);
  });

  it('grow from line to section to document in prose', () => {
    expect(at('本年度未收取')).toEqual([
      '本年度未收取信息处理费。',
      '六、其他需要报告的…未收取信息处理费。',
      '青禾县水利局202…未收取信息处理费。',
    ]);
    expect(at('会议', ordinaryText)).toHaveLength(1);
  });
});
