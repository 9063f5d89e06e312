/** A short name for a text: the same for the same text on every machine, and hardly ever for another. Not for secrets. */

const prime = 0x01000193;
/** Where the two halves begin, so that they differ. */
const offsets = [0x811c9dc5, 0x1b873593] as const;

/** Sixteen hexadecimal digits (FNV-1a, twice). */
export function hashOf(text: string): string {
  return offsets
    .map((offset) => {
      let hash: number = offset;
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
