/** Observations made in a piece of text, with offsets from its start, as they stand in the whole text. */
import type { Facts, Question } from '../text/facts';
import { shifted } from '../text/span';
import type { Fix, Observation, Related } from './finding';

/** What `asked` observes in each of `pieces`, which stand in the order of the text. */
export function observedIn(
  pieces: readonly { readonly start: number; readonly facts: Facts }[],
  asked: Question<readonly Observation[]>,
): Observation[] {
  const all: Observation[] = [];
  for (const { start, facts } of pieces) for (const own of facts.tell(asked)) all.push(moved(own, start));
  return all;
}

/** The same observation `by` characters further on. */
export function moved(observation: Observation, by: number): Observation {
  if (by === 0) return observation;
  const { span, related, causes, fix, alternatives, toType } = observation;
  return {
    ...observation,
    span: shifted(span, by),
    ...(related && { related: related.map((one) => movedRelated(one, by)) }),
    ...(causes && { causes: causes.map((one) => movedRelated(one, by)) }),
    ...(fix && { fix: movedFix(fix, by) }),
    ...(toType && { toType: { ...toType, span: shifted(toType.span, by) } }),
    ...(alternatives && { alternatives: alternatives.map((one) => movedFix(one, by)) }),
  };
}

function movedRelated(related: Related, by: number): Related {
  return related.elsewhere ? related : { ...related, span: shifted(related.span, by) };
}

function movedFix(fix: Fix, by: number): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shifted(edit.span, by) })) };
}
