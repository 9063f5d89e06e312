/**
 * What two versions of a text have in common at their beginning and at their end, which tells what stands where it stood:
 *
 *     before   全年收到申请6件。均已办结。
 *     after    全年收到申请66件。均已办结。
 *              ~~~~~~~~~^^~~~~~~~~~~~
 *              start    end   by = 1
 */

/** Where a text differs from an earlier version: nowhere else. */
export interface Change {
  /** Up to here both are the same. */
  readonly start: number;
  /** From here, in the later one, they are the same again. */
  readonly end: number;
  /** How much further on that stands than it did. */
  readonly by: number;
}

export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const start = sameLength(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const left = sameLength(
    most - start,
    (from, to) => before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, end: after.length - left, by: after.length - before.length };
}

/** Longest stretch that is compared at once. */
const stretch = 1 << 14;

/** How many characters, `most` at the most, are the same one after the other; compared in stretches, which are halved where they differ. */
function sameLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  for (let step = stretch; step >= 1;) {
    const to = Math.min(most, same + step);
    if (to > same && isSame(same, to)) same = to;
    else step >>= 1;
  }
  return same;
}
