/** All rules, in the order of the README's table, and what users may name besides them. */
import type { Rule, RuleInfo } from './rule';
import { wrongRowTotal } from './wrong-row-total';
import { wrongResultTotal } from './wrong-result-total';
import { unbalancedRequests } from './unbalanced-requests';
import { wrongOutcomeTotal } from './wrong-outcome-total';
import { missingRow } from './missing-row';
import { misplacedRow } from './misplaced-row';
import { duplicateRow } from './duplicate-row';
import { unknownRow } from './unknown-row';
import { nonstandardLabel } from './nonstandard-label';
import { raggedRow } from './ragged-row';
import { blankCell } from './blank-cell';
import { unreadableNumber } from './unreadable-number';
import { nonstandardNumber } from './nonstandard-number';
import { impossibleInventory } from './impossible-inventory';
import { unauthorizedRegulation } from './unauthorized-regulation';
import { missingTitle } from './missing-title';
import { nonstandardTitle } from './nonstandard-title';
import { missingSection } from './missing-section';
import { duplicateSection } from './duplicate-section';
import { misplacedSection } from './misplaced-section';
import { nonstandardHeading } from './nonstandard-heading';
import { emptySection } from './empty-section';
import { missingTable } from './missing-table';
import { outdatedForm } from './outdated-form';
import { placeholderText } from './placeholder-text';
import { webResidue } from './web-residue';
import { templateResidue } from './template-residue';
import { markupResidue } from './markup-residue';
import { foreignText } from './foreign-text';
import { genericText } from './generic-text';
import { personalData } from './personal-data';
import { doubledWord } from './doubled-word';
import { truncatedSentence } from './truncated-sentence';
import { unpairedMark } from './unpaired-mark';
import { garbledSlogan } from './garbled-slogan';
import { wrongCitation } from './wrong-citation';
import { outdatedCitation } from './outdated-citation';
import { implausibleContact } from './implausible-contact';
import { foreignUrl } from './foreign-url';
import { suspectUnit } from './suspect-unit';
import { misnumberedHeading } from './misnumbered-heading';
import { wrongMeasureWord } from './wrong-measure-word';
import { missingFeeStatement } from './missing-fee-statement';
import { inconsistentFee } from './inconsistent-fee';
import { nonstandardFeeName } from './nonstandard-fee-name';
import { missingAspect } from './missing-aspect';
import { missingAccountability } from './missing-accountability';
import { thinProblems } from './thin-problems';
import { overlongOverview } from './overlong-overview';
import { lateDate } from './late-date';
import { mismatchedYear } from './mismatched-year';
import { wrongPeriod } from './wrong-period';
import { brokenDate } from './broken-date';
import { mismatchedAgency } from './mismatched-agency';
import { mismatchedFigure } from './mismatched-figure';
import { unbalancedText } from './unbalanced-text';
import { wrongSum } from './wrong-sum';
import { wrongPercentage } from './wrong-percentage';
import { wrongPartCount } from './wrong-part-count';
import { conflictingFigure } from './conflicting-figure';
import { contradictoryStatement } from './contradictory-statement';
import { missingNumber } from './missing-number';
import { wrongCarryYear } from './wrong-carry-year';
import { unusedSilencing } from './unused-silencing';

export const rules: readonly Rule[] = [
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
  garbledSlogan,
  wrongCitation,
  outdatedCitation,
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
  mismatchedYear,
  wrongPeriod,
  brokenDate,
  mismatchedAgency,
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

/** All that may stand in settings and has a page: the rules, and the finding about comments that silence none of theirs. */
export const catalogue: readonly RuleInfo[] = [...rules, unusedSilencing];
