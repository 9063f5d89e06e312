/** Findings of an earlier text at their places in a later one, as long as what they are about was not touched. */
import type { Finding } from '../findings/finding';
import type { Span } from '../text/span';

/** Those of `findings`, which are of the text `from`, that stand in `to` outside of what was changed, each at its new place. */
export function carriedFindings(findings: readonly Finding[], from: string, to: string): readonly Finding[] {
  if (from === to || findings.length === 0) return findings;
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from.charCodeAt(head) === to.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail)) tail++;
  const shift = to.length - from.length;
  const carried = ({ start, end }: Span): Span | undefined => {
    if (end <= head) return { start, end };
    return start >= from.length - tail ? { start: start + shift, end: end + shift } : undefined;
  };
  return findings.flatMap((finding) => {
    const span = carried(finding.span);
    if (!span) return [];
    // Fixes and places nearby were made for the earlier text.
    const { code, severity, message, related = [] } = finding;
    return [{ code, severity, message, span, related: related.filter(({ elsewhere }) => elsewhere) }];
  });
}
