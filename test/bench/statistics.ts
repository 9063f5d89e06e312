/** Medians, and two things measured in turn so that what else the machine does falls on both. */

/** One comparison: the median of the ratios and of either side, and the range of the middle half of the ratios. */
export interface Comparison {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Medians in milliseconds. */
  readonly subject: number;
  readonly baseline: number;
}

/**
 * Measures both sides in turn, `rounds` times, each time the other one first.
 * @param subject,baseline give their own duration in milliseconds.
 */
export async function compare(
  rounds: number,
  subject: () => Promise<number> | number,
  baseline: () => Promise<number> | number,
): Promise<Comparison> {
  const subjects: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    if (round % 2 === 0) {
      subjects.push(await subject());
      baselines.push(await baseline());
    } else {
      baselines.push(await baseline());
      subjects.push(await subject());
    }
  }
  const ratios = subjects.map((duration, index) => duration / (baselines[index] as number));
  return {
    ratio: median(ratios),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
    subject: median(subjects),
    baseline: median(baselines),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a `share` of `values` lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
