/** All rules, in the order of the README's table. */
import type { Rule } from './rule';
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
];
