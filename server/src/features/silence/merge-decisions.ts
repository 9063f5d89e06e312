/**
 * What several people decided, put together: every finding once. Where two decided differently, the stricter one holds, so that nothing
 * goes out of sight of one of them, and both reasons are kept. What a version control system left unmerged in a file is read from both sides.
 */
import { type Decision, isDecision, listIn, written } from './review-file';

export interface Merged {
  readonly text: string;
  /** Findings on which they differed, with what holds now. */
  readonly differing: readonly Decision[];
}

/** From the strictest on. */
const strictness: readonly Decision['decision'][] = ['return', 'accept', 'dismiss', 'silence'];

/** The files with these texts as one; the index of a text that is none of ours instead. */
export function mergeDecisions(texts: readonly string[]): Merged | { readonly unread: number } {
  const others: unknown[] = [];
  const byPrint = new Map<string, Decision>();
  const differing = new Set<string>();
  for (const [index, text] of texts.entries()) {
    const list = text.trim() === '' ? [] : (listIn(text) ?? unmergedIn(text));
    if (!list) return { unread: index };
    for (const one of list) {
      if (!isDecision(one)) {
        if (!others.some((other) => JSON.stringify(other) === JSON.stringify(one))) others.push(one);
        continue;
      }
      const known = byPrint.get(one.fingerprint);
      if (known && known.decision !== one.decision) differing.add(one.fingerprint);
      byPrint.set(one.fingerprint, known ? joined(known, one) : one);
    }
  }
  return { text: written([...others, ...byPrint.values()]), differing: [...differing].flatMap((print) => byPrint.get(print) ?? []) };
}

function joined(a: Decision, b: Decision): Decision {
  const [strict, other] = strictness.indexOf(a.decision) <= strictness.indexOf(b.decision) ? [a, b] : [b, a];
  const reasons = [...new Set([strict, other].flatMap(({ reason }) => reason?.split('；') ?? []).filter((reason) => reason !== ''))];
  return { ...other, ...strict, ...(reasons.length > 0 && { reason: reasons.join('；') }) };
}

/** The decisions of a file that holds the marks of a conflict: each stands on a line of its own. */
function unmergedIn(text: string): readonly Decision[] | undefined {
  if (!/^<{7}/m.test(text) || !/^>{7}/m.test(text)) return undefined;
  if (/"version": *(?!1\b)\d/.test(text)) return undefined;
  return text.split(/\r?\n/).flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line.trim().replace(/,$/, ''));
      return isDecision(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}
