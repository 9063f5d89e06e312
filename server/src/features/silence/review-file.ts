/**
 * `.nianbao-review.json`: what people decided about single findings, kept beside the drafts instead of in them. One decision a
 * line, in a fixed order, so that the files of two people can be merged; what is not known here stays as it is. Which file it
 * is and how it is read is not done here, nor which finding a decision is about (`fingerprints.ts`).
 *
 *     { "version": 1, "decisions": [
 *       { "fingerprint": "0f3c…", "rule": "wrong-sum", "decision": "silence", "reason": "另有说明", … }
 *     ] }
 */

export const reviewFileName = '.nianbao-review.json';

/** `silence` and `dismiss`: not to be shown again. `accept` and `return`: of reviewers, and shown as ever. */
export const verdicts = ['silence', 'dismiss', 'accept', 'return'] as const;

export interface Decision {
  readonly fingerprint: string;
  readonly decision: (typeof verdicts)[number];
  readonly rule: string;
  readonly reason?: string;
  /** For people who read the file: where it is, and of whose report. */
  readonly place?: string;
  readonly text?: string;
  readonly unit?: string;
  readonly year?: number;
}

const version = 1;
/** The largest file that is read, in characters: as for settings. */
export const longestReviewFile = 1_000_000;

/** The decisions in `text`; those that are not whole are passed over. Undefined where the text is none of ours. */
export function readReviewFile(text: string): readonly Decision[] | undefined {
  const list = listIn(text);
  return list?.filter(isDecision);
}

/**
 * `text` with each of `decisions` in the place of an earlier one on the same finding; a new file without a text. Undefined where there is
 * a text that cannot be read: it is not written over.
 */
export function withDecision(text: string | undefined, ...decisions: readonly Decision[]): string | undefined {
  return changed(text, new Map(decisions.map((one) => [one.fingerprint, one])));
}

/** `text` without the decisions on the findings with these fingerprints. Undefined as for `withDecision`. */
export function withoutDecisions(text: string | undefined, prints: readonly string[]): string | undefined {
  return changed(text, new Map(prints.map((one) => [one, undefined])));
}

function changed(text: string | undefined, changes: ReadonlyMap<string, Decision | undefined>): string | undefined {
  const list = text === undefined || text.trim() === '' ? [] : listIn(text);
  if (!list) return undefined;
  const others = list.filter((one) => !isDecision(one) || !changes.has(one.fingerprint));
  return written([...others, ...[...changes.values()].filter((one) => one !== undefined)]);
}

/** The text of a file of `decisions`, in the order in which they always stand. */
export function written(decisions: readonly unknown[]): string {
  const keyOf = (one: unknown): string => (isDecision(one) ? `${one.unit ?? ''} ${one.year ?? ''} ${one.rule} ${one.fingerprint}` : '');
  const sorted = [...decisions].sort((a, b) => Number(keyOf(a) > keyOf(b)) - Number(keyOf(a) < keyOf(b)));
  return `{\n  "version": 1,\n  "decisions": [\n${sorted.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]\n}\n`;
}

/** All that the list of a file holds, whole decisions or not; undefined where the text is none of ours. */
export function listIn(text: string): readonly unknown[] | undefined {
  if (text.length > longestReviewFile) return undefined;
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as { readonly version?: unknown; readonly decisions?: unknown } | null;
    // What a later version means by its decisions is not known here.
    if (typeof value?.version === 'number' && value.version > version) return undefined;
    return Array.isArray(value?.decisions) ? value.decisions : undefined;
  } catch {
    return undefined;
  }
}

export function isDecision(value: unknown): value is Decision {
  const { fingerprint, decision, rule } = (value ?? {}) as Record<string, unknown>;
  return typeof fingerprint === 'string' && typeof rule === 'string' && verdicts.some((known) => known === decision);
}
