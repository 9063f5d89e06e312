/**
 * What rules find after an edit, by what they found before it. A rule that says what it looks at is asked of what has changed of
 * that alone; its other findings are moved to where they stand now:
 *
 *     tables                nothing, where all tables are the same
 *     paragraphs            the paragraphs that differ and those next to them
 *     words                 nothing, where none of its words occurs there
 *     (all of the report)   everything
 */
import type { Finding } from '../findings/finding';
import { movedBy } from '../findings/moved';
import { proseIn } from '../report/part';
import type { Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import { type Since, withNeighbours } from '../report/since';
import type { ListedRule, Rule } from '../rules/rule';
import { firstPlaceFrom, type Span } from '../text/span';
import { type Asked, askedOf, type CheckOptions } from './asked';

/** What each rule found in a report. */
export interface Found {
  readonly report: Report;
  readonly scan: ProseScan;
  /** By the places of the rules; undefined for those that were not asked. */
  readonly byRule: readonly (readonly Finding[] | undefined)[];
}

/** What `rule` finds now; undefined where it is to be asked of all of the report. */
export type Again = (rule: ListedRule) => readonly Finding[] | undefined;

/**
 * @param edit what the edit has left of `before` in `report`.
 * @param ask what a rule finds in what it is asked about.
 */
export function againAfter(
  edit: Since,
  before: Found,
  now: { readonly of: Asked; readonly options: CheckOptions; readonly ask: (rule: ListedRule, of: Asked) => readonly Finding[] },
): Again {
  const { of, options, ask } = now;
  const { report } = of;
  const { stretch, change, tables } = edit;
  const part = stretch && askedOf(proseIn(report, withNeighbours(report, stretch.after)), options);
  const woken = wokenIn(edit, before.scan, of.context.scan);
  const inStretch = (rule: ListedRule, found: readonly Finding[]): readonly Finding[] | undefined => {
    if (!stretch || !part) return movedBy(change, found);
    const others = movedBy(
      change,
      found.filter(({ span }) => !standsIn(stretch.before, span)),
    );
    return others && [...others, ...ask(rule, part).filter(({ span }) => standsIn(stretch.after, span))];
  };
  return (rule) => {
    const found = before.byRule[rule.place];
    if (!found || !rule.looksAt) return undefined;
    if (rule.looksAt === 'paragraphs') return inStretch(rule, found);
    const isSame = (rule.looksAt === 'words' || tables) && (rule.looksAt === 'tables' || !woken(rule));
    return isSame ? movedBy(change, found) : undefined;
  };
}

/** Tells of the rules that start from words whether one of those has come or gone with the edit, or stands next to it. */
function wokenIn({ stretch, isLineByLine }: Since, was: ProseScan, is: ProseScan): (rule: Rule) => boolean {
  if (!stretch) return () => false;
  if (!isLineByLine) return () => true;
  const occurs = ({ places }: ProseScan, word: string, { start, end }: Span): boolean => {
    const own = places.get(word);
    return own !== undefined && (own[firstPlaceFrom(own, start)] ?? Infinity) <= end;
  };
  return ({ wakes = [] }) => wakes.some((word) => occurs(was, word, stretch.before) || occurs(is, word, stretch.after));
}

/** Whether what stands at `span` begins in `stretch`, or at its end. */
function standsIn(stretch: Span, { start }: Span): boolean {
  return start >= stretch.start && start <= stretch.end;
}
