/**
 * The right value behind every total that is wrong: `12 →13`. Only behind cells that state a sum of others; the balance of
 * requests has no such cell, its failure may lie in any of four.
 */
import type { Cell, Report } from '../report/report';
import type { Sum } from '../report/sums/sums';
import type { Message } from '../text/message';
import { sumLine } from './hover/sum-lines';

export interface InlayHint {
  /** Behind the total. */
  readonly offset: number;
  /** `→13`; `→13／14` where two identities want different values. */
  readonly label: string;
  /** The additions, one line each. */
  readonly tooltip: readonly Message[];
}

/** The hints of `report`, in the order of the text. */
export function inlayHints({ sums }: Report): readonly InlayHint[] {
  const wrong = new Map<Cell, Sum[]>();
  for (const sum of sums) {
    const [total, other] = sum.stated;
    if (sum.state !== 'fails' || !total || other) continue;
    const known = wrong.get(total.cell);
    if (known) known.push(sum);
    else wrong.set(total.cell, [sum]);
  }
  return [...wrong]
    .map(([cell, own]) => ({
      offset: cell.span.end,
      label: `→${[...new Set(own.map(({ computed }) => computed))].join('／')}`,
      tooltip: own.map(sumLine),
    }))
    .sort((a, b) => a.offset - b.offset);
}
