/** Slips of the hand in writing a number: which one turns the right number into the wrong one. */
export type Slip =
  /** A digit stands twice: 12 → 112. */
  | 'doubled'
  /** A digit too many: 12 → 132. */
  | 'extra'
  /** A digit is gone: 12 → 1. */
  | 'lost'
  /** Two digits beside each other have changed places: 12 → 21. */
  | 'swapped'
  /** One digit of several is another: 12 → 13. */
  | 'mistyped';

/** The slip that makes `wrong` out of `right`, both whole and not negative; undefined if none does. */
export function slipOf(wrong: number, right: number): Slip | undefined {
  const [written, meant] = [String(wrong), String(right)];
  if (written.length === meant.length + 1) {
    const at = extraAt(written, meant);
    if (at === undefined) return undefined;
    return written[at] === written[at - 1] || written[at] === written[at + 1] ? 'doubled' : 'extra';
  }
  if (written.length + 1 === meant.length) return extraAt(meant, written) === undefined ? undefined : 'lost';
  if (written.length !== meant.length || written.length < 2) return undefined;
  const differing = [...written].flatMap((digit, i) => (digit === meant[i] ? [] : [i]));
  const [first, second] = differing;
  if (first === undefined) return undefined;
  if (differing.length === 1) return 'mistyped';
  const adjacent = differing.length === 2 && second === first + 1;
  return adjacent && written[first] === meant[second] && written[second] === meant[first] ? 'swapped' : undefined;
}

/** Index of the digit that has to go from `longer` to leave `shorter`. */
function extraAt(longer: string, shorter: string): number | undefined {
  let i = 0;
  while (i < shorter.length && longer[i] === shorter[i]) i++;
  return longer.slice(i + 1) === shorter.slice(i) ? i : undefined;
}
