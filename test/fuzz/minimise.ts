/** Makes a text that fails smaller while it fails in the same way: first by lines, then by characters. */

/** `text` without what it does not need; `fails` is asked at most `most` times. */
export function minimise(text: string, fails: (text: string) => boolean, most = 3000): string {
  let asked = 0;
  const still = (other: string): boolean => asked++ < most && fails(other);
  const byLines = shrink(text.split('\n'), (lines) => still(lines.join('\n'))).join('\n');
  return byLines.length > 20_000 ? byLines : shrink([...byLines], (signs) => still(signs.join(''))).join('');
}

/** Drops runs of parts, halves first, single ones last. */
function shrink(parts: readonly string[], fails: (parts: readonly string[]) => boolean): readonly string[] {
  let kept = parts;
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (without.length < kept.length && fails(without)) kept = without;
      else at += size;
    }
  }
  return kept;
}
