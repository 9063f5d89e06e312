/** All rules, in the order of docs/rules.md, and what users may name besides them. */
import { type ProseScan, scannerFor } from '../report/sentences/prose-scan';
import type { BetweenRule, ListedRule, Rule, RuleInfo } from './rule';
import { wrongRowTotal } from './sums/wrong-row-total';
import { wrongResultTotal } from './sums/wrong-result-total';
import { unbalancedRequests } from './sums/unbalanced-requests';
import { wrongOutcomeTotal } from './sums/wrong-outcome-total';
import { missingRow } from './tables/missing-row';
import { misplacedRow } from './tables/misplaced-row';
import { duplicateRow } from './tables/duplicate-row';
import { unknownRow } from './tables/unknown-row';
import { nonstandardLabel } from './tables/nonstandard-label';
import { raggedRow } from './tables/ragged-row';
import { blankCell } from './tables/blank-cell';
import { unreadableNumber } from './tables/unreadable-number';
import { unreadableTable } from './tables/unreadable-table';
import { nonstandardNumber } from './tables/nonstandard-number';
import { impossibleInventory } from './sums/impossible-inventory';
import { unauthorizedRegulation } from './tables/unauthorized-regulation';
import { missingTitle } from './sections/missing-title';
import { nonstandardTitle } from './sections/nonstandard-title';
import { missingSection } from './sections/missing-section';
import { duplicateSection } from './sections/duplicate-section';
import { misplacedSection } from './sections/misplaced-section';
import { nonstandardHeading } from './sections/nonstandard-heading';
import { emptySection } from './sections/empty-section';
import { missingTable } from './tables/missing-table';
import { outdatedForm } from './tables/outdated-form';
import { placeholderText } from './residue/placeholder-text';
import { webResidue } from './residue/web-residue';
import { templateResidue } from './residue/template-residue';
import { markupResidue } from './residue/markup-residue';
import { foreignText } from './residue/foreign-text';
import { genericText } from './residue/generic-text';
import { personalData } from './residue/personal-data';
import { doubledWord } from './wording/doubled-word';
import { truncatedSentence } from './wording/truncated-sentence';
import { unpairedMark } from './wording/unpaired-mark';
import { garbledSlogan } from './wording/garbled-slogan';
import { wrongCitation } from './citations/wrong-citation';
import { outdatedCitation } from './citations/outdated-citation';
import { implausibleContact } from './wording/implausible-contact';
import { foreignUrl } from './residue/foreign-url';
import { suspectUnit } from './tables/suspect-unit';
import { misnumberedHeading } from './sections/misnumbered-heading';
import { misspelling } from './wording/misspelling';
import { implausibleApproximation } from './wording/implausible-approximation';
import { halfWidthMark } from './wording/half-width-mark';
import { misplacedMark } from './wording/misplaced-mark';
import { nonstandardDocumentNumber } from './citations/nonstandard-document-number';
import { earlyDate } from './dates/early-date';
import { mismatchedFileName } from './sections/mismatched-file-name';
import { wrongMeasureWord } from './wording/wrong-measure-word';
import { missingFeeStatement } from './sections/missing-fee-statement';
import { inconsistentFee } from './figures/inconsistent-fee';
import { nonstandardFeeName } from './wording/nonstandard-fee-name';
import { missingAspect } from './sections/missing-aspect';
import { missingAccountability } from './sections/missing-accountability';
import { thinProblems } from './sections/thin-problems';
import { overlongOverview } from './sections/overlong-overview';
import { lateDate } from './dates/late-date';
import { mismatchedYear } from './dates/mismatched-year';
import { wrongPeriod } from './dates/wrong-period';
import { brokenDate } from './dates/broken-date';
import { mismatchedAgency } from './sections/mismatched-agency';
import { mismatchedFigure } from './figures/mismatched-figure';
import { unbalancedText } from './figures/unbalanced-text';
import { wrongSum } from './figures/wrong-sum';
import { wrongPercentage } from './figures/wrong-percentage';
import { wrongPartCount } from './figures/wrong-part-count';
import { conflictingFigure } from './figures/conflicting-figure';
import { contradictoryStatement } from './figures/contradictory-statement';
import { missingNumber } from './wording/missing-number';
import { wrongCarryYear } from './dates/wrong-carry-year';
import { brokenCarryover } from './between/broken-carryover';
import { brokenInventory } from './between/broken-inventory';
import { suddenJump } from './between/sudden-jump';
import { copiedText } from './between/copied-text';
import { wrongSubordinateSum } from './between/wrong-subordinate-sum';
import { missingSubordinate } from './between/missing-subordinate';
import { duplicateReport } from './between/duplicate-report';
import { unusedSilencing } from './residue/unused-silencing';

const all: readonly Rule[] = [
  wrongRowTotal,
  wrongResultTotal,
  unbalancedRequests,
  wrongOutcomeTotal,
  missingRow,
  misplacedRow,
  duplicateRow,
  unknownRow,
  nonstandardLabel,
  raggedRow,
  blankCell,
  unreadableNumber,
  nonstandardNumber,
  impossibleInventory,
  unauthorizedRegulation,
  missingTitle,
  nonstandardTitle,
  missingSection,
  duplicateSection,
  misplacedSection,
  nonstandardHeading,
  emptySection,
  missingTable,
  unreadableTable,
  outdatedForm,
  placeholderText,
  webResidue,
  templateResidue,
  markupResidue,
  foreignText,
  genericText,
  personalData,
  doubledWord,
  truncatedSentence,
  unpairedMark,
  misspelling,
  implausibleApproximation,
  halfWidthMark,
  misplacedMark,
  garbledSlogan,
  wrongCitation,
  outdatedCitation,
  nonstandardDocumentNumber,
  implausibleContact,
  foreignUrl,
  suspectUnit,
  misnumberedHeading,
  wrongMeasureWord,
  missingFeeStatement,
  inconsistentFee,
  nonstandardFeeName,
  missingAspect,
  missingAccountability,
  thinProblems,
  overlongOverview,
  lateDate,
  earlyDate,
  mismatchedYear,
  wrongPeriod,
  brokenDate,
  mismatchedAgency,
  mismatchedFileName,
  mismatchedFigure,
  unbalancedText,
  wrongSum,
  wrongPercentage,
  wrongPartCount,
  conflictingFigure,
  contradictoryStatement,
  missingNumber,
  wrongCarryYear,
];

/** All rules, each with all fields and those in one order: objects of one shape, of which V8 finds a field without a search. */
export const rules: readonly ListedRule[] = all.map(
  ({ id, family, title, severity, fixable, optional, option, looksAt, wakes, signs, sleeps, check }, place) =>
    ({
      id,
      family,
      title,
      severity,
      fixable,
      optional,
      option,
      looksAt,
      wakes,
      signs,
      sleeps,
      check,
      place,
    }) satisfies Record<keyof ListedRule, unknown>,
);

/** By word, the places of the sleeping rules that it wakes. */
const sleepersByWord = new Map<string, number[]>();
for (const { place, wakes, sleeps } of rules) {
  for (const word of wakes ?? []) {
    let own = sleepersByWord.get(word);
    if (!own) sleepersByWord.set(word, (own = []));
    if (sleeps === true || sleeps?.includes(word)) own.push(place);
  }
}

/** Finds in one pass what wakes any of the rules. */
export const scanner = scannerFor([...sleepersByWord.keys()]);
/** The same places by those of the words in the scanner. */
const sleepersOf: readonly (readonly number[])[] = [...sleepersByWord.values()];

/** Tells of the rules that sleep, by their places, whether a word occurs that wakes them: 1 for those. */
export function wokenBy({ occurring }: ProseScan): Uint8Array {
  const woken = new Uint8Array(rules.length);
  for (const word of occurring) for (const place of sleepersOf[word] as readonly number[]) woken[place] = 1;
  return woken;
}

/** The rules that look at several reports together. */
export const betweenRules: readonly BetweenRule[] = [
  brokenCarryover,
  brokenInventory,
  suddenJump,
  copiedText,
  wrongSubordinateSum,
  missingSubordinate,
  duplicateReport,
];

/** All that may stand in settings and has a page: the rules, and the finding about comments that silence none of theirs. */
export const catalogue: readonly RuleInfo[] = [...rules, ...betweenRules, unusedSilencing];

const families = new Map(catalogue.map(({ id, family }) => [id, family]));

/** The page of the rule `id` within this folder, such as `sums/wrong-row-total.md`; undefined: no such rule. */
export function pagePath(id: string): string | undefined {
  const family = families.get(id);
  return family && `${family}/${id}.md`;
}
