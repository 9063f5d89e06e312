/**
 * Observations at other places: those made in a piece of text, with offsets from its start, as they stand in the whole text; and
 * findings of an earlier text where an edit has put them that has touched nothing of what they are about.
 */
import type { Change } from '../text/change';
import type { Facts, Question } from '../text/facts';
import { shifted, type Span } from '../text/span';
import type { Finding, Fix, Observation, Related } from './finding';

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
  return by === 0 ? observation : placed(observation, (span) => shifted(span, by));
}

/**
 * `findings` where `change` has put them; undefined where it touched one, where one is worked out later from the earlier text, or
 * where it would write lines, whose ends are those of other lines of the text.
 */
export function movedBy({ start, end, by }: Change, findings: readonly Finding[]): readonly Finding[] | undefined {
  const isApart = (span: Span): boolean => span.end < start || span.start > end - by;
  if (!findings.every((finding) => !finding.laterFix && !writesLines(finding) && spansOf(finding).every(isApart))) return undefined;
  if (by === 0) return findings;
  return findings.map((finding) => placed(finding, (span) => (span.end < start ? span : shifted(span, by))));
}

function writesLines({ fix, alternatives = [] }: Observation): boolean {
  return (fix ? [fix, ...alternatives] : alternatives).some(({ edits }) => edits.some(({ newText }) => /[\r\n]/.test(newText)));
}

/** All places of the text that an observation tells of. */
function spansOf({ span, related = [], causes = [], fix, alternatives = [], toType }: Observation): readonly Span[] {
  const others = [...related, ...causes].filter(({ elsewhere }) => !elsewhere).map((one) => one.span);
  const edits = (fix ? [fix, ...alternatives] : alternatives).flatMap((one) => one.edits.map((edit) => edit.span));
  return [span, ...others, ...edits, ...(toType ? [toType.span] : [])];
}

/** The same observation with each of its places where `at` puts it. */
function placed<T extends Observation>(observation: T, at: (span: Span) => Span): T {
  const { span, related, causes, fix, alternatives, toType } = observation;
  const relatedAt = (one: Related): Related => (one.elsewhere ? one : { ...one, span: at(one.span) });
  const fixAt = (one: Fix): Fix => ({ ...one, edits: one.edits.map((edit) => ({ ...edit, span: at(edit.span) })) });
  return {
    ...observation,
    span: at(span),
    ...(related && { related: related.map(relatedAt) }),
    ...(causes && { causes: causes.map(relatedAt) }),
    ...(fix && { fix: fixAt(fix) }),
    ...(toType && { toType: { ...toType, span: at(toType.span) } }),
    ...(alternatives && { alternatives: alternatives.map(fixAt) }),
  };
}
