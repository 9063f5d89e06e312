/** What last year's report gives to be written: the row 上年结转 with the figures that were carried forward, and a sentence that says so. */
import { table3 } from '../../report/form/form';
import { printedLabel } from '../../report/writing/printed-form';
import type { Offer } from './offer';
import type { Sentence } from './stock-sentences';

/** What last year's report carried forward, by the columns of table three; undefined where no number stands. */
export type Carried = (column: string) => string | undefined;

const row = table3.rows.find(({ id }) => id === '转入');

/** The offer with last year's figures in the row of what was carried over; others as they are. */
export function withCarried(offer: Offer, carried: Carried | undefined): Offer {
  if (!carried || !row || offer.kind !== 'row' || offer.label !== printedLabel(row)) return offer;
  let next = 0;
  const pieces = offer.pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const digits = carried(row.columns[next++] ?? '');
    return digits === undefined ? piece : { stop: digits };
  });
  return { ...offer, pieces };
}

/** The sentence; none where last year's total is not known. */
export function carriedSentences(carried: Carried | undefined): Sentence[] {
  const total = carried?.('总计');
  if (total === undefined) return [];
  return [
    {
      name: '上年结转（照上年报告）',
      words: '上年结转 结转申请',
      sections: [1, 3],
      pieces: ['上年结转政府信息公开申请', { stop: total }, '件。'],
    },
  ];
}
